import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, meeting, overlaps, type Span } from './span.ts';

describe('overlaps', () => {
  test('needs a character in common: touching ends do not meet', () => {
    expect(overlaps({ start: 0, end: 5 }, { start: 4, end: 9 })).toBe(true);
    expect(overlaps({ start: 0, end: 5 }, { start: 5, end: 9 })).toBe(false);
    expect(overlaps({ start: 5, end: 9 }, { start: 0, end: 5 })).toBe(false);
  });

  test('holds when one lies inside the other', () => {
    expect(overlaps({ start: 0, end: 9 }, { start: 3, end: 4 })).toBe(true);
  });
});

describe('contains', () => {
  test('the whole contains itself and its parts, not what reaches beyond', () => {
    const whole = { start: 2, end: 8 };
    expect(contains(whole, whole)).toBe(true);
    expect(contains(whole, { start: 2, end: 3 })).toBe(true);
    expect(contains(whole, { start: 1, end: 3 })).toBe(false);
    expect(contains(whole, { start: 7, end: 9 })).toBe(false);
  });
});

describe('meeting', () => {
  /** Spans in order, apart from each other, from a list of gaps and lengths. */
  const row = (steps: readonly (readonly [number, number])[]): Span[] => {
    let at = 0;
    return steps.map(([gap, length]) => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
  };
  const steps = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 6 })), { maxLength: 30 });

  test('finds by bisection what a search through the whole list finds', () => {
    fc.assert(
      fc.property(steps, fc.nat(150), fc.integer({ min: 1, max: 40 }), (list, start, length) => {
        const spans = row(list);
        const within = { start, end: start + length };
        expect(meeting(spans, within)).toEqual(spans.filter((s) => overlaps(s, within)));
      }),
    );
  });

  test('nothing meets in an empty list', () => {
    expect(meeting([], { start: 0, end: 10 })).toEqual([]);
  });
});
