import { expect, test } from 'vitest';
import { monthsOf, shifted } from '../../../kernel/index.ts';
import { fraction } from '../number/fraction.ts';
import type { Light } from '../pace/light.ts';
import { diceOf } from '../testing/dice.ts';
import { warnOfCopies } from './copy-forward.ts';
import { upperTail, warnOfHeaping } from './heaping.ts';
import { usualLimits, type WarningLimits } from './limits.ts';
import { warnOfMismatch } from './mismatch.ts';
import { warnOfMissing } from './missing.ts';
import { warnOfOutliers } from './outlier.ts';
import { type Standing, warnOfPace, warnOfStreak } from './pace.ts';

const subject = { indicatorId: 'revenue', placeId: '360111', chainId: '' };
const off: WarningLimits = {
  ...{ pace: null, streak: null, outlier: null, missing: null, mismatch: null, heaping: null, copyForward: null },
};
const months = monthsOf('2026');
const standing = (given: readonly (readonly [Light | null, number | null])[]): Standing[] =>
  given.map(([light, pace], at) => ({
    period: months[at] ?? '',
    pace: { light, pace: pace === null ? null : fraction(BigInt(pace), 100n), ahead: null },
  }));

test('pace: the cause begins when the light came on', () => {
  const some = standing([
    ['red', 70],
    ['green', 101],
    ['red', 80],
    ['red', 75],
  ]);
  expect(warnOfPace(subject, some, usualLimits)).toEqual({
    ...{ subject, since: '2026-03', period: '2026-04' },
    evidence: { rule: 'pace', light: 'red', pace: fraction(3n, 4n), ahead: null, months: 2 },
  });
  expect(warnOfPace(subject, some.slice(0, 2), usualLimits)).toBeNull();
  expect(
    warnOfPace(
      subject,
      standing([
        ['red', 70],
        [null, null],
      ]),
      usualLimits,
    ),
  ).toBeNull();
  expect([warnOfPace(subject, some, off), warnOfPace(subject, [], usualLimits)]).toEqual([null, null]);
});

test('streak: three months in a row below; one that cannot be told ends it', () => {
  const below = standing([
    ['green', 100],
    ['blue', 99],
    ['yellow', 88],
    ['blue', 97],
  ]);
  expect(warnOfStreak(subject, below, usualLimits)).toMatchObject({
    ...{ since: '2026-02', evidence: { months: 3, limit: 3, worst: fraction(22n, 25n) } },
  });
  expect(warnOfStreak(subject, below.slice(0, 3), usualLimits)).toBeNull();
  expect(
    warnOfStreak(
      subject,
      standing([
        ['blue', 99],
        [null, null],
        ['blue', 99],
        ['blue', 99],
      ]),
      usualLimits,
    ),
  ).toBeNull();
  expect(warnOfStreak(subject, below, off)).toBeNull();
});

test('outlier: far from the others, however many there are of its kind beside it', () => {
  const peers = (rates: readonly (number | null)[]) =>
    rates.map((rate, at) => ({
      subject: { ...subject, placeId: `${at}` },
      rate: rate === null ? null : fraction(BigInt(rate), 100n),
    }));
  const [found, ...others] = warnOfOutliers('2026-03', peers([8, 9, 7, 10, 8, 95, 8, null]), usualLimits);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ subject: { placeId: '5' }, since: '2026', period: '2026-03' });
  expect(found?.evidence).toMatchObject({ rule: 'outlier', given: 0.95, median: 0.08, peers: 7 });
  expect(warnOfOutliers('2026-03', peers([8, 9, 7, 95]), usualLimits)).toEqual([]);
  expect(warnOfOutliers('2026-03', peers([8, 8, 8, 8, 8]), usualLimits)).toEqual([]);
  expect(warnOfOutliers('2026-03', peers([8, 8, 8, 8, 8, 8, 8, 8, 8, 20]), usualLimits)).toHaveLength(1);
  // Two of a kind do not hide each other.
  expect(warnOfOutliers('2026-03', peers([8, 9, 7, 10, 8, 95, 96]), usualLimits)).toHaveLength(2);
  const dice = diceOf(71);
  let alarms = 0;
  for (let round = 0; round < 500; round += 1)
    alarms += warnOfOutliers(
      '2026-03',
      peers(Array.from({ length: 20 }, () => Math.round(1000 * dice.normal()))),
      usualLimits,
    ).length;
  // Of 10,000 normal values hardly any.
  expect(alarms).toBeLessThan(60);
});

test('missing: all that is overdue is one cause, what is not due yet is none', () => {
  const owed = (reported: readonly boolean[]) =>
    reported.map((isReported, at) => ({
      period: months[at] ?? '',
      due: `2026-${String(at + 2).padStart(2, '0')}-10`,
      isReported,
    }));
  const some = owed([true, false, false, false]);
  expect(warnOfMissing(subject, some, '2026-04-12', usualLimits)).toEqual({
    ...{ subject, since: '2026-02', period: '2026-03' },
    evidence: { rule: 'missing', periods: ['2026-02', '2026-03'], days: 33 },
  } satisfies unknown);
  expect(warnOfMissing(subject, some, '2026-03-10', usualLimits)).toBeNull();
  expect(warnOfMissing(subject, some, '2026-03-11', usualLimits)?.evidence).toMatchObject({ days: 1 });
  expect(warnOfMissing(subject, some, '2026-03-13', { ...usualLimits, missing: { grace: 3 } })).toBeNull();
  expect(warnOfMissing(subject, owed([false, true]), '2026-12-31', usualLimits)).toBeNull();
  expect(warnOfMissing(subject, some, '2026-12-31', off)).toBeNull();
});

test('mismatch: own report against the sum of the parts', () => {
  const sides = (given: readonly (readonly [number | null, number | null])[]) =>
    given.map(([own, parts], at) => ({
      period: months[at] ?? '',
      own: own === null ? null : BigInt(own),
      parts: parts === null ? null : BigInt(parts),
    }));
  expect(
    warnOfMismatch(
      subject,
      sides([
        [5000, 5000],
        [5000, 4994],
        [5000, 5006],
      ]),
      usualLimits,
    ),
  ).toEqual({
    ...{ subject, since: '2026-02', period: '2026-03' },
    evidence: { rule: 'mismatch', own: 5000n, parts: 5006n, limit: 5n, months: 2 },
  });
  expect(warnOfMismatch(subject, sides([[5000, 5005]]), usualLimits)).toBeNull();
  expect(warnOfMismatch(subject, sides([[5000, null]]), usualLimits)).toBeNull();
  expect(warnOfMismatch(subject, sides([[-5000, -5006]]), usualLimits)?.evidence).toMatchObject({ limit: 5n });
  expect(
    warnOfMismatch(subject, sides([[0, 1]]), { ...usualLimits, mismatch: { figure: 1, millionths: 0 } }),
  ).toBeNull();
});

test('heaping: more round numbers than chance gives, in units, repeats of a cell left out', () => {
  const written = (values: readonly number[], unit = 1) =>
    values.map((value, at) => ({ cell: `${at}`, period: months[at % 12] ?? '', value: BigInt(value * unit) }));
  const round = [1200, 3400, 560, 7800, 2310, 990, 1500, 2040, 880, 4300, 617, 2900];
  const found = warnOfHeaping(subject, written(round, 100), 100n, usualLimits);
  expect(found).toMatchObject({ since: '2026', period: '2026-12', evidence: { round: 11, figures: 12, step: 10 } });
  expect(warnOfHeaping(subject, written(round.slice(1)), 1n, usualLimits)).toBeNull();
  expect(warnOfHeaping(subject, written(round.map((each) => each % 100)), 1n, usualLimits)).toBeNull();
  // Half of a dozen end with 0 or 5 once in fifty: that is no evidence.
  const chance = [1205, 3410, 565, 7810, 2315, 995, 1501, 2042, 883, 4304, 617, 2908];
  expect(warnOfHeaping(subject, written(chance), 1n, usualLimits)).toBeNull();
  const copied = Array.from({ length: 20 }, () => ({ cell: 'a', period: '2026-01', value: 1200n }));
  expect(warnOfHeaping(subject, copied, 1n, usualLimits)).toBeNull();
  expect(warnOfHeaping(subject, written(round), 1n, off)).toBeNull();
  const dice = diceOf(72);
  let alarms = 0;
  for (let each = 0; each < 2000; each += 1)
    if (warnOfHeaping(subject, written(Array.from({ length: 30 }, () => 100 + dice(90_000))), 1n, usualLimits) !== null)
      alarms += 1;
  expect(alarms).toBeLessThanOrEqual(3);
});

test('the binomial tail is the sum of its terms', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
  for (const [n, k, p] of [
    [12, 11, 0.1],
    [20, 0, 0.3],
    [20, 20, 0.3],
    [30, 9, 0.2],
  ] as const) {
    let sum = 0;
    for (let at = k; at <= n; at += 1) sum += choose(n, at) * p ** at * (1 - p) ** (n - at);
    expect(upperTail(n, k, p) / sum).toBeCloseTo(1, 9);
  }
});

test('copy-forward: the same figure again and again, in a row without holes', () => {
  const figures = (values: readonly (number | null)[]) =>
    values.flatMap((value, at) => (value === null ? [] : [{ period: months[at] ?? '', value: BigInt(value) }]));
  const copies = (values: readonly (number | null)[], unit = 1n) =>
    warnOfCopies(subject, figures(values), unit, usualLimits);
  expect(copies([300, 512, 512, 512])).toEqual({
    ...{ subject, since: '2026-02', period: '2026-04' },
    evidence: { rule: 'copy-forward', value: 512n, times: 3, limit: 3 },
  });
  expect(copies([512, 512])).toBeNull();
  expect(copies([512, 512, null, 512])).toBeNull();
  expect(copies([0, 0, 0, 0])).toBeNull();
  expect(copies([7, 7, 7, 7])).toBeNull();
  expect(copies([512, 512, 512], 100n)).toBeNull();
  expect(copies([512, 512, 512, 513])).toBeNull();
  expect(warnOfCopies(subject, [], 1n, usualLimits)).toBeNull();
  expect(shifted('2026-02', 2)).toBe('2026-04');
});
