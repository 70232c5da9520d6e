import { describe, expect, it } from 'vitest';
import { packLibrary } from '../../apps/packs.ts';
import { editionOn } from '../../src/ladder/domain/edition/in-force.ts';
import { dayAfter, standingOf } from '../../src/ladder/index.ts';
import { judged } from './judging.ts';
import { editionsOf, verdictAlone } from './subject.ts';

describe('editions', () => {
  const editions = editionsOf(packLibrary());
  it.each(['innovative-sme', 'sme-zjtx', 'little-giant'])(
    '%s is judged by the edition in force on its day',
    (title) => {
      const on = (day: string) => editionOn(editions, title, day)?.id;
      expect([on('2022-07-31'), on('2022-08-01'), on('2026-03-31'), on('2026-04-01')]).toEqual([
        ...[undefined, `${title}-2022`, `${title}-2022`, `${title}-2026`],
      ]);
      expect(judged(title, '2026-04-01', {})).toMatchObject({ verdict: 'empty', points: null });
      expect(judged(title, '2026-04-01', {}).edition.empty).toContain('还没有录入');
    },
  );
});

describe('what is not known', () => {
  const full = {
    ...{
      niche_years: 2,
      revenue: 1000,
      rd_cost: 100,
      rd_cost_prev: 0,
      equity_2y: 0,
      main_revenue: 800,
      main_growth_2y_pct: 10,
    },
    ...{
      niche_field: 'fills_gap',
      sme_digital_level: 3,
      quality_facts: 2,
      profit_net: 100,
      assets: 100,
      liabilities: 50,
    },
    ...{ province_special_points: 4, ip_high_1: 0, ip_own_1: 0, ip_1: 0, ip_2: 0, employees: 100, rd_staff: 0 },
    ...{ research_body: 'body_none', award_national_rank_3y: 0, award_province_rank_3y: 0, maker_500_3y: 0 },
  };
  const { sme_digital_level: _, ...open } = full;

  it('stays unknown, with the least and the most points possible and what would settle it', () => {
    expect(judged('sme-zjtx', '2025-06-30', full)).toMatchObject({ verdict: 'met', points: { least: 60, most: 60 } });
    const found = judged('sme-zjtx', '2025-06-30', open);
    expect(found).toMatchObject({
      verdict: 'unknown',
      points: { least: 55, most: 60 },
      missing: ['sme_digital_level'],
    });
  });
  it('does not matter where the rest decides', () => {
    expect(judged('sme-zjtx', '2025-06-30', { ...open, province_special_points: 9 }).verdict).toBe('met');
    expect(judged('sme-zjtx', '2025-06-30', { ...open, province_special_points: 3 }).verdict).toBe('unmet');
    expect(judged('sme-zjtx', '2025-06-30', { ...open, niche_years: 1 }).verdict).toBe('unmet');
  });
  it('is judged alike with reasons and without', () => {
    for (const facts of [full, open, {}, { ...full, abnormal_list: 1 }]) {
      const found = judged('sme-zjtx', '2025-06-30', facts);
      const alone = verdictAlone(found.edition, found.known);
      expect(alone).toEqual({ verdict: found.verdict, least: found.points?.least, most: found.points?.most });
    }
  });
  it('refuses who is known to be listed', () => {
    expect(judged('sme-zjtx', '2025-06-30', { ...full, abnormal_list: 1 }).verdict).toBe('unmet');
  });

  it('says by how much it is short and by when', () => {
    const { way } = judged('sme-zjtx', '2025-06-30', {
      ...full,
      niche_years: 1.5,
      rd_cost: 90,
      rd_cost_prev: 80,
      profit_net: 0,
    });
    const gaps = way.unmet.flatMap((each) => each.gaps ?? []);
    expect(gaps).toMatchObject([
      { fact: 'niche_years', short: '0.5 年', on: dayAfter('2025-06-30', 50, 100) },
      { fact: 'rd_cost', short: '10 万元', years: 1 },
    ]);
    // Eleven points are missing: one for years, ten for the profit; the least effort brings them.
    expect(way.missingPoints).toBeGreaterThan(0);
    expect(way.steps?.reduce((sum, { from, to }) => sum + to - from, 0)).toBeGreaterThanOrEqual(way.missingPoints);
  });
  it('never advises to earn less', () => {
    const { way } = judged('chain-leader-city', '2025-06-30', {
      focus_chain: 1,
      revenue: 600000,
      suppliers: 5,
      partners: 10,
      rd_cost: 17000,
    });
    expect(way.unmet).toMatchObject([{ id: 'rd', gaps: [{ fact: 'rd_cost', short: '1,000 万元' }] }]);
  });
});

describe('titles that were given', () => {
  const title = { kind: 'sme-zjtx', givenOn: '2022-07-01', endsOn: '2025-07-01', endedOn: null };
  const on = (day: string, notice: string) => standingOf([title], 'sme-zjtx', day, notice).standing;
  it('hold until the day before they end', () => {
    expect([on('2022-06-30', '2022-12-31'), on('2022-07-01', '2022-12-31'), on('2025-06-30', '2025-06-30')]).toEqual([
      'none',
      'held',
      'held',
    ]);
    expect([on('2025-04-01', '2025-07-01'), on('2025-07-01', '2025-12-31')]).toEqual(['expiring', 'expired']);
  });
});
