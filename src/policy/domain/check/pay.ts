import { parseFormula } from '../language/parse.ts';
import type { PaySource, StepSource } from '../source.ts';
import type { Clerk, Path } from './clerk.ts';
import { isBarePercent } from './formula.ts';
import { compare, either, greater, hasTwoDivisors, lesser, none, plus } from './fraction.ts';
import type { Fraction } from './program.ts';
import { isMoney, plain, sameUnit, timesUnit, type Unit, unitText } from './units.ts';
import { combine } from './whole.ts';

export interface Pay {
  readonly value: Fraction;
  readonly words: string;
}

const money: Unit = { 元: 1 };
const orderWords: Readonly<Record<StepSource['when'], string>> = {
  '=': '为',
  '>=': '达到',
  '>': '超过',
  '<=': '不超过',
  '<': '不到',
};

/** What a clause pays before caps and rounding; null when it has no meaning, which the clerk has noted. */
export function payOf(source: PaySource, path: Path, clerk: Clerk): Pay | null {
  if (typeof source === 'string') return clerk.number(source, path, money);
  if ('rate' in source) return ratePay(source, path, clerk);
  if ('each' in source) return eachPay(source, path, clerk);
  if ('tiers' in source) return tierPay(source.tiers, [...path, 'tiers'], clerk);
  const [key, sources] = 'highest' in source ? (['highest', source.highest] as const) : (['sum', source.sum] as const);
  const parts = sources.map((part, at) => payOf(part, [...path, key, at], clerk));
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  return clerk.attempt([...path, key], () =>
    known.reduce((a, b) =>
      key === 'sum'
        ? { value: plus(a.value, b.value), words: `${a.words}，加上${b.words}` }
        : { value: greater(a.value, b.value), words: `${a.words}，与${b.words}就高` },
    ),
  );
}

/** A product of two formulas that must come to money. */
function product(a: Named, b: Named, path: Path, clerk: Clerk): Fraction | null {
  const unit = timesUnit(a.unit, b.unit, 1);
  if (!isMoney(unit)) return clerk.note('policy-unit-mismatch', path, unitText(unit), '元');
  if (hasTwoDivisors(a.value, b.value)) return clerk.note('policy-divide-last', path);
  return clerk.attempt(path, () => ({
    of: combine('mul', a.value.of, b.value.of),
    per: a.value.per * b.value.per,
    by: a.value.by ?? b.value.by,
  }));
}

type Named = { readonly value: Fraction; readonly unit: Unit; readonly words: string };

function ratePay(
  { rate, of, most }: { rate: string; of: string; most: string | null },
  path: Path,
  clerk: Clerk,
): Pay | null {
  const [share, base] = [clerk.number(rate, [...path, 'rate'], {}), clerk.number(of, [...path, 'of'], money)];
  const limit = most === null ? null : clerk.number(most, [...path, 'most'], money);
  if (share === null || base === null || (most !== null && limit === null)) return null;
  const value = product(share, base, path, clerk);
  if (value === null) return null;
  const words = `${base.words}的${share.words}`;
  if (limit === null) return { value, words };
  return clerk.attempt(path, () => ({ value: lesser(value, limit.value), words: `${words}，不超过${limit.words}` }));
}

function eachPay(
  { each, count, most }: { each: string; count: string; most: string | null },
  path: Path,
  clerk: Clerk,
): Pay | null {
  const [one, counted] = [clerk.number(each, [...path, 'each'], null), clerk.number(count, [...path, 'count'], null)];
  const limit = most === null || counted === null ? null : clerk.number(most, [...path, 'most'], counted.unit);
  if (one === null || counted === null || (most !== null && limit === null)) return null;
  const value = limit === null ? counted.value : clerk.attempt(path, () => lesser(counted.value, limit.value));
  if (value === null) return null;
  const paid = product(one, { ...counted, value }, path, clerk);
  const words = `每${unitText(counted.unit)}${one.words}，按${counted.words}计${limit === null ? '' : `，最多${limit.words}`}`;
  return paid === null ? null : { value: paid, words };
}

/** Whether a share in percent would be compared with a bare number. */
function isBare(of: string, border: string, clerk: Clerk): boolean {
  const [share, figure] = [parseFormula(of), parseFormula(border)];
  return !('fault' in share) && !('fault' in figure) && isBarePercent(share, figure, clerk.names) !== null;
}

/** The first step that fits; nothing where none does. Steps must be borders of what is measured. */
function tierPay({ of, steps }: { of: string; steps: readonly StepSource[] }, path: Path, clerk: Clerk): Pay | null {
  const measured = clerk.number(of, [...path, 'of'], null);
  const read = steps.map((step, at) => {
    const border = clerk.number(step.border, [...path, 'steps', at, 'border'], null);
    const paid = clerk.number(step.pay, [...path, 'steps', at, 'pay'], money);
    if (border === null || paid === null) return null;
    const isCount = border !== null && sameUnit(border.unit, plain) && measured !== null && !isMoney(measured.unit);
    if (measured !== null && !sameUnit(border.unit, measured.unit) && !isCount)
      return clerk.note(
        'policy-unit-mismatch',
        [...path, 'steps', at, 'border'],
        unitText(border.unit),
        unitText(measured.unit),
      );
    if (measured !== null && isBare(of, step.border, clerk))
      return clerk.note('policy-percent-bare', [...path, 'steps', at, 'border'], step.border);
    return { order: step.when, border, paid };
  });
  const known = read.filter((step) => step !== null);
  if (measured === null || known.length < read.length) return null;
  const value = clerk.attempt(path, () =>
    known.reduceRight<Fraction>(
      (rest, { order, border, paid }) => either(compare(order, measured.value, border.value), paid.value, rest),
      none,
    ),
  );
  const words = known.map(({ order, border, paid }) => `${orderWords[order]}${border.words}的${paid.words}`).join('，');
  return value === null ? null : { value, words: `${measured.words}${words}` };
}
