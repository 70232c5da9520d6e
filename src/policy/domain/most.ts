import type { CompiledClause } from './check/compiled.ts';
import type { FactTable } from './check/facts.ts';
import type { Whole } from './check/program.ts';

/**
 * The most that a clause itself allows, in 元; null when it sets no limit, so that only the facts decide. The program's own
 * bound (`CompiledClause.most`) counts on the greatest figure that a file may hold, which no office would print.
 */
export function mostAllowed({ amount, rounding }: CompiledClause, facts: FactTable): number | null {
  const { high } = spanOf(amount.of, facts);
  if (!Number.isFinite(high)) return null;
  // What is divided by is at least 1: there is no award while it is 0.
  return Math.max(0, Math.ceil(high / (amount.per * rounding.step)) * rounding.step);
}

interface Span {
  readonly low: number;
  readonly high: number;
}

/** Between which values a figure lies if facts may be as great as they like. */
function spanOf(part: Whole, facts: FactTable): Span {
  switch (part.op) {
    case 'const':
      return { low: part.value, high: part.value };
    case 'fact':
      return factSpan(part, facts);
    case 'if': {
      const [a, b] = [spanOf(part.a, facts), spanOf(part.b, facts)];
      return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
    }
    case 'add':
    case 'sub':
    case 'mul':
    case 'min':
    case 'max':
      return joined(part.op, spanOf(part.a, facts), spanOf(part.b, facts));
  }
}

/** A yes or no and a choice have their ends; figures do not, but for whether they may be negative. */
function factSpan({ fact, low, high }: Extract<Whole, { op: 'fact' }>, facts: FactTable): Span {
  if (facts.at(fact).type !== 'number') return { low, high };
  return { low: low < 0 ? Number.NEGATIVE_INFINITY : low, high: Number.POSITIVE_INFINITY };
}

function joined(op: 'add' | 'sub' | 'mul' | 'min' | 'max', a: Span, b: Span): Span {
  switch (op) {
    case 'add':
      return { low: a.low + b.low, high: a.high + b.high };
    case 'sub':
      return { low: a.low - b.high, high: a.high - b.low };
    case 'mul': {
      const products = [a.low, a.high].flatMap((one) => [times(one, b.low), times(one, b.high)]);
      return { low: Math.min(...products), high: Math.max(...products) };
    }
    case 'min':
      return { low: Math.min(a.low, b.low), high: Math.min(a.high, b.high) };
    case 'max':
      return { low: Math.max(a.low, b.low), high: Math.max(a.high, b.high) };
  }
}

/** Nothing of however much is nothing. */
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);
