import { expect, test } from 'vitest';
import { fraction } from '../number/fraction.ts';
import { warnOfCopies } from '../warning/copy-forward.ts';
import { warnOfHeaping } from '../warning/heaping.ts';
import { usualLimits } from '../warning/limits.ts';
import { warnOfMismatch } from '../warning/mismatch.ts';
import { warnOfMissing } from '../warning/missing.ts';
import type { Warning } from '../warning/model.ts';
import { warnOfOutliers } from '../warning/outlier.ts';
import { warnOfPace, warnOfStreak } from '../warning/pace.ts';
import { ruleNames, warningWords } from './warning.ts';

const written = { unit: '万元', decimals: 0 };
const subject = { indicatorId: 'output', placeId: 'p', chainId: '' };
const reason = (warning: Warning | null | undefined) => (warning ? warningWords(warning, written).reason : null);

test('every rule says what it saw', () => {
  const standing = (period: string) => ({
    period,
    pace: { light: 'red', pace: fraction(4n, 5n), ahead: -120n } as const,
  });
  const months = ['2026-01', '2026-02', '2026-03'].map(standing);
  expect(reason(warnOfPace(subject, months, usualLimits))).toBe(
    '2026 年 3 月红灯，进度是应有的 80%，与应有进度相差 120 万元，已连续 3 期。',
  );
  expect(reason(warnOfStreak(subject, months, usualLimits))).toBe(
    '到 2026 年 3 月已连续 3 期没有跟上进度，最差时是应有的 80%。',
  );
  const owed = [{ period: '2026-02', due: '2026-03-05', isReported: false }];
  expect(reason(warnOfMissing(subject, owed, '2026-03-10', usualLimits))).toBe(
    '2026 年 2 月没有报，最早的一期已逾期 5 天。',
  );
  const sides = [{ period: '2026-02', own: 1100n, parts: 1000n }];
  expect(reason(warnOfMismatch(subject, sides, usualLimits))).toBe(
    '2026 年 2 月自报 1,100 万元，下级之和 1,000 万元，自报多 100 万元。',
  );
  const copies = ['2026-01', '2026-02', '2026-03'].map((period) => ({ period, value: 700n }));
  expect(reason(warnOfCopies(subject, copies, 1n, usualLimits))).toBe('到 2026 年 3 月已连续 3 期都是 700 万元。');
  const rounds = Array.from({ length: 20 }, (_, at) => ({
    cell: String(at),
    period: '2026-03',
    value: BigInt(100 * (at + 1)),
  }));
  expect(reason(warnOfHeaping(subject, rounds, 1n, usualLimits))).toBe(
    '20 个数里有 20 个是 100 的整数倍，正常只有 100 分之一左右。',
  );
});

test('outliers by growth in percent, by values in the unit', () => {
  const peers = [10n, 11n, 12n, 10n, 11n, 90n].map((n) => ({ subject, rate: fraction(n, 100n) }));
  const [found] = warnOfOutliers('2026-03', peers, usualLimits);
  expect(reason(found)).toMatch(/^2026 年 3 月是 90%，偏高：6 个同类的中位数是 11%，一般在 [−\d.]+%至 [\d.]+%之间。$/u);
  const per = { unit: '万元/亩', decimals: 1 };
  const values = [10n, 11n, 12n, 10n, 11n, 90n].map((n) => ({ subject, rate: fraction(n) }));
  const [odd] = warnOfOutliers('2026-03', values, usualLimits);
  expect(odd && warningWords(odd, per, 'values').reason).toContain(
    '是 90 万元/亩，偏高：6 个同类的中位数是 11 万元/亩',
  );
});

test('each has a name and a next step', () => {
  const copies = ['2026-01', '2026-02', '2026-03'].map((period) => ({ period, value: 700n }));
  const found = warnOfCopies(subject, copies, 1n, usualLimits);
  expect(found && warningWords(found, written)).toMatchObject({ title: '连续照抄', next: '请填报人核对每期的数。' });
  expect(new Set(Object.values(ruleNames)).size).toBe(7);
});
