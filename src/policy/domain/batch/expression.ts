import type { Condition, Fraction, Order, Whole } from '../check/program.ts';
import type { ColumnShape } from './columns.ts';
import { Settled } from './settled.ts';

const orders: Readonly<Record<Order, readonly [holds: string, fails: string]>> = {
  '=': ['===', '!=='],
  '!=': ['!==', '==='],
  '<': ['<', '>='],
  '<=': ['<=', '>'],
  '>': ['>', '<='],
  '>=': ['>=', '<'],
};

/**
 * Conditions and figures as text of JavaScript: numbers, operators and fixed words only, so that nothing a pack says can
 * become code. What can never be unknown is written as an ordinary condition; the rest as 0 false, 1 unknown, 2 true,
 * with NaN for an unknown figure. Notes which facts and how many helping variables the text uses.
 */
export class Expressions {
  readonly facts = new Set<number>();
  helpers = 0;
  readonly settled: Settled;

  constructor(shapes: readonly (ColumnShape | undefined)[]) {
    this.settled = new Settled((fact) => shapes[fact]?.mayMiss === false);
  }

  figure(part: Whole): string {
    switch (part.op) {
      case 'const':
        return numberText(part.value);
      case 'fact':
        return this.#fact(part.fact);
      case 'if': {
        const [a, b] = [this.figure(part.a), this.figure(part.b)];
        if (this.settled.condition(part.when)) return `(${this.holds(part.when)}?${a}:${b})`;
        const t = this.#helper();
        return `((${t}=${this.truth(part.when)})===2?${a}:${t}===0?${b}:NaN)`;
      }
      case 'min':
      case 'max':
        return `Math.${part.op}(${this.figure(part.a)},${this.figure(part.b)})`;
      default: {
        const sign = { add: '+', sub: '-', mul: '*' }[part.op];
        return `(${this.figure(part.a)}${sign}${this.figure(part.b)})`;
      }
    }
  }

  /** A settled condition as an ordinary one. */
  holds(part: Condition): string {
    switch (part.op) {
      case 'always':
        return part.value ? 'true' : 'false';
      case 'flag':
        return `${this.#fact(part.fact)}!==0`;
      case 'is':
        return this.#isOneOf(part.fact, part.options);
      case 'not':
        return `!(${this.holds(part.of)})`;
      case 'all':
        return this.allHold(part.of);
      case 'any':
        return part.of.length === 0 ? 'false' : `(${part.of.map((each) => this.holds(each)).join('||')})`;
      case 'compare':
        return `${this.figure(part.a)}${orders[part.order][0]}${this.figure(part.b)}`;
    }
  }

  allHold(parts: readonly Condition[]): string {
    return parts.length === 0 ? 'true' : `(${parts.map((each) => this.holds(each)).join('&&')})`;
  }

  /** Any condition as 0, 1 or 2. */
  truth(part: Condition): string {
    if (this.settled.condition(part)) return `(${this.holds(part)}?2:0)`;
    switch (part.op) {
      case 'flag': {
        const fact = this.#fact(part.fact);
        return `(${fact}===0?0:${fact}===${fact}?2:1)`;
      }
      case 'is': {
        const fact = this.#fact(part.fact);
        return `(${fact}!==${fact}?1:${this.#isOneOf(part.fact, part.options)}?2:0)`;
      }
      case 'not':
        return `(2-${this.truth(part.of)})`;
      case 'all':
        return this.allTruth(part.of);
      case 'any': {
        const settled = part.of.filter((each) => this.settled.condition(each));
        const open = part.of.filter((each) => !this.settled.condition(each)).map((each) => this.truth(each));
        const greatest = open.length === 1 ? open.join() : `Math.max(${open.join(',')})`;
        return settled.length === 0
          ? greatest
          : `(${settled.map((each) => this.holds(each)).join('||')}?2:${greatest})`;
      }
      case 'compare':
        return this.#comparison(part);
      case 'always':
        return part.value ? '2' : '0';
    }
  }

  /** All of some conditions as 0, 1 or 2; those that are settled are looked at first. */
  allTruth(parts: readonly Condition[]): string {
    const settled = parts.filter((each) => this.settled.condition(each));
    const open = parts.filter((each) => !this.settled.condition(each)).map((each) => this.truth(each));
    if (open.length === 0) return `(${this.allHold(settled)}?2:0)`;
    const least = open.length === 1 ? open.join() : `Math.min(${open.join(',')})`;
    return settled.length === 0 ? least : `(${this.allHold(settled)}?${least}:0)`;
  }

  /** A missing side is NaN: then neither the order nor its opposite holds, save for `!==`, which asks separately. */
  #comparison({ order, a, b, divisors }: Extract<Condition, { op: 'compare' }>): string {
    const [x, y] = [this.#helper(), this.#helper()];
    const [holds, fails] = orders[order];
    const sides = `${x}=${this.figure(a)},${y}=${this.figure(b)}`;
    const decided =
      order === '=' || order === '!='
        ? `${x}!==${x}||${y}!==${y}?1:${x}${holds}${y}?2:0`
        : `${x}${holds}${y}?2:${x}${fails}${y}?0:1`;
    const guards = divisors.map((divisor) => `${this.figure(divisor)}>0`);
    return guards.length === 0 ? `(${sides},${decided})` : `(${guards.join('&&')}?(${sides},${decided}):1)`;
  }

  /** The award of a clause in whole yuan, rounded once; NaN where it cannot be told. */
  award({ of, per, by }: Fraction, step: number, mode: 'half-up' | 'down' | 'up'): string {
    const above = this.figure(of);
    const divisor = per * step;
    if (by !== null) {
      const t = this.#helper();
      const below = divisor === 1 ? t : `(${t}*${divisor})`;
      const quotient = {
        'half-up': `Math.floor((${above}*2+${below})/(${below}*2))`,
        down: `Math.floor(${above}/${below})`,
        up: `Math.floor((${above}+${below}-1)/${below})`,
      }[mode];
      return `((${t}=${this.figure(by)})>0?${timesStep(quotient, step)}:NaN)`;
    }
    if (divisor === 1) return above;
    const quotient =
      mode === 'down'
        ? `Math.floor(${above}/${divisor})`
        : mode === 'up'
          ? `Math.floor((${above}+${divisor - 1})/${divisor})`
          : divisor % 2 === 0
            ? `Math.floor((${above}+${divisor / 2})/${divisor})`
            : `Math.floor((${above}*2+${divisor})/${divisor * 2})`;
    return timesStep(quotient, step);
  }

  #isOneOf(fact: number, options: readonly number[]): string {
    const name = this.#fact(fact);
    return options.length === 0 ? 'false' : `(${options.map((option) => `${name}===${option}`).join('||')})`;
  }

  #fact(fact: number): string {
    this.facts.add(fact);
    return `f${fact}`;
  }

  #helper(): string {
    this.helpers += 1;
    return `t${this.helpers}`;
  }
}

const numberText = (value: number): string => (value < 0 ? `(${value})` : String(value));
const timesStep = (text: string, step: number): string => (step === 1 ? text : `${text}*${step}`);
