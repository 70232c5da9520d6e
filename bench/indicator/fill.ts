import { asSystem, openKysely } from '../../platform/db/index.ts';
import { indicators, months } from '../../platform/db/testing/figure-city.ts';
import { figureMonths, insertFigures, tidyFigures } from '../../platform/db/testing/figure-rows.ts';
import { recount } from '../../src/indicator/store/rollup.ts';
import type { IndicatorTables } from '../../src/indicator/store/tables.ts';

/** Figures that one enterprise makes. */
const perFirm = indicators * months;
export const firmsFor = (rows: number): number => Math.max(1, Math.round(rows / perFirm));
export const rowsOf = (firms: number): number => firms * perFirm;

/** How long the parts of a filling took, in seconds. */
export interface Filled {
  readonly firms: number;
  readonly insert: number;
  readonly recount: number;
  readonly cells: number;
  readonly bytes: number;
}

/** Adds enterprises, from so many up to so many, with three years of figures each, and counts every cell anew. */
export async function fillFigures(
  ownerAddress: string,
  from: number,
  to: number,
  tell: (line: string) => void,
): Promise<Filled> {
  const began = performance.now();
  tell(`放入 ${rowsOf(to - from)} 笔数……`);
  await insertFigures(ownerAddress, from, to, tell);
  const counting = performance.now();
  await countAll(ownerAddress, tell);
  const counted = performance.now();
  tell('整理……');
  const size = await tidyFigures(ownerAddress);
  return { firms: to, insert: (counting - began) / 1000, recount: (counted - counting) / 1000, ...size };
}

async function countAll(ownerAddress: string, tell: (line: string) => void): Promise<void> {
  const db = openKysely<IndicatorTables>(ownerAddress, { connections: 2, owner: true });
  try {
    for (const [at, period] of figureMonths.entries()) {
      tell(`汇总第 ${at + 1} 个月，共 ${figureMonths.length} 个月……`);
      await asSystem(() => recount(db, [period]));
    }
  } finally {
    await db.destroy();
  }
}
