import type { Day, WorkingCalendar } from '../../../kernel/index.ts';
import { readRecurrences } from '../recurring/index.ts';
import { type SaidTime, timesIn } from './due.ts';
import type { FindUnit, InstructDoubt, Instructed, InstructedDuty } from './model.ts';
import { type Told, toldIn } from './roles.ts';
import { titleOf } from './title.ts';
import { type SaidUnit, unitsIn } from './units.ts';

interface Given {
  readonly today: Day;
  readonly calendar: WorkingCalendar;
  readonly find: FindUnit;
}

/**
 * The task that somebody means who writes in his own words who does what by when. Nothing is guessed: what the words leave
 * open stays open and is told as a doubt, and he sees it before anything is sent.
 */
export function readInstruction(words: string, { today, calendar, find }: Given): Instructed {
  const text = words.normalize('NFC').trim();
  const times = timesIn(text, today, calendar);
  const told = toldIn(text, unitsIn(text, find), times);
  const duties = dutiesOf(told);
  const title = titleOf(text, [...told, ...times]);
  const { dueOn, dueSaid, milestones, doubts } = dueOf(times, text);
  const rhythm = readRecurrences(text);
  return {
    ...{ title, duties, dueOn, dueSaid, milestones },
    doubts: [
      ...(title === '' ? [{ code: 'title-missing' as const, given: '' }] : []),
      ...(duties.some(({ role }) => role === 'lead') ? [] : [{ code: 'lead-missing' as const, given: '' }]),
      ...told.flatMap(({ units }) => units.flatMap(doubtsOfUnit)),
      ...doubts,
      ...(rhythm.length > 0
        ? [{ code: 'recurring' as const, given: /每[^，。；]{0,8}/u.exec(text)?.[0] ?? text }]
        : []),
    ],
  };
}

function dutiesOf(told: readonly Told[]): InstructedDuty[] {
  const all = told.flatMap(({ units, role, part }) =>
    units.map(({ said, found }): InstructedDuty => {
      const candidates = found?.units ?? [];
      const [only] = candidates;
      const clear = only !== undefined && candidates.length === 1;
      return {
        ...{ said, role, part, candidates },
        unit: clear ? { id: only.id, name: only.name } : { id: null, name: said },
      };
    }),
  );
  // Who leads is not also told to help.
  return all.filter(
    ({ unit, role, part }, at) =>
      !all.some(
        (other, before) =>
          (other.unit.id ?? other.said) === (unit.id ?? unit.name) &&
          (other.role === role ? before < at && other.part === part : other.role === 'lead' && part === null),
      ),
  );
}

function doubtsOfUnit({ said, found }: SaidUnit): InstructDoubt[] {
  if (found === null) return [{ code: 'unit-unresolved', given: said }];
  if (found.collective) return [{ code: 'unit-collective', given: said }];
  if (found.units.length > 1) return [{ code: 'unit-several', given: said }];
  const [only] = found.units;
  if (only === undefined) return [{ code: 'unit-unresolved', given: said }];
  return found.region ? [{ code: 'unit-region', given: `${said}（${only.name}）` }] : [];
}

/** The last of the days is the deadline; those before are milestones, named by the words around them. */
function dueOf(
  times: readonly SaidTime[],
  text: string,
): Pick<Instructed, 'dueOn' | 'dueSaid' | 'milestones' | 'doubts'> {
  const days = times.flatMap(({ day, said, end }) => (day === null ? [] : [{ day, said, end }]));
  const last = days.reduce<(typeof days)[number] | null>(
    (latest, each) => (latest === null || each.day >= latest.day ? each : latest),
    null,
  );
  const doubts = times.flatMap(({ doubt, day }) =>
    doubt === null || (doubt.code === 'due-vague' && day === null && last !== null) ? [] : [doubt],
  );
  if (last === null) {
    if (doubts.length === 0) doubts.push({ code: 'due-missing', given: '' });
    return { dueOn: null, dueSaid: null, milestones: [], doubts };
  }
  const earlier = days.filter(({ day }) => day < last.day);
  if (earlier.length > 0) doubts.push({ code: 'due-several', given: days.map(({ said }) => said).join('、') });
  const milestones = earlier.map(({ day, end, said }) => ({
    name: /^[，,]?([^，,。；;\n]{2,60})/u.exec(text.slice(end))?.[1] ?? said,
    dueOn: day,
  }));
  return { dueOn: last.day, dueSaid: last.said, milestones, doubts };
}
