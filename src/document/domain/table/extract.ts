import type { Span } from '../../../kernel/index.ts';
import type { IndicatorItem, SourceText, TableCell, TableItem, TableRow, TaskItem } from '../model.ts';
import { headingPath, numberPath, type Section } from '../outline/outline.ts';
import type { Reading } from '../reading.ts';
import { dutiesOf } from './duties.ts';
import { type Grid, type GridCell, gridOfLines, gridOfTable } from './grid.ts';
import { type Column, columnsOf, headerRows, isFigure } from './headings.ts';
import { indicatorsInCells } from './prose.ts';
import { type DataRow, dataRows, isLabel } from './rows.ts';
import { targetsOf, totalsOf } from './targets.ts';

export interface TableReading {
  readonly tables: TableItem[];
  readonly indicators: IndicatorItem[];
  readonly tasks: TaskItem[];
}

interface Found {
  readonly grid: Grid;
  readonly span: Span;
  /** The line above, when it reads like a title. */
  readonly title: string | null;
  readonly section: Section;
}

/** Rebuilds the tables of one document: headings, units, cells; targets and duties where the table holds them. */
export function extractTables(r: Reading, source: SourceText, place: Span): TableReading {
  const out: TableReading = { tables: [], indicators: [], tasks: [] };
  for (const f of findTables(r, source, place)) {
    if (f.grid.rows.length < 2) continue;
    const headers = headerRows(f.grid);
    const columns = columnsOf(f.grid, headers);
    if (columns.length < 2) continue;
    const rows = dataRows(f.grid, headers, columns);
    const path = [...headingPath(f.section), ...(f.title ? [f.title] : [])];
    const unit = unitOfTitle(f.title) ?? unitNote(r, source, f.span);
    const targets = targetsOf({ title: f.title, unit, columns, rows, path }, r.profile);
    out.indicators.push(...totalsOf(targets));
    const duties = dutiesOf(f.grid, headers, columns, numberPath(f.section), path, r.profile);
    out.tasks.push(...duties);
    if (duties.length > 0) out.indicators.push(...indicatorsInCells(source, f.grid, headers, columns, path, r.profile));
    out.tables.push({
      ...f.span,
      path,
      confidence: f.grid.ragged ? 0.7 : 0.95,
      rejected: [],
      title: f.title,
      unit,
      targets,
      columns: columns.map((c) => [...c.path]),
      rows: rows.map((row) => (columns.every(isLabel) ? wordsRow(row, columns) : figuresRow(row))),
    });
  }
  return out;
}

/** A row of figures: what it is of in the headings, the figures in the cells. */
const figuresRow = (row: DataRow): TableRow => ({
  ...extent(row),
  headings: [row.group, row.year === null ? null : String(row.year), row.metric].filter((x): x is string => Boolean(x)),
  cells: row.cells.map((c) => cellOf(row, c)),
});

/** A row of a table of words (duties, lists): every column is a cell as it was printed; a running number is no figure. */
const wordsRow = (row: DataRow, columns: readonly Column[]): TableRow => ({
  ...extent(row),
  headings: [],
  cells: columns.map((_, i) => ({ ...cellOf(row, row.all[i] ?? null), value: null })),
});

const extent = (row: DataRow): Span => ({ start: row.all[0]!.start, end: row.all.at(-1)!.end });

const cellOf = (row: DataRow, c: GridCell | null): TableCell => ({
  start: c?.start ?? row.all[0]!.start,
  end: c?.end ?? row.all[0]!.start,
  text: c?.text ?? '',
  value: c && isFigure(c.text) ? Number(c.text.replace(/[^\d.]/g, '')) : null,
});

function* findTables(r: Reading, source: SourceText, place: Span): Generator<Found> {
  for (const block of r.mended.tableBlocks) {
    const lines = r.mended.lines.slice(block.from, block.to);
    const span = { start: lines[0]!.start, end: lines.at(-1)!.end };
    if (span.start < place.start || span.start > place.end) continue;
    const before = lastParagraph(r, span.start);
    yield {
      grid: gridOfLines(source.text, lines),
      span,
      title: titleAt(r, before),
      section: before === null ? r.root : r.sectionOf[before]!,
    };
  }
  for (const table of source.tables) {
    if (table.start < place.start || table.start > place.end) continue;
    const before = lastParagraph(r, table.start);
    yield {
      grid: gridOfTable(source, table),
      span: { start: table.start, end: table.end },
      title: titleAt(r, before),
      section: before === null ? r.root : r.sectionOf[before]!,
    };
  }
}

/** Index of the last paragraph that stands before a place of the source. */
function lastParagraph(r: Reading, at: number): number | null {
  let found: number | null = null;
  for (let i = 0; i < r.paragraphs.length; i++) {
    if (r.mended.at[r.paragraphs[i]!.start]! >= at) break;
    found = i;
  }
  return found;
}

function titleAt(r: Reading, i: number | null): string | null {
  for (let k = i; k !== null && k >= 0 && k > i! - 3; k--) {
    const p = r.paragraphs[k]!;
    const t = r.text.slice(p.start, p.end);
    if (/^单位[：:]|^（?单位/.test(t)) continue;
    if (t.length > 50 || /[。；]$/.test(t)) return null;
    return /表|清单|目标|指标|计划|任务|分工|情况/.test(t) ? t.replace(/^附(?:件|表)\d*[：:]?/, '') || null : null;
  }
  return null;
}

const unitOfTitle = (title: string | null): string | null =>
  /（(?:单位[：:])?([^（）]{1,6}?[元%户家个吨亩])[^（）]*）$/.exec(title ?? '')?.[1] ?? null;

/** “单位：亿元、户” above or in front of the table. */
function unitNote(r: Reading, source: SourceText, span: Span): string | null {
  const before = lastParagraph(r, span.start);
  const p = before === null ? null : r.paragraphs[before]!;
  const words = p ? r.text.slice(p.start, p.end) : source.text.slice(Math.max(0, span.start - 40), span.start);
  return /单位[：:]([^、，；）]{1,6})/.exec(words)?.[1] ?? null;
}
