import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { EnterprisePairJson, MergedPart } from '../../contract.ts';
import { type EnterpriseContent, nowOf, partsChanged } from '../../domain/index.ts';
import {
  contentOf,
  type EnterpriseDb,
  insertChange,
  listPairRows,
  lockPairRow,
  type Moved,
  moveBack,
  moveHanging,
  type PairSearch,
  putPairDecision,
  readHistory,
  type StoredEnterprise,
  type StoredPair,
  saveEnterprise,
  setMergedInto,
  settleRows,
  sidesOf,
} from '../../store.ts';
import { checkedContent } from '../content.ts';
import { doingOf, type EnterpriseDeps, today } from '../deps.ts';
import { lockEnterprise, placeOf, reaches, recordOf } from '../lock.ts';

/** What a merging changed: enough to take it back. */
interface Merging {
  readonly kept: string;
  readonly other: string;
  readonly before: EnterpriseContent;
  readonly since: string;
  /** Of the kept one after the merging. */
  readonly revision: number;
  readonly moved: Moved;
}

export async function findPairsInSight(
  actor: Actor,
  search: PairSearch,
  page: { readonly limit: number; readonly offset: number },
  deps: EnterpriseDeps,
) {
  permit(actor, 'enterprise.read');
  // One more than a page tells whether there is another.
  const pairs = await listPairRows(deps.db, actor, search, { ...page, limit: page.limit + 1 });
  const shown = pairs.slice(0, page.limit);
  const sides = new Map(
    (
      await sidesOf(
        deps.db,
        actor,
        shown.flatMap((pair) => [pair.first_id, pair.second_id]),
      )
    ).map((row) => [row.id, row]),
  );
  const rows = shown.flatMap((pair) => pairJson(actor, pair, sides));
  return { rows, total: page.offset + pairs.length, capped: pairs.length > page.limit };
}

function pairJson(actor: Actor, pair: StoredPair, sides: ReadonlyMap<string, StoredEnterprise>): EnterprisePairJson[] {
  const [first, second] = [sides.get(pair.first_id), sides.get(pair.second_id)];
  if (first === undefined || second === undefined) return [];
  return [
    {
      ...{
        id: pair.id,
        revision: pair.revision,
        score: pair.score,
        reasons: pair.reasons as unknown as EnterprisePairJson['reasons'],
        state: pair.state,
      },
      ...{ first: sideJson(first), second: sideJson(second), foundAt: pair.found_at, keptId: pair.kept_id },
      decided:
        pair.decided_at === null
          ? null
          : { at: pair.decided_at, by: pair.decided_by ?? '', reason: pair.decided_reason ?? '' },
      mayDecide:
        actor.permissions.has('enterprise.review') && [first, second].every((row) => reaches(actor, placeOf(row))),
    },
  ];
}

const sideJson = (row: StoredEnterprise): EnterprisePairJson['first'] => ({
  ...{ id: row.id, revision: row.revision, name: row.name, code: row.code, otherNames: [...row.other_names] },
  ...{
    legalRepresentative: row.legal_representative,
    address: row.address,
    region: { id: row.region_id, name: row.region_name },
  },
  ...{
    industry: row.industry,
    scale: row.scale,
    foundedOn: row.founded_on,
    capitalFen: row.capital_fen,
    scope: row.scope,
  },
  ...{
    products: [...row.products],
    state: row.state,
    titles: [...row.titles],
    createdAt: row.created_at,
    mergedInto: row.merged_into,
  },
});

type Decision =
  | { readonly decision: 'same'; readonly keepId: string; readonly take: readonly MergedPart[] }
  | { readonly decision: 'other' };

/**
 * Decides whether two enterprises are one. If so, one goes on, with what is taken from the other; titles, figures, facts, contacts
 * and papers go over, the other's names are names it is found by, and the other stays as it is, behind it.
 */
export async function decidePair(
  actor: Actor,
  asked: { readonly pairId: string; readonly revision: number; readonly reason: string } & Decision,
  deps: EnterpriseDeps,
): Promise<EnterprisePairJson> {
  permit(actor, 'enterprise.review');
  return recording(deps, actor, async (db, note) => {
    const { pair, first, second } = await lockPair(db, actor, asked);
    if (pair.state !== 'open') throw new RefusalError({ code: 'enterprise-pair-decided' });
    const doing = doingOf(deps, actor);
    let undo: Merging | null = null;
    const keptId = asked.decision === 'same' ? asked.keepId : null;
    if (asked.decision === 'same') {
      const [kept, other] = asked.keepId === first.id ? [first, second] : [second, first];
      if (kept.id !== asked.keepId)
        throw new RefusalError({ code: 'enterprise-unknown', field: 'keepId', given: asked.keepId });
      undo = await merge(db, actor, { kept, other, take: asked.take, reason: asked.reason }, deps);
    }
    await putPairDecision(db, pair.id, { state: asked.decision, keptId, undo, ...doing, reason: asked.reason });
    const kept = keptId === second.id ? second : first;
    note({
      action: 'enterprise.decide-pair',
      ...recordOf(kept),
      changes: [{ field: 'pair', before: 'open', after: asked.decision }],
      reason: asked.reason,
    });
    return answer(db, actor, pair.id);
  });
}

/** Takes a decision back: of two that were one each has again what it had. Refuses where the kept one was changed since. */
export async function undoPair(
  actor: Actor,
  asked: { readonly pairId: string; readonly revision: number; readonly reason: string },
  deps: EnterpriseDeps,
): Promise<EnterprisePairJson> {
  permit(actor, 'enterprise.review');
  return recording(deps, actor, async (db, note) => {
    const { pair, first, second } = await lockPair(db, actor, asked);
    if (pair.state === 'open') throw new RefusalError({ code: 'enterprise-pair-decided' });
    const doing = doingOf(deps, actor);
    const undo = pair.undo as Merging | null;
    if (undo !== null) {
      const kept = undo.kept === first.id ? first : second;
      if (kept.revision !== undo.revision) throw new RefusalError({ code: 'enterprise-pair-later' });
      await insideAsSystem(db, () => moveBack(db, undo.kept, undo.other, undo.moved));
      const revision = await saveEnterprise(db, { id: undo.kept, content: undo.before, since: undo.since, ...doing });
      await setMergedInto(db, undo.other, null);
      await writeDown(
        db,
        {
          kept,
          revision,
          kind: 'unmerged',
          before: contentOf(kept),
          after: undo.before,
          reason: asked.reason,
          since: undo.since,
        },
        actor,
        deps,
      );
      await settleRows(db, { ids: [undo.kept, undo.other] }, today(deps), deps.tags);
    }
    await putPairDecision(db, pair.id, { state: 'open', keptId: null, undo: null, ...doing, reason: asked.reason });
    note({
      action: 'enterprise.undo-pair',
      ...recordOf(first),
      changes: [{ field: 'pair', before: pair.state, after: 'open' }],
      reason: asked.reason,
    });
    return answer(db, actor, pair.id);
  });
}

async function lockPair(
  db: EnterpriseDb,
  actor: Actor,
  { pairId, revision }: { readonly pairId: string; readonly revision: number },
) {
  const pair = await lockPairRow(db, pairId);
  const rows = pair === undefined ? [] : await sidesOf(db, actor, [pair.first_id, pair.second_id]);
  const [first, second] = [rows.find(({ id }) => id === pair?.first_id), rows.find(({ id }) => id === pair?.second_id)];
  if (
    pair === undefined ||
    first === undefined ||
    second === undefined ||
    !reaches(actor, placeOf(first)) ||
    !reaches(actor, placeOf(second))
  )
    throw new RefusalError({ code: 'enterprise-pair-unknown', field: 'pairId', given: pairId });
  if (pair.revision !== revision)
    throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: pair.revision });
  return { pair, first, second };
}

async function merge(
  db: EnterpriseDb,
  actor: Actor,
  {
    kept,
    other,
    take,
    reason,
  }: {
    readonly kept: StoredEnterprise;
    readonly other: StoredEnterprise;
    readonly take: readonly MergedPart[];
    readonly reason: string;
  },
  deps: EnterpriseDeps,
): Promise<Merging> {
  await lockEnterprise(db, actor, kept.id, kept.revision);
  await lockEnterprise(db, actor, other.id, other.revision);
  const [before, from] = [contentOf(kept), contentOf(other)];
  const taken = Object.fromEntries(take.map((part) => [part, from[part]]));
  const name = take.includes('name') ? from.name : before.name;
  const names = [...before.otherNames, ...from.otherNames, before.name, from.name].filter((each) => each !== name);
  // Its code is free only once the other one is behind it.
  await setMergedInto(db, other.id, kept.id);
  const given: EnterpriseContent = {
    ...before,
    ...taken,
    ...(take.includes('code') ? { codeReason: from.codeReason } : {}),
    otherNames: [...new Set(names)],
  };
  const after = await checkedContent(db, actor, given, { id: kept.id, before }, deps);
  const doing = doingOf(deps, actor);
  const revision = await saveEnterprise(db, { id: kept.id, content: after, since: kept.since, ...doing });
  const moved = await insideAsSystem(db, () => moveHanging(db, other.id, kept.id));
  await writeDown(db, { kept, revision, kind: 'merged', before, after, reason, since: kept.since }, actor, deps);
  await settleRows(db, { ids: [kept.id, other.id] }, today(deps), deps.tags);
  return { kept: kept.id, other: other.id, before, since: nowOf(await readHistory(db, kept)).from, revision, moved };
}

async function writeDown(
  db: EnterpriseDb,
  {
    kept,
    revision,
    kind,
    before,
    after,
    reason,
    since,
  }: {
    readonly kept: StoredEnterprise;
    readonly revision: number;
    readonly kind: 'merged' | 'unmerged';
    readonly before: EnterpriseContent;
    readonly after: EnterpriseContent;
    readonly reason: string;
    readonly since: string;
  },
  actor: Actor,
  deps: EnterpriseDeps,
): Promise<void> {
  const parts = partsChanged(before, after);
  const of = (content: EnterpriseContent) => Object.fromEntries(parts.map((part) => [part, content[part]]));
  await insertChange(db, {
    id: deps.newId(),
    enterpriseId: kept.id,
    revision,
    kind,
    holdsFrom: since,
    parts,
    before: of(before),
    after: of(after),
    reason,
    ...doingOf(deps, actor),
  });
}

async function answer(db: EnterpriseDb, actor: Actor, pairId: string): Promise<EnterprisePairJson> {
  const pair = await lockPairRow(db, pairId);
  const sides = pair === undefined ? [] : await sidesOf(db, actor, [pair.first_id, pair.second_id]);
  const [json] = pair === undefined ? [] : pairJson(actor, pair, new Map(sides.map((row) => [row.id, row])));
  if (json === undefined) throw new RefusalError({ code: 'enterprise-pair-unknown', field: 'pairId', given: pairId });
  return json;
}
