import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit, systemActor } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { closeWork } from '../../../work/index.ts';
import type { ProjectPairJson } from '../../contract.ts';
import { stageOf } from '../../domain/index.ts';
import {
  listPairRows,
  type PairSearch,
  type ProjectDb,
  putDecision,
  readPairRow,
  type StoredPair,
  type StoredProject,
  setMerged,
  sidesOf,
} from '../../store.ts';
import { doerOf, type ProjectDeps, today } from '../deps.ts';
import { lockProject, placeOf } from '../lock.ts';
import { settle } from '../settle.ts';
import { pairOrigin, reviewsBoth } from './find.ts';

/** Pairs of projects in sight that may be one, or of which that was decided. */
export async function findPairsInSight(
  actor: Actor,
  search: PairSearch,
  page: { readonly limit: number; readonly offset: number },
  deps: ProjectDeps,
): Promise<{ rows: ProjectPairJson[]; total: number; capped: boolean }> {
  permit(actor, 'project.read');
  const { pairs, total } = await listPairRows(deps.db, actor, search, page);
  const sides = await sidesOf(deps.db, actor, pairs);
  const rows = pairs.flatMap((pair) => pairJson(actor, pair, sides, today(deps)));
  return { rows, total, capped: false };
}

function pairJson(
  actor: Actor,
  pair: StoredPair,
  sides: ReadonlyMap<string, StoredProject>,
  day: string,
): ProjectPairJson[] {
  const [first, second] = [sides.get(pair.first_id), sides.get(pair.second_id)];
  if (first === undefined || second === undefined) return [];
  return [
    {
      ...{ id: pair.id, revision: pair.revision, score: pair.score, reasons: [...pair.reasons], state: pair.state },
      ...{ first: sideJson(first, day), second: sideJson(second, day), foundAt: pair.found_at, keptId: pair.kept_id },
      decided:
        pair.decided_at === null
          ? null
          : { at: pair.decided_at, by: pair.decided_by ?? '', reason: pair.decided_reason ?? '' },
      mayDecide: reviewsBoth(actor, [first, second]),
    },
  ];
}

const sideJson = (row: StoredProject, day: string): ProjectPairJson['first'] => ({
  ...{ id: row.id, name: row.name, enterprise: row.enterprise, code: row.code },
  ...{ region: { id: row.region_id, name: row.region_name }, unit: { id: row.unit_id, name: row.unit_name } },
  ...{ site: row.content.facts.site, scope: row.content.facts.scope },
  stage: stageOf(row.position, row.started_on, day),
  ...{ totalFen: row.total_fen, doneFen: row.done_fen, mergedInto: row.merged_into },
  createdOn: new Date(Date.parse(row.created_at) + 8 * 3_600_000).toISOString().slice(0, 10),
});

export type PairDecisionAsked = { readonly decision: 'same'; readonly keepId: string } | { readonly decision: 'other' };

/**
 * Says of two projects that they are one, and which goes on, or that they are two. The one that does not go on stays as it is
 * and is in no sum any more. Refuses whoever does not review over both, a pair that somebody else has decided, and a project
 * that is one with a third already.
 */
export async function decidePair(
  actor: Actor,
  asked: PairDecisionAsked & { readonly pairId: string; readonly revision: number; readonly reason: string },
  deps: ProjectDeps,
): Promise<ProjectPairJson> {
  permit(actor, 'project.review');
  await recording(deps, actor, async (db, note) => {
    const { pair, first, second } = await lockPair(db, actor, asked);
    if (pair.state !== 'open')
      throw new RefusalError({ code: 'project-pair-decided', field: 'decision', given: pair.decided_by });
    const at = deps.clock.now();
    const keptId = asked.decision === 'same' ? asked.keepId : null;
    if (keptId !== null && keptId !== first.id && keptId !== second.id)
      throw new RefusalError({ code: 'project-unknown', field: 'keepId', given: keptId });
    const [kept, gone] = keptId === second.id ? [second, first] : [first, second];
    await decide(db, pair, { state: asked.decision, keptId, at, by: doerOf(actor), reason: asked.reason });
    if (asked.decision === 'same') {
      await setMerged(db, gone.id, kept.id, at, actor.name);
      await settle(db, deps, gone.id);
      await settle(db, deps, kept.id);
    }
    const outcome = asked.decision === 'same' ? `同一个，留「${kept.name}」` : '不是同一个';
    await insideAsSystem(db, () => closeWork(db, deps, systemActor, { origin: pairOrigin(pair.id), outcome }));
    note({
      action: asked.decision === 'same' ? 'project.same' : 'project.other',
      record: { kind: 'project-pair', id: pair.id, name: `${first.name}／${second.name}` },
      place: placeOf(kept),
      reason: asked.reason,
      changes: [{ field: 'outcome', before: null, after: outcome }],
    });
  });
  return onePair(actor, asked.pairId, deps);
}

/** Takes a decision back: two projects again, and a pair that waits. */
export async function undoPair(
  actor: Actor,
  asked: { readonly pairId: string; readonly revision: number; readonly reason: string },
  deps: ProjectDeps,
): Promise<ProjectPairJson> {
  permit(actor, 'project.review');
  await recording(deps, actor, async (db, note) => {
    const { pair, first, second } = await lockPair(db, actor, asked);
    if (pair.state === 'open')
      throw new RefusalError({ code: 'project-pair-open', field: 'revision', given: pair.revision });
    const at = deps.clock.now();
    const apart = [first, second].find(({ id, merged_into }) => id !== pair.kept_id && merged_into === pair.kept_id);
    await decide(db, pair, { state: 'open', keptId: null, at, by: doerOf(actor), reason: asked.reason });
    if (pair.state === 'same' && apart !== undefined) {
      await setMerged(db, apart.id, null, at, actor.name);
      await settle(db, deps, apart.id);
      if (pair.kept_id !== null) await settle(db, deps, pair.kept_id);
    }
    note({
      action: 'project.undo-pair',
      record: { kind: 'project-pair', id: pair.id, name: `${first.name}／${second.name}` },
      place: placeOf(first),
      reason: asked.reason,
      changes: [{ field: 'outcome', before: pair.state, after: null }],
    });
  });
  return onePair(actor, asked.pairId, deps);
}

async function decide(db: ProjectDb, pair: StoredPair, decision: Parameters<typeof putDecision>[3]): Promise<void> {
  if (await putDecision(db, pair.id, pair.revision, decision)) return;
  throw new RefusalError({ code: 'record-changed', field: 'revision', given: pair.revision, limit: pair.revision + 1 });
}

/** Both projects are held, the one with the lesser id first, so that two who decide do not wait for each other. */
async function lockPair(
  db: ProjectDb,
  actor: Actor,
  { pairId, revision }: { readonly pairId: string; readonly revision: number },
): Promise<{ readonly pair: StoredPair; readonly first: StoredProject; readonly second: StoredProject }> {
  const seen = await readPairRow(db, pairId);
  const sides = seen === undefined ? null : await sidesOf(db, actor, [seen]);
  const [one, two] = [sides?.get(seen?.first_id ?? ''), sides?.get(seen?.second_id ?? '')];
  if (seen === undefined || one === undefined || two === undefined || !reviewsBoth(actor, [one, two]))
    throw new RefusalError({ code: 'project-pair-unknown', field: 'pairId', given: pairId });
  const held = new Map<string, StoredProject>();
  for (const id of [one.id, two.id].toSorted()) held.set(id, await heldSide(db, actor, id, seen));
  const pair = await readPairRow(db, pairId);
  const [first, second] = [held.get(one.id), held.get(two.id)];
  if (pair === undefined || first === undefined || second === undefined)
    throw new RefusalError({ code: 'project-pair-unknown', field: 'pairId', given: pairId });
  if (pair.revision !== revision)
    throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: pair.revision });
  return { pair, first, second };
}

/** A decision that is taken back finds one of the two merged, by this very pair. */
async function heldSide(db: ProjectDb, actor: Actor, id: string, pair: StoredPair): Promise<StoredProject> {
  if (pair.state !== 'same' || id === pair.kept_id) return lockProject(db, actor, id, null);
  const row = (await sidesOf(db, actor, [pair])).get(id);
  if (row === undefined) throw new RefusalError({ code: 'project-unknown', field: 'projectId', given: id });
  return row;
}

async function onePair(actor: Actor, id: string, deps: ProjectDeps): Promise<ProjectPairJson> {
  const pair = await readPairRow(deps.db, id);
  const sides = pair === undefined ? null : await sidesOf(deps.db, actor, [pair]);
  const [answer] = pair === undefined || sides === null ? [] : pairJson(actor, pair, sides, today(deps));
  if (answer === undefined) throw new RefusalError({ code: 'project-pair-unknown', field: 'pairId', given: id });
  return answer;
}
