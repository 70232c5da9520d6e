import {
  addDays,
  type Day,
  daysFrom,
  firstDay,
  lastDay,
  periodsBetween,
  shifted,
  type WorkingCalendar,
} from '../../../kernel/index.ts';
import { begunIn, type Curve, curveOf, doneSums, expectedMonth, lastMonthOf, paceAt } from '../curve/index.ts';
import type { MonthDone, Position, ProjectContent } from '../model/index.ts';
import { normWords, type ProjectNorms, permitDue } from '../norm/index.ts';
import type { Standing } from '../stage/index.ts';
import { fenWords, monthWords } from '../wording/index.ts';
import { type Alarm, lights } from './model.ts';

/** Everything that the rules look at. */
export interface Looked {
  readonly content: ProjectContent;
  readonly standing: Standing;
  readonly done: readonly MonthDone[];
  readonly norms: ProjectNorms;
  readonly calendar: WorkingCalendar;
  readonly today: Day;
}

/**
 * Why a project is stuck, or soon will be; the most pressing first. A project that reached what it was made for, or left the
 * libraries, has nothing to be late with.
 */
export function alarmsOf(looked: Looked): Alarm[] {
  const { standing } = looked;
  if (standing.withdrawnOn !== null || standing.position === 'reached') return [];
  const curve = curveOf(begunIn(looked.content, standing.days.started), looked.done);
  const alarms = [
    ...silent(looked),
    ...behind(looked, curve),
    ...plannedMonths(looked),
    ...permits(looked),
    ...milestones(looked),
    ...stay(looked),
    ...overTotal(looked),
  ];
  return alarms.toSorted((a, b) => lights.indexOf(a.light) - lights.indexOf(b.light));
}

function silent({ content, standing, done, norms, today }: Looked): Alarm[] {
  if (standing.position !== 'started') return [];
  const startedIn = (standing.days.started ?? standing.positionOn).slice(0, 7);
  const last = lastMonthOf(content, done);
  const from = last !== null && last >= startedIn ? shifted(last, 1) : startedIn;
  const missing = periodsBetween(from, expectedMonth(today), 'month').length;
  const { silentYellow, silentRed } = norms.limits;
  if (missing < silentYellow) return [];
  const light = missing >= silentRed ? 'red' : 'yellow';
  const told = last === null ? '开工以来' : `${monthWords(last)}以后`;
  return [
    {
      ...{ rule: 'silent', about: '', light, since: firstDay(shifted(from, 1)) },
      reason: `${told} ${missing} 个月没有报投资进展，超过 ${silentYellow} 个月就提醒。`,
    },
  ];
}

function behind({ content, standing, done, norms, today }: Looked, curve: Curve): Alarm[] {
  if (standing.position !== 'started') return [];
  const expected = expectedMonth(today);
  const last = lastMonthOf(content, done);
  const month = last !== null && last > expected && last < today.slice(0, 7) ? last : expected;
  const { behindYellow, behindRed } = norms.limits;
  const at = (upTo: string) => paceAt(curve, upTo);
  const isBehind = ({ planned, done: sum }: { planned: number; done: number }, percent: number): boolean =>
    planned > 0 && sum * 100 < planned * percent;
  const now = at(month);
  if (!isBehind(now, behindYellow)) return [];
  let since = month;
  const first = curve.points[0]?.month ?? month;
  while (since > first && isBehind(at(shifted(since, -1)), behindYellow)) since = shifted(since, -1);
  const short = now.planned - now.done;
  return [
    {
      ...{
        rule: 'behind',
        about: '',
        light: isBehind(now, behindRed) ? 'red' : 'yellow',
        since: addDays(lastDay(since), 1),
      },
      reason:
        `到${monthWords(month)}应完成 ${fenWords(now.planned)}，报了 ${fenWords(now.done)}，` +
        `是应完成的 ${Math.floor((now.done * 100) / now.planned)}%，差 ${fenWords(short)}。`,
    },
  ];
}

const notYet: readonly {
  readonly rule: 'start-late' | 'completion-late' | 'production-late';
  readonly field: 'startMonth' | 'completionMonth' | 'productionMonth';
  readonly word: string;
  readonly before: readonly Position[];
}[] = [
  { rule: 'start-late', field: 'startMonth', word: '开工', before: ['planned', 'waiting'] },
  { rule: 'completion-late', field: 'completionMonth', word: '竣工', before: ['planned', 'waiting', 'started'] },
  {
    ...{ rule: 'production-late', field: 'productionMonth', word: '投产' },
    before: ['planned', 'waiting', 'started', 'completed'],
  },
];

/** Planned months of start, completion and production. Of several that passed only the first says so: the others follow. */
function plannedMonths({ content, standing, norms, today }: Looked): Alarm[] {
  for (const { rule, field, word, before } of notYet) {
    const month = content.facts[field];
    if (month === null || !before.includes(standing.position)) continue;
    const due = lastDay(month);
    const found = dated(due, today, norms, (late) =>
      late > 0
        ? `计划${monthWords(month)}${word}，已经过了 ${late} 天。`
        : `计划${monthWords(month)}${word}，还有 ${-late} 天。`,
    );
    if (found !== null) return [{ ...found, rule: found.light === 'blue' ? 'near' : rule, about: field }];
  }
  return [];
}

function permits({ content, norms, calendar, today }: Looked): Alarm[] {
  return content.permits.flatMap((permit): Alarm[] => {
    if (permit.doneOn !== null) return [];
    const { dueOn, norm } = permitDue(permit, norms, calendar);
    if (dueOn !== null && norm !== null && dueOn < today) {
      const late = daysFrom(dueOn, today);
      const reason = `${permit.name}${permit.acceptedOn} 受理，时限 ${normWords(norm)}，应在 ${dueOn} 前办结，已经过了 ${late} 天。`;
      return [
        { rule: 'permit-norm', about: permit.name, light: redAfter(late, norms), since: addDays(dueOn, 1), reason },
      ];
    }
    return planned('permit-late', permit.name, permit.plannedOn, today, norms, '办结');
  });
}

const milestones = ({ content, norms, today }: Looked): Alarm[] =>
  content.milestones.flatMap(({ name, plannedOn, doneOn }) =>
    doneOn === null ? planned('milestone-late', name, plannedOn, today, norms, '完成') : [],
  );

function planned(
  rule: 'permit-late' | 'milestone-late',
  name: string,
  day: Day | null,
  today: Day,
  norms: ProjectNorms,
  word: string,
): Alarm[] {
  const found =
    day === null
      ? null
      : dated(day, today, norms, (late) =>
          late > 0
            ? `${name}计划 ${day} ${word}，已经过了 ${late} 天。`
            : `${name}计划 ${day} ${word}，还有 ${-late} 天。`,
        );
  return found === null ? [] : [{ ...found, rule: found.light === 'blue' ? 'near' : rule, about: name }];
}

/** How a planned day stands today; null: it is far off. */
function dated(
  day: Day,
  today: Day,
  norms: ProjectNorms,
  say: (late: number) => string,
): Pick<Alarm, 'light' | 'since' | 'reason'> | null {
  const late = daysFrom(day, today);
  if (late > 0) return { light: redAfter(late, norms), since: addDays(day, 1), reason: say(late) };
  const { nearDays } = norms.limits;
  return late < -nearDays ? null : { light: 'blue', since: addDays(day, -nearDays), reason: say(late) };
}

const redAfter = (late: number, { limits }: ProjectNorms): 'red' | 'yellow' =>
  late > limits.lateRed ? 'red' : 'yellow';

const ownMonth: Readonly<Partial<Record<Position, 'startMonth' | 'completionMonth' | 'productionMonth'>>> = {
  waiting: 'startMonth',
  started: 'completionMonth',
  completed: 'productionMonth',
};

/** How long a project may stay where it is, unless its own plan says by when it goes on. */
function stay({ content, standing, norms, today }: Looked): Alarm[] {
  const { position, positionOn } = standing;
  const field = ownMonth[position];
  if (field !== undefined && content.facts[field] !== null) return [];
  const norm = norms.stays.find((each) => each.position === position);
  if (norm === undefined) return [];
  const days = daysFrom(positionOn, today);
  if (days <= norm.days) return [];
  return [
    {
      ...{ rule: 'stage-long', about: position, light: redAfter(days - norm.days, norms) },
      since: addDays(positionOn, norm.days + 1),
      reason: `${positionOn} 进入本阶段，已经 ${days} 天，超过 ${norm.days} 天。`,
    },
  ];
}

function overTotal({ content, done, norms, today }: Looked): Alarm[] {
  const { totalFen } = content.facts;
  const sum = doneSums(content, done).done;
  if (totalFen === 0 || sum * 100 <= totalFen * norms.limits.overTotal) return [];
  const last = lastMonthOf(content, done);
  return [
    {
      ...{ rule: 'over-total', about: '', light: 'yellow', since: last === null ? today : lastDay(last) },
      reason: `累计完成 ${fenWords(sum)}，超过总投资 ${fenWords(totalFen)}。请核对数，或者调整总投资。`,
    },
  ];
}
