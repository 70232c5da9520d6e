import type { Evidence, Task, TaskEvent } from '../model/index.ts';
import { dutyOf } from '../standing.ts';
import { dayWords } from './day.ts';
import { urgingNames } from './names.ts';

/** What happened, in one sentence; the words that were said with it; and what was shown. */
export interface ToldEvent {
  readonly what: string;
  readonly words: string | null;
  readonly evidence: readonly Evidence[];
}

const told = (what: string, words: string | null = null, evidence: readonly Evidence[] = []): ToldEvent => ({
  ...{ what, evidence },
  words: words === null || words.trim() === '' ? null : words,
});

/** Tells an event of a task; units are called as the task, which may have gone on since, knows them. */
export function eventWords(task: Task, event: TaskEvent): ToldEvent {
  switch (event.kind) {
    case 'created':
      return told('立项。');
    case 'settled':
      return told('核对了责任单位、时限和成果。');
    case 'ordered':
      return told(
        event.dependsOn.length === 0 ? '去掉了先后关系。' : `写明要先做完 ${event.dependsOn.length} 项任务。`,
      );
    case 'duty-added':
      return told(`增加责任单位${event.duty.unit.name}。`, event.duty.part);
    case 'assigned':
      return told('下达。');
    case 'milestone-reached': {
      const name = task.milestones.find(({ id }) => id === event.milestoneId)?.name ?? event.milestoneId;
      return told(`节点“${name}”完成。`, event.words);
    }
    case 'withdrawn':
      return told('撤销任务。', event.reason);
    default:
      return ofDuty(dutyOf(task, event.dutyId)?.unit.name ?? event.dutyId, event);
  }
}

type DutyEvent = Extract<TaskEvent, { readonly dutyId: string }>;

function ofDuty(unit: string, event: DutyEvent): ToldEvent {
  const until = (to: string | null, none: string) => (to === null ? none : `，时限改为${dayWords(to)}。`);
  switch (event.kind) {
    case 'signed':
      return told(`${unit}签收。`);
    case 'handed-back':
      return told(`${unit}退回。`, event.reason);
    case 'insisted':
      return told(`不同意${unit}退回。`, event.reason);
    case 'reassigned':
      return told(`由${unit}改派给${event.unit.name}${until(event.dueOn, '。')}`, event.reason);
    case 'reported': {
      const { words, evidence, problem, help, late } = event.report;
      const more = [words, problem === null ? '' : `问题：${problem}`, help === null ? '' : `求助：${help}`];
      return told(`${unit}报进展${late ? '（迟报）' : ''}。`, more.filter((each) => each !== '').join('\n'), evidence);
    }
    case 'extension-asked':
      return told(`${unit}申请延到${dayWords(event.to)}。`, event.reason);
    case 'extension-answered':
      return told(event.to === null ? `不同意${unit}延期。` : `同意${unit}延到${dayWords(event.to)}。`, event.reason);
    case 'submitted':
      return told(`${unit}申请销号。`, event.words, event.evidence);
    case 'taken-back':
      return told(`${unit}撤回销号申请。`);
    case 'returned':
      return told(`退回${unit}的销号申请${until(event.to, '。')}`, event.reason);
    case 'closed':
      return told(`${unit}销号。`);
    case 'reopened':
      return told(`重新打开${unit}的责任${until(event.to, '。')}`, event.reason);
    case 'urged': {
      const reply = event.replyBy === null ? '' : `，${dayWords(event.replyBy)}前回复`;
      const which = event.number === null ? '' : `（${event.number}${reply}）`;
      const to = event.to === null ? '' : `给${event.to}`;
      return told(`${urgingNames[event.step]}${unit}${which}${to}。`, event.words);
    }
    case 'letter-answered':
      return told(`${unit}回复督办函${event.number}。`, event.words);
  }
}
