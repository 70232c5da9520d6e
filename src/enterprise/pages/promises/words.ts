import type { EnterprisePromiseJson } from '../../contract.ts';
import { type PromiseKind, promiseKindNames, promiseKindOf } from '../../domain/index.ts';
import { figureText } from '../parts/figures.ts';

/** An amount of a kind of promise: `3,000 万元`, `30 亩`. */
export function amountText(kind: PromiseKind, amount: number): string {
  const { unit, decimals } = promiseKindOf(kind);
  return figureText(amount, { unit: unit ?? '', decimals });
}

/** What was promised, in few words: `2025 年营业收入 6,000 万元`, `土地 30 亩`. */
export function promisedText({ kind, amount, year }: Pick<EnterprisePromiseJson, 'kind' | 'amount' | 'year'>): string {
  const of = `${year === null ? '' : `${year} 年`}${promiseKindNames[kind]}`;
  return amount === null ? of : `${of} ${amountText(kind, amount)}`;
}

/** What is known of it beside what was promised, and what is short: `实际 5,000 万元，差 1,000 万元`. */
export function measuredText({
  kind,
  amount,
  measured,
  outcomeAmount,
}: Pick<EnterprisePromiseJson, 'kind' | 'amount' | 'measured' | 'outcomeAmount'>): string | null {
  const real = outcomeAmount ?? measured;
  if (real === null) return null;
  // All that it was granted since: whether it was for this, a person says.
  if (kind === 'reward' && outcomeAmount === null) return `签订以来拿到的奖补共 ${amountText(kind, real)}`;
  const told = `实际 ${amountText(kind, real)}`;
  if (amount === null || real >= amount) return told;
  return `${told}，差 ${amountText(kind, amount - real)}`;
}
