import type { Evidence, Warning, WarningRule } from '../warning/model.ts';
import { amountWords, figureWords, percentWords } from './figure.ts';
import { lightNames } from './pace.ts';
import { periodsWords, periodWords } from './period.ts';
import type { InUnit } from './unit.ts';

export const ruleNames: Readonly<Record<WarningRule, string>> = {
  pace: '进度落后',
  streak: '连续落后',
  outlier: '明显偏离同类',
  missing: '逾期未报',
  mismatch: '上下对不上',
  heaping: '整数太多',
  'copy-forward': '连续照抄',
};

/** A warning as it is told: what it is, why, and what to do next. */
export interface WarningSaid {
  readonly title: string;
  readonly reason: string;
  readonly next: string;
}

const nexts: Readonly<Record<WarningRule, string>> = {
  pace: '请查明落后的原因，交办给责任单位。',
  streak: '请查明落后的原因，交办给责任单位。',
  outlier: '请核对这个数；如果属实，请了解原因。',
  missing: '请催报；确有困难的可以申请延期。',
  mismatch: '请两边核对，改正错的一边。',
  heaping: '请填报人按实际数填报，不要估数。',
  'copy-forward': '请填报人核对每期的数。',
};

/**
 * Words of a warning; figures are of the indicator that it is about. `compared`: what outliers were compared by, rates of
 * growth or values of a ratio.
 */
export const warningWords = (
  { evidence, period }: Warning,
  written: InUnit,
  compared: 'growth' | 'values' = 'growth',
): WarningSaid => ({
  title: ruleNames[evidence.rule],
  reason: reasonOf(evidence, periodWords(period), written, compared),
  next: nexts[evidence.rule],
});

function reasonOf(evidence: Evidence, period: string, written: InUnit, compared: 'growth' | 'values'): string {
  switch (evidence.rule) {
    case 'pace':
      return paceReason(evidence, period, written);
    case 'streak':
      return `到 ${period}已连续 ${evidence.months} 期没有跟上进度，最差时是应有的 ${percentWords(evidence.worst)}。`;
    case 'outlier': {
      const shown =
        compared === 'growth' ? { unit: '%', decimals: 1, by: 1000 } : { ...written, by: 10 ** written.decimals };
      const say = (rate: number): string => figureWords(BigInt(Math.round(rate * shown.by)), shown);
      const side = evidence.given > evidence.high ? '偏高' : '偏低';
      return `${period}是 ${say(evidence.given)}，${side}：${evidence.peers} 个同类的中位数是 ${say(evidence.median)}，一般在 ${say(evidence.low)}至 ${say(evidence.high)}之间。`;
    }
    case 'missing':
      return `${periodsWords(evidence.periods)}没有报，最早的一期已逾期 ${evidence.days} 天。`;
    case 'mismatch': {
      const over = evidence.own - evidence.parts;
      const lasting = evidence.months > 1 ? `，已连续 ${evidence.months} 期` : '';
      return `${period}自报 ${figureWords(evidence.own, written)}，下级之和 ${figureWords(evidence.parts, written)}，自报${over > 0n ? '多' : '少'} ${amountWords(over, written)}${lasting}。`;
    }
    case 'heaping':
      return `${evidence.figures} 个数里有 ${evidence.round} 个是 ${evidence.step} 的整数倍，正常只有 ${evidence.step} 分之一左右。`;
    case 'copy-forward':
      return `到 ${period}已连续 ${evidence.times} 期都是 ${figureWords(evidence.value, written)}。`;
  }
}

function paceReason(
  { light, pace, ahead, months }: Extract<Evidence, { rule: 'pace' }>,
  period: string,
  written: InUnit,
): string {
  const did = pace === null || pace.n < 0n ? '' : `，进度是应有的 ${percentWords(pace)}`;
  const amount = ahead === null || ahead === 0n ? '' : `，与应有进度相差 ${amountWords(ahead, written)}`;
  const lasting = months > 1 ? `，已连续 ${months} 期` : '';
  return `${period}${lightNames[light]}${did}${amount}${lasting}。`;
}
