import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { type Day, dayAt, isDayText, RefusalError } from '../../../kernel/index.ts';
import type { DispatchSettingsJson, RuleJson } from '../../contract.ts';
import { checkRules, type DispatchRules, type RuleKind, usualRules } from '../../domain/index.ts';
import { regionNames } from '../../store/dispatch/places.ts';
import { countRules, heldRules, putRule, rulesFor, rulesHistory, type SetRule } from '../../store/dispatch/rules.ts';
import { unlight } from '../../store/due.ts';
import type { TaskDeps } from '../deps.ts';
import { reachesRegion, seesCyclesOf } from './load-cycle.ts';
import { decided } from './run-cycle.ts';

/** What holds in a region, where it comes from, and everything that was ever set there. */
export async function readSettings(
  actor: Actor,
  given: { readonly regionId?: string | undefined },
  { db, clock }: TaskDeps,
): Promise<DispatchSettingsJson> {
  permit(actor, 'task.read');
  const regionId = given.regionId ?? ownRegion(actor);
  if (!seesCyclesOf(actor, regionId))
    throw new RefusalError({ code: 'dispatch-region-far', field: 'regionId', given: regionId });
  const day = dayAt(clock.now());
  const [held, history] = [await heldRules(db, [regionId], day), await rulesHistory(db, regionId)];
  const mayAll = actor.reach.regions.size <= mostRegions ? [...actor.reach.regions] : [];
  const names = await regionNames(db, [regionId, ...mayAll, ...held.map(({ setIn }) => setIn)]);
  const named = (id: string) => ({ id, name: names.get(id) ?? id });
  if (!names.has(regionId)) throw new RefusalError({ code: 'region-unknown', field: 'regionId', given: regionId });
  return {
    region: named(regionId),
    regions: [...new Set([regionId, ...mayAll])].map(named),
    revision: history.length,
    rules: jsonOf(await rulesFor(db, regionId, day)),
    usual: jsonOf(usualRules),
    from: held.map(({ kind, setIn, from }) => ({ kind, region: named(setIn), on: from })),
    history: history.map(({ id, from, reason, at, by, kind, content }) => ({
      ...{ id, from, reason, at, by, rule: { kind, content } as RuleJson },
    })),
    may: actor.permissions.has('task.dispatch') && reachesRegion(actor, regionId),
  };
}

/** Of how many regions at most a person chooses from a list. */
const mostRegions = 200;

const ownRegion = ({ post }: Actor): string => post?.scopeRegionId ?? '';

const jsonOf = (rules: DispatchRules): DispatchSettingsJson['rules'] =>
  structuredClone(rules) as unknown as DispatchSettingsJson['rules'];

/**
 * Sets one kind of rule for a region and all below it, from a day on; what was set before stays in the history. Refuses a region
 * that the actor does not reach, a day that has passed, rules that do not go together, and what somebody else has changed
 * meanwhile.
 */
export async function changeSettings(
  actor: Actor,
  given: {
    readonly regionId: string;
    readonly revision: number;
    readonly rule: RuleJson;
    readonly from: Day;
    readonly reason: string;
  },
  deps: TaskDeps,
): Promise<void> {
  permit(actor, 'task.dispatch');
  const { regionId, revision, rule, from, reason } = given;
  if (!reachesRegion(actor, regionId))
    throw new RefusalError({ code: 'dispatch-region-far', field: 'regionId', given: regionId });
  const day = dayAt(deps.clock.now());
  if (!isDayText(from))
    throw new RefusalError({ code: 'day-unknown', field: 'from', given: from, limit: 'YYYY-MM-DD' });
  if (from < day) throw new RefusalError({ code: 'rules-day-past', field: 'from', given: from, limit: day });
  const content = rule.content === null ? null : decided(checkRules(rule.kind, contentOf(rule)));
  const name = (await regionNames(deps.db, [regionId])).get(regionId);
  if (name === undefined) throw new RefusalError({ code: 'region-unknown', field: 'regionId', given: regionId });
  await recording(deps, actor, async (db, note) => {
    const seen = await countRules(db, regionId);
    if (seen !== revision)
      throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: seen });
    const before = (await rulesHistory(db, regionId)).find(({ kind }) => kind === rule.kind);
    await putRule(db, { regionId, kind: rule.kind, from, content, reason: reason.trim() }, actor, deps.clock.now());
    // What holds from a later day on is seen with that day's lights.
    if (rule.kind === 'light' && from === day) await insideAsSystem(db, () => unlight(db, regionId));
    note({
      action: 'dispatch.rules',
      record: { kind: 'dispatch-rules', id: regionId, name },
      place: { regionId, unitId: null, chainId: null },
      changes: [
        {
          field: 'dispatchRule',
          before: textOf(before ?? null, rule.kind),
          after: `${rule.kind} ${from} ${JSON.stringify(content)}`,
        },
      ],
      reason: reason.trim(),
    });
  });
}

const contentOf = (rule: RuleJson): DispatchRules[RuleKind] => rule.content as unknown as DispatchRules[RuleKind];

const textOf = (set: SetRule | null, kind: RuleKind): string | null =>
  set === null ? null : `${kind} ${set.from} ${JSON.stringify(set.content)}`;
