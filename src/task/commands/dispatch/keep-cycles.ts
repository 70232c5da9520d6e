import { systemActor } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { type Day, dayAt } from '../../../kernel/index.ts';
import { reminderDays } from '../../domain/index.ts';
import { remindedOn, runningCycles, type StoredCycle, takeCycle } from '../../store/dispatch/cycles.ts';
import { newestFact } from '../../store/dispatch/roll.ts';
import { rulesOfRegions } from '../../store/dispatch/rules.ts';
import type { TaskDeps } from '../deps.ts';
import { isFreezing } from './cycle-for.ts';
import { planAhead } from './plan-cycles.ts';
import { closeInside, type Inside, openInside, remindInside } from './run-cycle.ts';
import { askOwing, usualReminder } from './tell-cycle.ts';

/**
 * One round of keeping the cycles of all offices, as the system: plans those that have to be there, opens and closes them at
 * their day, asks units for reports and reminds those that owe one, once a day at most. Several servers may run it. Gives how
 * much it did.
 */
export async function keepCycles(deps: TaskDeps): Promise<number> {
  const day = dayAt(deps.clock.now());
  let done = await planAhead(deps, day);
  const running = await runningCycles(deps.db);
  const rules = await rulesOfRegions(
    deps.db,
    running.map(({ place }) => place.regionId),
    day,
  );
  for (const stored of running) {
    const days = reminderDays(stored.cycle, deps.calendar, rules(stored.place.regionId).cycle);
    done += await keepOne(stored, day, days, deps);
  }
  return done;
}

async function keepOne(seen: StoredCycle, day: Day, days: readonly Day[], deps: TaskDeps): Promise<number> {
  const { state, opensOn, dueOn, id } = seen.cycle;
  if (state === 'planned') return opensOn <= day ? step(seen, deps, (stored, inside) => open(inside, deps, stored)) : 0;
  if (isFreezing(seen.freezingAt, deps.clock.now())) return 0;
  let done = await asked(seen, deps);
  if (state === 'open' && days.includes(day) && !(await remindedOn(deps.db, id, day)))
    done += await step(seen, deps, async (stored, inside) => {
      const how = { unitIds: null, words: usualReminder, byRound: true };
      return (await remindInside(inside, deps, systemActor, stored, how)) ? 1 : 0;
    });
  if (state === 'open' && dueOn < day)
    done += await step(seen, deps, async (stored, inside) => {
      await closeInside(inside, deps, systemActor, stored);
      return 1;
    });
  return done;
}

async function open(inside: Inside, deps: TaskDeps, stored: StoredCycle): Promise<number> {
  await openInside(inside, deps, systemActor, stored);
  return 1;
}

/** Does something with a cycle that is still as it was seen; nothing when another server is at it. */
async function step(
  seen: StoredCycle,
  deps: TaskDeps,
  work: (stored: StoredCycle, inside: Inside) => Promise<number>,
): Promise<number> {
  const idle = new Idle();
  try {
    return await recording(deps, systemActor, async (db, note) => {
      const stored = await takeCycle(db, seen.cycle.id);
      const isAsSeen = stored?.cycle.state === seen.cycle.state;
      const done = stored !== undefined && isAsSeen ? await work(stored, { db, note }) : 0;
      // What did nothing notes nothing, and is undone.
      if (done === 0) throw idle;
      return done;
    });
  } catch (cause) {
    if (cause === idle) return 0;
    throw cause;
  }
}

class Idle extends Error {}

/** Up to which fact the workbenches are known to be up to date, by cycle; a server that starts looks anew. */
const lookedUntil = new Map<string, string>();

/** Brings the workbenches of the units up to date with what they owe; looks only when something has happened since. */
async function asked(seen: StoredCycle, deps: TaskDeps): Promise<number> {
  const key = `${seen.cycle.id} ${seen.cycle.revision}`;
  const newest = await newestFact(deps.db);
  if (lookedUntil.get(key) === newest) return 0;
  const done = await askedNow(seen, deps);
  if (done === 0) lookedUntil.set(key, newest);
  return done;
}

async function askedNow(seen: StoredCycle, deps: TaskDeps): Promise<number> {
  return deps.db.transaction().execute(async (db) => {
    const stored = await takeCycle(db, seen.cycle.id);
    const isRunning = stored?.cycle.state === 'open' || stored?.cycle.state === 'closed';
    return stored !== undefined && isRunning ? askOwing(db, deps, systemActor, stored) : 0;
  });
}
