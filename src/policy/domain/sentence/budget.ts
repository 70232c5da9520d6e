import type { BudgetSource } from '../source.ts';

export interface BudgetWords {
  /** Of the clauses that are paid from it. */
  readonly titles: readonly string[];
  readonly amount: string;
  readonly used: string | null;
  /** By what claims come first; null where all get the same share. */
  readonly ordered: { readonly words: string; readonly first: 'smallest' | 'largest' } | null;
}

/** A budget in one sentence made of its own rule. */
export function budgetSentence({ name, rule }: BudgetSource, { titles, amount, used, ordered }: BudgetWords): string {
  const spent = used === null ? '' : `（已用${used}）`;
  return `${name}：${titles.join('、')}，总额控制在${amount}以内${spent}；${shortage(rule, ordered)}。`;
}

function shortage(rule: BudgetSource['rule'], ordered: BudgetWords['ordered']): string {
  if (ordered === null) return '不够时各户按同一比例核减，精确到元';
  const direction = ordered.first === 'smallest' ? '从小到大' : '从大到小';
  return `按${ordered.words}${rule === 'first-come' ? '先后' : direction}支付，付完为止`;
}
