import { type Condition, greatest, type Whole } from './program.ts';

/** Refused by the checker: a calculation whose figures may grow beyond what is exact. */
export class TooGreat extends Error {}

const bounded = (low: number, high: number): { readonly low: number; readonly high: number } => {
  if (low < -greatest || high > greatest) throw new TooGreat();
  return { low, high };
};

export function constant(value: bigint): Whole {
  const number = Number(value);
  return { op: 'const', value: number, ...bounded(number, number) };
}

export const fact = (index: number, low: number, high: number): Whole => ({
  op: 'fact',
  fact: index,
  ...bounded(low, high),
});

/** Makes one node of two, folded where both are constant. Throws `TooGreat` where a result may exceed 2^53 - 1. */
export function combine(op: 'add' | 'sub' | 'mul' | 'min' | 'max', a: Whole, b: Whole): Whole {
  const range = bounded(...rangeOf(op, a, b));
  if (a.op === 'const' && b.op === 'const') return { op: 'const', value: range.low, ...range };
  if (op === 'mul') {
    if (a.op === 'const' && a.value === 1) return b;
    if (b.op === 'const' && b.value === 1) return a;
  }
  return { op, a, b, ...range };
}

export const choose = (when: Condition, a: Whole, b: Whole): Whole => ({
  op: 'if',
  when,
  a,
  b,
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
});

function rangeOf(op: 'add' | 'sub' | 'mul' | 'min' | 'max', a: Whole, b: Whole): [number, number] {
  switch (op) {
    case 'add':
      return [a.low + b.low, a.high + b.high];
    case 'sub':
      return [a.low - b.high, a.high - b.low];
    case 'min':
      return [Math.min(a.low, b.low), Math.min(a.high, b.high)];
    case 'max':
      return [Math.max(a.low, b.low), Math.max(a.high, b.high)];
    case 'mul': {
      const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
      return [Math.min(...corners), Math.max(...corners)];
    }
  }
}
