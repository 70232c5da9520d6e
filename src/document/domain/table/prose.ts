import { extractIndicators } from '../indicator/extract.ts';
import type { IndicatorItem, SourceText } from '../model.ts';
import { type Profile, prepare } from '../reading.ts';
import { mend } from '../text/mend.ts';
import type { Grid } from './grid.ts';
import type { Column } from './headings.ts';

/**
 * Targets that stand as sentences in the cells of a duty table (“新建市级以上研发机构12个”). The year of the row's deadline holds
 * where the sentence names none.
 */
export function indicatorsInCells(
  source: SourceText,
  grid: Grid,
  headers: number,
  columns: readonly Column[],
  path: readonly string[],
  profile: Profile,
): IndicatorItem[] {
  const found: IndicatorItem[] = [];
  const due = columns.findIndex((c) => c.role === 'due');
  for (const row of grid.rows.slice(headers)) {
    const year = /20\d{2}/.exec(due >= 0 ? (row[due]?.text ?? '') : '')?.[0];
    const local: Profile = year ? { ...profile, planYear: Number(year) } : profile;
    columns.forEach((c, i) => {
      const cell = row[i];
      if (
        !cell ||
        cell.spanned ||
        !['content', 'title', 'metric'].includes(c.role) ||
        !/\d|全覆盖|[一二三四五六七八九十]/.test(cell.text)
      )
        return;
      const mended = mend({
        text: source.text.slice(cell.start, cell.end),
        format: source.format,
        tables: [],
        pageStarts: [],
        furniture: [],
      });
      const reading = prepare(mended, mended.paragraphs, local);
      for (const item of extractIndicators(reading, [])) {
        found.push({
          ...item,
          start: item.start + cell.start,
          end: item.end + cell.start,
          table: true,
          path: [...path, ...item.path],
        });
      }
    });
  }
  return found;
}
