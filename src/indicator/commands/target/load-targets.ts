import { type Actor, covers, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { LoadedJson } from '../../contract.ts';
import type { Definition } from '../../domain/definition.ts';
import type { NewIndicator, ProposedLine } from '../../domain/loading/model.ts';
import { decimalsOf } from '../../domain/loading/propose.ts';
import { partsOfWholes } from '../../domain/loading/tree.ts';
import {
  confirmTargets,
  editionKey,
  endTargets,
  type IndicatorDb,
  insertTargets,
  lockTargetsOfPlan,
  moveTargets,
  type NewTarget,
  putDefinitions,
  putLoading,
  readHandedBelow,
  readRegionsAbove,
  type StoredTarget,
} from '../../store.ts';
import { type IndicatorDeps, today } from '../deps.ts';
import { loadEdition } from './edition.ts';
import { makeProposal, type Proposal } from './proposal.ts';
import { reached } from './reached.ts';

/**
 * Loads what is ready of an edition, all or nothing: new targets begin to hold, changed ones take the place of the old,
 * what the edition says no longer ends with all that was handed down from it. What stands as it is stays, also when it
 * was adjusted. Refuses decisions that have changed since they were looked at (`target-changed`), nothing to load, and a
 * place out of the actor's reach.
 */
export async function loadTargets(
  actor: Actor,
  asked: { readonly planId: string; readonly edition: number; readonly revision: number },
  deps: IndicatorDeps,
): Promise<LoadedJson> {
  permit(actor, 'indicator.target');
  const edition = await loadEdition(actor, asked.planId, asked.edition, deps);
  return recording(deps, actor, async (db, note) => {
    const proposal = await makeProposal(edition, db, lockTargetsOfPlan);
    const { comparison } = proposal;
    if (proposal.revision !== asked.revision) throw changed(asked.revision, proposal.revision);
    const latest = edition.editions[0];
    if (latest !== undefined && edition.edition < latest)
      throw new RefusalError({ code: 'target-edition-old', field: 'edition', given: edition.edition, limit: latest });
    const ready = proposal.proposed.filter(({ state }) => state === 'ready');
    mayLoad(actor, proposal, ready);
    const lines = ready.map((each) => ({ each, ...comparison.lines.get(each.line.key) }));
    const fresh = lines.filter(({ change }) => change !== 'same');
    if (fresh.length === 0 && comparison.gone.length === 0 && !isUnasked(proposal))
      throw new RefusalError({ code: 'target-nothing-to-load', field: 'edition', given: edition.edition });

    const { made, idOf } = await makeIndicators(db, actor, proposal, ready, deps);
    const day = today(deps);
    const targets = fresh.map(({ each, standing }) => ({
      standing: standing ?? null,
      target: newTarget(each, proposal, idOf, { id: deps.newId(), day, replaces: standing?.id ?? null }),
    }));
    await replace(db, proposal, targets, { actor, day, at: deps.clock.now() });
    const same = lines.flatMap(({ change, standing }) => (change === 'same' && standing != null ? [standing.id] : []));
    await confirmTargets(db, same, edition.edition);
    const put = { planId: edition.planId, edition: edition.edition, place: edition.place, seen: asked.revision };
    const at = deps.clock.now();
    const by = { id: actor.id, name: actor.name };
    const saved = await putLoading(db, { ...put, decisions: proposal.decisions, loadedAt: at, at, by });
    if (saved === null) throw changed(asked.revision, asked.revision + 1);

    const loaded: LoadedJson = {
      added: targets.filter(({ standing }) => standing === null).length,
      changed: targets.filter(({ standing }) => standing !== null).length,
      same: same.length,
      ended: comparison.gone.length,
      indicators: made,
    };
    note({
      action: 'target.load',
      record: { kind: 'plan', id: edition.planId, name: edition.title ?? edition.planId },
      place: edition.place,
      basis: { planId: edition.planId, itemId: null },
      changes: Object.entries({ edition: edition.edition, ...loaded }).map(([field, after]) => ({
        ...{ field, before: null, after: Array.isArray(after) ? after.join('、') : after },
      })),
    });
    return loaded;
  });
}

const changed = (given: number, limit: number): RefusalError =>
  new RefusalError({ code: 'target-changed', field: 'revision', given, limit });

/** Something stands that the edition has not been asked about yet. */
const isUnasked = ({ standing, edition }: Proposal): boolean =>
  standing.some(({ source }) => source.confirmedEdition < edition.edition);

/** Refuses all lines at once whose place is out of reach. */
function mayLoad(actor: Actor, { edition }: Proposal, ready: readonly ProposedLine[]): void {
  if (!covers(actor.reach, edition.place))
    throw new RefusalError({ code: 'target-out-of-reach', field: 'planId', given: edition.planId });
  const outside = ready.filter(({ place }) => place !== null && !covers(actor.reach, reached(place)));
  if (outside.length > 0)
    throw new RefusalError(
      ...outside
        .slice(0, 20)
        .map(({ line }) => ({ code: 'target-out-of-reach', field: line.key, given: line.scope ?? line.name })),
    );
}

/** Definitions of what the plan alone measures; their origin is the edition. */
async function makeIndicators(
  db: IndicatorDb,
  actor: Actor,
  { edition }: Proposal,
  ready: readonly ProposedLine[],
  deps: IndicatorDeps,
): Promise<{ made: string[]; idOf: (create: NewIndicator) => string }> {
  const wanted = new Map<string, { readonly create: NewIndicator; readonly first: ProposedLine }>();
  for (const each of ready)
    if (each.create !== null && !wanted.has(each.create.name))
      wanted.set(each.create.name, { create: each.create, first: each });
  if (wanted.size === 0) return { made: [], idOf: () => '' };
  permit(actor, 'indicator.define');
  const ids = new Map([...wanted].map(([name, { first }]) => [name, newIdOf(edition.planId, first)]));
  const origin = editionKey(edition.planId, edition.edition);
  const definitions = [...wanted].map(([name, { create, first }]) => ({
    definition: definitionOf(ids.get(name) ?? '', create, first),
    origin,
    ...edition.place,
  }));
  await putDefinitions(db, definitions, deps.clock.now());
  return { made: [...ids.values()], idOf: ({ name }) => ids.get(name) ?? '' };
}

const newIdOf = (planId: string, { line }: ProposedLine): string =>
  `plan.${planId}.${line.key.toLowerCase().replaceAll(':', '-')}`;

/** As a plan measures it: by years, added up. What is reached stands at the end of a year, what is added comes within it. */
function definitionOf(id: string, create: NewIndicator, { line }: ProposedLine): Definition {
  const isStock = line.mode === 'level' || line.mode === 'cumulative' || line.mode === 'growth';
  return {
    ...{ id, name: create.name, unit: create.unit, decimals: decimalsOf(create), of: { kind: 'sum' } },
    ...{ measures: isStock ? 'stock' : 'flow', direction: line.op === '<=' || line.op === '<' ? 'down' : 'up' },
    ...{ frequency: 'year', bases: [], source: null, low: null, high: null },
  };
}

function newTarget(
  each: ProposedLine,
  { edition }: Proposal,
  idOf: (create: NewIndicator) => string,
  { id, day, replaces }: { readonly id: string; readonly day: string; readonly replaces: string | null },
): NewTarget {
  const { line, place, period, value, value2, base, from, create, indicatorId } = each;
  if (place === null || period === null || value === null) throw new Error(`line ${line.key} is not ready`);
  return {
    target: {
      ...{ id, place, period, value, value2, base, from, op: line.op, mode: line.mode },
      indicatorId: create === null ? (indicatorId ?? '') : idOf(create),
      edition: editionKey(edition.planId, edition.edition),
    },
    source: {
      ...{ planId: edition.planId, edition: edition.edition, itemId: line.itemId, cell: line.cell },
      said: `${line.name}${line.value}${line.value2 === null ? '' : `—${line.value2}`}${line.unit}`,
      remark: each.decision?.reason ?? null,
      confirmedEdition: edition.edition,
    },
    ...{ parentId: null, handed: false, replacesId: replaces, enterpriseId: '', enterpriseName: '', setOn: day },
  };
}

interface Replacement {
  readonly standing: { readonly id: string } | null;
  readonly target: NewTarget;
}

/** Ends what is gone or changed, puts the new, and hangs everything below its nearest whole. */
async function replace(
  db: IndicatorDb,
  { comparison, standing }: Proposal,
  targets: readonly Replacement[],
  { actor, day, at }: { readonly actor: Actor; readonly day: string; readonly at: string },
): Promise<void> {
  const gone = comparison.gone.map(({ id }) => id);
  const next = new Map(
    targets.flatMap(({ standing: old, target }) => (old === null ? [] : [[old.id, target.target.id]])),
  );
  const below = await readHandedBelow(db, [...gone, ...next.keys()]);
  const orphans = handedFrom(new Set(gone), below);
  await endTargets(db, [...gone, ...next.keys(), ...orphans], day);
  await insertTargets(
    db,
    targets.map(({ target }) => target),
    { id: actor.id, name: actor.name },
    at,
  );
  const ended = new Set([...gone, ...next.keys()]);
  const whole = [
    ...standing.filter(({ target }) => !ended.has(target.id)).map((each) => each.target),
    ...targets.map(({ target }) => target.target),
  ];
  const above = await readRegionsAbove(db, [...new Set(whole.map(({ place }) => place.regionId))]);
  const parents = partsOfWholes(whole, (region) => above.get(region) ?? []);
  const moved = below.flatMap(({ target, parentId, handed }) => {
    const parent = parentId === null ? undefined : next.get(parentId);
    return handed && parent !== undefined ? [{ id: target.id, parentId: parent }] : [];
  });
  await moveTargets(db, [...whole.map(({ id }) => ({ id, parentId: parents.get(id) ?? null })), ...moved]);
}

/** What was handed down by people from targets that are gone, over any number of steps. */
function handedFrom(gone: ReadonlySet<string>, below: readonly StoredTarget[]): string[] {
  const found = new Set<string>();
  for (let grew = true; grew; ) {
    grew = false;
    for (const { target, parentId, handed } of below)
      if (handed && parentId !== null && !found.has(target.id) && (gone.has(parentId) || found.has(parentId))) {
        found.add(target.id);
        grew = true;
      }
  }
  return [...found];
}
