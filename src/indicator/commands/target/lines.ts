import type { IndicatorItem, TableItem } from '../../../document/index.ts';
import type { Span } from '../../../kernel/index.ts';
import type { Finding, PlanItem } from '../../../plan/index.ts';
import type { Line, LineFinding } from '../../domain/loading/model.ts';

/** What an edition holds, as far as targets go. */
export interface EditionContent {
  readonly items: readonly PlanItem[];
  readonly findings: readonly (Finding & { readonly id: string })[];
  readonly dismissals: readonly { readonly findingId: string; readonly reason: string }[];
}

/** Every figure that an edition names, in the order of the text: indicators, and the cells of tables of targets. */
export function linesOf({ items, findings, dismissals }: EditionContent): Line[] {
  const reasons = new Map(dismissals.map(({ findingId, reason }) => [findingId, reason]));
  const found = (span: Span): LineFinding[] =>
    findings
      .filter(({ start, end }) => start < span.end && end > span.start)
      .map(({ id, rule, severity, message }) => ({
        ...{ rule, severity, message },
        dismissed: reasons.get(id) ?? null,
      }));
  const kept = items.filter(({ review }) => review !== 'rejected');
  // A cell may be an item of its own too, which people correct; it says what the cell says.
  const byStart = new Map(
    kept.flatMap((item) =>
      item.kind === 'indicator' && item.content.table ? [[item.content.start, item] as const] : [],
    ),
  );
  const inTables = new Set<string>();
  const cells = kept.flatMap((item) =>
    item.kind === 'table'
      ? cellsOf(item.content).map(({ target, row, column, span }) => {
          const own = byStart.get(target.start);
          if (own?.kind === 'indicator') inTables.add(own.id);
          const key = `${item.id}:${row}:${column}`;
          const rowKey = `${item.id}:${row}`;
          const content = own?.kind === 'indicator' ? own.content : target;
          return {
            at: target.start,
            line: { ...lineOf(content, key, own?.id ?? item.id), cell: { row, column }, rowKey, findings: found(span) },
          };
        })
      : [],
  );
  const sentences = kept.flatMap((item) =>
    item.kind === 'indicator' && !inTables.has(item.id)
      ? [{ at: item.content.start, line: { ...lineOf(item.content, item.id, item.id), findings: found(item.content) } }]
      : [],
  );
  return [...cells, ...sentences].sort((a, b) => a.at - b.at).map(({ line }) => line);
}

function lineOf(content: IndicatorItem, key: string, itemId: string): Line {
  const { name, text, value, value2, unit, op, year, mode, scope } = content;
  const isRange = op === 'range' && value2 !== null;
  return {
    ...{ key, itemId, cell: null, rowKey: null, name, text, value, unit, year, mode, scope, findings: [] },
    ...(isRange ? { op, value2 } : { op: op === 'range' ? '=' : op, value2: null }),
  };
}

interface Cell {
  readonly target: IndicatorItem;
  readonly row: number;
  readonly column: number;
  /** What is wrong with one cell of a row makes all of them doubtful: no sum says which one it is. */
  readonly span: Span;
}

function cellsOf(table: TableItem): Cell[] {
  const places = new Map<number, { row: number; column: number; span: Span }>();
  for (const [row, each] of table.rows.entries())
    for (const [column, cell] of each.cells.entries())
      if (cell.end > cell.start) places.set(cell.start, { row, column, span: each });
  return table.targets.flatMap((target) => {
    const place = places.get(target.start);
    return place === undefined ? [] : [{ target, ...place }];
  });
}
