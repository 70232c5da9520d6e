import type { Definition } from '../definition.ts';
import type { Missing } from '../target/quantity.ts';
import type { Target } from '../target/target.ts';
import type { Verdict } from '../target/verdict.ts';
import { amountWords, figureWords, fractionFigure, millionthsWords, percentWords } from './figure.ts';
import { periodsWords, periodWords } from './period.ts';
import type { InUnit } from './unit.ts';

type Measured = InUnit & { readonly of: Pick<Definition['of'], 'kind'> };

/** A target as a plan says it: `2026 年达到 500 亿元以上`, `2026 年增长 8% 左右`. */
export function targetWords(target: Target, definition: Measured): string {
  return `${spanWords(target)}${modeWords(target, definition)}${boundWords(target, definition)}`;
}

const spanWords = ({ mode, from, period }: Target): string =>
  mode === 'cumulative' && from !== null && from !== period
    ? `${periodWords(from)}至 ${periodWords(period)}`
    : periodWords(period);

function modeWords({ op, mode, base }: Target, { unit }: InUnit): string {
  // “达到不超过” is said by nobody.
  const isBorder = op === '<' || op === '<=' || op === '>';
  const since = base === null ? '' : `比 ${periodWords(base.period)}`;
  switch (mode) {
    case 'level':
      return isBorder ? '' : '达到';
    case 'annual':
      return isBorder ? '当年' : '当年完成';
    case 'cumulative':
      return '累计';
    case 'increment':
      return unit === '%' ? `${since}提高` : `${since}增加`;
    case 'growth':
      return base?.perYear === true ? `${since}年均增长` : `${since}增长`;
  }
}

function boundWords(target: Target, definition: Measured): string {
  const { op, value, value2 } = target;
  const say = (of: bigint): string => valueWords(of, target, definition);
  switch (op) {
    case '>=':
      return ` ${say(value)}以上`;
    case '>':
      return `超过 ${say(value)}`;
    case '<=':
      return `不超过 ${say(value)}`;
    case '<':
      return `低于 ${say(value)}`;
    case '~':
      return ` ${say(value)}左右`;
    case 'range':
      return ` ${say(value)}至 ${say(value2 ?? value)}`;
    case '=':
      return ` ${say(value)}`;
  }
}

/** Growth is kept as a rate; of a ratio it is a difference in its own points, as an increment is. */
function valueWords(value: bigint, { mode }: Target, definition: Measured): string {
  const isRatio = definition.of.kind === 'ratio';
  if (mode === 'growth' && !isRatio) return millionthsWords(value);
  return mode === 'growth' || mode === 'increment' ? amountWords(value, definition) : figureWords(value, definition);
}

/** How a target stands, with what is missing; a sentence each. */
export function verdictSentences(verdict: Verdict, definition: Measured): string[] {
  const { state, actual, share, gap, goal, through, missing } = verdict;
  const by = through === null ? '' : `到 ${periodWords(through)}，`;
  const done = actual === null ? '还没有数' : `${by}实际 ${figureWords(actual, definition)}`;
  const wanted = goal === null ? '' : `，目标 ${fractionFigure(goal, definition)}`;
  const part =
    share === null || share.n < 0n ? '' : `，${verdict.sense === 'ceiling' ? '已用' : '完成'} ${percentWords(share)}`;
  const lacks = gap === null || gap === 0n ? '' : `，${lackWords(verdict)} ${amountWords(gap, definition)}`;
  const open = missing.map((each) => missingWords(each, definition)).join('，');
  const stands = {
    met: '已完成目标。',
    'not-met': '没有完成目标。',
    open: open === '' ? '还不能下结论。' : `还不能下结论：${open}。`,
  }[state];
  return [`${done}${wanted}${part}${lacks}。`, stands];
}

/** Whether it is below or above what would meet it. */
function lackWords({ actual, bounds }: Verdict): string {
  return bounds !== null && actual !== null && bounds.high !== null && actual > bounds.high ? '超出' : '还差';
}

/** What is not there and without which nothing can be said of a target. */
export function missingWords(missing: Missing, written: InUnit): string {
  switch (missing.code) {
    case 'months':
      return `缺 ${periodsWords(missing.periods)}的数`;
    case 'reporters':
      return `应报 ${missing.limit} 份，还有 ${missing.given} 份没有报`;
    case 'base':
      return `缺 ${periodWords(missing.period)}的基数`;
    case 'base-not-positive':
      return `${periodWords(missing.period)}的基数是 ${figureWords(missing.given, written)}，不能算增速`;
    case 'first-year':
      return '目标没有写从哪一年起累计';
    case 'divisor-zero':
      return `${periodWords(missing.period)}的分母是 0`;
  }
}
