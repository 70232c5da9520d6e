import type { ClauseSource } from '../source.ts';

const modes = { 'half-up': '四舍五入', down: '舍去零头', up: '进位' } as const;

/** What a clause's rule says, part by part, in words with the figures of the day. */
export interface ClauseWords {
  readonly conditions: string;
  readonly amount: string;
  readonly floor: string | null;
  /** Names of the groups of which only the highest counts. */
  readonly shared: readonly string[];
  /** Who gets nothing of this policy whatever else holds. */
  readonly excluded: readonly string[];
}

/** A clause in one sentence made of its own rule, for an official to set beside the document and countersign. */
export function clauseSentence(
  clause: ClauseSource,
  { conditions, amount, floor, shared, excluded }: ClauseWords,
): string {
  const parts = [
    `对${clause.for}`,
    conditions === '' ? null : `，符合下列条件的：${conditions}`,
    `，给予${amount}的奖补`,
    floor === null ? null : `，不足${floor}的不予奖补`,
    `；金额${modes[clause.round.mode]}到${clause.round.to}`,
    excluded.length === 0 ? null : `；有下列情形之一的不予奖补：${excluded.join('、')}`,
    ...shared.map((group) => `；与“${group}”中其他各项只给最高的`),
    `；${payersText(clause)}`,
    clause.window === null ? null : `；${clause.window.from}至${clause.window.to}受理`,
  ];
  return `${parts.filter((part) => part !== null).join('')}。`;
}

function payersText({ payers, rest }: ClauseSource): string {
  const [only] = payers;
  if (only !== undefined && payers.length === 1) return `由${only.payer}承担`;
  const shares = payers.map(({ payer, percent }) => `${payer}${percent}%`).join('、');
  return `由${shares}承担，分不尽的归${rest ?? only?.payer ?? ''}`;
}
