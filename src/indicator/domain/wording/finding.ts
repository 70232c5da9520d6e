import type { PeriodLength } from '../../../kernel/index.ts';
import type { Detail, Finding } from '../checks/finding.ts';
import { figureText } from '../figure-text.ts';
import { type Fraction, fraction } from '../number/fraction.ts';
import { RATE } from '../target/target.ts';
import { amountWords, figureWords, millionthsWords } from './figure.ts';
import { lastNames, lastYearNames, thisNames } from './period.ts';
import type { InUnit } from './unit.ts';

export interface FindingContext {
  /** Of the indicator that is meant. */
  readonly written: InUnit;
  readonly length: PeriodLength;
  readonly nameOf: (indicatorId: string) => string;
}

/** What a check has against a figure, what it is measured by, and what to do. */
export function findingWords(finding: Finding, context: FindingContext): string {
  if (finding.code === 'blank') return '还没有填。是零请填 0，没有请选“无”并写明原因。';
  const end = finding.severity === 'hard' ? '请改正。' : '如果没错，请写明原因。';
  return `${matter(finding, context)}${end}`;
}

function matter({ code, given, limit, detail }: Finding, context: FindingContext): string {
  const { written, length } = context;
  const say = (value: number | null): string => (value === null ? '' : figureWords(BigInt(value), written));
  switch (code) {
    case 'blank':
      return '';
    case 'blank-or-zero':
      return `以前从来不是 0（最近一次 ${say(limit)}），这次填了 0。`;
    case 'below-range':
      return `${say(given)}低于下限 ${say(limit)}。`;
    case 'above-range':
      return `${say(given)}高于上限 ${say(limit)}。`;
    case 'sum-differs':
      return sumWords(given ?? 0, limit ?? 0, detail, context);
    case 'ratio-below':
    case 'ratio-above':
      return ratioWords(code, given ?? 0, limit ?? 0, detail, context);
    case 'falls':
      return `累计数 ${say(given)}比今年已报的 ${say(limit)}还少，累计数不会变小。`;
    case 'sign':
      return `以前都是${(given ?? 0) < 0 ? '正数' : '负数'}（最近一次 ${say(limit)}），这次是${(given ?? 0) < 0 ? '负数' : '正数'}。`;
    case 'unit-slip':
      return slipWords(given, limit, detail, say);
    case 'sudden-since-last':
      return changeWords([given, limit], detail, [thisNames[length], lastNames[length]], say);
    case 'sudden-since-last-year':
      return changeWords([given, limit], detail, [thisNames[length], lastYearNames[length]], say);
  }
}

const namesIn = (detail: Detail | null, { nameOf }: FindingContext): string[] =>
  detail?.kind === 'indicators' ? detail.ids.map(nameOf) : [];

function sumWords(given: number, sum: number, detail: Detail | null, context: FindingContext): string {
  const over = BigInt(given) - BigInt(sum);
  const parts = namesIn(detail, context).join('、');
  const amount = amountWords(over, context.written);
  const [a, b] = [BigInt(given), BigInt(sum)].map((value) => figureWords(value, context.written));
  return `合计填 ${a}，各项（${parts}）相加是 ${b}，合计${over > 0n ? '多' : '少'}了 ${amount}。`;
}

function ratioWords(
  code: 'ratio-below' | 'ratio-above',
  given: number,
  limit: number,
  detail: Detail | null,
  context: FindingContext,
): string {
  const [above = '', below = ''] = namesIn(detail, context);
  const number = (millionths: number): string => figureText(BigInt(millionths), 6);
  return `${above} ÷ ${below}是 ${number(given)}，${code === 'ratio-below' ? '低于' : '高于'} ${number(limit)}。`;
}

function slipWords(
  given: number | null,
  limit: number | null,
  detail: Detail | null,
  say: (value: number | null) => string,
): string {
  if (detail?.kind !== 'slip') return '';
  const zeros = Math.abs(detail.power);
  const times = 10 ** zeros;
  const [size, did] = detail.power > 0 ? [`${times} 倍`, '多'] : [`${times} 分之一`, '少'];
  return `${say(given)}差不多是往常（${say(limit)}上下）的 ${size}，像是${did}写了 ${zeros} 个 0，或者弄错了单位。是不是 ${say(detail.meant)}？`;
}

function changeWords(
  [given, limit]: readonly [number | null, number | null],
  detail: Detail | null,
  [now, then]: readonly [string, string],
  say: (value: number | null) => string,
): string {
  if (detail?.kind !== 'change') return '';
  const seen = detail.points === 0 ? '' : `（看了 ${detail.points} 次往期变动）`;
  const usual = `一般在${movedWords(detail.low)}到${movedWords(detail.high)}之间${seen}`;
  return `${now} ${say(given)}，比${then}的 ${say(limit)}${movedWords(detail.change)}；${usual}。`;
}

/** A change in millionths: `多 9 倍`, `增长 8.3%`, `下降 20%`. */
function movedWords(change: number): string {
  if (change === 0) return '持平';
  const rate: Fraction = fraction(BigInt(change), BigInt(RATE));
  if (change >= RATE) return `多 ${figureText((rate.n * 20n + rate.d) / (rate.d * 2n), 1)} 倍`;
  return change > 0 ? `增长 ${millionthsWords(change)}` : `下降 ${millionthsWords(-change)}`;
}
