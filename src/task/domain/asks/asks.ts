import type { Day } from '../../../kernel/index.ts';
import type { Duty, Task } from '../model/index.ts';
import { dueNow, isLive } from '../standing.ts';

/** What a task waits for: that a unit signs or answers a letter, or that the office judges, answers or helps. */
export type AskKind = 'sign' | 'letter' | 'close' | 'extension' | 'dispute' | 'help';

export interface Ask {
  readonly kind: AskKind;
  readonly duty: Duty;
  /** The number of the letter; else null. */
  readonly number: string | null;
  /** In the words of whoever brought it up. */
  readonly words: string;
  readonly dueOn: Day | null;
}

/** One text for an ask of a task: the same as long as it is the same question. */
export const askKey = ({ kind, duty, number }: Ask): string =>
  [kind, duty.id, ...(number === null ? [] : [number])].join('.');

/** Everything that a task waits for now. */
export const asksOf = (task: Task): Ask[] =>
  task.withdrawn !== null ? [] : task.duties.filter(isLive).flatMap((duty) => asksOfDuty(task, duty));

function asksOfDuty(task: Task, duty: Duty): Ask[] {
  const asks: Ask[] = [];
  const ask = (kind: AskKind, words: string, dueOn: Day | null = null, number: string | null = null) =>
    void asks.push({ kind, duty, words, dueOn, number });
  const { state, submission, handBacks, extensions, reports, urgings } = duty;
  if (state === 'closed') return [];
  if (state === 'sent') ask('sign', duty.part ?? task.words ?? '', dueNow(task, duty));
  if (state === 'submitted') ask('close', submission?.words ?? '');
  if (state === 'handed-back') ask('dispute', handBacks.at(-1)?.words ?? '');
  const request = extensions.find(({ answer }) => answer === null);
  if (request !== undefined && state !== 'submitted') ask('extension', request.asked.words, request.to);
  const help = reports.at(-1)?.help?.trim() ?? '';
  if (help !== '') ask('help', help);
  // A paper asks for its one answer itself.
  for (const { step, number, words, replyBy, repliedOn, paperId } of urgings)
    if (step === 'supervise' && repliedOn === null && paperId === undefined) ask('letter', words, replyBy, number);
  return asks;
}
