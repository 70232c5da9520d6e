import { nearest } from '../../../kernel/index.ts';
import type { Comparison, Formula } from '../language/model.ts';
import type { FactTable } from './facts.ts';
import { type Condition, type Fraction, factsOf, greatest, type Order } from './program.ts';
import { isMoney, measureOf, plain, sameUnit, timesUnit, type Unit, unitText } from './units.ts';
import { combine, constant, fact, TooGreat } from './whole.ts';

/** A number with its unit, a condition, or the name of an option that has no meaning by itself. */
export type Typed =
  | { readonly is: 'number'; readonly unit: Unit; readonly value: Fraction }
  | { readonly is: 'condition'; readonly value: Condition }
  | { readonly is: 'choice'; readonly fact: number }
  | { readonly is: 'word'; readonly word: string };

export interface MeaningFault {
  readonly code:
    | 'policy-unknown-name'
    | 'policy-unknown-unit'
    | 'policy-unit-mismatch'
    | 'policy-percent-bare'
    | 'policy-wants-number'
    | 'policy-wants-condition'
    | 'policy-unknown-option'
    | 'policy-choice-order'
    | 'policy-divisor-negative'
    | 'policy-divisor-zero'
    | 'policy-divide-last'
    | 'policy-too-great'
    | 'policy-too-precise';
  readonly at: number;
  readonly given: string;
  readonly limit?: string;
}

export class Meaningless extends Error {
  readonly fault: MeaningFault;
  constructor(fault: MeaningFault) {
    super(fault.code);
    this.fault = fault;
  }
}

export interface Names {
  readonly facts: FactTable;
  /** Figures of the pack by id and by Chinese name. */
  readonly parameters: ReadonlyMap<string, Typed>;
}

type Typing<K extends Typed['is']> = Extract<Typed, { is: K }>;

/** Gives a formula its meaning: every name looked up, every unit checked, every figure bounded. Throws `Meaningless`. */
export function meaningOf(formula: Formula, names: Names): Typed {
  const fail = (code: MeaningFault['code'], given: string, limit?: string, at = formula.at): never => {
    throw new Meaningless({ code, at, given, ...(limit !== undefined && { limit }) });
  };
  const number = (part: Formula): Typing<'number'> => {
    const typed = meaningOf(part, names);
    if (typed.is === 'word') return stranger(typed.word, names, part.at);
    return typed.is === 'number' ? typed : fail('policy-wants-number', textOf(typed), undefined, part.at);
  };
  const condition = (part: Formula): Condition => conditionOf(meaningOf(part, names), part.at, names);
  try {
    switch (formula.kind) {
      case 'number':
        return literal(formula.digits, formula.unit, formula.at);
      case 'name':
        return named(formula.name, names);
      case 'minus': {
        const { unit, value } = number(formula.of);
        return { is: 'number', unit, value: { ...value, of: combine('sub', constant(0n), value.of) } };
      }
      case 'not':
        return { is: 'condition', value: { op: 'not', of: condition(formula.of) } };
      case 'call': {
        const parts = formula.of.map(number);
        const [first] = parts;
        if (first === undefined) return fail('policy-wants-number', formula.name);
        const other = parts.find(({ unit }) => !sameUnit(unit, first.unit));
        if (other !== undefined) return fail('policy-unit-mismatch', unitText(other.unit), unitText(first.unit));
        if (parts.some(({ value }) => value.by !== null)) return fail('policy-divide-last', formula.name);
        const value = parts
          .map((part) => part.value)
          .reduce((a, b) => {
            const [x, y, per] = alike(a, b);
            return { of: combine(formula.name, x, y), per, by: null };
          });
        return { is: 'number', unit: first.unit, value };
      }
      case 'binary':
        break;
    }
    const { op, left, right } = formula;
    if (op === 'and' || op === 'or') {
      const of = [left, right].map(condition);
      return { is: 'condition', value: { op: op === 'and' ? 'all' : 'any', of } };
    }
    if (op !== '+' && op !== '-' && op !== '*' && op !== '/') return compared(formula, op, left, right, names);
    const [a, b] = [number(left), number(right)];
    if (op === '*') return { is: 'number', unit: timesUnit(a.unit, b.unit, 1), value: times(a.value, b.value, fail) };
    if (op === '/') return { is: 'number', unit: timesUnit(a.unit, b.unit, -1), value: over(a.value, b.value, fail) };
    if (!sameUnit(a.unit, b.unit)) return fail('policy-unit-mismatch', unitText(b.unit), unitText(a.unit));
    if (a.value.by !== null || b.value.by !== null) return fail('policy-divide-last', op);
    const [x, y, per] = alike(a.value, b.value);
    return { is: 'number', unit: a.unit, value: { of: combine(op === '+' ? 'add' : 'sub', x, y), per, by: null } };
  } catch (error) {
    if (error instanceof TooGreat) return fail('policy-too-great', String(2 ** 53));
    throw error;
  }
}

/** A typed part as a condition: comparisons are, flags are, numbers are not. */
export function conditionOf(typed: Typed, at: number, names: Names): Condition {
  if (typed.is === 'condition') return typed.value;
  if (typed.is === 'word') return stranger(typed.word, names, at);
  throw new Meaningless({ code: 'policy-wants-condition', at, given: textOf(typed) });
}

function stranger(word: string, { facts, parameters }: Names, at: number): never {
  const limit = nearest(word, [...facts.names, ...parameters.keys()]) ?? '';
  throw new Meaningless({ code: 'policy-unknown-name', at, given: word, limit });
}

const textOf = (typed: Typed): string =>
  typed.is === 'number' ? unitText(typed.unit) : typed.is === 'word' ? typed.word : typed.is;

function literal(digits: string, word: string, at: number): Typed {
  const measure = measureOf(word);
  if (measure === null) throw new Meaningless({ code: 'policy-unknown-unit', at, given: word });
  const [whole = '', decimals = ''] = digits.split('.');
  if (whole.length > 15 || decimals.length > 8)
    throw new Meaningless({ code: 'policy-too-precise', at, given: digits });
  return {
    is: 'number',
    unit: measure.unit,
    value: reduced(BigInt(whole + decimals) * measure.times, 10n ** BigInt(decimals.length) * measure.per),
  };
}

function reduced(above: bigint, below: bigint): Fraction {
  const common = gcd(above < 0n ? -above : above, below);
  return { of: constant(above / common), per: Number(below / common), by: null };
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a === 0n ? 1n : a) : gcd(b, a % b));

function named(name: string, { facts, parameters }: Names): Typed {
  const parameter = parameters.get(name);
  if (parameter !== undefined) return parameter;
  const index = facts.numberOf(name);
  if (index === undefined) return { is: 'word', word: name };
  const found = facts.at(index);
  if (found.type === 'flag') return { is: 'condition', value: { op: 'flag', fact: index } };
  if (found.type === 'choice') return { is: 'choice', fact: index };
  const { unit, perUnit, low, high } = found;
  return { is: 'number', unit, value: { of: fact(index, low, high), per: perUnit, by: null } };
}

/** Two fractions without a divisor over one common constant. */
function alike(a: Fraction, b: Fraction): [Fraction['of'], Fraction['of'], number] {
  const [x, y] = [BigInt(a.per), BigInt(b.per)];
  const common = (x * y) / gcd(x, y);
  return [combine('mul', a.of, constant(common / x)), combine('mul', b.of, constant(common / y)), Number(common)];
}

type Fail = (code: MeaningFault['code'], given: string, limit?: string) => never;

function times(a: Fraction, b: Fraction, fail: Fail): Fraction {
  if (a.by !== null && b.by !== null) return fail('policy-divide-last', '×');
  const of = combine('mul', a.of, b.of);
  const per = a.per * b.per;
  if (per > greatest) throw new TooGreat();
  const by = a.by ?? b.by;
  if (of.op === 'const' && by === null) return reduced(BigInt(of.value), BigInt(per));
  return shortened({ of, per, by });
}

/** A constant factor that both sides share is taken out, so that figures stay small. */
function shortened({ of, per, by }: Fraction): Fraction {
  if (of.op !== 'mul') return { of, per, by };
  const [factor, rest] = of.a.op === 'const' ? [of.a, of.b] : [of.b, of.a];
  if (factor.op !== 'const' || factor.value === 0) return { of, per, by };
  const common = gcd(BigInt(Math.abs(factor.value)), BigInt(per));
  return { of: combine('mul', rest, constant(BigInt(factor.value) / common)), per: Number(BigInt(per) / common), by };
}

function over(a: Fraction, b: Fraction, fail: Fail): Fraction {
  if (b.by !== null) return fail('policy-divide-last', '÷');
  if (b.of.op === 'const') {
    if (b.of.value === 0) return fail('policy-divisor-zero', '0');
    if (b.of.value < 0) return fail('policy-divisor-negative', String(b.of.value));
    const inverse = reduced(BigInt(b.per), BigInt(b.of.value));
    return times(a, inverse, fail);
  }
  if (b.of.low < 0) return fail('policy-divisor-negative', String(b.of.low));
  if (a.by !== null) return fail('policy-divide-last', '÷');
  return { of: combine('mul', a.of, constant(BigInt(b.per))), per: a.per, by: b.of };
}

const orders: ReadonlySet<Comparison> = new Set(['=', '!=']);

function compared(formula: Formula, order: Order, left: Formula, right: Formula, names: Names): Typed {
  const fail = (code: MeaningFault['code'], given: string, limit?: string): never => {
    throw new Meaningless({ code, at: formula.at, given, ...(limit !== undefined && { limit }) });
  };
  const [a, b] = [meaningOf(left, names), meaningOf(right, names)];
  const [choice, word] = a.is === 'choice' ? [a, b] : [b, a];
  if (choice.is === 'choice' && word.is === 'word') {
    if (!orders.has(order)) return fail('policy-choice-order', order);
    const { options } = names.facts.at(choice.fact) as { options: readonly { id: string; name: string }[] };
    const option = options.findIndex(({ id, name }) => id === word.word || name === word.word);
    if (option < 0) return fail('policy-unknown-option', word.word, options.map(({ name }) => name).join('、'));
    const is: Condition = { op: 'is', fact: choice.fact, options: [option] };
    return { is: 'condition', value: order === '=' ? is : { op: 'not', of: is } };
  }
  const unknown = [a, b].find((each) => each.is === 'word');
  if (unknown?.is === 'word') return stranger(unknown.word, names, formula.at);
  if (a.is !== 'number' || b.is !== 'number') {
    const flag = asFlag(a, b, order);
    return flag ?? fail('policy-wants-number', textOf(a.is === 'number' ? b : a));
  }
  if (!sameUnit(a.unit, b.unit) && !isCountOfPlain(a.unit, b.unit))
    return fail('policy-unit-mismatch', unitText(b.unit), unitText(a.unit));
  const bare = isBarePercent(left, right, names) ?? isBarePercent(right, left, names);
  if (bare !== null) return fail('policy-percent-bare', bare);
  // a.of/(a.per·a.by) against b.of/(b.per·b.by), multiplied out: divisors are never negative, and 0 is unknown.
  let [x, y] =
    a.value.per === b.value.per ? [a.value.of, b.value.of] : alike({ ...a.value, by: null }, { ...b.value, by: null });
  if (b.value.by !== null) x = combine('mul', x, b.value.by);
  if (a.value.by !== null) y = combine('mul', y, a.value.by);
  const divisors = [a.value.by, b.value.by].filter((by) => by !== null);
  return { is: 'condition', value: { op: 'compare', order, a: x, b: y, divisors } };
}

/**
 * `增幅 >= 5` of a fact in percent: five hundred percent is never meant. The figure as it was written, or null; 0 is 0.
 */
export function isBarePercent(share: Formula, figure: Formula, { facts }: Names): string | null {
  if (share.kind !== 'name' || figure.kind !== 'number' || figure.unit !== '' || Number(figure.digits) === 0)
    return null;
  const number = facts.numberOf(share.name);
  const fact = number === undefined ? undefined : facts.at(number);
  return fact?.type === 'number' && fact.written === '%' ? figure.digits : null;
}

/** `首次参展 = 1` of a flag. */
function asFlag(a: Typed, b: Typed, order: Order): Typed | null {
  const [flag, figure] = a.is === 'condition' ? [a, b] : [b, a];
  if (flag.is !== 'condition' || flag.value.op !== 'flag' || figure.is !== 'number' || !orders.has(order)) return null;
  if (figure.value.of.op !== 'const' || figure.value.per !== 1) return null;
  const { value } = figure.value.of;
  if (value !== 0 && value !== 1) return null;
  const wanted = (value === 1) === (order === '=');
  return { is: 'condition', value: wanted ? flag.value : { op: 'not', of: flag.value } };
}

/** `数字化等级 >= 6`, `展位数 > 0`: a count may be compared with a plain number, money may not. */
const isCountOfPlain = (a: Unit, b: Unit): boolean =>
  (sameUnit(a, plain) || sameUnit(b, plain)) && !isMoney(a) && !isMoney(b);

/** Every name that a typed value turns on, for the list of facts a clause needs. */
export const factsOfFraction = ({ of, by }: Fraction): ReadonlySet<number> => {
  const found = factsOf(of);
  return by === null ? found : factsOf(by, found);
};
