import type { Grid, GridCell } from './grid.ts';
import { type Column, isDash, isFigure, yearOf } from './headings.ts';

/** One row with its labels in full: those that the print leaves out are carried down. */
export interface DataRow {
  readonly group: string | null;
  readonly year: number | null;
  readonly metric: string | null;
  readonly unit: string | null;
  /** One cell for each value column; null where the print lost it. */
  readonly cells: readonly (GridCell | null)[];
  readonly all: readonly GridCell[];
  /** A label was guessed, not printed. */
  readonly guessed: boolean;
}

/** Reads the rows below the headings. Printed headings that repeat on the next page are left out. */
export function dataRows(grid: Grid, headers: number, columns: readonly Column[]): DataRow[] {
  const first = grid.rows[0]!.map((c) => c.text).join('|');
  const carry: Carry = { group: null, year: null, metric: null, unit: null, seen: new Set() };
  const rows: DataRow[] = [];
  for (const row of grid.rows.slice(headers)) {
    if (row.map((c) => c.text).join('|') === first || row.every((c) => c.text === '')) continue;
    const exact = !grid.ragged || row.length === columns.length;
    rows.push(exact && labelsFit(row, columns) ? exactRow(row, columns, carry) : raggedRow(row, columns, carry));
  }
  return nameLostGroups(rows);
}

interface Carry {
  group: string | null;
  year: number | null;
  metric: string | null;
  unit: string | null;
  /** Metrics already read for this group and year. */
  seen: Set<string>;
}

const LABELS = new Set([
  'group',
  'year',
  'metric',
  'unit',
  'number',
  'title',
  'content',
  'lead',
  'units',
  'due',
  'note',
]);
export const isLabel = (c: Column): boolean => LABELS.has(c.role);

/** In a row of the right length the year column holds a year and the metric column words. */
function labelsFit(row: readonly GridCell[], columns: readonly Column[]): boolean {
  return columns.every((c, i) => {
    const t = row[i]?.text ?? '';
    if (t === '') return true;
    if (c.role === 'year') return yearOf(t) !== null;
    if (c.role === 'metric' || c.role === 'group') return !isFigure(t) && !isDash(t) && yearOf(t) === null;
    return true;
  });
}

function exactRow(row: readonly GridCell[], columns: readonly Column[], carry: Carry): DataRow {
  const text = (role: Column['role']): string =>
    columns
      .flatMap((c, i) => (c.role === role ? [row[i]?.text ?? ''] : []))
      .filter(Boolean)
      .join('');
  return finish(
    row,
    carry,
    { group: text('group'), year: yearOf(text('year')), metric: text('metric'), unit: text('unit') },
    columns.flatMap((c, i) => (isLabel(c) ? [] : [row[i] ?? null])),
  );
}

/** Labels first, in whatever number the print left; then the figures, aligned at both ends. */
function raggedRow(row: readonly GridCell[], columns: readonly Column[], carry: Carry): DataRow {
  const tokens = row.filter((c) => c.text !== '');
  let i = 0;
  const words: string[] = [];
  let year: number | null = null;
  while (i < tokens.length) {
    const t = tokens[i]!.text;
    const y = yearOf(t);
    if (y !== null && t.length <= 6) year = y;
    else if (isFigure(t) || isDash(t)) {
      // A running number in front of the name is no figure.
      if (!/^\d{1,3}$/.test(t) || !tokens[i + 1] || isFigure(tokens[i + 1]!.text) || isDash(tokens[i + 1]!.text)) break;
    } else words.push(t);
    i++;
  }
  const hasMetric = columns.some((c) => c.role === 'metric');
  const metric = hasMetric ? (words.pop() ?? '') : '';
  const group = words.join('');
  const width = columns.filter((c) => !isLabel(c)).length;
  const values = tokens.slice(i);
  // 预期性 and other notes behind the figures.
  while (
    values.length > 0 &&
    !isFigure(values.at(-1)!.text) &&
    !isDash(values.at(-1)!.text) &&
    columns.at(-1)?.role === 'note'
  )
    values.pop();
  return finish(row, carry, { group, year, metric, unit: '' }, align(values, width));
}

/**
 * Puts the figures of a flattened row under their columns: the first is the total, the last belongs to the last column;
 * surplus dashes stand before the last, missing cells are unknown rather than nothing.
 */
function align(values: readonly GridCell[], width: number): (GridCell | null)[] {
  if (values.length === width) return [...values];
  if (values.length > width) {
    const surplus = values.length - width;
    const middle = values.slice(0, -1);
    let drop = surplus;
    for (let k = middle.length - 1; k > 0 && drop > 0; k--) {
      if (!isDash(middle[k]!.text)) continue;
      middle.splice(k, 1);
      drop--;
    }
    return [...middle.slice(0, width - 1), values.at(-1)!];
  }
  return [...values, ...Array.from({ length: width - values.length }, () => null)];
}

interface Labels {
  readonly group: string;
  readonly year: number | null;
  readonly metric: string;
  readonly unit: string;
}

function finish(row: readonly GridCell[], carry: Carry, l: Labels, cells: readonly (GridCell | null)[]): DataRow {
  let guessed = false;
  if (l.group) {
    if (l.group !== carry.group) carry.seen = new Set();
    carry.group = l.group;
  } else if (l.year !== null && carry.year !== null && l.year < carry.year) {
    // The years start over without a new label: another group whose label was lost.
    carry.group = null;
    carry.seen = new Set();
    guessed = true;
  }
  if (l.year !== null) {
    if (l.year !== carry.year) carry.seen = new Set();
    carry.year = l.year;
  } else if (l.metric && carry.seen.has(l.metric) && carry.year !== null) {
    // The same indicator again without a year: the label of the next year was lost.
    carry.year += 1;
    carry.seen = new Set();
    guessed = true;
  }
  if (l.metric) carry.metric = l.metric;
  if (l.unit) carry.unit = l.unit;
  if (carry.metric) carry.seen.add(carry.metric);
  return {
    group: carry.group,
    year: carry.year,
    metric: l.metric || carry.metric,
    unit: l.unit || null,
    cells,
    all: row,
    guessed,
  };
}

/** A group that lost its label takes it from the same rows printed again with one. */
function nameLostGroups(rows: readonly DataRow[]): DataRow[] {
  const key = (r: DataRow): string => `${r.year}|${r.metric}|${r.cells[0]?.text}`;
  const named = new Map<string, string>();
  for (const r of rows) if (r.group) named.set(key(r), r.group);
  const lost = rows.filter((r) => r.group === null);
  const names = new Map<string, number>();
  for (const r of lost) {
    const name = named.get(key(r));
    if (name) names.set(name, (names.get(name) ?? 0) + 1);
  }
  const best = [...names].sort((a, b) => b[1] - a[1])[0];
  return rows.map((r) => (r.group === null && best && best[1] >= 2 ? { ...r, group: best[0], guessed: true } : r));
}
