import type { Package } from '../package/open-package.ts';
import { readXml } from '../package/read-xml.ts';

/** Numbers of Excel's own formats that show a day (ECMA-376 part 1, 18.8.30), those of Chinese editions among them. */
const ownDays = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];

/** Which cell styles, by their number, show a number as a day. */
export async function readDayStyles(container: Package): Promise<ReadonlySet<number>> {
  const days = new Set(ownDays);
  const styles = new Set<number>();
  let inCells = false;
  let next = 0;
  await readXml(container, 'xl/styles.xml', {
    open(tag) {
      if (tag.local === 'numFmt' && showsDay(tag.attribute('formatCode') ?? ''))
        days.add(Number(tag.attribute('numFmtId')));
      if (tag.local === 'cellXfs') inCells = true;
      if (tag.local === 'xf' && inCells) {
        if (days.has(Number(tag.attribute('numFmtId')))) styles.add(next);
        next += 1;
      }
    },
    close(local) {
      if (local === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** True for a format with a year or a day in it, outside of quoted words and colours. */
function showsDay(code: string): boolean {
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[yYdD年]/.test(bare) && !/[#0?]/.test(bare);
}

const dayLength = 86_400_000;

/** `2025-03-01` of Excel's number of a day; a time of day is cut off. Null for what is no day. */
export function dayOf(serial: number, date1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return null;
  // Excel takes 1900 for a leap year, so that its count is one too high from March 1900 on.
  const start = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(start + Math.floor(serial) * dayLength).toISOString().slice(0, 10);
}
