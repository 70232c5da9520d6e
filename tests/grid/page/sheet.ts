import type { Cell, GridColumn, GridFinding, GridReference, GridRow } from '../../../platform/web/grid/model.ts';
import type { SavedCell } from '../server.ts';

/** A sheet as large as a town has: 1,000 enterprises by 12 figures, the last one reckoned elsewhere. */
export const columns: readonly GridColumn[] = Array.from({ length: 12 }, (_, at) => ({
  key: `f${at}`,
  title: ['营业收入', '利润总额', '从业人数', '用电量'][at] ?? `指标${at + 1}`,
  unit: at === 2 ? '人' : '万元',
  decimals: at === 2 ? 0 : 2,
  ...(at === 0 && { help: '按报告期开具发票的不含税收入填。' }),
}));
export const references: readonly GridReference[] = [
  { key: 'last', title: '上月' },
  { key: 'year', title: '去年同期' },
];

/** Rows as the server holds them; references follow from the place, so that no test has to write them down. */
export function rowsOf(saved: readonly SavedCell[], count: number): GridRow[] {
  const byCell = new Map(saved.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  return Array.from({ length: count }, (_, at) => {
    const row = `r${at}`;
    const cells = columns.map(({ key }, x) => {
      const cell = byCell.get(`${row} ${key}`);
      const { value = null, reason = null, note = null, revision = null } = cell ?? {};
      const from = at === 2 && x === 3 ? '用电月报' : null;
      const returned = at === 1 && x === 1 ? '与税务数据不一致，请核对' : null;
      const readOnly = at === 3 && x === 3 ? '由供电公司填报' : null;
      const given = { last: 10_000 + at * 100 + x, year: 8000 + at * 100 };
      return [key, { value, reason, note, revision, from, returned, readOnly, references: given }];
    });
    return { key: row, title: `临江第${at + 1}纺织有限公司`, subtitle: '城东镇', cells: Object.fromEntries(cells) };
  });
}

/** People are never below 0; more than ten times the last month wants a word. */
export function check(row: GridRow, cells: Readonly<Record<string, Cell>>): GridFinding[] {
  return columns.flatMap(({ key, title }): GridFinding[] => {
    const value = cells[key]?.value ?? null;
    const last = row.cells[key]?.references?.last ?? null;
    if (value === null) return [];
    if (value < 0 && key === 'f2') return [{ column: key, severity: 'hard', message: `${title}不能小于 0。` }];
    return last !== null && value > last * 10
      ? [{ column: key, severity: 'soft', message: `${title}是上月的十倍以上，请说明原因。` }]
      : [];
  });
}
