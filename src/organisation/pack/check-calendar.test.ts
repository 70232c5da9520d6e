import { describe, expect, test } from 'vitest';
import { packLibrary } from '../../../apps/packs.ts';
import { calendarPack } from '../pack.ts';
import type { CalendarContent } from './calendar-schema.ts';
import { checkCalendar } from './check-calendar.ts';

const year = {
  year: 2025,
  notice: '国办发明电〔2024〕12号',
  issuedOn: '2024-11-12',
  off: [
    { name: '元旦', from: '2025-01-01', to: '2025-01-01' },
    { name: '春节', from: '2025-01-28', to: '2025-02-04' },
  ],
  work: ['2025-01-26', '2025-02-08'],
};
const base: CalendarContent = {
  kind: 'working-calendar',
  id: 'a',
  source: '通知',
  hours: [{ from: '09:00', to: '12:00' }],
  years: [year],
};
const codes = (changes: Partial<CalendarContent>) =>
  checkCalendar({ ...base, ...changes }).map(({ code, path }) => `${code} ${path.join('/')}`);
const ofYear = (changes: Partial<typeof year>) => codes({ years: [{ ...year, ...changes }] });

describe('a calendar', () => {
  test('of the base pack names the notice of each year', () => {
    const [pack] = packLibrary().of(calendarPack);
    expect(pack?.content.years.map(({ year: each, notice }) => `${each} ${notice}`)).toEqual([
      '2023 国办发明电〔2022〕16号',
      '2024 国办发明电〔2023〕7号',
      '2025 国办发明电〔2024〕12号',
      '2026 国办发明电〔2025〕7号',
    ]);
  });

  test('is right as it stands', () => {
    expect(codes({})).toEqual([]);
  });

  test('has days that exist and belong to the year', () => {
    expect(ofYear({ work: ['2025-02-30'] })).toEqual(['calendar-day years/0/work/0']);
    expect(ofYear({ work: ['2026-01-04'] })).toEqual(['calendar-day years/0/work/0']);
    expect(ofYear({ off: [{ name: '元旦', from: '2024-11-30', to: '2025-01-01' }] })).toEqual([
      'calendar-day years/0/off/0/from',
    ]);
    expect(ofYear({ issuedOn: '2024-11-31' })).toEqual(['calendar-day years/0/issuedOn']);
    expect(ofYear({ off: [{ name: '元旦', from: '2024-12-31', to: '2025-01-01' }] })).toEqual([]);
  });

  test('makes up on weekends only, once, and not on a day off', () => {
    expect(ofYear({ work: ['2025-01-27'] })).toEqual(['calendar-make-up years/0/work/0']);
    expect(ofYear({ work: ['2025-02-01'] })).toEqual(['calendar-make-up years/0/work/0']);
    expect(ofYear({ work: ['2025-02-08', '2025-02-08'] })).toEqual(['pack-id-twice years/0/work/1']);
  });

  test('runs forward', () => {
    expect(ofYear({ off: [{ name: '春节', from: '2025-02-04', to: '2025-01-28' }] })).toEqual([
      'calendar-order years/0/off/0',
    ]);
    expect(ofYear({ off: [...year.off, { name: '又', from: '2025-02-04', to: '2025-02-05' }] })).toEqual([
      'calendar-order years/0/off/2',
    ]);
    expect(codes({ years: [year, year] })).toEqual(['pack-id-twice years/1/year']);
    expect(codes({ hours: [{ from: '12:00', to: '09:00' }] })).toEqual(['calendar-order hours/0']);
    expect(codes({ hours: [...base.hours, { from: '11:00', to: '17:00' }] })).toEqual(['calendar-order hours/1']);
  });
});
