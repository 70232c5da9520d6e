/**
 * What the five documents pay for 2025, as somebody reads them who has never seen the packs: slowly, in big integers,
 * from the text of each cell. It shares nothing with the program that it judges.
 */

/** A row of the file by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

export interface Award {
  readonly group: string;
  /** Whole yuan. */
  readonly amount: bigint;
  readonly payers: Readonly<Record<string, bigint>>;
}

const YEAR = '2025';
/** Tenths of a fen: 万元 with four decimals are whole yuan, and halves and percents of them stay whole here. */
const FINE = 1000n;

/** 万元 as written, in yuan. */
function yuan(text: string): bigint {
  const sign = text.startsWith('-') ? -1n : 1n;
  const [whole = '0', decimals = ''] = text.replace('-', '').split('.');
  return sign * (BigInt(whole) * 10_000n + BigInt(decimals.padEnd(4, '0')));
}

/** Percent as written, in hundred-millionths of a percent. */
function percent(text: string): bigint {
  const sign = text.startsWith('-') ? -1n : 1n;
  const [whole = '0', decimals = ''] = text.replace('-', '').split('.');
  return sign * (BigInt(whole) * 100_000_000n + BigInt(decimals.padEnd(8, '0')));
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
/** Half up, to whole yuan, of `of / by`; neither below 0. */
const rounded = (of: bigint, by: bigint): bigint => (of * 2n + by) / (by * 2n);
const wan = (count: number): bigint => BigInt(count) * 10_000n;

const shared = (amount: bigint): Award['payers'] => {
  const county = amount / 2n;
  return { 市级: amount - county, 受益财政: county };
};

export function awardsOf(row: Row): Award[] {
  const is = (column: string): boolean => row[column] === '1';
  const inYear = (column: string): boolean => row[column] === YEAR;
  const text = (column: string): string => row[column] ?? '';
  if (is('dishonest_3y') || is('accident_3y')) return [];
  const awards: Award[] = [];
  const pay = (group: string, amount: bigint, payers: Award['payers']): void => {
    if (amount > 0n) awards.push({ group, amount, payers });
  };

  if (text('city') === 'hunan') {
    const share = is('hightech_field') ? 12n : 8n;
    const hundredths = share * yuan(text('rd_extra_deduction_delta'));
    const amount = hundredths < wan(20) * 100n ? 0n : rounded(least(hundredths, wan(1000) * 100n), 100n);
    pay('hunan-textile-2023/rd', amount, { 省级: amount });
  }

  if (text('city') === 'yichun') {
    if (inYear('chain_leader_province_year'))
      pay('yichun-leader-2023/leader', wan(40), { 受益财政: wan(30), 市级: wan(10) });
    else if (inYear('chain_leader_city_year')) pay('yichun-leader-2023/leader', wan(10), { 受益财政: wan(10) });
    if (percent(text('revenue_growth_pct')) >= percent(text('city_growth_pct'))) {
      const [now, before] = [yuan(text('revenue')), yuan(text('rev_prev_max'))];
      const over = (border: bigint): boolean => now > border && before <= border;
      const amount = over(wan(1_000_000)) ? wan(50) : over(wan(500_000)) ? wan(20) : 0n;
      pay('yichun-leader-2023/revenue-first', amount, { 受益财政: amount });
    }
  }

  if (text('city') === 'nanchang' && text('chain') === 'textile') {
    const both = (group: string, amount: bigint): void => pay(`nanchang-textile-2025/${group}`, amount, shared(amount));
    const level = Number(text('digital_level'));
    both('digital-level', level >= 6 ? wan(10) : level === 5 ? wan(4) : 0n);
    const stayed = text('first_above_scale_year') === '2024' && is('in_library_next_year');
    both('scale-up', inYear('first_above_scale_year') || stayed ? wan(10) : 0n);
    const titles = [
      inYear('little_giant_national_year') ? 30 : 0,
      inYear('champion_national_year') ? 30 : 0,
      inYear('champion_province_year') ? 20 : 0,
      inYear('zjtx_province_year') ? 6 : 0,
    ];
    both('titles', wan(Math.max(...titles)));
    both('high-tech', is('sme_tech_in_library') && inYear('hightech_recognized_year') ? wan(15) : 0n);
    const booths = BigInt(text('booths'));
    if (is('domestic_fair')) {
      const each = least(wan(2) * FINE, (yuan(text('booth_fee')) * FINE * 30n) / 100n);
      both('fair-booth', rounded(each * least(booths, 2n), FINE));
    }
    const people = BigInt(text('people_per_fair'));
    if (is('overseas_fair') && people > 0n) {
      const cost = yuan(text('lodging_cost')) + yuan(text('airfare_cost'));
      both('fair-travel', rounded(70n * cost * least(least(people, 2n * booths), 4n), 100n * people));
    }
    both('chain-transformation', is('micro_reform_lead') && Number(text('upstream_partners')) >= 3 ? wan(100) : 0n);
  }
  return awards;
}

/** Every group that the readings name. */
export const groups = [
  ...['digital-level', 'scale-up', 'titles', 'high-tech', 'fair-booth', 'fair-travel', 'chain-transformation'].map(
    (id) => `nanchang-textile-2025/${id}`,
  ),
  ...['yichun-leader-2023/leader', 'yichun-leader-2023/revenue-first', 'hunan-textile-2023/rd'],
];
