import { columns } from '../../bench/policy/enterprises.ts';
import type { Row } from './readings-oracle.ts';

/** Enterprises for tests of the readings: ordinary ones, and every border of every rule from both sides. */

const years = ['0', '0', '2023', '2024', '2025', '2025', '2026'];
const flags = ['0', '1'];
const revenues = ['0', '499999.9999', '500000', '500000.0001', '999999.9999', '1000000', '1000000.0001', '3000000'];
const growths = ['8', '8.0', '7.99999999', '8.00000001', '-2.5', '-2.49999999', '0', '-0', '120.55'];
const research = [
  ...['166.6666', '166.6667', '166.67', '249.9999', '250', '250.0001', '8333.3333', '8333.3334', '8333.33'],
  ...['12499.9999', '12500', '12500.0001', '0', '-0.0001', '-300', '300.0007', '300.0063', '999.9994'],
];
const fees = ['0', '0.0001', '0.0005', '0.0015', '3.3333', '6.666', '6.6666', '6.6667', '6.6668', '10', '9999.9999'];

export function enterprisesOf(count: number, seed: number): Row[] {
  let state = seed;
  const dice = (most: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * most);
  };
  const one = (list: readonly string[]): string => list[dice(list.length)] ?? '';
  const money = (most: number): string => `${dice(most)}${['', '.5', '.25', '.0625', '.1337', '.9999'][dice(6)]}`;
  const either = (list: readonly string[], most: number): string => (dice(2) === 0 ? one(list) : money(most));
  const values: Readonly<Record<string, () => string>> = {
    region: () => `36${String(dice(12) * 3).padStart(4, '0')}`,
    chain: () => one(['textile', 'textile', 'metallurgy', 'electronics', 'food']),
    city: () => one(['nanchang', 'yichun', 'hunan']),
    revenue: () => either(revenues, 2_000_000),
    rev_prev_max: () => either(revenues, 700_000),
    revenue_prev: () => money(500_000),
    revenue_growth_pct: () => one(growths),
    city_growth_pct: () => one(growths),
    digital_level: () => String(dice(10)),
    rd_extra_deduction_delta: () => either(research, 15_000),
    booth_fee: () => either(fees, 20),
    booths: () => String(dice(6)),
    people_per_fair: () => String(dice(8)),
    lodging_cost: () => either(fees, 12),
    airfare_cost: () => either(fees, 12),
    upstream_partners: () => String(dice(6)),
    dishonest_3y: () => (dice(12) === 0 ? '1' : '0'),
    accident_3y: () => (dice(15) === 0 ? '1' : '0'),
  };
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(
      columns.map((column) => {
        if (column === 'id') return [column, `91360000MA${String(at).padStart(8, '0')}`];
        return [
          column,
          values[column]?.() ?? one(column.endsWith('_year') && column !== 'in_library_next_year' ? years : flags),
        ];
      }),
    ),
  );
}

/** As a file, its columns in this order or another. */
export function csvOf(rows: readonly Row[], names: readonly string[] = columns, end = '\n'): string {
  return [names.join(','), ...rows.map((row) => names.map((name) => row[name] ?? '').join(','))].join(end) + end;
}

export const columnNames: readonly string[] = columns;
