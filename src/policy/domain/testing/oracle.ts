import type { FactTable } from '../check/facts.ts';
import { measureOf } from '../check/units.ts';
import type { Formula } from '../language/model.ts';
import { parseFormula } from '../language/parse.ts';
import type { ClauseSource, ConditionSource, PaySource, PolicySource } from '../source.ts';
import { add, divide, floor, multiply, order, type Rational, rational, subtract } from './rational.ts';

/**
 * What a policy pays, straight from its text in exact fractions: no program, no bounds, no shortcuts. Slow, and the judge
 * of every engine in the tests.
 */

/** undefined: cannot be told. */
type Value = Rational | boolean | string | undefined;
type Facts = readonly (number | null)[];

export interface OracleOutcome {
  readonly state: 'yes' | 'no' | 'unknown';
  readonly amount: number;
}

export class Oracle {
  readonly #policy: PolicySource;
  readonly #facts: FactTable;
  readonly #on: string;

  constructor(policy: PolicySource, facts: FactTable, on: string) {
    this.#policy = policy;
    this.#facts = facts;
    this.#on = on;
  }

  clause(clause: ClauseSource, facts: Facts): OracleOutcome {
    const holds = this.#all([...this.#policy.scope, ...clause.scope, ...clause.when], facts);
    let amount = this.#pay(clause.pay, facts);
    const number = (text: string): Rational | undefined => this.#number(text, facts);
    if (clause.cap !== null) amount = least(amount, number(clause.cap));
    for (const { most, paid } of clause.limits) {
      const [limit, had] = [number(most), number(paid)];
      const left = limit === undefined || had === undefined ? undefined : subtract(limit, had);
      amount = least(amount, left === undefined ? undefined : left.n < 0n ? rational(0n) : left);
    }
    if (amount !== undefined && amount.n < 0n) amount = rational(0n);
    const floorAt = clause.floor === null ? rational(0n) : number(clause.floor);
    const enough = amount === undefined || floorAt === undefined ? undefined : order(amount, floorAt) >= 0;
    const all = clause.floor === null ? holds : and([holds, enough]);
    if (all === false) return { state: 'no', amount: 0 };
    if (all === undefined || amount === undefined) return { state: 'unknown', amount: 0 };
    const yuan = this.#round(amount, clause);
    return yuan > 0 ? { state: 'yes', amount: yuan } : { state: 'no', amount: 0 };
  }

  excluded(facts: Facts): boolean | undefined {
    return or(this.#policy.exclude.map(({ when }) => this.#condition(when, facts)));
  }

  #round(amount: Rational, { round }: ClauseSource): number {
    const step = { 元: 1n, 百元: 100n, 千元: 1000n, 万元: 10_000n }[round.to];
    const steps = divide(amount, rational(step)) ?? rational(0n);
    if (round.mode === 'half-up') return Number(floor(add(steps, rational(1n, 2n))) * step);
    if (round.mode === 'down') return Number(floor(steps) * step);
    return Number(-floor(rational(-steps.n, steps.d)) * step);
  }

  #all(sources: readonly ConditionSource[], facts: Facts): boolean | undefined {
    return and(sources.map((source) => this.#condition(source, facts)));
  }

  #condition(source: ConditionSource, facts: Facts): boolean | undefined {
    if (typeof source === 'string') return this.#value(formulaOf(source), facts) as boolean | undefined;
    if ('all' in source) return this.#all(source.all, facts);
    if ('any' in source) return or(source.any.map((each) => this.#condition(each, facts)));
    if ('not' in source) return not(this.#condition(source.not, facts));
    if ('first-over' in source) {
      const { value, before, over } = source['first-over'];
      return this.#all([`(${value}) > (${over})`, `(${before}) <= (${over})`], facts);
    }
    const { since, in: year, now } = source['still-held'];
    return this.#all([`(${since}) = (${year})`, now], facts);
  }

  #pay(source: PaySource, facts: Facts): Rational | undefined {
    const number = (text: string): Rational | undefined => this.#number(text, facts);
    if (typeof source === 'string') return number(source);
    if ('rate' in source) {
      const paid = both(number(source.rate), number(source.of), multiply);
      return source.most === null ? paid : least(paid, number(source.most));
    }
    if ('each' in source) {
      const count = source.most === null ? number(source.count) : least(number(source.count), number(source.most));
      return both(number(source.each), count, multiply);
    }
    if ('tiers' in source) {
      const measured = number(source.tiers.of);
      for (const { when, border, pay } of source.tiers.steps) {
        const at = number(border);
        if (measured === undefined || at === undefined) return undefined;
        if (compared(order(measured, at), when)) return number(pay);
      }
      return rational(0n);
    }
    const parts = ('sum' in source ? source.sum : source.highest).map((part) => this.#pay(part, facts));
    return parts.reduce((a, b) => both(a, b, 'sum' in source ? add : (x, y) => (order(x, y) >= 0 ? x : y)));
  }

  #number(text: string, facts: Facts): Rational | undefined {
    return this.#value(formulaOf(text), facts) as Rational | undefined;
  }

  #value(formula: Formula, facts: Facts): Value {
    switch (formula.kind) {
      case 'number': {
        const measure = measureOf(formula.unit) ?? { times: 1n, per: 1n };
        const [whole = '', decimals = ''] = formula.digits.split('.');
        return rational(BigInt(whole + decimals) * measure.times, 10n ** BigInt(decimals.length) * measure.per);
      }
      case 'name':
        return this.#name(formula.name, facts);
      case 'minus': {
        const value = this.#value(formula.of, facts) as Rational | undefined;
        return value === undefined ? undefined : rational(-value.n, value.d);
      }
      case 'not':
        return not(this.#value(formula.of, facts) as boolean | undefined);
      case 'call': {
        const parts = formula.of.map((part) => this.#value(part, facts) as Rational | undefined);
        return parts.reduce((a, b) => both(a, b, (x, y) => (order(x, y) <= 0 === (formula.name === 'min') ? x : y)));
      }
      case 'binary':
        return this.#binary(formula, facts);
    }
  }

  #binary({ op, left, right }: Extract<Formula, { kind: 'binary' }>, facts: Facts): Value {
    const [a, b] = [this.#value(left, facts), this.#value(right, facts)];
    if (op === 'and') return and([a as boolean | undefined, b as boolean | undefined]);
    if (op === 'or') return or([a as boolean | undefined, b as boolean | undefined]);
    if (a === undefined || b === undefined) return undefined;
    if (typeof a === 'string' || typeof b === 'string') return (a === b) === (op === '=');
    if (typeof a === 'boolean' || typeof b === 'boolean') return (truth(a) === truth(b)) === (op === '=');
    if (op === '+') return add(a, b);
    if (op === '-') return subtract(a, b);
    if (op === '*') return multiply(a, b);
    if (op === '/') return divide(a, b) ?? undefined;
    return compared(order(a, b), op);
  }

  #name(name: string, facts: Facts): Value {
    const parameter = this.#policy.parameters.find((each) => each.id === name || each.name === name);
    if (parameter !== undefined) {
      const begun = parameter.values.filter(({ from }) => from === null || from <= this.#on);
      return this.#value(formulaOf(begun.at(-1)?.value ?? ''), facts);
    }
    if (name === '年度' || name === 'event_year')
      return rational(BigInt(this.#policy.eventYear ?? Number(this.#on.slice(0, 4))));
    const number = this.#facts.numberOf(name);
    if (number === undefined) return this.#option(name);
    const stored = facts[number];
    if (stored === null || stored === undefined) return undefined;
    const fact = this.#facts.at(number);
    if (fact.type === 'flag') return stored !== 0;
    if (fact.type === 'choice') return fact.options[stored]?.id;
    return rational(BigInt(stored), BigInt(fact.perUnit));
  }

  #option(name: string): string {
    for (const fact of this.#facts.facts) {
      const option =
        fact.type === 'choice' ? fact.options.find((each) => each.id === name || each.name === name) : null;
      if (option) return option.id;
    }
    throw new Error(`no option ${name}`);
  }
}

const truth = (value: Rational | boolean): boolean => (typeof value === 'boolean' ? value : value.n !== 0n);

function formulaOf(text: string): Formula {
  const formula = parseFormula(text);
  if ('fault' in formula) throw new Error(`${formula.fault.code}: ${text}`);
  return formula;
}

function compared(sign: number, op: string): boolean {
  if (op === '=') return sign === 0;
  if (op === '!=') return sign !== 0;
  if (op === '<') return sign < 0;
  if (op === '<=') return sign <= 0;
  return op === '>' ? sign > 0 : sign >= 0;
}

const both = (a: Rational | undefined, b: Rational | undefined, how: (x: Rational, y: Rational) => Rational) =>
  a === undefined || b === undefined ? undefined : how(a, b);
const least = (a: Rational | undefined, b: Rational | undefined) => both(a, b, (x, y) => (order(x, y) <= 0 ? x : y));
const not = (a: boolean | undefined): boolean | undefined => (a === undefined ? undefined : !a);
const and = (all: readonly (boolean | undefined)[]): boolean | undefined =>
  all.includes(false) ? false : all.includes(undefined) ? undefined : true;
const or = (all: readonly (boolean | undefined)[]): boolean | undefined =>
  all.includes(true) ? true : all.includes(undefined) ? undefined : false;
