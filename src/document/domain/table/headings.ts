import type { Grid, GridCell } from './grid.ts';

/** What a column holds. */
export type ColumnRole =
  | 'group'
  | 'year'
  | 'metric'
  | 'unit'
  | 'number'
  | 'note'
  | 'value'
  | 'lead'
  | 'units'
  | 'due'
  | 'title'
  | 'content';

export interface Column {
  readonly role: ColumnRole;
  /** Headings from the outside in. */
  readonly path: readonly string[];
}

const NUMBER = /^[〔（]?[≥≤><约]?[\d,]+(?:\.\d+)?(?:%|‰|[\u4e00-\u9fff]{1,4})?(?:以上|左右|以内|以下)?[〕）]?$/;
const YEAR = /^20\d{2}年?(?:度|底|末)?(?:（.*）)?$/;
export const isFigure = (t: string): boolean => NUMBER.test(t) && !YEAR.test(t);
export const isDash = (t: string): boolean => /^(?:-{1,3}|\/|—|无|\\)$/.test(t);
export const yearOf = (t: string): number | null => {
  const m = /(20\d{2})(?=年|$|（|底|末|度)/.exec(t);
  return m ? Number(m[1]) : null;
};

const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['number', /^(?:序号|编号|No\.?)$/i],
  ['note', /领导|联系人|负责人|链长$/],
  ['lead', /牵头(?:单位|部门|责任)|主责(?:单位|部门)|主办单位|^牵头$/],
  ['units', /(?:责任|配合|落实|承办|协办|参与|实施)(?:单位|部门|主体|科室)|责任分工|^责任人?$/],
  ['due', /完成(?:时限|时间|期限)|时限|时间节点|进度要求|时间要求/],
  ['year', /^(?:年份|年度|时间)$/],
  ['unit', /^(?:计量)?单位$/],
  ['note', /备注|说明|属性|分值|口径|来源/],
  ['metric', /^(?:指标(?:名称)?|主要指标|目标(?:名称)?|指标项|内容指标)$/],
  ['content', /(?:工作|任务|主要|具体)(?:内容|措施|要求|目标)|建设内容|考核要点/],
  ['title', /(?:重点|主要)?(?:任务|事项|举措|工作|项目)(?:名称)?$/],
  [
    'group',
    /^(?:产业链?|链条|行业|类别|类型|领域|产业(?:链)?名称|名称|地区|县区|单位名称|区域|乡镇|镇街|片区|重点产业链|.{0,4}(?:县（市、区）|县市区|市县|县区|镇街|园区|开发区)(?:名称)?)$/,
  ],
];

/** 高新园区, 县开发区: a place by name, where 园区 or 类别 alone say what the rows are. */
const NAMED_PLACE = /^.{1,4}(?:园区|开发区|县区|镇街)$/;

/** Number of rows at the top that are headings. */
export function headerRows(grid: Grid): number {
  let n = 0;
  for (const row of grid.rows.slice(0, 4)) {
    const texts = row.map((c) => c.text).filter((t) => t.length > 0);
    if (texts.length === 0) break;
    const figures = texts.filter((t) => isFigure(t) || isDash(t)).length;
    if (figures > 0 && !(n === 0 && texts.every((t) => YEAR.test(t) || !isFigure(t)))) break;
    if (n > 0 && grid.ragged && !texts.every((t) => t.length <= 12)) break;
    if (n > 0 && !grid.ragged && !secondHeader(grid.rows[n - 1]!, row)) break;
    if (n > 1 && grid.ragged) break;
    n++;
    if (grid.ragged && n === 1 && !subHeader(grid.rows[0]!, grid.rows[1])) break;
  }
  return Math.max(1, n);
}

/** In flattened tables a row of words under blanks of the same width: 营业收入 and 户数 under each year. */
const subHeader = (first: readonly GridCell[], row: readonly GridCell[] | undefined): boolean =>
  row !== undefined &&
  row.length >= first.length - 2 &&
  row.length <= first.length &&
  row[0]!.text === '' &&
  row.filter((c) => c.text !== '').length >= 2 &&
  row.every((c) => !isFigure(c.text) && !isDash(c.text));

/** A second heading row continues spans of the first: some of its cells repeat what spans down. */
const secondHeader = (above: readonly GridCell[], row: readonly GridCell[]): boolean =>
  row.some((c, i) => c.spanned && c.text === above[i]?.text) ||
  above.some((c, i) => c.spanned && i > 0 && above[i - 1]?.text === c.text);

/** Roles and heading paths of the columns. */
export function columnsOf(grid: Grid, headers: number): Column[] {
  const width = Math.max(0, ...grid.rows.slice(0, headers).map((r) => r.length));
  const columns: Column[] = [];
  for (let i = 0; i < width; i++) {
    const path: string[] = [];
    for (let r = 0; r < headers; r++) {
      const t = grid.rows[r]![i]?.text ?? '';
      if (t && path.at(-1) !== t) path.push(t);
    }
    columns.push({ role: roleOf(path, grid, headers, i), path });
  }
  return columns;
}

function roleOf(path: readonly string[], grid: Grid, headers: number, i: number): ColumnRole {
  const last = path.at(-1) ?? '';
  const body = grid.rows
    .slice(headers)
    .map((r) => r[i]?.text ?? '')
    .filter((t) => t.length > 0);
  const figures = body.filter((t) => isFigure(t) || isDash(t)).length;
  const holdsFigures = body.length > 0 && figures / body.length >= 0.5;
  for (const [role, pattern] of ROLES) {
    // A place at the head of a column of figures (高新园区) is no label of the rows.
    if (!pattern.test(last) || (role === 'group' && holdsFigures && NAMED_PLACE.test(last))) continue;
    return role === 'unit' && columnHoldsNames(grid, headers, i) ? 'group' : role;
  }
  if (holdsFigures) return 'value';
  return i === 0 ? 'group' : yearOf(last) !== null ? 'value' : body.length > 0 && figures === 0 ? 'content' : 'value';
}

/** “单位” over 亿元 and % is a unit of measure; over 县工信局 it names who. */
function columnHoldsNames(grid: Grid, headers: number, i: number): boolean {
  const body = grid.rows
    .slice(headers)
    .map((r) => r[i]?.text ?? '')
    .filter(Boolean);
  return body.some((t) => t.length > 5);
}
