import type { RecurrenceJson } from '../../contract.ts';
import { periodWords } from '../../domain/index.ts';

const rounds: Readonly<Record<number, string>> = { 1: '每月', 2: '每两个月', 3: '每季度', 6: '每半年', 12: '每年' };

/** 每季度 1 次（3月、6月），当月 25 日前：开展调研。 */
export function recurrenceWords(recurrence: RecurrenceJson): string {
  const { times, what } = recurrence;
  const tail = what === null ? '。' : `：${what}。`;
  if (recurrence.kind === 'dated') return `${recurrence.months.map(periodWords).join('、')}各 ${times} 次${tail}`;
  const { every, months, day } = recurrence;
  const named = months.length === 0 ? '' : `（${months.map((month) => `${month}月`).join('、')}）`;
  const by = day === null ? '' : `，当月 ${day} 日前`;
  return `${rounds[every]} ${times} 次${named}${by}${tail}`;
}
