/** The ten rules as somebody writes them by hand for one year and for speed: the yardstick of the generated loop. */

/** One typed array for each fact, as the generated loop reads them: money in 元, percentages times 10^8. */
export interface HandColumns {
  readonly city: Int8Array;
  readonly chain: Int8Array;
  readonly dishonest: Int8Array;
  readonly accident: Int8Array;
  readonly digitalLevel: Int16Array;
  readonly firstAbove: Int16Array;
  readonly inLibrary: Int8Array;
  readonly littleGiant: Int16Array;
  readonly championNational: Int16Array;
  readonly championProvince: Int16Array;
  readonly zjtx: Int16Array;
  readonly smeTech: Int8Array;
  readonly hightechYear: Int16Array;
  readonly domesticFair: Int8Array;
  readonly boothFee: Float64Array;
  readonly booths: Float64Array;
  readonly overseasFair: Int8Array;
  readonly people: Float64Array;
  readonly lodging: Float64Array;
  readonly airfare: Float64Array;
  readonly lead: Int8Array;
  readonly partners: Float64Array;
  readonly leaderProvince: Int16Array;
  readonly leaderCity: Int16Array;
  readonly growth: Float64Array;
  readonly cityGrowth: Float64Array;
  readonly revenue: Float64Array;
  readonly before: Float64Array;
  readonly research: Float64Array;
  readonly field: Int8Array;
}

/** Names of the groups, in the order in which their awards are stored. */
export const handGroups = [
  'nanchang-textile-2025/digital-level',
  'nanchang-textile-2025/scale-up',
  'nanchang-textile-2025/titles',
  'nanchang-textile-2025/high-tech',
  'nanchang-textile-2025/fair-booth',
  'nanchang-textile-2025/fair-travel',
  'nanchang-textile-2025/chain-transformation',
  'yichun-leader-2023/leader',
  'yichun-leader-2023/revenue-first',
  'hunan-textile-2023/rd',
] as const;

const NANCHANG = 0;
const YICHUN = 1;
const HUNAN = 2;
const TEXTILE = 0;

/** Awards of all rows in 元, one array a group; 0 where nothing is paid. */
export function handLoop(c: HandColumns, rows: number, year: number, awards: readonly Int32Array[]): void {
  const [digital, scale, titles, tech, booth, travel, chain, leader, first, rd] = awards as readonly [
    ...[Int32Array, Int32Array, Int32Array, Int32Array, Int32Array],
    ...[Int32Array, Int32Array, Int32Array, Int32Array, Int32Array],
  ];
  for (const each of awards) each.fill(0, 0, rows);
  for (let i = 0; i < rows; i++) {
    if (c.dishonest[i] === 1 || c.accident[i] === 1) continue;
    const city = c.city[i];
    if (city === NANCHANG) {
      if (c.chain[i] !== TEXTILE) continue;
      const level = c.digitalLevel[i]!;
      if (level >= 5) digital[i] = level === 5 ? 40_000 : 100_000;
      const above = c.firstAbove[i];
      if (above === year || (above === year - 1 && c.inLibrary[i] === 1)) scale[i] = 100_000;
      if (c.littleGiant[i] === year || c.championNational[i] === year) titles[i] = 300_000;
      else if (c.championProvince[i] === year) titles[i] = 200_000;
      else if (c.zjtx[i] === year) titles[i] = 60_000;
      if (c.smeTech[i] === 1 && c.hightechYear[i] === year) tech[i] = 150_000;
      if (c.domesticFair[i] === 1) {
        const tenths = Math.min(200_000, 3 * c.boothFee[i]!) * Math.min(c.booths[i]!, 2);
        booth[i] = Math.floor((tenths + 5) / 10);
      }
      if (c.overseasFair[i] === 1) {
        const people = c.people[i]!;
        if (people > 0) {
          const tenths = 7 * (c.lodging[i]! + c.airfare[i]!) * Math.min(people, 2 * c.booths[i]!, 4);
          travel[i] = Math.floor((tenths + 5 * people) / (10 * people));
        }
      }
      if (c.lead[i] === 1 && c.partners[i]! >= 3) chain[i] = 1_000_000;
    } else if (city === YICHUN) {
      if (c.leaderProvince[i] === year) leader[i] = 400_000;
      else if (c.leaderCity[i] === year) leader[i] = 100_000;
      if (c.growth[i]! >= c.cityGrowth[i]!) {
        const [revenue, before] = [c.revenue[i]!, c.before[i]!];
        if (revenue > 10_000_000_000 && before <= 10_000_000_000) first[i] = 500_000;
        else if (revenue > 5_000_000_000 && before <= 5_000_000_000) first[i] = 200_000;
      }
    } else if (city === HUNAN) {
      const hundredths = (c.field[i] === 1 ? 12 : 8) * c.research[i]!;
      if (hundredths >= 20_000_000) rd[i] = Math.floor((Math.min(hundredths, 1_000_000_000) + 50) / 100);
    }
  }
}
