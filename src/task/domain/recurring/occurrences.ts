import { type Day, dayNumber, lastDay, type Period } from '../../../kernel/index.ts';
import type { Occurrence, Recurrence, Task, TaskContent } from '../model/index.ts';
import { occurrenceTitle } from '../wording/occurrence.ts';

/** Every time that is due from one day to another, both included, in order; the same keys however often it is asked. */
export function occurrencesOf(recurrence: Recurrence, from: Day, to: Day): Occurrence[] {
  if (dayNumber(from) > dayNumber(to)) return [];
  const found =
    recurrence.kind === 'dated'
      ? recurrence.months.flatMap((month) => inMonth(month, recurrence.times, recurrence.what, null))
      : rounds(recurrence, from, to);
  return found
    .filter(({ dueOn }) => dueOn >= from && dueOn <= to)
    .sort((a, b) => (a.dueOn === b.dueOn ? a.no - b.no : a.dueOn < b.dueOn ? -1 : 1));
}

const monthOf = (months: number): Period =>
  `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
const monthsUntil = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

function rounds(recurrence: Extract<Recurrence, { kind: 'every' }>, from: Day, to: Day): Occurrence[] {
  const { every, times, months, day, what } = recurrence;
  const found: Occurrence[] = [];
  for (let start = Math.floor(monthsUntil(from) / every) * every; start <= monthsUntil(to); start += every) {
    if (months.length > 0)
      for (const month of months) found.push(...inMonth(monthOf(start + month - 1), times, what, day));
    // So many times in a round are spread over it: the second of four of a year is due by the end of June.
    else
      for (let no = 1; no <= times; no++) {
        const period = monthOf(start + Math.ceil((every * no) / times) - 1);
        found.push({
          key: `${monthOf(start + every - 1)}#${no}`,
          period,
          dueOn: dueIn(period, day),
          no,
          of: times,
          what,
        });
      }
  }
  return found;
}

const inMonth = (period: Period, times: number, what: string | null, day: number | null): Occurrence[] =>
  Array.from({ length: times }, (_, at) => ({
    ...{ key: `${period}#${at + 1}`, period, dueOn: dueIn(period, day), no: at + 1, of: times, what },
  }));

/** The day of a month, or its last when it has none so late. */
function dueIn(period: Period, day: number | null): Day {
  const last = lastDay(period);
  const wanted = `${period}-${String(day ?? 31).padStart(2, '0')}`;
  return wanted < last ? wanted : last;
}

/** One time of a recurring duty as it is to be made; `index` says which of the task's recurrences it is of. */
export interface DueOccurrence extends Occurrence {
  readonly index: number;
}

/** The times of a task that are due in a span and have not been made, by the keys of those that have. */
export function missingOccurrences(
  task: Pick<Task, 'recurrences'>,
  made: ReadonlySet<string>,
  from: Day,
  to: Day,
): DueOccurrence[] {
  return task.recurrences.flatMap((recurrence, index) =>
    occurrencesOf(recurrence, from, to)
      .map((each) => ({ ...each, key: `${index}:${each.key}`, index }))
      .filter(({ key }) => !made.has(key)),
  );
}

/** A time of a recurring duty as a task of its own, owed by the same units. Milestones and figures stay with the whole. */
export function occurrenceTask(task: Task, occurrence: DueOccurrence, id: string): TaskContent {
  const { key, period, dueOn, what } = occurrence;
  const duties = task.duties
    .filter(({ state }) => state !== 'replaced' && state !== 'withdrawn')
    .map(({ id: dutyId, unit, role, part, inherited, own }) => ({
      ...{ id: dutyId, unit, role, part, inherited, dueOn: own ? dueOn : null },
    }));
  return {
    id,
    title: occurrenceTitle(task.title, occurrence),
    words: what,
    source: task.source,
    regionCode: task.regionCode,
    chains: task.chains,
    duties,
    milestones: [],
    deliverables: [],
    dependsOn: [],
    recurrences: [],
    parent: null,
    occurrence: { of: task.id, key, period },
  };
}
