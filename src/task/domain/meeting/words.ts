import { dayWords } from '../wording/day.ts';
import type { MeetingDecision } from './model.ts';

/** What was decided, in one sentence for the minutes; what was said stands beside it. */
export function decisionWords(decision: MeetingDecision): string {
  switch (decision.kind) {
    case 'note':
      return '记录在案。';
    case 'task':
      return `立任务“${decision.title}”，由${decision.leads.join('、')}牵头。`;
    case 'extension':
      return decision.to === null ? '不同意延期。' : `同意延期到${dayWords(decision.to)}。`;
    case 'reassign':
      return `改由${decision.unit}承担${decision.dueOn === null ? '' : `，${dayWords(decision.dueOn)}前完成`}。`;
    case 'insist':
      return '不同意退回，责任不变。';
    case 'urge':
      return '会上催办。';
    case 'escalate':
      return `报${decision.to}。`;
  }
}
