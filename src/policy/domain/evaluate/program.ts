import type { Condition, Whole } from '../check/program.ts';

/** What is known of one enterprise, in the order of the fact table: stored whole numbers; NaN: missing. */
export type Known = readonly number[] | Float64Array;

/** 0 false, 1 unknown, 2 true: `all` is the least, `any` the greatest. */
export type Truth = 0 | 1 | 2;

type Figure = (known: Known) => number;
type Judge = (known: Known) => Truth;

const isMissing = (value: number): boolean => Number.isNaN(value);
const truth = (value: boolean): Truth => (value ? 2 : 0);

/** Whole-number arithmetic as one function; NaN where a missing fact is needed. */
export function figureOf(part: Whole): Figure {
  switch (part.op) {
    case 'const': {
      const { value } = part;
      return () => value;
    }
    case 'fact': {
      const { fact } = part;
      return (known) => known[fact] ?? Number.NaN;
    }
    case 'if': {
      const [when, a, b] = [judgeOf(part.when), figureOf(part.a), figureOf(part.b)];
      return (known) => {
        const holds = when(known);
        return holds === 1 ? Number.NaN : holds === 2 ? a(known) : b(known);
      };
    }
    default:
      return arithmetic(part.op, figureOf(part.a), figureOf(part.b));
  }
}

function arithmetic(op: 'add' | 'sub' | 'mul' | 'min' | 'max', a: Figure, b: Figure): Figure {
  switch (op) {
    case 'add':
      return (known) => a(known) + b(known);
    case 'sub':
      return (known) => a(known) - b(known);
    case 'mul':
      return (known) => a(known) * b(known);
    case 'min':
      return (known) => Math.min(a(known), b(known));
    case 'max':
      return (known) => Math.max(a(known), b(known));
  }
}

/** A condition as one function. */
export function judgeOf(part: Condition): Judge {
  switch (part.op) {
    case 'always': {
      const value = truth(part.value);
      return () => value;
    }
    case 'flag': {
      const { fact } = part;
      return (known) => {
        const value = known[fact] ?? Number.NaN;
        return isMissing(value) ? 1 : truth(value !== 0);
      };
    }
    case 'is': {
      const { fact } = part;
      const options = new Set(part.options);
      return (known) => {
        const value = known[fact] ?? Number.NaN;
        return isMissing(value) ? 1 : truth(options.has(value));
      };
    }
    case 'not': {
      const inner = judgeOf(part.of);
      return (known) => (2 - inner(known)) as Truth;
    }
    case 'compare':
      return comparison(part);
    case 'all':
    case 'any':
      return joined(part.op, part.of.map(judgeOf));
  }
}

function joined(op: 'all' | 'any', judges: readonly Judge[]): Judge {
  const settled = op === 'all' ? 0 : 2;
  return (known) => {
    let result: Truth = op === 'all' ? 2 : 0;
    for (const judge of judges) {
      const each = judge(known);
      if (each === settled) return settled;
      if (each === 1) result = 1;
    }
    return result;
  };
}

function comparison({ order, a, b, divisors }: Extract<Condition, { op: 'compare' }>): Judge {
  const [left, right, below] = [figureOf(a), figureOf(b), divisors.map(figureOf)];
  const holds = orders[order];
  return (known) => {
    const [x, y] = [left(known), right(known)];
    if (isMissing(x) || isMissing(y)) return 1;
    for (const divisor of below) {
      const value = divisor(known);
      if (isMissing(value) || value === 0) return 1;
    }
    return truth(holds(x, y));
  };
}

const orders: Readonly<Record<Extract<Condition, { op: 'compare' }>['order'], (x: number, y: number) => boolean>> = {
  '=': (x, y) => x === y,
  '!=': (x, y) => x !== y,
  '<': (x, y) => x < y,
  '<=': (x, y) => x <= y,
  '>': (x, y) => x > y,
  '>=': (x, y) => x >= y,
};
