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
    ...(number.trim() === '' || used ? [{ code: 'letter-number', field: task.title, given: number }] : []),
    ...laterDay(replyBy, dayAt(stamp.at), task.title),
  ];
  return pressed(task, dutyId, words, stamp, { step: 'supervise', number, replyBy, to: null }, refusals);
}

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
  },
  refusals: readonly Refusal[],
): Moved {
  const duty = dutyIn(task, dutyId, owed);
  if (!duty.ok) return duty;
  const all = [...refusals, ...saidWell(words, duty.value.unit.name)];
  return all.length > 0 ? refuse(...all) : moved(task, stamp, { kind: 'urged', dutyId, words, ...how });
}

/** The unit answers a letter, once. */
export function answerLetter(task: Task, dutyId: string, number: string, words: string, stamp: Stamp): Moved {
  const duty = ownDutyIn(task, dutyId, stamp, ['sent', 'signed', 'handed-back', 'submitted', 'closed']);
  if (!duty.ok) return duty;
  const letter = duty.value.urgings.find((each) => each.number === number);
  if (letter === undefined || letter.repliedOn !== null)
    return refuse({ code: 'letter-unknown', field: duty.value.unit.name, given: number });
  const silent = saidWell(words, duty.value.unit.name);
  return silent.length > 0 ? refuse(...silent) : moved(task, stamp, { kind: 'letter-answered', dutyId, number, words });
}
