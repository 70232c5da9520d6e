import { closeSync, openSync, writeSync } from 'node:fs';
import { diceOf } from '../../src/policy/domain/testing/random.ts';

/** Columns that the textile, leader and research policies look at, as anyone may bring them. */
export const columns = [
  ...['id', 'region', 'chain', 'city', 'revenue', 'revenue_prev', 'revenue_growth_pct', 'city_growth_pct'],
  ...['digital_level', 'first_above_scale_year', 'in_library_next_year', 'little_giant_national_year'],
  ...['champion_national_year', 'champion_province_year', 'zjtx_province_year', 'sme_tech_in_library'],
  ...['hightech_recognized_year', 'rd_extra_deduction_delta', 'hightech_field', 'booth_fee', 'booths', 'domestic_fair'],
  ...['overseas_fair', 'people_per_fair', 'lodging_cost', 'airfare_cost', 'micro_reform_lead', 'upstream_partners'],
  ...['rev_prev_max', 'chain_leader_province_year', 'chain_leader_city_year', 'dishonest_3y', 'accident_3y'],
] as const;

export const chains = ['textile', 'metallurgy', 'electronics', 'food'];
export const cities = ['nanchang', 'yichun', 'hunan'];

/** Lines of made-up enterprises, the same for the same seed: most are ordinary, some stand on the borders of the rules. */
export function* enterpriseLines(count: number, seed: number): Generator<string> {
  const dice = diceOf(seed);
  const one = (list: readonly string[]): string => list[dice(list.length)] ?? '';
  const flag = (of: number): string => (dice(of) === 0 ? '1' : '0');
  /** In 万元, with as many decimals as people write. */
  const money = (most: number): string => {
    const decimals = dice(5);
    return (dice(most) + dice(10_000) / 10_000).toFixed(decimals);
  };
  const border = (of: number, most: number, borders: readonly string[]): string =>
    dice(of) === 0 ? one(borders) : money(most);
  const year = (): string => (dice(3) === 0 ? String(2021 + dice(6)) : '0');
  const percent = (): string => ((dice(6000) - 1500) / 100).toFixed(dice(3));
  const revenues = ['500000', '500000.0001', '1000000', '1000000.0001', '499999.9999'];
  const research = ['166.6666', '166.6667', '250', '249.9999', '8333.3334', '12500', '-20', '0'];
  const fees = ['6.6666', '6.6667', '0', '0.0001', '3.3333'];
  for (let at = 0; at < count; at++) {
    const isLarge = dice(8) === 0;
    const growth = percent();
    yield [
      `E${String(at + 1).padStart(7, '0')}`,
      `${360_100 + dice(60) * 3}`,
      one(chains),
      one(cities),
      ...[isLarge ? border(3, 2_000_000, revenues) : money(60_000), money(60_000)],
      ...[growth, dice(10) === 0 ? growth : percent()],
      ...[String(dice(9)), year(), flag(2), year(), year(), year(), year(), flag(2), year()],
      ...[border(8, 20_000, research), flag(2), border(10, 20, fees), String(dice(6)), flag(2), flag(2)],
      ...[String(dice(8)), money(10), money(10), flag(3), String(dice(8))],
      ...[isLarge ? border(3, 700_000, revenues) : money(60_000), year(), year(), flag(20), flag(30)],
    ].join(',');
  }
}

/** Writes a file of them. */
export function writeEnterprises(path: string, count: number, seed: number): void {
  const file = openSync(path, 'w');
  let text = `${columns.join(',')}\n`;
  for (const line of enterpriseLines(count, seed)) {
    text += `${line}\n`;
    if (text.length < 1 << 20) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
}
