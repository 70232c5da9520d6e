import { expect, test } from 'vitest';
import { dayPattern } from './day-pattern.ts';

const isDay = new RegExp(dayPattern, 'u');

test('every day that there is fits, and no other', () => {
  for (const year of [1, 4, 100, 400, 1900, 2000, 2023, 2024, 2026, 2100, 9996, 9999])
    for (let month = 0; month <= 13; month += 1)
      for (let day = 0; day <= 32; day += 1) {
        const text = [String(year).padStart(4, '0'), ...[month, day].map((n) => String(n).padStart(2, '0'))].join('-');
        const at = new Date(`${text}T00:00:00Z`);
        const isThere = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
        expect(`${text} ${isDay.test(text)}`).toBe(`${text} ${isThere}`);
      }
  for (const text of ['0000-01-01', '2026-1-01', '2026-01-01 ', '02026-01-01', '20260101', '２０２６-01-01'])
    expect(isDay.test(text)).toBe(false);
});
