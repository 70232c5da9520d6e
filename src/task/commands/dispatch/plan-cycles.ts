import { insideAsSystem } from '../../../../platform/db/index.ts';
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
  type ChainRef,
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
import { insertCycle, lockCycle, readCycles, type StoredCycle, setApart } from '../../store/dispatch/cycles.ts';
import {
  aboveAmong,
  chainsBelow,
  readOffices,
  regionNames,
  regionsBelow,
  type Taken,
  takenRegions,
} from '../../store/dispatch/places.ts';
import { rulesFor, rulesOfRegions } from '../../store/dispatch/rules.ts';
import { readChainsAbove } from '../../store/origin/units.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';
import { reachesRegion, recordOf } from './load-cycle.ts';
import { decided } from './run-cycle.ts';

/** Plans the cycles that there have to be by a day and are not there yet, of every office that runs any; as the system. */
export async function planAhead(deps: TaskDeps, day: Day): Promise<number> {
  const offices = await runningOffices(deps.db, day);
  if (offices.length === 0) return 0;
  const rules = await rulesOfRegions(deps.db, offices, day);
  const whole = (await readCycles(deps.db, offices)).filter(({ place }) => place.chainId === null);
  const there = new Set(whole.map(({ cycle, place }) => keyOf(place.regionId, cycle)));
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
 * themselves or are in another cycle of the period. That of one chain takes the tasks of the chain out of the cycle of the whole,
 * which has not begun. Refuses a second one (`cycle-exists`), one of a region whose tasks are in that of a region above
 * (`cycle-covered`), and one of a chain whose tasks are being asked for already (`cycle-chain-late`).
 */
async function putCycle(
  db: TaskDb,
  made: Pick<StoredCycle, 'cycle' | 'place' | 'madeBy'>,
  offices: readonly string[],
  at: string,
): Promise<void> {
  const { regionId, chainId } = made.place;
  const below = await regionsBelow(db, regionId);
  const taken = await takenRegions(db, made.cycle, below);
  const here = taken.filter((each) => each.regionId === regionId);
  const upper = here.find((each) => each.by !== regionId) ?? here.find((each) => isTaken(each, chainId));
  if (upper !== undefined) {
    const names = await regionNames(db, [upper.by]);
    const code = upper.by === regionId ? 'cycle-exists' : 'cycle-covered';
    throw new RefusalError({ code, field: cycleName(made.cycle), given: names.get(upper.by) ?? upper.by });
  }
  if (chainId !== null) await refuseBegun(db, made.cycle, here);
  const others = offices.filter((office) => office !== regionId && below.includes(office));
  const elsewhere = new Set(taken.filter((each) => each.by !== regionId).map((each) => each.regionId));
  for (const office of others) for (const each of await regionsBelow(db, office)) elsewhere.add(each);
  const own = below.filter((each) => !elsewhere.has(each));
  const apart = [...new Set(here.flatMap((each) => each.chains))];
  const chains = chainId === null ? [] : await chainsBelow(db, chainId);
  const regions = own.map((each) => ({ regionId: each, chains, apart }));
  if (!(await insertCycle(db, made, regions, at)))
    throw new RefusalError({ code: 'cycle-exists', field: cycleName(made.cycle) });
  if (chainId !== null) await insideAsSystem(db, () => setApart(db, made.cycle, chains, own));
}

/** A chain is taken by its own cycle or that of one above it, the whole only by another of the whole. */
const isTaken = (each: Taken, chainId: string | null): boolean =>
  chainId === null ? each.chainId === null : each.chains.includes(chainId);

/** Refuses the cycle of a chain where that of the whole has begun to ask for the tasks of the chain. */
async function refuseBegun(db: TaskDb, cycle: Cycle, here: readonly Taken[]): Promise<void> {
  const whole = here.find((each) => each.chainId === null);
  const now = whole === undefined ? undefined : await lockCycle(db, whole.cycleId);
  if (now !== undefined && now.cycle.state !== 'planned')
    throw new RefusalError({ code: 'cycle-chain-late', field: cycleName(cycle), given: cycleName(now.cycle) });
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
): Promise<{ region: string; cycles: ProposedCycleJson[]; chains: { id: string; name: string }[] }> {
  permit(actor, 'task.dispatch');
  const region = given.regionId ?? actor.post?.scopeRegionId ?? '';
  refuseFar(actor, region);
  const day = dayAt(deps.clock.now());
  const rules = (await rulesFor(deps.db, region, day)).cycle;
  const whole = (await readCycles(deps.db, [region])).filter(({ place }) => place.chainId === null);
  const there = new Map(whole.map(({ cycle }) => [cycle.period, cycle]));
  const cycles = periodsAround(day).flatMap((period): ProposedCycleJson[] => {
    const kind = kinds[lengthOf(period)];
    const head = headBy(rules, period, deps);
    const name = cycleName({ kind, period });
    const found = there.get(period);
    const both = { cycleId: found?.id ?? null, begun: found !== undefined && found.state !== 'planned' };
    if (!head.ok)
      return [{ period, kind, name, opensOn: null, dueOn: null, why: head.refusals.map(say).join(''), ...both }];
    const { opensOn, dueOn } = head.value;
    return dueOn < day && found === undefined ? [] : [{ period, kind, name, opensOn, dueOn, why: null, ...both }];
  });
  const chains = await readChainsAbove(deps.db, region);
  return { region, cycles, chains: chains.map(({ id, name }) => ({ id, name })) };
}

function refuseFar(actor: Actor, regionId: string): void {
  if (!reachesRegion(actor, regionId))
    throw new RefusalError({ code: 'dispatch-region-far', field: 'regionId', given: regionId });
}

/**
 * Plans a cycle by hand, of all tasks or of one chain's; without days those that the rules and the working calendar give. Refuses a period whose reporting
 * would be over, a second cycle of a period, and a year that is not published.
 */
export async function makeCycle(
  actor: Actor,
  asked: {
    readonly regionId?: string | undefined;
    readonly period: Period;
    readonly opensOn: Day | null;
    readonly dueOn: Day | null;
    readonly chainId?: string | null | undefined;
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
  const chain = await chainIn(deps.db, regionId, asked.chainId ?? null);
  const cycle = decided(planCycle({ ...head, id: deps.newId(), ...(chain !== null && { chain }) }));
  if (cycle.dueOn < day) throw new RefusalError({ code: 'cycle-over', field: cycleName(cycle), given: cycle.dueOn });
  const place = { regionId, unitId: placeOfPost(actor).unitId, chainId: chain?.id ?? null };
  await recording(deps, actor, async (db, note) => {
    const offices = (await readOffices(db, day)).set;
    await putCycle(db, { cycle, place, madeBy: actor.name }, offices, deps.clock.now());
    note({ action: 'dispatch.make-cycle', ...recordOf({ cycle, place }), changes: headChanges(cycle) });
  });
  return cycle.id;
}

/** The chain that a cycle is narrowed to, by its name of today. Refuses one that the region has not. */
async function chainIn(db: TaskDb, regionId: string, chainId: string | null): Promise<ChainRef | null> {
  if (chainId === null) return null;
  const found = (await readChainsAbove(db, regionId)).find(({ id }) => id === chainId);
  if (found === undefined) throw new RefusalError({ code: 'cycle-chain-unknown', field: 'chainId', given: chainId });
  return { id: found.id, name: found.name };
}

const kinds = { month: 'monthly', quarter: 'quarterly', year: 'yearly' } as const;

/** The periods for which a person may want a cycle on a day: of each length this one, the one before and the next. */
const periodsAround = (day: Day): Period[] =>
  (['month', 'quarter', 'year'] as const).flatMap((length) => {
    const now = periodOf(day.slice(0, 7), length);
    return [shifted(now, -1), now, shifted(now, 1)];
  });
