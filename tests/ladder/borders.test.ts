import { describe, expect, it } from 'vitest';
import { judged, type Written } from './judging.ts';

/** Each row by hand from the tables of 2022: facts, and the points that they are worth. Money is in 万元. */
type Case = readonly [indicator: string, facts: Written, points: number];

const on = '2025-06-30';
const share = (
  above: string,
  below: string,
  base: number,
  rows: readonly (readonly [percent: number, points: number, less: number])[],
): Case[] =>
  rows.flatMap(([percent, points, less]): (readonly [string, Written, number])[] => [
    ['', { [above]: (base * percent) / 100, [below]: base }, points],
    ['', { [above]: (base * percent) / 100 - 0.0001, [below]: base }, less],
  ]);
const as = (indicator: string, cases: readonly Case[]): Case[] =>
  cases.map(([, facts, points]) => [indicator, facts, points]);
const at = (
  indicator: string,
  fact: string,
  rows: readonly (readonly [value: number | string, points: number])[],
): Case[] => rows.map(([value, points]) => [indicator, { [fact]: value }, points]);

const debt = (indicator: string, rows: readonly (readonly [percent: number, points: number, more: number])[]): Case[] =>
  rows.flatMap(([percent, points, more]): Case[] => [
    [indicator, { liabilities: percent * 10, assets: 1000 }, points],
    [indicator, { liabilities: percent * 10 + 0.0001, assets: 1000 }, more],
  ]);

const innovative: Case[] = [
  ['ip', { ip_high_1: 1 }, 20],
  ['ip', { ip_high_1: 0, ip_own_1: 1 }, 15],
  ['ip', { ip_high_1: 0, ip_own_1: 0, ip_1: 1 }, 10],
  ['ip', { ip_high_1: 0, ip_own_1: 0, ip_1: 0, ip_2: 1 }, 5],
  ['ip', { ip_high_1: 0, ip_own_1: 0, ip_1: 0, ip_2: 0 }, 0],
  ...as(
    'rd-share',
    share('rd_cost', 'revenue', 10000, [
      [5, 20, 15],
      [3, 15, 10],
      [2, 10, 5],
      [1, 5, 0],
    ]),
  ),
  ...[
    [1150, 20],
    [1149.9999, 15],
    [1100, 15],
    [1099.9999, 10],
    [1050, 10],
    [1049.9999, 5],
    [1000, 5],
    [999.9999, 0],
  ].map(([main, points]): Case => ['growth', { main_revenue: main ?? 0, main_revenue_prev: 1000 }, points ?? 0]),
  ...debt('debt', [
    [55, 10, 5],
    [75, 5, 0],
  ]),
  ...at('field', 'strategic_field', [
    [1, 10],
    [0, 5],
  ]),
  ...as(
    'main-share',
    share('main_revenue', 'revenue', 10000, [
      [70, 20, 15],
      [60, 15, 10],
      [55, 10, 5],
      [50, 5, 0],
    ]),
  ),
];

const small: Case[] = [
  ...as(
    'main-share',
    share('main_revenue', 'revenue', 10000, [
      [80, 5, 3],
      [70, 3, 1],
      [60, 1, 0],
    ]),
  ),
  ...at('growth', 'main_growth_2y_pct', [
    [10, 10],
    [9.99999999, 8],
    [8, 8],
    [7.99999999, 6],
    [6, 6],
    [5.99999999, 4],
    [4, 4],
    [3.99999999, 2],
    [0, 2],
    [-0.00000001, 0],
  ]),
  ...at('years', 'niche_years', [
    [1.99, 0],
    [2, 1],
    [3.99, 1],
    [4, 2],
    [6, 3],
    [8, 4],
    [9.99, 4],
    [10, 5],
    [40, 5],
  ]),
  ...at('field', 'niche_field', [
    ['fills_gap', 5],
    ['base_or_leader', 3],
    ['other_field', 0],
  ]),
  ...at('digital', 'sme_digital_level', [
    [4, 5],
    [3, 5],
    [2, 3],
    [1, 0],
    [0, 0],
  ]),
  ...at('quality', 'quality_facts', [
    [0, 0],
    [1, 3],
    [2, 5],
    [4, 5],
  ]),
  ...as(
    'margin',
    share('profit_net', 'revenue', 10000, [
      [10, 10, 8],
      [8, 8, 6],
      [6, 6, 4],
      [4, 4, 2],
      [2, 2, 0],
    ]),
  ),
  ...debt('debt', [
    [50, 5, 3],
    [60, 3, 1],
    [70, 1, 0],
  ]),
  ...at('special', 'province_special_points', [
    [0, 0],
    [1, 1],
    [7, 7],
    [15, 15],
  ]),
  ['ip', { ip_high_1: 0, ip_own_1: 2 }, 8],
  ['ip', { ip_high_1: 3 }, 10],
  ['ip', { ip_high_1: 0, ip_own_1: 0, ip_1: 1 }, 6],
  ['ip', { ip_high_1: 0, ip_own_1: 0, ip_1: 0, ip_2: 9 }, 2],
  // By the amount, where the share is worth less, and by the share, where the amount is.
  ...[
    [500, 10],
    [499.9999, 8],
    [400, 8],
    [399.9999, 6],
    [300, 6],
    [299.9999, 4],
    [200, 4],
    [199.9999, 2],
    [100, 2],
    [99.9999, 0],
  ].map(([cost, points]): Case => ['rd', { rd_cost: cost ?? 0, revenue: 100000 }, points ?? 0]),
  ...as(
    'rd',
    share('rd_cost', 'revenue', 900, [
      [10, 10, 8],
      [8, 8, 6],
      [6, 6, 4],
      [4, 4, 2],
      [3, 2, 0],
    ]),
  ),
  ...[
    [20, 5],
    [19, 3],
    [10, 3],
    [9, 1],
    [5, 1],
    [4, 0],
  ].map(([staff, points]): Case => ['rd-staff', { rd_staff: staff ?? 0, employees: 100 }, points ?? 0]),
  ...at('body', 'research_body', [
    ['body_national', 10],
    ['body_province', 8],
    ['body_city', 4],
    ['body_lower', 2],
    ['body_none', 0],
  ]),
];

const technology: Case[] = [
  ...[
    [30, 20],
    [29, 16],
    [25, 16],
    [24, 12],
    [20, 12],
    [19, 8],
    [15, 8],
    [14, 4],
    [10, 4],
    [9, 0],
  ].map(([staff, points]): Case => ['staff', { tech_staff: staff ?? 0, employees: 100 }, points ?? 0]),
  ...as(
    'rd',
    share('rd_cost', 'revenue', 10000, [
      [6, 50, 40],
      [5, 40, 30],
      [4, 30, 20],
      [3, 20, 10],
      [2, 10, 0],
    ]),
  ).map(([indicator, facts, points]): Case => [indicator, { ...facts, cost_total: 1000000 }, points]),
  ...as(
    'rd',
    share('rd_cost', 'cost_total', 10000, [
      [30, 50, 40],
      [25, 40, 30],
      [20, 30, 20],
      [15, 20, 10],
      [10, 10, 0],
    ]),
  ).map(([indicator, facts, points]): Case => [indicator, { ...facts, revenue: 1000000 }, points]),
  ['results', { ip_1: 1 }, 30],
  ...[
    [4, 24],
    [3, 18],
    [2, 12],
    [1, 6],
    [0, 0],
  ].map(([two, points]): Case => ['results', { ip_1: 0, ip_2: two ?? 0 }, points ?? 0]),
];

describe.each([
  ['innovative-sme', innovative],
  ['sme-zjtx', small],
  ['tech-sme', technology],
])('points of %s', (title, cases) => {
  it.each(cases)('%s of %o are worth %i', (indicator, facts, points) => {
    const found = judged(title, on, facts).pointsOf(indicator);
    expect([found?.least, found?.most]).toEqual([points, points]);
  });
});

/** A demand with facts that just meet it, and those that just do not. */
type Demand = readonly [title: string, condition: string, meets: Written, fails: Written];
const demands: Demand[] = [
  ['sme-zjtx', 'years', { niche_years: 2 }, { niche_years: 1.99 }],
  ['sme-zjtx', 'rd', { rd_cost: 100, revenue: 3333.3333 }, { rd_cost: 99.9999, revenue: 1000 }],
  ['sme-zjtx', 'rd', { rd_cost: 300, revenue: 10000 }, { rd_cost: 299.9999, revenue: 10000 }],
  ['sme-zjtx', 'revenue', { revenue: 1000 }, { revenue: 999.9999, equity_2y: 1999.9999 }],
  ['sme-zjtx', 'revenue', { revenue: 0, equity_2y: 2000 }, { revenue: 0, equity_2y: 0 }],
  ['little-giant', 'years', { niche_years: 3 }, { niche_years: 2.99 }],
  ['little-giant', 'main-share', { main_revenue: 700, revenue: 1000 }, { main_revenue: 699.9999, revenue: 1000 }],
  ['little-giant', 'growth', { main_growth_2y_pct: 5 }, { main_growth_2y_pct: 4.99999999 }],
  ['little-giant', 'debt', { liabilities: 700, assets: 1000 }, { liabilities: 700.0001, assets: 1000 }],
  ['little-giant', 'share', { market_share_pct: 10 }, { market_share_pct: 9.9999 }],
  ['champion-national', 'field-years', { field_years: 10 }, { field_years: 9.99 }],
  [
    'champion-national',
    'rank',
    { market_rank_world: 3, market_rank_china: 0 },
    { market_rank_world: 4, market_rank_china: 2 },
  ],
  ['champion-national', 'size', { revenue: 40000 }, { revenue: 39999.9999, little_giant_valid: 0 }],
  [
    'champion-national',
    'product-share',
    { main_product_revenue: 70, revenue: 100 },
    { main_product_revenue: 69.9999, revenue: 100 },
  ],
  ['high-tech', 'registered', { years_registered: 1 }, { years_registered: 0.99 }],
  ['high-tech', 'staff', { tech_staff: 10, employees: 100 }, { tech_staff: 9, employees: 100 }],
  [
    'high-tech',
    'rd',
    { revenue: 5000, rd_cost_3y: 500, revenue_3y: 10000 },
    { revenue: 5000, rd_cost_3y: 499.9999, revenue_3y: 10000 },
  ],
  [
    'high-tech',
    'rd',
    { revenue: 5000.0001, rd_cost_3y: 400, revenue_3y: 10000 },
    { revenue: 20000, rd_cost_3y: 399.9999, revenue_3y: 10000 },
  ],
  [
    'high-tech',
    'rd',
    { revenue: 20000.0001, rd_cost_3y: 300, revenue_3y: 10000 },
    { revenue: 20000.0001, rd_cost_3y: 299.9999, revenue_3y: 10000 },
  ],
  ['high-tech', 'income', { hightech_income: 60, revenue: 100 }, { hightech_income: 59.9999, revenue: 100 }],
  ['high-tech', 'score', { innovation_score: 70.01 }, { innovation_score: 70 }],
  ['tech-sme', 'staff', { employees: 500 }, { employees: 501 }],
  ['tech-sme', 'revenue', { revenue: 20000 }, { revenue: 20000.0001 }],
  ['tech-sme', 'assets', { assets: 20000 }, { assets: 20000.0001 }],
  ['above-scale', 'revenue', { revenue: 2000 }, { revenue: 1999.9999 }],
  ['chain-leader-city', 'revenue', { revenue: 500000 }, { revenue: 499999.9999 }],
  ['chain-leader-city', 'suppliers', { suppliers: 5 }, { suppliers: 4 }],
  ['chain-leader-city', 'partners', { partners: 10 }, { partners: 9 }],
  ['chain-leader-city', 'rd', { rd_cost: 3, revenue: 100 }, { rd_cost: 2.9999, revenue: 100 }],
  ['sub-chain-leader', 'revenue', { revenue: 100000 }, { revenue: 99999.9999 }],
  ['sub-chain-leader', 'suppliers', { suppliers: 3 }, { suppliers: 2 }],
  ['sub-chain-leader', 'partners', { partners: 6 }, { partners: 5 }],
  ['sub-chain-leader', 'rd', { rd_cost: 2.5, revenue: 100 }, { rd_cost: 2.4999, revenue: 100 }],
];

describe('demands', () => {
  it.each(demands)('%s: %s at its border', (title, condition, meets, fails) => {
    expect(judged(title, on, meets).stateOf(condition)).toBe('yes');
    expect(judged(title, on, fails).stateOf(condition)).toBe('no');
    expect(judged(title, on, {}).stateOf(condition)).toBe('unknown');
  });
});
