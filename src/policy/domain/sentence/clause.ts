import type { ClauseSource } from '../source.ts';

const modes = { 'half-up': '四舍五入', down: '舍去零头', up: '进位' } as const;

/**
 * A clause in one sentence made of its own rule, for an official to set beside the document and countersign. `shared`:
 * names of the groups of which only the highest counts.
 */
export function clauseSentence(
  clause: ClauseSource,
  conditions: string,
  amount: string,
  shared: readonly string[],
): string {
  const parts = [
    `对${clause.for}`,
    conditions === '' ? null : `，符合下列条件的：${conditions}`,
    `，给予${amount}的奖补`,
    clause.floor === null ? null : `，不足${clause.floor}的不予奖补`,
    `；金额${modes[clause.round.mode]}到${clause.round.to}`,
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
