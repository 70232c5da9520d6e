/** One side of a table: places or chains, with what lies in what. */
export interface Heading {
  readonly id: string;
  /** The heading that it is part of; null, or one that is not among them: a top. */
  readonly parent: string | null;
}

/** A cell as whoever may see everything sees it. Cells that are not given have neither enterprises nor a value. */
export interface TableCell {
  readonly row: string;
  readonly column: string;
  readonly enterprises: number;
  readonly value: bigint;
}

/** A whole that is the sum of its parts; numbers of cells. */
export interface Relation {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** Cells by number, and every sum that a reader knows to hold among them. */
export interface Grid {
  readonly cells: readonly GridCell[];
  readonly relations: readonly Relation[];
}
export interface GridCell extends TableCell {
  /** Not a cell that is shown, but what the parts of a whole leave of it; a reader can reckon it all the same. */
  readonly isRest: boolean;
}

/**
 * The grid of a table. Totals are cells like others: those of the headings above. Where parts do not come to their whole,
 * because something was reported for the whole itself, the rest is a part of its own, so that it is protected too.
 */
export function gridOf(rows: readonly Heading[], columns: readonly Heading[], given: readonly TableCell[]): Grid {
  const known = new Map(given.map((cell) => [keyOf(cell.row, cell.column), cell]));
  const at = (row: string, column: string): Amount => known.get(keyOf(row, column)) ?? nothing;
  const [downs, acrosses] = [families(rows), families(columns)];
  const plainColumns = columns.map(({ id }) => id);
  // What rows leave of their parent, for each column; then the same for columns, those new rows included.
  const rowRests = restsOf(downs, plainColumns, at);
  const withRows = (row: string, column: string): Amount => rowRests.amounts.get(keyOf(row, column)) ?? at(row, column);
  const allRows = [...rows.map(({ id }) => id), ...rowRests.ids];
  const flipped = (column: string, row: string): Amount => withRows(row, column);
  const columnRests = restsOf(acrosses, allRows, flipped);
  const amount = (row: string, column: string): Amount =>
    columnRests.amounts.get(keyOf(column, row)) ?? withRows(row, column);

  const allColumns = [...plainColumns, ...columnRests.ids];
  const numbers = new Map<string, number>();
  const cells = allRows.flatMap((row) =>
    allColumns.map((column): GridCell => {
      numbers.set(keyOf(row, column), numbers.size);
      const isRest = row.startsWith(restMark) || column.startsWith(restMark);
      return { row, column, ...amount(row, column), isRest };
    }),
  );
  const number = (row: string, column: string): number => numbers.get(keyOf(row, column)) ?? 0;
  const relations = [
    ...withRest(downs, rowRests.ids).flatMap(({ whole, parts }) =>
      allColumns.map((column) => ({ whole: number(whole, column), parts: parts.map((part) => number(part, column)) })),
    ),
    ...withRest(acrosses, columnRests.ids).flatMap(({ whole, parts }) =>
      allRows.map((row) => ({ whole: number(row, whole), parts: parts.map((part) => number(row, part)) })),
    ),
  ];
  return { cells, relations };
}

type Amount = Pick<TableCell, 'enterprises' | 'value'>;
interface Family {
  readonly whole: string;
  readonly parts: readonly string[];
}

const nothing: Amount = { enterprises: 0, value: 0n };
/** No id of a place or chain begins with it. */
const restMark = '\u0000rest:';
const keyOf = (a: string, b: string): string => `${a}\u0001${b}`;

function families(headings: readonly Heading[]): Family[] {
  return headings.flatMap(({ id }) => {
    const parts = headings.filter(({ parent }) => parent === id).map((part) => part.id);
    return parts.length === 0 ? [] : [{ whole: id, parts }];
  });
}

const withRest = (all: readonly Family[], rests: readonly string[]): Family[] =>
  all.map(({ whole, parts }) => {
    const rest = `${restMark}${whole}`;
    return { whole, parts: rests.includes(rest) ? [...parts, rest] : parts };
  });

/** For every whole whose parts do not come to it somewhere across, what is left in each place across. */
function restsOf(all: readonly Family[], across: readonly string[], at: (id: string, other: string) => Amount) {
  const ids: string[] = [];
  const amounts = new Map<string, Amount>();
  for (const { whole, parts } of all) {
    const rest = `${restMark}${whole}`;
    const left = across.map((other) => [other, restOf(at(whole, other), parts, (part) => at(part, other))] as const);
    if (left.every(([, { enterprises, value }]) => enterprises === 0 && value === 0n)) continue;
    ids.push(rest);
    for (const [other, amount] of left) amounts.set(keyOf(rest, other), amount);
  }
  return { ids, amounts };
}

function restOf(whole: Amount, parts: readonly string[], at: (part: string) => Amount): Amount {
  let { enterprises, value } = whole;
  for (const part of parts) {
    enterprises -= at(part).enterprises;
    value -= at(part).value;
  }
  // An enterprise that is counted in two parts leaves less than none.
  return { enterprises: Math.max(0, enterprises), value };
}
