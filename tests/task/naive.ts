import { addDays } from '../../src/kernel/index.ts';

/**
 * A second reckoning of duties, for tests: walks from day to day over plain notes of what was done, and knows nothing of
 * the slice's own way to keep state. Red is whatever was red at some moment, noted day by day.
 */

/** What was done, in the order in which it was done. */
export interface Note {
  readonly day: string;
  readonly duty: string;
  readonly did:
    | 'send'
    | 'hand-in'
    | 'send-back'
    | 'take-back'
    | 'close'
    | 'reopen'
    | 'prolong'
    | 'replace'
    | 'drop'
    | 'report';
  /** A new deadline, or the duty that takes the place. */
  readonly to?: string | null;
  readonly value?: number;
}

export interface NaiveDuty {
  readonly id: string;
  readonly unit: string;
  readonly lead: boolean;
  readonly own: boolean;
  readonly due: string | null;
}

export interface NaiveTask {
  readonly id: string;
  readonly duties: NaiveDuty[];
  readonly notes: Note[];
  /** A sum that the leads report, from the first of January to the last of December. */
  readonly target: number | null;
}

interface Walked {
  owed: boolean;
  done: boolean;
  due: string | null;
  handedIn: string | null;
  closedOn: string | null;
  readonly redDays: Set<string>;
}

/** How each duty of a task stood at the end of a day. */
export function walk(task: NaiveTask, until: string): Map<string, Walked> {
  const all = new Map<string, Walked>(
    task.duties.map((duty) => [
      duty.id,
      { owed: false, done: false, due: duty.due, handedIn: null, closedOn: null, redDays: new Set<string>() },
    ]),
  );
  const of = (id: string): Walked => {
    const found = all.get(id);
    if (found === undefined) throw new Error(id);
    return found;
  };
  const ownRed = (id: string, day: string): boolean => {
    const { owed, done, due, handedIn } = of(id);
    return owed && !done && due !== null && day > due && !(handedIn !== null && handedIn <= due);
  };
  const red = (duty: NaiveDuty, day: string): boolean => {
    if (duty.own) return ownRed(duty.id, day);
    const { owed, done } = of(duty.id);
    return owed && !done && task.duties.some((each) => each.lead && ownRed(each.id, day));
  };
  const look = (day: string): void => {
    for (const duty of task.duties) if (red(duty, day)) of(duty.id).redDays.add(day);
  };
  const first = task.notes[0]?.day ?? until;
  for (let day = first; day <= until; day = addDays(day, 1)) {
    for (const note of task.notes.filter((each) => each.day === day)) {
      look(day);
      happen(task, note, of);
    }
    look(day);
  }
  return all;
}

function happen(task: NaiveTask, { did, duty, day, to }: Note, of: (id: string) => Walked): void {
  const one = of(duty);
  const others = task.duties.filter(({ own }) => !own).map(({ id }) => of(id));
  const allDone = (): boolean => {
    const bearing = task.duties.filter(({ own, id }) => own && of(id).owed).map(({ id }) => of(id));
    return bearing.every(({ done }) => done);
  };
  if (did === 'send') one.owed = true;
  if (did === 'hand-in') one.handedIn = day;
  if (did === 'take-back') one.handedIn = null;
  if (did === 'send-back') Object.assign(one, { handedIn: null, due: to ?? one.due });
  if (did === 'prolong') one.due = to ?? one.due;
  if (did === 'drop') one.owed = false;
  if (did === 'replace') {
    one.owed = false;
    of(to ?? '').owed = true;
  }
  if (did === 'close') {
    Object.assign(one, { done: true, closedOn: day });
    if (allDone())
      for (const other of others.filter(({ owed }) => owed)) Object.assign(other, { done: true, closedOn: day });
  }
  if (did === 'reopen') {
    Object.assign(one, { done: false, handedIn: null, due: to ?? one.due });
    for (const other of others) other.done = false;
  }
}

/** The light of each duty of a task at the end of a day. */
export function naiveLights(task: NaiveTask, day: string): Map<string, string> {
  const all = walk(task, day);
  return new Map(task.duties.map((duty) => [duty.id, naiveLight(task, duty, day, all)]));
}

function naiveLight(task: NaiveTask, duty: NaiveDuty, day: string, all: ReadonlyMap<string, Walked>): string {
  const mine = all.get(duty.id);
  if (mine === undefined || !mine.owed) return 'none';
  if (mine.redDays.has(day) && isRedNow(task, duty, all, day)) return 'red';
  if ([...mine.redDays].some((each) => each.slice(0, 7) === day.slice(0, 7))) return 'yellow';
  if (mine.done) return 'green';
  const leads = task.duties.filter(({ lead, id }) => lead && all.get(id)?.owed).flatMap(({ id }) => all.get(id) ?? []);
  const waiting = duty.own ? mine.handedIn !== null : !leads.some(({ done, handedIn }) => !done && handedIn === null);
  if (waiting && (duty.own || leads.some(({ done }) => !done))) return 'green';
  if (duty.lead && task.target !== null && behind(task, task.target, day)) return 'yellow';
  const dues = duty.own
    ? [mine.due]
    : leads.filter(({ done, handedIn }) => !done && handedIn === null).map(({ due }) => due);
  const due = dues.filter((each) => each !== null).sort()[0] ?? null;
  if (due !== null && addDays(day, 10) >= due) return 'blue';
  return due === null && !(duty.lead && task.target !== null) ? 'none' : 'green';
}

function isRedNow(task: NaiveTask, duty: NaiveDuty, all: ReadonlyMap<string, Walked>, day: string): boolean {
  const late = (id: string): boolean => {
    const found = all.get(id);
    if (found === undefined || !found.owed || found.done || found.due === null) return false;
    return day > found.due && (found.handedIn === null || found.handedIn > found.due);
  };
  if (duty.own) return late(duty.id);
  return all.get(duty.id)?.done === false && task.duties.some((each) => each.lead && late(each.id));
}

/** 365 days, ten points of the target tolerated, silence for 45 days. */
function behind(task: NaiveTask, target: number, day: string): boolean {
  const leads = task.duties.filter(({ lead }) => lead).map(({ id }) => id);
  const said = task.notes.filter((note) => note.did === 'report' && leads.includes(note.duty) && note.day <= day);
  const value = said.at(-1)?.value;
  let gone = 0;
  for (let each = '2025-01-01'; each <= day; each = addDays(each, 1)) gone++;
  if (value === undefined) return gone > 45;
  return target * gone * 100 - value * 365 * 100 > (gone >= 365 ? 0 : target * 365 * 10);
}

export interface NaiveRate {
  readonly unit: string;
  onTime: number;
  late: number;
  overdue: number;
  won: number;
  of: number;
}

/** On time, late and overdue by unit; leads weigh two, others one. */
export function naiveRates(tasks: readonly NaiveTask[], since: string, day: string): NaiveRate[] {
  const found = new Map<string, NaiveRate>();
  for (const task of tasks) {
    const all = walk(task, day);
    for (const duty of task.duties) {
      const { owed, done, closedOn, redDays } = all.get(duty.id) ?? {
        owed: false,
        done: false,
        closedOn: null,
        redDays: new Set(),
      };
      if (!owed) continue;
      const kind = done
        ? closedOn !== null && closedOn >= since && (redDays.size === 0 ? 'onTime' : 'late')
        : isRedNow(task, duty, all, day) && 'overdue';
      if (kind === false) continue;
      const rate = found.get(duty.unit) ?? { unit: duty.unit, onTime: 0, late: 0, overdue: 0, won: 0, of: 0 };
      rate[kind]++;
      rate.of += duty.lead ? 2 : 1;
      if (kind === 'onTime') rate.won += duty.lead ? 2 : 1;
      found.set(duty.unit, rate);
    }
  }
  return [...found.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

/** One more than the units that did strictly better. */
export const naivePlace = (rate: NaiveRate, all: readonly NaiveRate[]): number =>
  1 + all.filter((other) => other.won * rate.of > rate.won * other.of).length;
