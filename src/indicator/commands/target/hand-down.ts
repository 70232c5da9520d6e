import { type Actor, permit } from '../../../access/index.ts';
import { recording, type TakeNote } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { DraftPartJson, ProposalJson, TargetJson } from '../../contract.ts';
import { valueOn } from '../../domain/decompose/adjust.ts';
import { type HandingDraft, partKey } from '../../domain/handing/draft.ts';
import { type ProposeMethod, proposeParts } from '../../domain/handing/propose-parts.ts';
import {
  dropHandingDraft,
  type IndicatorDb,
  insertTargets,
  type NewTarget,
  putHandingDraft,
  readDefinitions,
  readHandedBelow,
  readHandingDraft,
  readUnitRegions,
  type StoredTarget,
  touchTarget,
} from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { findTarget, holdTarget } from './find.ts';
import { checkParts } from './parts.ts';
import { readPast } from './past.ts';
import { reached, reaches } from './reached.ts';
import { readTarget } from './read-target.ts';
import { tellIssued } from './tell.ts';
import { readTree } from './tree.ts';

interface Draft extends HandingDraft {
  /** The revision that was seen; 0: there was none. */
  readonly revision: number;
}

const refusedWhy = {
  'fixed-exceed': 'target-fixed-exceed',
  'no-shares': 'target-no-shares',
  'not-additive': 'target-not-additive',
} as const;

/**
 * How a target could be divided among places: by share of last year, or evenly; what was settled by hand and what is handed
 * down already stays. Refuses (`target-not-additive`, `target-fixed-exceed`, `target-no-shares`) where nothing can be
 * proposed.
 */
export async function proposeHandingDown(
  actor: Actor,
  targetId: string,
  asked: { readonly method: ProposeMethod; readonly parts: readonly DraftPartJson[] },
  { db, ...deps }: IndicatorDeps,
): Promise<ProposalJson> {
  permit(actor, 'indicator.target');
  const stored = await findTarget(actor, targetId, db);
  if (!reaches(actor, stored.target.place))
    throw new RefusalError({ code: 'target-out-of-reach', field: 'targetId', given: targetId });
  await checkParts(db, stored, asked.parts);
  const catalogue = new Map((await readDefinitions(db)).map(({ definition }) => [definition.id, definition]));
  const day = today({ ...deps });
  const issued = (await readHandedBelow(db, [targetId])).filter(({ parentId }) => parentId === targetId);
  const standing = issued.map((each) => ({
    ...each.target.place,
    ...{ enterpriseId: each.enterpriseId, enterpriseName: each.enterpriseName, fixed: true },
    value: Number(valueOn(each.ledger, day < each.ledger.first.on ? each.ledger.first.on : day)),
  }));
  const all = [...standing, ...asked.parts];
  const past = await readPast(db, stored.target, catalogue, {
    regions: [...new Set(all.map(({ regionId }) => regionId))],
    units: [...new Set(all.flatMap(({ unitId }) => (unitId === '' ? [] : [unitId])))],
  });
  const receivers = all.map((part) => ({
    ...{ id: partKey(part), ...past.of(part) },
    fixed: part.fixed && part.value !== null ? BigInt(part.value) : null,
  }));
  const value = valueOn(stored.ledger, day < stored.ledger.first.on ? stored.ledger.first.on : day) ?? 0n;
  const proposal = proposeParts(asked.method, past.nature, value, receivers, past.unit);
  if (!proposal.ok) {
    const { why } = proposal;
    const figures = 'given' in why ? { given: Number(why.given), limit: Number(why.limit) } : {};
    throw new RefusalError({ code: refusedWhy[why.code], field: 'parts', ...figures });
  }
  const byKey = new Map(proposal.parts.map((part) => [part.id, part]));
  return {
    method: asked.method === 'even' ? 'even' : proposal.method,
    parts: asked.parts.map((part) => {
      const found = byKey.get(partKey(part));
      return { ...part, value: found === undefined ? (part.fixed ? part.value : null) : Number(found.value) };
    }),
    without: proposal.without.map(({ id }) => id).filter((id) => asked.parts.some((part) => partKey(part) === id)),
  };
}

/** Keeps what is being prepared; nobody below sees it. Refuses parts as `checkParts`, and a draft that has changed. */
export async function saveHandingDraft(
  actor: Actor,
  targetId: string,
  { revision, overshoot, parts: given }: Draft,
  deps: IndicatorDeps,
): Promise<TargetJson> {
  permit(actor, 'indicator.target');
  await recording(deps, actor, async (db, note) => {
    const stored = await holdTarget(actor, targetId, db);
    const parts = await located(db, given);
    await checkParts(db, stored, parts);
    const kept = parts.filter(
      ({ value, unitId, enterpriseId }) => value !== null || unitId !== '' || enterpriseId !== '',
    );
    const draft = { overshoot, parts: kept };
    const put = { targetId, seen: revision, draft, by: { id: actor.id, name: actor.name }, at: deps.clock.now() };
    if ((await putHandingDraft(db, put)) === null) throw changed(revision);
    noteOf(note, 'target.draft', stored, [{ field: 'parts', before: null, after: kept.length }]);
  });
  return readTarget(actor, targetId, deps);
}

/** A unit's part lies where the unit is. */
async function located(db: IndicatorDb, parts: readonly DraftPartJson[]): Promise<DraftPartJson[]> {
  const regions = await readUnitRegions(
    db,
    parts.flatMap(({ unitId }) => (unitId === '' ? [] : [unitId])),
  );
  return parts.map((part) => ({ ...part, regionId: regions.get(part.unitId) ?? part.regionId }));
}

const changed = (given: number): RefusalError => new RefusalError({ code: 'target-changed', field: 'revision', given });

/**
 * 下达: what was prepared begins to hold, and those who got it are told. Refuses an empty draft, one that has changed, and
 * more than the target with what was announced on top (`target-overshoot`).
 */
export async function issueHandingDraft(
  actor: Actor,
  targetId: string,
  revision: number,
  deps: IndicatorDeps,
): Promise<TargetJson> {
  permit(actor, 'indicator.target');
  await recording(deps, actor, async (db, note) => {
    const stored = await holdTarget(actor, targetId, db);
    const draft = await readHandingDraft(db, targetId);
    if (draft === undefined || draft.revision !== revision) throw changed(revision);
    await checkParts(db, stored, draft.parts);
    const catalogue = new Map((await readDefinitions(db)).map(({ definition }) => [definition.id, definition]));
    const day = today(deps);
    const { top } = await readTree(db, stored, draft, catalogue, day);
    if (top?.overshoot != null && !top.intended)
      throw new RefusalError({
        code: 'target-overshoot',
        field: 'overshoot',
        given: top.overshoot / 10_000,
        limit: draft.overshoot / 10_000,
      });
    const issued = draft.parts.flatMap((part) =>
      part.value === null ? [] : [partOf(stored, part, BigInt(part.value), deps.newId(), day)],
    );
    if (issued.length === 0) throw new RefusalError({ code: 'target-draft-empty', field: 'parts' });
    await insertTargets(db, issued, { id: actor.id, name: actor.name }, deps.clock.now());
    await touchTarget(db, targetId, { overshoot: draft.overshoot });
    if (!(await dropHandingDraft(db, targetId, revision))) throw changed(revision);
    await tellIssued(db, deps, actor, { stored, issued, definition: catalogue.get(stored.target.indicatorId) });
    noteOf(note, 'target.issue', stored, [
      ...issued.map(({ target, enterpriseName }) => ({
        field: enterpriseName || target.place.unitId || target.place.regionId,
        before: null,
        after: `${target.value}`,
      })),
    ]);
  });
  return readTarget(actor, targetId, deps);
}

/** A part says what the whole says, of its own place. */
const partOf = (
  { target, source }: StoredTarget,
  part: DraftPartJson,
  value: bigint,
  id: string,
  day: string,
): NewTarget => ({
  target: {
    ...target,
    ...{ id, value, value2: null, op: target.op === 'range' ? '>=' : target.op },
    base: target.base === null ? null : { ...target.base, value: null },
    place: { regionId: part.regionId, unitId: part.unitId, chainId: target.place.chainId },
  },
  ...{ source: { ...source, remark: null }, parentId: target.id, handed: true, replacesId: null, setOn: day },
  ...{ enterpriseId: part.enterpriseId, enterpriseName: part.enterpriseName },
});

/** One entry of the log about a target; a person finds the sentence by its basis. */
export function noteOf(
  note: TakeNote,
  action: Parameters<TakeNote>[0]['action'],
  { target, source }: StoredTarget,
  changes: NonNullable<Parameters<TakeNote>[0]['changes']>,
  reason?: string,
): void {
  note({
    ...{ action, record: { kind: 'target', id: target.id, name: source.said }, place: reached(target.place), changes },
    basis: { planId: source.planId, itemId: source.itemId },
    ...(reason !== undefined && { reason }),
  });
}
