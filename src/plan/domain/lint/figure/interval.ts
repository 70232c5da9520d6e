import type { Figure } from './figure.ts';

/** All values that a figure as written may stand for, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 以上 has no upper end, 左右 reaches three parts in a hundred either way, a bare number what rounding hides. */
export function intervalOf(figure: Pick<Figure, 'item' | 'value' | 'value2' | 'half'>): Interval {
  const { value, value2, half } = figure;
  switch (figure.item.op) {
    case '>=':
    case '>':
      return { low: value - half, high: Number.POSITIVE_INFINITY };
    case '<=':
    case '<':
      return { low: Number.NEGATIVE_INFINITY, high: value + half };
    case '~': {
      const slack = Math.max(half, Math.abs(value) * 0.03);
      return { low: value - slack, high: value + slack };
    }
    case 'range':
      return { low: value - half, high: (value2 ?? value) + half };
    case '=':
      return { low: value - half, high: value + half };
  }
}

export const meet = (a: Interval, b: Interval): boolean => a.low <= b.high && b.low <= a.high;
