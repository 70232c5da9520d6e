import type { TableCell, TableItem, TableRow } from '../../../../document/index.ts';
import { MOST } from '../limits.ts';

/** A column of figures: its headings from the outside in, and where its cells stand in each row. */
export interface ValueColumn {
  readonly index: number;
  readonly path: readonly string[];
  /** Innermost heading without its unit. */
  readonly name: string;
  /** All headings with units. */
  readonly words: string;
}

/** Headings of columns that label the rows or explain them. */
const LABELS: readonly RegExp[] = [
  /^(?:序号|编号|年份|年度|时间|指标|指标名称|主要指标|指标项|单位|计量单位|产业链?|行业|类别|类型|领域|县（市、区）|县（市、区）名称)$/,
  /备注|说明|口径|来源|领导|联系人|负责人|链长$|(?:牵头|责任|配合|主管|落实)(?:单位|部门)|时限|完成时间|内容|措施|属性/,
  /^(?:链条|名称|项目|地区|县区|区域|乡镇|镇街|片区|重点产业链|产业(?:链)?名称|目标)$|(?:任务|事项|举措|工作)(?:名称)?$/,
];

/** The columns of figures. Columns that label the rows (年份, 指标, 牵头领导) have no cells of their own: the likeliest go. */
export function valueColumns(table: TableItem): ValueColumn[] {
  const width = table.rows.reduce((most, r) => Math.max(most, r.cells.length), 0);
  if (width * table.rows.length > MOST.cells || width > 100 || table.rows.length > 5000) return [];
  const rank = (path: readonly string[]): number => {
    const found = LABELS.findIndex((pattern) => pattern.test(bare(path.at(-1) ?? '')));
    return found < 0 ? LABELS.length : found;
  };
  const labels = table.columns
    .map((path, at) => ({ at, rank: rank(path) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, Math.max(0, table.columns.length - width));
  const dropped = new Set(labels.map((l) => l.at));
  return table.columns
    .filter((_, at) => !dropped.has(at))
    .map((path, index) => ({ index, path, name: bare(path.at(-1) ?? ''), words: path.join('') }));
}

/** A heading without blanks and without the unit behind it: 合 计（亿元） → 合计; 县（市、区） stays. */
export const bare = (heading: string): string =>
  heading.replace(/\s+/g, '').replace(/[（(](?![县市区])[^（()）]*[）)]$/, '');

const SUM = /^(?:合计|总计|小计|共计|总数|汇总|[一二三四五]年(?:合计|累计)|分项合计)$/;
const WHOLE = /^(?:全[省市区县国州镇园]|[\u4e00-\u9fff]{2,4}[省市区县](?:合计|总计))$/;

/** 合计 says itself that it is a sum; 全区 most often is one. */
export type TotalKind = 'sum' | 'whole';
export function totalKind(heading: string): TotalKind | null {
  const name = bare(heading);
  return SUM.test(name) ? 'sum' : WHOLE.test(name) || /^全[省市区县]合计$/.test(name) ? 'whole' : null;
}

/** Rates and notes are not summed; neither are figures of other years beside those of places. */
export const isRate = (words: string): boolean =>
  /率|比重|占比|比例|增速|增幅|同比|环比|增长|排名|位次|均|指数|[（(](?:%|％|‰)[）)]|强度|单价/.test(words);

/** A cell that says 以上, 约 or ≥ promises no exact sum. */
export const isExact = (cell: TableCell): boolean =>
  cell.value !== null && !/以上|以下|左右|以内|约|≥|≤|>|<|＞|＜|超|[余多]$|%|％/.test(cell.text);

/** “-”, “/” and 无 say: none here. An empty cell says nothing. */
export const isDash = (cell: TableCell): boolean => /^(?:[-—–－一/\\]{1,3}|无)$/.test(cell.text.trim());

/** The label of a row as people read it: 现代纺织产业链 2023年 营业收入. */
export const rowName = (row: TableRow): string => row.headings.map((h) => (/^20\d\d$/.test(h) ? `${h}年` : h)).join('');
