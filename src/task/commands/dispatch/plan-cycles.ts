import { type Actor, permit, placeOfPost, systemActor } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import {
  type Day,
  dayAt,
  isPeriod,
  lengthOf,
  type Period,
  periodOf,
  type Refusal,
  RefusalError,
  type Result,
  shifted,
} from '../../../kernel/index.ts';
import type { ProposedCycleJson } from '../../contract.ts';
import {
  type Cycle,
  cycleName,
  cyclesAhead,
  officesRunning,
  type PlannedHead,
  planCycle,
  proposeCycle,
  type RunRules,
  usualCycleRules,
} from '../../domain/index.ts';
import { insertCycle, readCycles, type StoredCycle } from '../../store/dispatch/cycles.ts';
import { aboveAmong, readOffices, regionNames, regionsBelow, takenRegions } from '../../store/dispatch/places.ts';
import { rulesFor, rulesOfRegions } from '../../store/dispatch/rules.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';
import { reachesRegion, recordOf } from './load-cycle.ts';
import { decided } from './run-cycle.ts';

/** Plans the cycles that there have to be by a day and are not there yet, of every office that runs any; as the system. */
export async function planAhead(deps: TaskDeps, day: Day): Promise<number> {
  const offices = await runningOffices(deps.db, day);
  if (offices.length === 0) return 0;
  const rules = await rulesOfRegions(deps.db, offices, day);
  const there = new Set((await readCycles(deps.db, offices)).map(({ cycle, place }) => keyOf(place.regionId, cycle)));
  let done = 0;
  for (const regionId of offices)
    for (const head of cyclesAhead(day, deps.calendar, rules(regionId).cycle))
      if (!there.has(keyOf(regionId, head)) && (await planOne(deps, regionId, head, offices))) done++;
  return done;
}

const keyOf = (regionId: string, { kind, period }: Pick<Cycle, 'kind' | 'period'>) => `${regionId} ${kind} ${period}`;

async function runningOffices(db: TaskDb, day: Day): Promise<string[]> {
  const { set, keeping } = await readOffices(db, day);
  return officesRunning({ set, keeping, above: await aboveAmong(db, [...new Set([...set, ...keeping])]) });
}

/** False when it is there already, or its tasks are in the cycle of a region above. */
async function planOne(
  deps: TaskDeps,
  regionId: string,
  head: PlannedHead,
  offices: readonly string[],
): Promise<boolean> {
  const place = { regionId, unitId: null, chainId: null };
  const cycle = decided(planCycle({ ...head, id: deps.newId() }));
  try {
    await recording(deps, systemActor, async (db, note) => {
      await putCycle(db, { cycle, place, madeBy: systemActor.name }, offices, deps.clock.now());
      note({ action: 'dispatch.make-cycle', ...recordOf({ cycle, place }), changes: headChanges(cycle) });
    });
    return true;
  } catch (cause) {
    if (cause instanceof RefusalError) return false;
    throw cause;
  }
}

const headChanges = ({ opensOn, dueOn }: Cycle) => [
  { field: 'opensOn', before: null, after: opensOn },
  { field: 'dueOn', before: null, after: dueOn },
];

/**
 * Keeps a cycle with the regions whose tasks it takes: its own and those below, without those of offices that run cycles
 * themselves or are in another cycle of the period. Refuses a second one (`cycle-exists`) and one of a region whose tasks are in
 * that of a region above (`cycle-covered`).
 */
async function putCycle(
  db: TaskDb,
  made: Pick<StoredCycle, 'cycle' | 'place' | 'madeBy'>,
  offices: readonly string[],
  at: string,
): Promise<void> {
  const { regionId } = made.place;
  const below = await regionsBelow(db, regionId);
  const taken = await takenRegions(db, made.cycle, below);
  const upper = taken.find((each) => each.regionId === regionId);
  if (upper !== undefined) {
    const names = await regionNames(db, [upper.by]);
    const code = upper.by === regionId ? 'cycle-exists' : 'cycle-covered';
    throw new RefusalError({ code, field: cycleName(made.cycle), given: names.get(upper.by) ?? upper.by });
  }
  const others = offices.filter((office) => office !== regionId && below.includes(office));
  const apart = new Set(taken.map((each) => each.regionId));
  for (const office of others) for (const each of await regionsBelow(db, office)) apart.add(each);
  const own = below.filter((each) => !apart.has(each));
  if (!(await insertCycle(db, made, own, at)))
    throw new RefusalError({ code: 'cycle-exists', field: cycleName(made.cycle) });
}

/** When the cycle of a period would run by the rules of a region. Refuses when the working calendar does not reach. */
function headBy(rules: RunRules, period: Period, { calendar }: TaskDeps): Result<PlannedHead> {
  const { monthly, quarterly, yearly } = usualCycleRules;
  return proposeCycle(period, calendar, {
    monthly: rules.monthly ?? monthly,
    quarterly: rules.quarterly ?? quarterly,
    yearly: rules.yearly ?? yearly,
  });
}

/** The cycles that a person may want now, each with the days that the rules give or why there are none; `say` words a refusal. */
export async function proposedCycles(
  actor: Actor,
  given: { readonly regionId?: string | undefined },
  say: (refusal: Refusal) => string,
  deps: TaskDeps,
): Promise<{ region: string; cycles: ProposedCycleJson[] }> {
  permit(actor, 'task.dispatch');
  const region = given.regionId ?? actor.post?.scopeRegionId ?? '';
  refuseFar(actor, region);
  const day = dayAt(deps.clock.now());
  const rules = (await rulesFor(deps.db, region, day)).cycle;
  const there = new Map((await readCycles(deps.db, [region])).map(({ cycle }) => [cycle.period, cycle.id]));
  const cycles = periodsAround(day).flatMap((period): ProposedCycleJson[] => {
    const kind = kinds[lengthOf(period)];
    const head = headBy(rules, period, deps);
    const name = cycleName({ kind, period });
    const cycleId = there.get(period) ?? null;
    if (!head.ok)
      return [{ period, kind, name, opensOn: null, dueOn: null, why: head.refusals.map(say).join(''), cycleId }];
    const { opensOn, dueOn } = head.value;
    return dueOn < day && cycleId === null ? [] : [{ period, kind, name, opensOn, dueOn, why: null, cycleId }];
  });
  return { region, cycles };
}

function refuseFar(actor: Actor, regionId: string): void {
  if (!reachesRegion(actor, regionId))
    throw new RefusalError({ code: 'dispatch-region-far', field: 'regionId', given: regionId });
}

/**
 * Plans a cycle by hand; without days those that the rules and the working calendar give. Refuses a period whose reporting
 * would be over, a second cycle of a period, and a year that is not published.
 */
export async function makeCycle(
  actor: Actor,
  asked: {
    readonly regionId?: string | undefined;
    readonly period: Period;
    readonly opensOn: Day | null;
    readonly dueOn: Day | null;
  },
  deps: TaskDeps,
): Promise<string> {
  permit(actor, 'task.dispatch');
  const { opensOn, dueOn, period } = asked;
  const regionId = asked.regionId ?? actor.post?.scopeRegionId ?? '';
  refuseFar(actor, regionId);
  if (!isPeriod(period)) throw new RefusalError({ code: 'cycle-period', field: 'period', given: period });
  const day = dayAt(deps.clock.now());
  const head =
    opensOn !== null && dueOn !== null
      ? { kind: kinds[lengthOf(period)], period, opensOn, dueOn }
      : decided(headBy((await rulesFor(deps.db, regionId, day)).cycle, period, deps));
  const cycle = decided(planCycle({ ...head, id: deps.newId() }));
  if (cycle.dueOn < day) throw new RefusalError({ code: 'cycle-over', field: cycleName(cycle), given: cycle.dueOn });
  const place = { regionId, unitId: placeOfPost(actor).unitId, chainId: null };
  await recording(deps, actor, async (db, note) => {
    const offices = (await readOffices(db, day)).set;
    await putCycle(db, { cycle, place, madeBy: actor.name }, offices, deps.clock.now());
    note({ action: 'dispatch.make-cycle', ...recordOf({ cycle, place }), changes: headChanges(cycle) });
  });
  return cycle.id;
}

const kinds = { month: 'monthly', quarter: 'quarterly', year: 'yearly' } as const;

/** The periods for which a person may want a cycle on a day: of each length this one, the one before and the next. */
const periodsAround = (day: Day): Period[] =>
  (['month', 'quarter', 'year'] as const).flatMap((length) => {
    const now = periodOf(day.slice(0, 7), length);
    return [shifted(now, -1), now, shifted(now, 1)];
  });
