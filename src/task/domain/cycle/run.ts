import { dayAt, isDayText, isPeriod, lengthOf, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Stamp } from '../model/index.ts';
import { cycleStateNames } from '../wording/cycle.ts';
import { periodWords } from '../wording/day.ts';
import type { Cycle, CycleState } from './cycle.ts';

const lengths = { monthly: 'month', quarterly: 'quarter', yearly: 'year' } as const;

/** Plans a cycle. Refuses a period of another length than its kind, days that do not exist, and a last day before the first. */
export function planCycle(head: Pick<Cycle, 'id' | 'kind' | 'period' | 'opensOn' | 'dueOn' | 'chain'>): Result<Cycle> {
  const { kind, period, opensOn, dueOn } = head;
  const refusals: Refusal[] = [];
  if (!isPeriod(period) || lengthOf(period) !== lengths[kind])
    refusals.push({ code: 'cycle-period', field: 'period', given: period, limit: lengths[kind] });
  for (const day of [opensOn, dueOn])
    if (!isDayText(day)) refusals.push({ code: 'day-unknown', field: 'day', given: day, limit: 'YYYY-MM-DD' });
  if (refusals.length === 0 && dueOn < opensOn)
    refusals.push({ code: 'cycle-days', field: period, given: dueOn, limit: opensOn });
  if (refusals.length > 0) return refuse(...refusals);
  const nothing = { opened: null, closed: null, reminders: [], frozen: null } as const;
  return ok({ ...head, ...nothing, state: 'planned', revision: 1 });
}

const inState = (cycle: Cycle, ...states: readonly CycleState[]): Refusal[] =>
  states.includes(cycle.state)
    ? []
    : [
        {
          ...{ code: 'cycle-state', field: periodWords(cycle.period), given: cycleStateNames[cycle.state] },
          limit: states.map((state) => cycleStateNames[state]).join('、'),
        },
      ];

const next = (cycle: Cycle, changes: Partial<Cycle>): Result<Cycle> =>
  ok({ ...cycle, ...changes, revision: cycle.revision + 1 });

const traceOf = ({ by, at }: Stamp) => ({ by, on: dayAt(at), words: '' });

/** Begins reporting. Refuses before its first day. */
export function openCycle(cycle: Cycle, stamp: Stamp): Result<Cycle> {
  const refusals = inState(cycle, 'planned');
  const today = dayAt(stamp.at);
  if (refusals.length === 0 && today < cycle.opensOn)
    refusals.push({ code: 'cycle-not-yet', field: periodWords(cycle.period), given: today, limit: cycle.opensOn });
  return refusals.length > 0 ? refuse(...refusals) : next(cycle, { state: 'open', opened: traceOf(stamp) });
}

/** Reminds units that have not reported; refuses when there is nobody to remind. */
export function remind(cycle: Cycle, unitIds: readonly string[], words: string, stamp: Stamp): Result<Cycle> {
  const refusals = inState(cycle, 'open', 'closed');
  if (unitIds.length === 0) refusals.push({ code: 'cycle-nobody', field: periodWords(cycle.period) });
  const reminder = { ...traceOf(stamp), words, unitIds: [...new Set(unitIds)].sort() };
  return refusals.length > 0 ? refuse(...refusals) : next(cycle, { reminders: [...cycle.reminders, reminder] });
}

/** Whether a report still counts for a cycle and whether it is late; refuses before it opens and after it is frozen. */
export function acceptReport(cycle: Cycle, at: string): Result<{ readonly cycleId: string; readonly late: boolean }> {
  const refusals = inState(cycle, 'open', 'closed');
  if (refusals.length > 0) return refuse(...refusals);
  return ok({ cycleId: cycle.id, late: cycle.state === 'closed' || dayAt(at) > cycle.dueOn });
}

/** Ends reporting; what comes now is late. Refuses before the last day has passed. */
export function closeCycle(cycle: Cycle, stamp: Stamp): Result<Cycle> {
  const refusals = inState(cycle, 'open');
  const today = dayAt(stamp.at);
  if (refusals.length === 0 && today <= cycle.dueOn)
    refusals.push({ code: 'cycle-not-yet', field: periodWords(cycle.period), given: today, limit: cycle.dueOn });
  return refusals.length > 0 ? refuse(...refusals) : next(cycle, { state: 'closed', closed: traceOf(stamp) });
}

/**
 * Freezes a closed cycle with the fingerprint of its snapshot, reckoned from the facts known at `stamp.at`. Refuses a cycle
 * that is frozen: a mistake is put right in the next, never in what was issued.
 */
export function freezeCycle(cycle: Cycle, digest: string, stamp: Stamp): Result<Cycle> {
  const refusals = inState(cycle, 'closed');
  return refusals.length > 0
    ? refuse(...refusals)
    : next(cycle, { state: 'frozen', frozen: { by: stamp.by, at: stamp.at, digest } });
}
