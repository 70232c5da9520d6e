import type {
  ClauseItem,
  DocumentExtraction,
  IndicatorItem,
  OutlineNode,
  TableItem,
  TaskItem,
} from '../../src/document/index.ts';

/** What was read, as lines that a person can compare with the sentence: only the parts that hold something. */
export type Readable = Record<string, string | string[]>;

/** Says a document in lines; `text` is the source its places point into. */
export function describeDocument(d: DocumentExtraction, text: string): Readable {
  const parts: [string, string | readonly string[]][] = [
    ['标题', d.title ?? ''],
    ['文号', d.docNumber ?? ''],
    ['机关', d.issuer ?? ''],
    ['日期', d.issuedOn ?? ''],
    ['有效', d.validityText === null ? '' : `${d.validFrom ?? '？'} 至 ${d.validTo ?? '？'}`],
    ['主送', d.addressees],
    ['附件', d.annexes.map((a) => `${a.label} ${a.title}`)],
    ['提纲', d.outline.flatMap(outlineLines)],
    ['指标', d.indicators.map((i) => indicatorLine(i, text))],
    ['任务', d.tasks.map(taskLine)],
    ['条款', d.clauses.map(clauseLine)],
    ['表格', d.tables.flatMap(tableLines)],
  ];
  return Object.fromEntries(parts.filter(([, value]) => value.length > 0)) as Readable;
}

const join = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');
const list = (label: string, values: readonly string[]): string | null =>
  values.length > 0 ? `${label} ${values.join('、')}` : null;
const named = (label: string, value: string | number | null): string | null =>
  value === null ? null : `${label} ${value}`;

const outlineLines = (n: OutlineNode): string[] => [join(n.no, n.title), ...n.children.flatMap(outlineLines)];

function indicatorLine(i: IndicatorItem, text: string): string {
  const value = i.value2 === null ? `${i.value}` : `${i.value}—${i.value2}`;
  return join(
    `${i.name} ${i.op} ${value}${i.unit}`,
    i.year === null ? '无年份' : `${i.year}`,
    i.mode,
    i.scope,
    i.repeat ? '重复' : null,
    `「${text.slice(i.start, i.end).replace(/\s+/gu, '')}」`,
    list('存疑', i.rejected),
  );
}

function taskLine(t: TaskItem): string {
  return join(
    t.no,
    t.title,
    named('牵头', t.lead),
    list('联合牵头', t.coLeads),
    list('责任', t.units),
    list('沿用', t.inheritedUnits),
    list(
      '分组',
      t.groups.map((g) => `${g.lead}＝${g.units.join('＋')}`),
    ),
    list('时限', t.deadlines),
    list('周期', t.recurring),
  );
}

function clauseLine(c: ClauseItem): string {
  const range = (low: number | null, high: number | null, unit: string): string | null =>
    low === null && high === null ? null : `${low ?? ''}—${high ?? ''}${unit}`;
  return join(
    c.kind,
    c.amount === null ? range(c.amountMin, c.amountMax, '万元') : `${c.amount}万元`,
    c.rate === null ? range(c.rateMin, c.rateMax, '%') : `${c.rate}%`,
    named('基数', c.base),
    c.cap === null ? null : `封顶 ${c.cap}万元`,
    c.floor === null ? null : `起付 ${c.floor}万元`,
    named('每', c.per),
    named('对象', c.subject),
    named('条件', c.condition),
    named('出资', c.payer),
    named('等额', c.matchedBy),
    named('系列', c.series),
    c.windowFrom === null ? null : `${c.windowFrom} 至 ${c.windowTo}`,
    named('叠加', c.stacking),
  );
}

const tableLines = (t: TableItem): string[] => [
  join(
    t.title ?? '无题',
    named('单位', t.unit),
    list(
      '列',
      t.columns.map((c) => c.join('/')),
    ),
  ),
  ...t.rows
    .filter((r) => r.cells.length > 0)
    .map((r) => `${r.headings.join(' ')}：${r.cells.map((c) => c.value ?? (c.text || '空')).join(' ')}`),
];
