import type { TableCell, TableItem, TableRow } from '../../../../document/index.ts';

/** A column of figures: its headings from the outside in, and where its cells stand in each row. */
export interface ValueColumn {
  readonly index: number;
  readonly path: readonly string[];
  /** Innermost heading without its unit. */
  readonly name: string;
  /** All headings with units. */
  readonly words: string;
}

const LABELS =
  /^(?:序号|编号|年份|年度|时间|指标|指标名称|主要指标|单位|计量单位|产业链?|链条|行业|类别|类型|领域|名称|项目|备注|说明|地区|县区|区域|乡镇|镇街|牵头单位|责任单位|产业(?:链)?名称|重点产业链|口径|数据来源)$/;

/** The columns of figures. Columns that only label the rows (年份, 指标, 单位, 备注) have no cells of their own. */
export function valueColumns(table: TableItem): ValueColumn[] {
  const width = Math.max(0, ...table.rows.map((r) => r.cells.length));
  const named = table.columns.filter((path) => !LABELS.test(bare(path.at(-1) ?? '')));
  const columns = named.length === width ? named : table.columns.slice(Math.max(0, table.columns.length - width));
  return columns.map((path, index) => ({ index, path, name: bare(path.at(-1) ?? ''), words: path.join('') }));
}

/** A heading without blanks and without the unit behind it: 合 计（亿元） → 合计. */
export const bare = (heading: string): string => heading.replace(/\s+/g, '').replace(/[（(][^（()）]*[）)]$/, '');

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
