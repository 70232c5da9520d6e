import { figureText } from '../figure-text.ts';
import { type Fraction, fraction } from '../number/fraction.ts';
import { type InUnit, inBestUnit, roundedTo, wholeOf, withUnit } from './unit.ts';

/** A figure with its unit, exactly: `1,234.5 万元`, `12.4 亿元`, `8.3%`, `−3 家`. */
export const figureWords = (value: bigint, written: InUnit): string => withUnit(inBestUnit(value, written));

/** The same of a fraction of figures as they are kept, rounded to whole ones. */
export const fractionFigure = (value: Fraction, written: InUnit): string => figureWords(wholeOf(value, 0), written);

/** An estimate: no more digits than it is worth. */
export const roughWords = (value: bigint, written: InUnit, digits = 3): string =>
  figureWords(roundedTo(value, digits), written);

/** How much something differs, without a sign: percentages in points. */
export function amountWords(value: bigint, written: InUnit): string {
  const size = value < 0n ? -value : value;
  if (written.unit !== '%' && written.unit !== '‰') return figureWords(size, written);
  return `${figureText(size, written.decimals)} 个${written.unit === '%' ? '百' : '千'}分点`;
}

/** A difference with its sign: `+3 家`, `−0.5 个百分点`, `0 家`. */
export const signedWords = (value: bigint, written: InUnit): string =>
  `${value > 0n ? '+' : value < 0n ? '−' : ''}${amountWords(value, written)}`;

/** `480 亿至 510 亿元`: estimates, the ends rounded outwards. */
export function rangeWords(low: bigint, high: bigint, written: InUnit, digits = 3): string {
  const [from, to] = [roundedTo(low, digits, 'down'), roundedTo(high, digits, 'up')];
  if (from === to) return figureWords(from, written);
  const end = inBestUnit(to, written, 4);
  // 0.757 亿 reads worse than 7,570 万.
  const isLess = from !== 0n && (from < 0n ? -from : from) < 10n ** BigInt(end.decimals);
  if (end.unit === written.unit || isLess) return rangeIn(from, to, written);
  return `${figureText(from, end.decimals)} ${end.unit.slice(0, 1)}至 ${withUnit(end)}`;
}

const rangeIn = (from: bigint, to: bigint, written: InUnit): string =>
  `${figureText(from, written.decimals)} 至 ${withUnit({ ...written, value: to })}`;

/**
 * A share as a percentage with one decimal: `8.3%`. More decimals where fewer would say 0 or 100 of what is neither: 99.96 %
 * done is not done.
 */
export function percentWords(share: Fraction, decimals = 1): string {
  const percent = { n: share.n * 100n, d: share.d };
  for (let places = decimals; ; places += 1) {
    const value = wholeOf(percent, places);
    const isTold = value !== 0n && value !== 10n ** BigInt(places) * 100n && value !== -(10n ** BigInt(places)) * 100n;
    const isExact = value * percent.d === percent.n * 10n ** BigInt(places);
    if (isTold || isExact || places >= decimals + 6) return `${figureText(value, places)}%`;
  }
}

/** Millionths as a percentage. */
export const millionthsWords = (millionths: bigint | number): string =>
  percentWords(fraction(BigInt(millionths), 1_000_000n));
