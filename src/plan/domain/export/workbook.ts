import type { PlanFinding, PlanItem } from '../model.ts';
import { type Column, listed, type Sheet, sheetOf } from './sheet.ts';
import { type ExportedVersion, itemsOf } from './version.ts';
import { clauseWords, comparatorWords, modeWords, recurringWords, reviewWords, severityWords } from './words.ts';

type Item<K extends PlanItem['kind']> = Extract<PlanItem, { kind: K }>;

const id: Column<PlanItem> = ['编号', 8, (item) => item.id];
/** Every row walks back to its sentence. */
const origin: readonly Column<PlanItem>[] = [
  ['核对', 8, (item) => reviewWords[item.review]],
  ['所在标题', 36, (item) => listed(item.content.path)],
  ['原文', 60, (item) => ('text' in item.content ? item.content.text : null)],
  ['起点', 9, (item) => item.content.start],
  ['终点', 9, (item) => item.content.end],
];

const indicatorColumns: readonly Column<Item<'indicator'>>[] = [
  id,
  ['指标', 32, ({ content }) => content.name],
  ['比较', 8, ({ content }) => comparatorWords[content.op]],
  ['数值', 12, ({ content }) => content.value],
  ['数值上限', 12, ({ content }) => content.value2],
  ['单位', 8, ({ content }) => content.unit],
  ['年份', 8, ({ content }) => content.year],
  ['方式', 8, ({ content }) => modeWords[content.mode]],
  ['范围', 20, ({ content }) => content.scope],
  ['读自表格', 9, ({ content }) => (content.table ? '是' : null)],
  ['前文已有', 9, ({ content }) => (content.repeat ? '是' : null)],
  ...origin,
];

const taskColumns: readonly Column<Item<'task'>>[] = [
  id,
  ['序号', 14, ({ content }) => content.no],
  ['任务', 36, ({ content }) => content.title],
  ['牵头单位', 18, ({ content }) => content.lead],
  ['联合牵头', 18, ({ content }) => listed(content.coLeads)],
  ['责任单位', 40, ({ content }) => listed(content.units)],
  ['总括加入的单位', 30, ({ content }) => listed(content.inheritedUnits)],
  ['时限', 16, ({ content }) => listed(content.deadlines)],
  ['周期', 10, ({ content }) => listed(content.recurring.map((often) => recurringWords[often]))],
  ...origin,
];

const clauseColumns: readonly Column<Item<'clause'>>[] = [
  id,
  ['对象', 28, ({ content }) => content.subject],
  ['条件', 32, ({ content }) => content.condition],
  ['方式', 12, ({ content }) => clauseWords[content.kind]],
  ['金额（万元）', 12, ({ content }) => content.amount],
  ['金额下限（万元）', 14, ({ content }) => content.amountMin],
  ['金额上限（万元）', 14, ({ content }) => content.amountMax],
  ['比例（%）', 10, ({ content }) => content.rate],
  ['比例下限（%）', 12, ({ content }) => content.rateMin],
  ['比例上限（%）', 12, ({ content }) => content.rateMax],
  ['基数', 24, ({ content }) => content.base],
  ['封顶（万元）', 12, ({ content }) => content.cap],
  ['起付（万元）', 12, ({ content }) => content.floor],
  ['出资方', 18, ({ content }) => content.payer],
  ['配套出资方', 18, ({ content }) => content.matchedBy],
  ['按什么计', 12, ({ content }) => content.per],
  ['系列', 16, ({ content }) => content.series],
  ['起始', 12, ({ content }) => content.windowFrom],
  ['截止', 12, ({ content }) => content.windowTo],
  ['叠加', 20, ({ content }) => content.stacking],
  ...origin,
];

interface Cell {
  readonly item: Item<'table'>;
  readonly row: string;
  readonly column: string;
  readonly text: string;
  readonly value: number | null;
}
const cellColumns: readonly Column<Cell>[] = [
  ['编号', 8, ({ item }) => item.id],
  ['表名', 32, ({ item }) => item.content.title],
  ['行', 24, ({ row }) => row],
  ['列', 28, ({ column }) => column],
  ['数值', 12, ({ value }) => value],
  ['文字', 20, ({ text }) => text],
  ['单位', 8, ({ item }) => item.content.unit],
  ['核对', 8, ({ item }) => reviewWords[item.review]],
];

const cellsOf = (item: Item<'table'>): Cell[] =>
  item.content.rows.flatMap((row) =>
    row.cells.map(({ text, value }, at) => ({
      item,
      row: row.headings.join(' / '),
      column: (item.content.columns[at] ?? []).join(' / '),
      text,
      value,
    })),
  );

const findingColumns = ({ wordsAt }: ExportedVersion): readonly Column<PlanFinding>[] => [
  ['程度', 8, ({ severity }) => severityWords[severity]],
  ['说明', 60, ({ message }) => message],
  ['算式', 28, ({ arithmetic }) => arithmetic],
  ['所在标题', 36, ({ path }) => listed(path)],
  ['原文', 40, ({ start, end }) => wordsAt(start, end)],
  ['处理', 10, ({ dismissed }) => (dismissed === null ? '待处理' : '不必处理')],
  ['理由', 24, ({ dismissed }) => dismissed?.reason ?? null],
  ['规则', 22, ({ rule }) => rule],
];

/** A version as sheets: indicators, tasks, clauses, tables cell by cell, findings, and where it all comes from. */
export const workbookOf = (version: ExportedVersion): Sheet[] => [
  sheetOf('指标', indicatorColumns, itemsOf(version, 'indicator')),
  sheetOf('任务', taskColumns, itemsOf(version, 'task')),
  sheetOf('奖补条款', clauseColumns, itemsOf(version, 'clause')),
  sheetOf('表格', cellColumns, itemsOf(version, 'table').flatMap(cellsOf)),
  sheetOf('体检', findingColumns(version), version.findings),
  sheetOf(
    '出处',
    [
      ['项目', 14, ([name]) => name],
      ['内容', 80, ([, value]) => value],
    ],
    aboutOf(version),
  ),
];

/** Title, number, dates, edition and fingerprint: what the figures rest on. */
export const aboutOf = ({ head, edition, fileName }: ExportedVersion): [string, string | null][] => [
  ['标题', head.title],
  ['文号', head.docNumber],
  ['发文机关', head.issuer],
  ['成文日期', head.issuedOn],
  ['施行日期', head.validFrom],
  ['失效日期', head.validTo],
  ['版次', edition === null ? '草案' : `第 ${edition.number} 版`],
  ['发布时间', edition?.publishedAt ?? null],
  ['内容摘要', edition?.hash ?? null],
  ['原文件', fileName],
];
