import { sm3 } from '../../../../platform/digest/index.ts';
import { type Actor, covers, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { titleKindNamed, titleKindsOf } from '../../../enterprise/index.ts';
import { isDayText, type Refusal, RefusalError } from '../../../kernel/index.ts';
import { factTableOf } from '../../../policy/index.ts';
import { closeWork } from '../../../work/index.ts';
import type { SelectionOptionsJson, SelectionPageJson, SelectionRoundBody } from '../../contract.ts';
import {
  type Measure,
  measureFaults,
  quantitativeMost,
  type SelectionScheme,
  schemeFaults,
  type TieBreak,
} from '../../domain/selection/index.ts';
import { insertRound, placeMissing, readEntries, readExperts, saveRound } from '../../store/selection/index.ts';
import { compiledIfAny } from '../editions.ts';
import { type SelectionDeps, today } from './deps.ts';
import { readRound } from './read-round.ts';
import { askNext, lockRound, recordOf, roundOrigin, sheetsOrigin, tellEntries, trace } from './shared.ts';

type Ref = { readonly roundId: string; readonly revision: number };

/** Titles and facts that a round can be made of. */
export function readOptions(actor: Actor, deps: SelectionDeps): SelectionOptionsJson {
  permit(actor, 'ladder.select');
  const on = today(deps);
  return {
    titles: titleKindsOf(deps.library).map(({ id, name }) => {
      const edition = compiledIfAny(deps.library, id, on);
      return { id, name, edition: edition?.name ?? null, empty: edition?.empty ?? null };
    }),
    facts: factTableOf(deps.library).facts.flatMap((fact) =>
      fact.type === 'number' ? [{ id: fact.id, name: fact.name, unit: fact.written, from: fact.from }] : [],
    ),
  };
}

/** Makes a round that only those who run it see. Refuses a title, place or fact that is unknown, days that run backwards, points that do not add up. */
export async function createRound(
  actor: Actor,
  asked: SelectionRoundBody,
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  const id = deps.newId();
  const { scheme, measures } = checked(asked, deps);
  const unitId = actor.post?.unitId ?? '';
  await recording(deps, actor, async (db, note) => {
    const missing = await placeMissing(db, asked.regionId, asked.chainId);
    if (missing !== null)
      throw new RefusalError({
        ...{ code: `${missing}-unknown`, field: `${missing}Id` },
        given: missing === 'region' ? asked.regionId : asked.chainId,
      });
    const place = { regionId: asked.regionId, unitId, chainId: asked.chainId };
    // His own unit would let him in wherever he says it is.
    if (!covers(actor.reach, { ...place, unitId: null }))
      throw new RefusalError({ code: 'selection-beyond-reach', field: 'regionId', given: asked.regionId });
    const at = deps.clock.now();
    await insertRound(db, {
      ...{
        id,
        ...columnsOf(asked),
        scheme: JSON.stringify(scheme),
        measures: JSON.stringify(measures),
        state: 'draft',
      },
      ...{ title_kind: asked.titleKind, region_id: asked.regionId, unit_id: unitId, chain_id: asked.chainId },
      // The draw is of the round's own number: nobody can try until it suits him.
      draw: Number.parseInt(sm3(id).slice(4, 11), 16),
      ...{ created_at: at, created_by_id: actor.id, created_by: actor.name, changed_at: at },
    });
    await trace(db, deps, actor, id, '新建遴选批次');
    const row = { id, name: asked.name.trim(), region_id: asked.regionId, unit_id: unitId, chain_id: asked.chainId };
    note({ action: 'ladder.create-round', ...recordOf(row) });
  });
  return readRound(actor, { roundId: id }, deps);
}

/** Changes a round; once applications are taken only its days, its name and what is said of it. */
export async function changeRound(
  actor: Actor,
  { roundId, revision, ...asked }: SelectionRoundBody & Ref,
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  const { scheme, measures } = checked(asked, deps);
  await recording(deps, actor, async (db, note) => {
    const row = await lockRound(db, actor, { roundId, revision }, 'draft', 'applying', 'scoring');
    const isDraft = row.state === 'draft';
    if (row.state === 'scoring' && asked.applyTo !== row.apply_to)
      throw new RefusalError({
        code: 'selection-days-over',
        field: 'applyTo',
        given: asked.applyTo,
        limit: row.apply_to,
      });
    if (row.state === 'applying' && asked.applyTo < row.apply_to)
      throw new RefusalError({
        code: 'selection-days-shorter',
        field: 'applyTo',
        given: asked.applyTo,
        limit: row.apply_to,
      });
    const same =
      JSON.stringify([scheme, measures]) ===
        JSON.stringify([row.scheme, row.measures].map(inOrderOf(scheme, measures))) &&
      asked.titleKind === row.title_kind &&
      asked.regionId === row.region_id &&
      asked.chainId === row.chain_id &&
      asked.publicityDays === row.publicity_days;
    if (!isDraft && !same) throw new RefusalError({ code: 'selection-rules-fixed', field: 'scheme', given: row.name });
    if (isDraft) {
      const missing = await placeMissing(db, asked.regionId, asked.chainId);
      if (missing !== null || !covers(actor.reach, { regionId: asked.regionId, unitId: null, chainId: asked.chainId }))
        throw new RefusalError({ code: 'selection-beyond-reach', field: 'regionId', given: asked.regionId });
    }
    await saveRound(db, roundId, {
      ...columnsOf(asked),
      ...(isDraft && {
        ...{ title_kind: asked.titleKind, region_id: asked.regionId, chain_id: asked.chainId },
        ...{ scheme: JSON.stringify(scheme), measures: JSON.stringify(measures) },
      }),
      changed_at: deps.clock.now(),
    });
    if (!isDraft)
      await trace(db, deps, actor, roundId, `期限改为申报到 ${asked.applyTo}，评分到 ${asked.scoreTo ?? '不限'}`);
    const changes = [{ field: 'dueOn', before: row.apply_to, after: asked.applyTo }];
    note({ action: 'ladder.change-round', ...recordOf(row), changes });
  });
  return readRound(actor, { roundId }, deps);
}

/** From now on enterprises see it and apply. Refuses a round whose last day is past. */
export async function openRound(actor: Actor, ref: Ref, deps: SelectionDeps): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  await recording(deps, actor, async (db, note) => {
    const row = await lockRound(db, actor, ref, 'draft');
    const day = today(deps);
    if (day > row.apply_to)
      throw new RefusalError({ code: 'selection-days-past', field: 'applyTo', given: row.apply_to, limit: day });
    await saveRound(db, row.id, { state: 'applying', changed_at: deps.clock.now() });
    await askNext(db, deps, actor, row, '已开始受理', {
      ...{ title: '到期截止申报', dueOn: row.apply_to },
      detail: '截止以后按截止日的数算量化分，把申报派给专家。',
    });
    await trace(db, deps, actor, row.id, '开始受理申报');
    note({ action: 'ladder.open-round', ...recordOf(row) });
  });
  return readRound(actor, ref, deps);
}

/** Ends a round without a list; what it asked for is taken back. */
export async function endRound(
  actor: Actor,
  { reason, ...ref }: Ref & { readonly reason: string },
  deps: SelectionDeps,
): Promise<SelectionPageJson> {
  permit(actor, 'ladder.select');
  await recording(deps, actor, async (db, note) => {
    const row = await lockRound(db, actor, ref, 'draft', 'applying', 'scoring', 'ranked', 'publicity');
    await saveRound(db, row.id, { state: 'ended', ended_reason: reason, changed_at: deps.clock.now() });
    const outcome = '遴选已终止';
    await closeWork(db, deps, actor, { origin: roundOrigin(row.id), outcome, state: 'withdrawn' });
    for (const { person_id } of await readExperts(db, row.id))
      await closeWork(db, deps, actor, { origin: sheetsOrigin(row.id, person_id), outcome, state: 'withdrawn' });
    const entries = (await readEntries(db, row.id)).filter(({ state }) => state === 'applied');
    await tellEntries(db, deps, row, entries, {
      ...{ key: 'ended', title: `遴选已终止：${row.name}` },
      text: () => `这一批不出名单。原因：${reason}`,
    });
    await trace(db, deps, actor, row.id, `终止：${reason}`);
    note({ action: 'ladder.end-round', ...recordOf(row), reason });
  });
  return readRound(actor, ref, deps);
}

const columnsOf = (asked: SelectionRoundBody) => ({
  ...{ name: asked.name.trim(), apply_from: asked.applyFrom, apply_to: asked.applyTo, score_to: asked.scoreTo },
  ...{ publicity_days: asked.publicityDays, note: asked.note },
});

/** jsonb gives keys back in its own order: what is compared is written in the order of what was asked. */
const inOrderOf =
  (scheme: SelectionScheme, measures: readonly Measure[]) =>
  (stored: unknown, at: number): unknown =>
    inOrder(at === 0 ? scheme : measures, stored);
function inOrder(like: unknown, stored: unknown): unknown {
  if (Array.isArray(like) && Array.isArray(stored)) return stored.map((each, at) => inOrder(like[at] ?? like[0], each));
  if (typeof like !== 'object' || like === null || typeof stored !== 'object' || stored === null) return stored;
  const [keys, from] = [Object.keys(like), stored as Record<string, unknown>];
  return Object.fromEntries(keys.map((key) => [key, inOrder((like as Record<string, unknown>)[key], from[key])]));
}

function checked(
  asked: SelectionRoundBody,
  deps: SelectionDeps,
): { readonly scheme: SelectionScheme; readonly measures: readonly Measure[] } {
  const faults: Refusal[] = [];
  for (const [field, given] of [
    ['applyFrom', asked.applyFrom],
    ['applyTo', asked.applyTo],
    ['scoreTo', asked.scoreTo],
  ] as const)
    if (given !== null && !isDayText(given)) faults.push({ code: 'day-unknown', field, given, limit: 'YYYY-MM-DD' });
  if (asked.applyTo < asked.applyFrom)
    faults.push({ code: 'selection-days', field: 'applyTo', given: asked.applyTo, limit: asked.applyFrom });
  if (asked.scoreTo !== null && asked.scoreTo <= asked.applyTo)
    faults.push({ code: 'selection-days', field: 'scoreTo', given: asked.scoreTo, limit: asked.applyTo });
  const kind = titleKindNamed(titleKindsOf(deps.library), asked.titleKind);
  if (kind?.id !== asked.titleKind)
    faults.push({ code: 'ladder-title-unknown', field: 'titleKind', given: asked.titleKind, limit: kind?.id ?? '' });
  const table = factTableOf(deps.library);
  const factOf = (id: string) => table.facts[table.numberOf(id) ?? -1];
  for (const { fact, per, name } of asked.measures) {
    const [own, all] = [factOf(fact), per === null ? null : factOf(per)];
    if (own?.type !== 'number' || (all !== null && all?.type !== 'number'))
      faults.push({ code: 'selection-fact-unknown', field: 'measures', given: name });
    else if (all?.type === 'number' && all.written !== own.written)
      faults.push({ code: 'selection-measure-units', field: 'measures', given: own.name, limit: all.name });
  }
  const measures = asked.measures.map(({ fact, per, name, zero, full, most }, at) => ({
    ...{ id: `m${at + 1}`, name: name.trim(), fact, per, zero, full, most },
  }));
  const items = asked.items.map(({ name, most }, at) => ({ id: `i${at + 1}`, name: name.trim(), most }));
  const scheme: SelectionScheme = {
    ...{ quantitativeMost: quantitativeMost(measures), items, quantitativeShare: asked.quantitativeShare },
    ...{ expertShare: asked.expertShare, panel: asked.panel, trimmed: asked.trimmed, spread: asked.spread },
    ...{ places: asked.places, line: asked.line },
    ties: asked.ties.map((tie): TieBreak => {
      const at = /^item:(\d+)$/u.exec(tie)?.[1];
      return at === undefined ? (tie as TieBreak) : `item:i${Number(at) + 1}`;
    }),
  };
  faults.push(...schemeFaults(scheme), ...measureFaults(measures, scheme));
  if (faults.length > 0) throw new RefusalError(...faults);
  return { scheme, measures };
}
