import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { loadEnterpriseServer, titleKindNamed, titleKindsOf } from '../../../enterprise/index.ts';
import { addWorkingDays, type Day, isDayText, RefusalError } from '../../../kernel/index.ts';
import type { SelectionPageJson } from '../../contract.ts';
import { type Departure, decided } from '../../domain/selection/index.ts';
import { readEntries, readObjections, readRankingRow, saveEntry, saveRound } from '../../store/selection/index.ts';
import { type SelectionDeps, today } from './deps.ts';
import { orderOf } from './ranking.ts';
import { readRound } from './read-round.ts';
import { askNext, asRegister, lockRound, recordOf, tellEntries, trace } from './shared.ts';

type Ref = { readonly roundId: string; readonly revision: number };

/**
 * Makes the list of the ranking, with what people decide otherwise and why, and puts it to the public for so many working days.
 * Refuses a departure without need, equal ones around the last place of whom nobody decided, and more than there are places.
 */
export async function decideRound(
  actor: Actor,
  {
    departures,
    publicityTo,
    ...ref
  }: Ref & { readonly departures: readonly Departure[]; readonly publicityTo?: Day | undefined },
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  await recording(deps, actor, async (db, note) => {
    const row = await lockRound(db, actor, ref, 'ranked');
    const kept = await readRankingRow(db, row.id);
    if (kept === undefined) throw new RefusalError({ code: 'selection-state', field: 'state', given: row.name });
    const entries = await readEntries(db, row.id);
    const nameOf = (id: string | null): string => entries.find((entry) => entry.id === id)?.name ?? id ?? '';
    const decision = decided(orderOf(kept.input), departures, row.scheme.places);
    if (!decision.ok)
      throw new RefusalError({
        ...{ code: decision.code, field: decision.entryId === null ? 'departures' : nameOf(decision.entryId) },
        ...{ given: decision.given, limit: decision.limit },
      });
    if (!decision.all.some(({ chosen }) => chosen))
      throw new RefusalError({ code: 'selection-list-empty', field: 'departures', given: row.name });
    const from = today(deps);
    const to = lastDay(from, row.publicity_days, publicityTo, deps);
    for (const { entryId, chosen, reason } of decision.all) {
      await saveEntry(db, entryId, { chosen, chosen_reason: reason, changed_at: deps.clock.now() });
      if (reason !== null)
        await trace(db, deps, actor, row.id, `${nameOf(entryId)}${chosen ? '列入' : '不列入'}名单，理由：${reason}`);
    }
    await saveRound(db, row.id, {
      ...{ state: 'publicity', publicity_from: from, publicity_to: to, changed_at: deps.clock.now() },
    });
    const chosen = new Set(decision.all.flatMap((each) => (each.chosen ? [each.entryId] : [])));
    await tellEntries(
      ...([db, deps, row] as const),
      entries.filter(({ state }) => state === 'applied'),
      {
        ...{ key: 'publicity', title: `名单公示：${row.name}` },
        text: ({ id }) =>
          `${chosen.has(id) ? '本企业在名单里' : '本企业不在名单里'}，公示到 ${to}，有异议请在这以前提出。`,
      },
    );
    await askNext(db, deps, actor, row, '已公示', {
      ...{ title: '公示期满后公布名单', detail: '收到的异议先答复。公布后称号写进企业档案。', dueOn: to },
    });
    await trace(db, deps, actor, row.id, `定名单 ${chosen.size} 家，公示 ${from} 至 ${to}`);
    note({
      action: 'ladder.decide-round',
      ...recordOf(row),
      changes: [{ field: 'enterprises', before: null, after: chosen.size }],
    });
  });
  return readRound(actor, ref, deps);
}

/** The last day of publicity: so many working days, or a day that a person says where the calendar is not published so far. */
function lastDay(from: Day, days: number, given: Day | undefined, { calendar }: SelectionDeps): Day {
  const reckoned = addWorkingDays(calendar, from, days);
  if (given === undefined) {
    if (reckoned.ok) return reckoned.value;
    throw new RefusalError({ code: 'selection-calendar', field: 'publicityTo', given: days, limit: from });
  }
  if (!isDayText(given))
    throw new RefusalError({ code: 'day-unknown', field: 'publicityTo', given, limit: 'YYYY-MM-DD' });
  const least = reckoned.ok ? reckoned.value : from;
  if (given < least || given === from)
    throw new RefusalError({ code: 'selection-publicity-short', field: 'publicityTo', given, limit: least });
  return given;
}

/**
 * The list is final: its titles are written into the register. Refuses before publicity is over and while an objection is
 * open.
 */
export async function publishRound(
  actor: Actor,
  { source, ...ref }: Ref & { readonly source: string },
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  const { giveTitleInside } = await loadEnterpriseServer();
  await recording(deps, actor, async (db, note) => {
    const row = await lockRound(db, actor, ref, 'publicity');
    const day = today(deps);
    if (row.publicity_to === null || day <= row.publicity_to)
      throw new RefusalError({ code: 'selection-publicity-runs', field: 'publicityTo', given: row.publicity_to ?? '' });
    const open = (await readObjections(db, row.id)).filter(({ upheld }) => upheld === null);
    if (open.length > 0)
      throw new RefusalError({ code: 'selection-objections-open', field: 'roundId', given: open.length });
    const entries = (await readEntries(db, row.id)).filter(({ state }) => state === 'applied');
    const chosen = entries.filter((entry) => entry.chosen === true);
    if (chosen.length === 0)
      throw new RefusalError({ code: 'selection-list-empty', field: 'roundId', given: row.name });
    const kind = titleKindNamed(titleKindsOf(deps.library), row.title_kind);
    for (const entry of chosen) {
      const titleId = await insideAsSystem(db, () =>
        giveTitleInside(
          ...([asRegister(db), note, actor] as const),
          {
            ...{ enterpriseId: entry.enterprise_id, kind: row.title_kind, level: kind?.level ?? 'city', number: '' },
            ...{ givenOn: day, edition: row.edition_id, source },
          },
          deps.enterprise,
        ),
      );
      await saveEntry(db, entry.id, { title_id: titleId, changed_at: deps.clock.now() });
    }
    await saveRound(db, row.id, { state: 'listed', listed_on: day, list_source: source, changed_at: deps.clock.now() });
    await tellEntries(db, deps, row, entries, {
      ...{ key: 'listed', title: `名单已公布：${row.name}` },
      text: ({ id }) =>
        chosen.some((entry) => entry.id === id) ? '本企业在名单里，称号已写进档案。' : '本企业不在名单里。',
    });
    await askNext(db, deps, actor, row, '名单已公布', null);
    await trace(db, deps, actor, row.id, `公布名单 ${chosen.length} 家，称号写进企业档案`);
    note({
      action: 'ladder.publish-round',
      ...recordOf(row),
      changes: [{ field: 'enterprises', before: null, after: chosen.length }],
    });
  });
  return readRound(actor, ref, deps);
}
