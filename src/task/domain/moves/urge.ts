import { type Day, dayAt, type Refusal, refuse } from '../../../kernel/index.ts';
import type { Stamp, Task } from '../model/index.ts';
import { laterDay } from './extend.ts';
import { dutyIn, type Moved, moved, ownDutyIn, saidWell } from './move.ts';

const owed = ['sent', 'signed', 'handed-back'] as const;

/** 催办: asks after it. */
export function urge(task: Task, dutyId: string, words: string, stamp: Stamp): Moved {
  return pressed(task, dutyId, words, stamp, { step: 'urge', number: null, replyBy: null, to: null }, []);
}

/** 督办: a letter with a number of its own and a day by which the unit has to answer. */
export function supervise(
  task: Task,
  dutyId: string,
  letter: { readonly number: string; readonly replyBy: Day; readonly words: string },
  stamp: Stamp,
): Moved {
  const { number, replyBy, words } = letter;
  const used = task.duties.some(({ urgings }) => urgings.some((each) => each.number === number));
  const refusals: Refusal[] = [
    ...(number.trim() === '' || used ? [twice(task, number)] : []),
    ...laterDay(replyBy, dayAt(stamp.at), task.title),
  ];
  return pressed(task, dutyId, words, stamp, { step: 'supervise', number, replyBy, to: null }, refusals);
}

/** A supervision letter that is a paper: the same letter stands in every task that it is about. Refuses one that stands there. */
export function superviseByPaper(
  task: Task,
  dutyId: string,
  letter: {
    readonly paperId: string;
    readonly number: string;
    readonly replyBy: Day | null;
    readonly words: string;
  },
  stamp: Stamp,
): Moved {
  const { number, replyBy, words, paperId } = letter;
  const stands = letterIn(task, dutyId, number) !== undefined;
  const how = { step: 'supervise', number, replyBy, to: null, paperId } as const;
  return pressed(task, dutyId, words, stamp, how, stands ? [twice(task, number)] : []);
}

const letterIn = (task: Task, dutyId: string, number: string) =>
  task.duties.find(({ id }) => id === dutyId)?.urgings.find((each) => each.number === number);
const twice = (task: Task, number: string): Refusal => ({ code: 'letter-number', field: task.title, given: number });

/** Brings it before the chief, or whoever is named. */
export function escalate(task: Task, dutyId: string, to: string, words: string, stamp: Stamp): Moved {
  const nobody: Refusal[] = to.trim() === '' ? [{ code: 'escalation-to-nobody', field: task.title }] : [];
  return pressed(task, dutyId, words, stamp, { step: 'escalate', number: null, replyBy: null, to }, nobody);
}

function pressed(
  task: Task,
  dutyId: string,
  words: string,
  stamp: Stamp,
  how: {
    readonly step: 'urge' | 'supervise' | 'escalate';
    readonly number: string | null;
    readonly replyBy: Day | null;
    readonly to: string | null;
    readonly paperId?: string;
  },
  refusals: readonly Refusal[],
): Moved {
  const duty = dutyIn(task, dutyId, owed);
  if (!duty.ok) return duty;
  const all = [...refusals, ...saidWell(words, duty.value.unit.name)];
  return all.length > 0 ? refuse(...all) : moved(task, stamp, { kind: 'urged', dutyId, words, ...how });
}

/** The unit answers a letter, once. A letter that is a paper is answered there (`letter-of-paper`). */
export function answerLetter(task: Task, dutyId: string, number: string, words: string, stamp: Stamp): Moved {
  const paperId = letterIn(task, dutyId, number)?.paperId;
  return paperId === undefined
    ? answered(task, dutyId, { number, words }, stamp)
    : refuse({ code: 'letter-of-paper', field: task.title, given: number });
}

/** The answer to a paper, in one of the tasks that it is about. */
export const answerPaper = (
  task: Task,
  dutyId: string,
  answer: { readonly number: string; readonly words: string },
  stamp: Stamp,
): Moved => answered(task, dutyId, answer, stamp);

function answered(
  task: Task,
  dutyId: string,
  { number, words }: { readonly number: string; readonly words: string },
  stamp: Stamp,
): Moved {
  const duty = ownDutyIn(task, dutyId, stamp, ['sent', 'signed', 'handed-back', 'submitted', 'closed']);
  if (!duty.ok) return duty;
  const letter = duty.value.urgings.find((each) => each.number === number);
  if (letter === undefined || letter.repliedOn !== null)
    return refuse({ code: 'letter-unknown', field: duty.value.unit.name, given: number });
  const silent = saidWell(words, duty.value.unit.name);
  return silent.length > 0 ? refuse(...silent) : moved(task, stamp, { kind: 'letter-answered', dutyId, number, words });
}
