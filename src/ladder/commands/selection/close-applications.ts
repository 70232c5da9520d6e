import { insideAsSystem } from '../../../../platform/db/index.ts';
import { sm3 } from '../../../../platform/digest/index.ts';
import { type Actor, permit, systemActor } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { canonicalText } from '../../../diagnosis/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { SelectionPageJson } from '../../contract.ts';
import { assignExperts } from '../../domain/selection/index.ts';
import {
  insertSeats,
  type RoundRow,
  readEntries,
  type SelectionDb,
  type StoredEntry,
  saveEntry,
  saveRound,
} from '../../store/selection/index.ts';
import { keepRanking } from './close-scoring.ts';
import { type SelectionDeps, today } from './deps.ts';
import { judgedFor } from './judged.ts';
import { askExpert, expertsOf } from './panel.ts';
import { readRound } from './read-round.ts';
import { askNext, lockRound, recordOf, tellEntries, trace } from './shared.ts';

/**
 * Takes no more applications: each is judged and reckoned once and for all by what the register has of it on the last day and by
 * the edition in force on it, everything that was used is kept with a fingerprint, and each gets its panel. Who does not meet the
 * conditions then is turned away with what is short. Refuses before the last day is over, without anybody, and with too few
 * experts who have no conflict.
 */
export async function closeApplications(
  actor: Actor,
  ref: { readonly roundId: string; readonly revision: number },
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  await recording(deps, actor, async (db, note) => {
    const row = await lockRound(db, actor, ref, 'applying');
    if (today(deps) <= row.apply_to)
      throw new RefusalError({ code: 'selection-too-early', field: 'applyTo', given: row.apply_to });
    const { left, away, edition, digest } = await freezeEntries(db, row, deps);
    if (left.length === 0)
      throw new RefusalError({ code: 'selection-entries-none', field: 'roundId', given: row.name });
    const scored = row.scheme.expertShare > 0;
    await saveRound(db, row.id, {
      ...{ state: scored ? 'scoring' : 'ranked', frozen_on: row.apply_to, frozen_sm3: digest },
      ...{ edition_id: edition?.id ?? null, edition_name: edition?.name ?? null, edition_hash: edition?.hash ?? null },
      changed_at: deps.clock.now(),
    });
    await tellEntries(db, deps, row, away, {
      ...{ key: 'turned-away', title: `申报没有受理：${row.name}` },
      text: ({ id }) => `截止日的数不够条件：${away.find((entry) => entry.id === id)?.state_reason ?? ''}`,
    });
    const words = `截止申报，${left.length} 家受理，${away.length} 家不够条件`;
    await trace(db, deps, actor, row.id, words);
    if (scored) await seatAll(db, actor, row, left, deps);
    else await keepRanking(db, actor, row, deps);
    await askNext(
      ...([db, deps, actor, row, '已截止申报'] as const),
      scored
        ? { title: '收齐专家评分后排名', detail: '评分结束以前看不到专家给的分。', dueOn: row.score_to }
        : { title: '定名单并公示', detail: '和排名不同的要写明理由。', dueOn: null },
    );
    note({
      action: 'ladder.close-applications',
      ...recordOf(row),
      changes: [{ field: 'enterprises', before: null, after: left.length }],
    });
  });
  return readRound(actor, ref, deps);
}

/** Judges and reckons all that applied, as the register stood on the last day. */
async function freezeEntries(db: SelectionDb, row: RoundRow, deps: SelectionDeps) {
  const left: StoredEntry[] = [];
  const away: StoredEntry[] = [];
  const kept: object[] = [];
  let edition: { readonly id: string; readonly name: string; readonly hash: string } | null = null;
  for (const entry of await readEntries(db, row.id)) {
    if (entry.state !== 'applied') continue;
    const of = { enterpriseId: entry.enterprise_id, kind: row.title_kind, measures: row.measures, on: row.apply_to };
    // Also one that has moved out of sight since it applied.
    const { verdict, gaps, missing, frozen, quantitative, ...judged } = await insideAsSystem(db, () =>
      judgedFor(systemActor, of, deps, db),
    );
    edition = judged.edition;
    const out = verdict === 'unmet' && entry.exception === null;
    const reason = gaps.join('；').slice(0, 500) || '条件不满足';
    await saveEntry(db, entry.id, {
      ...{ verdict, gaps, missing, frozen: JSON.stringify(frozen), quantitative, changed_at: deps.clock.now() },
      ...(out && { state: 'turned-away', state_reason: reason }),
    });
    kept.push({ id: entry.id, enterprise: entry.enterprise_id, frozen });
    (out ? away : left).push({ ...entry, state_reason: out ? reason : null });
  }
  const digest = sm3(canonicalText({ edition, measures: row.measures, scheme: row.scheme, kept }));
  return { left, away, edition, digest };
}

async function seatAll(
  db: SelectionDb,
  actor: Actor,
  row: RoundRow,
  entries: readonly StoredEntry[],
  deps: SelectionDeps,
): Promise<void> {
  const { active, experts } = await expertsOf(db, row.id, entries);
  const assigned = assignExperts(
    entries.map(({ id }) => id),
    experts,
    row.scheme.panel,
    row.draw,
  );
  if (!assigned.ok)
    throw new RefusalError({
      ...{ code: 'selection-panel-short', given: assigned.given, limit: assigned.limit },
      field: entries.find(({ id }) => id === assigned.entryId)?.name ?? assigned.entryId,
    });
  const seats = [...assigned.of].flatMap(([entryId, people]) => people.map((personId) => ({ entryId, personId })));
  await insertSeats(db, row.id, seats);
  for (const expert of active)
    if (seats.some(({ personId }) => personId === expert.person_id)) await askExpert(db, deps, actor, row, expert);
}
