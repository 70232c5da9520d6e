import { lengthOf } from '../../../kernel/index.ts';
import type { Growth, GrowthKind } from '../growth/growth.ts';
import type { RatioChange } from '../growth/ratio-change.ts';
import type { Remark } from '../growth/remark.ts';
import { yearlyRate } from '../growth/yearly-rate.ts';
import { type Fraction, fraction } from '../number/fraction.ts';
import type { Change } from '../reading/model.ts';
import type { Reading } from '../time/reading.ts';
import { amountWords, figureWords, percentWords } from './figure.ts';
import { lastNames, periodsWords, periodWords } from './period.ts';
import { type InUnit, wholeOf } from './unit.ts';
import { vintagesWords } from './vintage.ts';

export const growthNames: Readonly<Record<GrowthKind, string>> = {
  'year-on-year': '同比',
  'on-last-period': '环比',
  'to-date': '累计同比',
  'yearly-average': '年均',
};

/** `增长 8.3%`, `下降 5%`, `持平`. */
export function rateWords(rate: Fraction): string {
  if (rate.n === 0n) return '持平';
  return rate.n > 0n ? `增长 ${percentWords(rate)}` : `下降 ${percentWords({ n: -rate.n, d: rate.d })}`;
}

/** Growth with its base: `同比增长 8.3%（上年同期 12.4 亿元，初步数）`. Without a rate the difference, or why there is none. */
export function growthWords(growth: Growth, written: InUnit): string {
  const name = growthNames[growth.kind];
  const base = growth.base.value === null ? '' : `（${baseWords(growth, written)}）`;
  if (growth.rate !== null) return `${name}${writtenRate(growth, growth.rate, written)}${base}`;
  if (growth.difference !== null) return `${name}${movedBy(growth.difference, written)}${base}`;
  return `${name}算不出`;
}

/** Percentages change in points and have no growth of growth. */
function writtenRate({ kind, years, difference }: Growth, rate: Fraction, written: InUnit): string {
  if (written.unit === '%' && difference !== null) return movedBy(difference, written);
  const yearly = kind === 'yearly-average' ? yearlyRate(rate, years, 1000) : null;
  return rateWords(yearly === null ? rate : fraction(yearly, 1000n));
}

function movedBy(difference: bigint, written: InUnit): string {
  if (difference === 0n) return '持平';
  return `${difference > 0n ? '增加' : '减少'} ${amountWords(difference, written)}`;
}

function baseWords({ kind, base }: Growth, written: InUnit): string {
  const vintages = base.vintages.length === 0 ? '' : `，${vintagesWords(base.vintages)}`;
  return `${baseName(kind, base)} ${figureWords(base.value ?? 0n, written)}${vintages}`;
}

function baseName(kind: GrowthKind, base: Reading): string {
  if (kind === 'yearly-average') return periodWords(base.period);
  return kind === 'on-last-period' ? lastNames[lengthOf(base.period)] : '上年同期';
}

/** The change of a ratio: `同比上升 0.5 个百分点（上年同期 8%）`. */
export function ratioChangeWords(kind: GrowthKind, { base, difference }: RatioChange, written: InUnit): string {
  const name = growthNames[kind];
  if (difference === null || base.value === null) return `${name}算不出`;
  const as = (value: Fraction): bigint => wholeOf(value, written.decimals);
  const moved = as(difference);
  const change = moved === 0n ? '持平' : `${moved > 0n ? '上升' : '下降'} ${amountWords(moved, written)}`;
  return `${name}${change}（${baseName(kind, base.above)} ${figureWords(as(base.value), written)}）`;
}

/** A change of either sort, with everything that is to be known of it; a sentence each. */
export function changeSentences(change: Change, written: InUnit): string[] {
  const isFigure = change.of === 'figure';
  const said = isFigure ? growthWords(change.growth, written) : ratioChangeWords(change.kind, change.change, written);
  const remarks = isFigure ? change.growth.remarks : [...change.change.remarks.above, ...change.change.remarks.below];
  const thin = change.thin === null ? [] : [thinWords(change.thin)];
  return [
    ...new Set([`${said}。`, ...thin, ...remarks.map((remark) => remarkWords(remark, isFigure ? written : null))]),
  ];
}

const thinWords = (thin: Exclude<Change['thin'], null>): string =>
  `${{ figure: '本期', base: '基期', both: '本期和基期' }[thin]}报数的单位太少，不能比较。`;

/** What whoever reads a rate must know of it. `written`: null where figures are of several indicators and are not said. */
export function remarkWords(remark: Remark, written: InUnit | null): string {
  const say = (value: bigint): string => (written === null ? '' : ` ${figureWords(value, written)}`);
  switch (remark.code) {
    case 'figure-incomplete':
      return remark.months.length === 0
        ? '本期没有数，不能算增速。'
        : `本期缺 ${periodsWords(remark.months)}的数，不能算增速。`;
    case 'base-incomplete':
      return remark.months.length === 0
        ? '基期没有数，不能算增速。'
        : `基期缺 ${periodsWords(remark.months)}的数，不能算增速。`;
    case 'base-zero':
      return '基期是 0，不能算增速，只看增减多少。';
    case 'base-negative':
      return `基期是负数${say(remark.given)}，不能算增速，只看增减多少。`;
    case 'figure-negative':
      return `本期是负数${say(remark.given)}，降幅超过 100%。`;
    case 'basis-differs':
      return '本期和基期的口径不一样，增速只供参考。';
    case 'base-restated': {
      const rate = remark.rate === null || written === null ? '' : `；按原来的数是${rateWords(remark.rate)}`;
      return written === null
        ? '基期的数后来改过。'
        : `基期的数后来改过：原来${say(remark.before)}（${vintagesWords(remark.vintages)}），现在${say(remark.now)}${rate}。`;
    }
    case 'mixed-vintages':
      return `${remark.of === 'figure' ? '本期' : '基期'}的数里${vintagesWords(remark.vintages)}都有。`;
  }
}
