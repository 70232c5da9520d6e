import { yearOf } from '../../../kernel/index.ts';
import type { Definition } from '../definition.ts';
import { fraction, over, times } from '../number/fraction.ts';
import { type Light, type LightLimits, usualLights } from '../pace/light.ts';
import type { Pace } from '../pace/pace.ts';
import type { Path } from '../pace/path.ts';
import type { LightReading } from '../reading/model.ts';
import type { Verdict } from '../target/verdict.ts';
import { amountWords, figureWords, millionthsWords, percentWords } from './figure.ts';
import { periodWords } from './period.ts';
import { wholeOf } from './unit.ts';

type Paced = Pick<Definition, 'unit' | 'decimals' | 'measures'> & { readonly of: Pick<Definition['of'], 'kind'> };

/**
 * What a path rests on: `按往年（2023、2024、2025 年）进度`, `没有往年数据，按每月平均计算`. `isLent`: the years are those of the
 * place above.
 */
export function pathWords({ kind, years }: Pick<Path, 'kind' | 'years'>, isLent = false): string {
  const named = years
    .map(({ year }) => yearOf(year))
    .toSorted()
    .join('、');
  if (kind === 'seasonal') return `按${isLent ? '上级' : ''}往年（${named} 年）进度`;
  return years.length === 0 ? '没有往年数据，按每月平均计算' : `只有 ${named} 年一年的数据，按每月平均计算`;
}

/**
 * How far a target is against what should have come by now: `按往年进度，到 2026 年 3 月应完成 22.5%，实际完成 18.1%，落后 4.4 个百分点`.
 * Of stocks, ratios and maxima figures are compared and no shares. null when nothing is expected.
 */
export function paceWords(
  verdict: Verdict,
  pace: Pace,
  path: Path | null,
  definition: Paced,
  isLent = false,
): string | null {
  const { expected, expectedFigure, ahead, through } = pace;
  const { actual } = verdict;
  if (expected === null || expectedFigure === null || ahead === null || through === null || actual === null)
    return null;
  const basis = path === null ? '' : `${pathWords(path, isLent)}，`;
  const by = `${basis}到 ${periodWords(through)}`;
  const isCeiling = verdict.sense === 'ceiling';
  const shares = sharesOf(verdict, expected, definition);
  if (shares === null) {
    const [due, now] = [figureWords(expectedFigure, definition), figureWords(actual, definition)];
    return `${by}${isCeiling ? '应不超过' : '应达到'} ${due}，实际 ${now}，${standWords(ahead, isCeiling, amountWords(ahead, definition))}`;
  }
  const { due, done } = shares;
  const ahead2 = done - due;
  const points = amountWords(ahead2, { unit: '%', decimals: 1 });
  const amount = ahead === 0n || ahead2 === 0n ? '' : `（${amountWords(ahead, definition)}）`;
  const say = (permille: bigint): string => figureWords(permille, { unit: '%', decimals: 1 });
  const [should, did] = isCeiling ? ['最多可用', '实际用了'] : ['应完成', '实际完成'];
  return `${by}${should} ${say(due)}，${did} ${say(done)}，${standWords(ahead2, isCeiling, points)}${amount}`;
}

/** Both in tenths of a percent, so that their difference is that of what is read. */
function sharesOf(
  { goal, actual }: Verdict,
  expected: NonNullable<Pace['expected']>,
  { measures, of }: Paced,
): { readonly due: bigint; readonly done: bigint } | null {
  const isWay = measures !== 'stock' && of.kind !== 'max' && of.kind !== 'ratio';
  if (!isWay || goal === null || goal.n <= 0n || actual === null) return null;
  const thousand = fraction(1000n);
  return {
    due: wholeOf(times(expected, thousand), 0),
    done: wholeOf(times(over(fraction(actual), goal), thousand), 0),
  };
}

function standWords(ahead: bigint, isCeiling: boolean, amount: string): string {
  if (ahead === 0n) return '正好';
  if (isCeiling) return ahead > 0n ? `超出 ${amount}` : `还有余量 ${amount}`;
  return ahead > 0n ? `超前 ${amount}` : `落后 ${amount}`;
}

export const lightNames: Readonly<Record<Light, string>> = {
  green: '绿灯',
  blue: '蓝灯',
  yellow: '黄灯',
  red: '红灯',
};

/** A light with its reason: `黄灯：进度是应有的 90%，不到 95%`. `pace`: what it rests on, where it does. */
export function lightWords(
  reading: LightReading,
  pace: Pace['pace'] = null,
  limits: LightLimits = usualLights,
): string {
  const { light, because } = reading;
  const name = light === null ? '不亮灯' : lightNames[light];
  return `${name}：${because === 'pace' ? paceReason(light, pace, limits) : lightReasons[because]}`;
}

function paceReason(light: Light | null, pace: Pace['pace'], { green, blue, yellow }: LightLimits): string {
  const did = pace === null ? '进度' : pace.n < 0n ? '进度是负的，' : `进度是应有的 ${percentWords(pace)}，`;
  const [g, b, y] = [green, blue, yellow].map(millionthsWords);
  const side = { green: `不低于 ${g}`, blue: `在 ${b}到 ${g}之间`, yellow: `在 ${y}到 ${b}之间`, red: `低于 ${y}` };
  return light === null ? '没有进度' : `${did}${side[light]}`;
}

/** Why there is a light, or none, where the pace does not say. */
export const lightReasons: Readonly<Record<Exclude<LightReading['because'], 'pace'>, string>> = {
  early: '进度落后，但年初变动大，最多亮到黄灯',
  met: '已完成目标',
  'not-met': '没有完成目标',
  'nothing-expected': '这时还不要求完成',
  'nothing-reported': '还没有报数',
  'start-unknown': '上年末的数没有报，不知道从哪里算起',
  'goal-unknown': '目标的基数没有报，算不出要达到多少',
  'no-target': '没有目标',
  'other-period': '目标不是今年的',
  'months-missing': '中间有月份没有报数，不能判断快慢',
  'reporters-missing': '还有太多单位没有报数，不能判断快慢',
};
