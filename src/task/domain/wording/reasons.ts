import type { Doubt } from '../from-plan/draft.ts';
import type { Light, LightReason } from '../light/light.ts';
import type { TaskSource } from '../model/index.ts';
import type { TaskState } from '../standing.ts';
import type { Proposal } from '../urge/propose.ts';
import { dayWords } from './day.ts';

export const lightNames: Readonly<Record<Light, string>> = {
  red: '红灯',
  yellow: '黄灯',
  blue: '蓝灯',
  green: '绿灯',
  none: '不亮灯',
};

export const taskStateNames: Readonly<Record<TaskState, string>> = {
  planned: '未下达',
  open: '办理中',
  closed: '已办结',
  withdrawn: '已撤销',
};

/** A whole number at some decimals as people write it: 1234 at 2 is 12.34. */
export function figureWords(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const part = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  return `${value < 0 ? '-' : ''}${whole}${part}`;
}

/** Why a light is what it is, in one sentence; `decimals` are those of the figure that is behind. */
export function reasonWords(reason: LightReason, decimals = 0, unit = ''): string {
  const figure = (value: number) => `${figureWords(value, decimals)}${unit}`;
  switch (reason.code) {
    case 'overdue':
      return `${dayWords(reason.due)}到期，已超期 ${reason.days} 天。`;
    case 'caught-up':
      return `曾经超期，${dayWords(reason.on)}补上，当月亮黄灯。`;
    case 'milestone-late':
      return `节点“${reason.name}”应在${dayWords(reason.due)}完成，还没有完成。`;
    case 'behind-pace': {
      const { value, expected, target } = reason.pace;
      if (value === null) return `“${reason.name}”还没有报过数。`;
      const wanted = expected === null ? `目标是 ${figure(target)}` : `按进度应到 ${figure(expected)}`;
      return `“${reason.name}”现在是 ${figure(value)}，${wanted}。`;
    }
    case 'near':
      return reason.days === 0 ? '今天到期。' : `${dayWords(reason.due)}到期，还有 ${reason.days} 天。`;
    case 'closed-on-time':
      return `${dayWords(reason.on)}报送办结，按时。`;
    case 'closed-late':
      return `${dayWords(reason.on)}报送办结，超过了期限。`;
    case 'in-review':
      return '已按时报送办结，等待销号。';
    case 'on-course':
      return '进度正常。';
    case 'no-deadline':
      return '没有时限、节点和数量，不评灯。';
    case 'not-owed':
      return '未下达、已改派或已撤销，不评灯。';
  }
}

/** Why somebody should be asked after. */
export function proposalWords({ reason }: Pick<Proposal, 'reason'>): string {
  switch (reason.code) {
    case 'unsigned':
      return `下达后 ${reason.days} 个工作日没有签收。`;
    case 'due-soon':
      return reason.days === 0 ? '到期前没有工作日了。' : `还有 ${reason.days} 个工作日到期。`;
    case 'overdue':
      return `已超期 ${reason.days} 个工作日。`;
    case 'urged-in-vain':
      return `超期后催办 ${reason.times} 次，还没有办结。`;
    case 'letter-unanswered':
      return `督办函${reason.number}没有按期回复。`;
  }
}

/** What to look at before a task is sent. */
export function doubtWords({ code, given }: Doubt): string {
  const words: Readonly<Record<Doubt['code'], string>> = {
    'lead-assumed': `文件没有写明牵头单位，暂按排在第一的“${given}”。请核对。`,
    'several-brackets': `这一条有 ${given} 组责任单位，各组第一个都作牵头。请写明各自的分工。`,
    'unit-unresolved': `“${given}”不在单位名录里。请选定单位再下达。`,
    'unit-collective': `“${given}”是几个单位的统称。请换成具体单位再下达。`,
    'no-deadline': '文件没有写时限。请定一个日期，或者不评灯。',
    'deadline-from-figure': `文件没有写时限，暂按数量目标的期末 ${given}。请核对。`,
    'deadline-before-issue': `时限 ${given} 早于成文日期。请核对。`,
    'figure-without-year': `“${given}”没有写年份，没有列为成果。请补上年份。`,
    'figure-past': `“${given}”说的是方案开始之前，没有列为成果。`,
    'figure-unreadable': `“${given}”的数太长，没有列为成果。请核对。`,
  };
  return words[code];
}

/** Where a task comes from, in a few words. */
export function sourceWords(source: TaskSource): string {
  switch (source.kind) {
    case 'plan':
      return `行动方案 ${source.place}`;
    case 'instruction':
      return `${source.by}${dayWords(source.on)}交办`;
    case 'meeting':
      return `${source.title}（${dayWords(source.on)}）议定`;
    case 'upper-document':
      return `上级文件《${source.title}》${source.docNumber ?? ''}${source.place ?? ''}`;
  }
}
