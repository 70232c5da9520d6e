import type {
  ClauseItem,
  DocumentExtraction,
  IndicatorItem,
  OutlineNode,
  TableItem,
  TaskItem,
} from '../../src/document/index.ts';
import type { Page } from '../../src/plan/domain/draft/place.ts';
import type { DraftState, PlanHead, Signature } from '../../src/plan/domain/model.ts';
import { headOf, newItems, readItems } from '../../src/plan/domain/reading/from-extraction.ts';

/** A small document of 临江市 and its extraction by hand, for the tests of this slice. */
export const exampleText = `临江市针纺产业行动方案（2025—2027年）
一、总体目标
到2027年，全市针纺产业营业收入达到260亿元，规上企业120家以上。
二、重点任务
（一）培育企业。新增规上企业25家。（责任单位：市工信局、各县区政府）
（二）建设园区。2026年6月底前建成产业园。（责任单位：市发改委）
三、支持政策
对首次上规的企业一次性奖励10万元。
附表：县区目标
县区 2025年 2026年
东湖区 10 12
西山县 8 9
`;

/** The place of some words of a text; throws when they are not there, so that an example cannot drift. */
export function at(words: string, text = exampleText): { start: number; end: number } {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the example: ${words}`);
  return { start, end: start + words.length };
}

const located = (words: string, path: string[], text = exampleText) => ({
  ...at(words, text),
  path,
  confidence: 0.9,
  rejected: [],
});

export const indicator = (fields: Partial<IndicatorItem> = {}, text = exampleText): IndicatorItem => ({
  ...located('营业收入达到260亿元', ['一、总体目标'], text),
  text: '营业收入达到260亿元',
  name: '营业收入',
  value: 260,
  value2: null,
  unit: '亿元',
  op: '=',
  year: 2027,
  mode: 'level',
  scope: '全市针纺产业',
  table: false,
  repeat: false,
  ...fields,
});

export const task = (fields: Partial<TaskItem> = {}, text = exampleText): TaskItem => ({
  ...located('（一）培育企业。新增规上企业25家。', ['二、重点任务'], text),
  no: '二/（一）',
  title: '培育企业',
  text: '新增规上企业25家。',
  lead: '市工信局',
  coLeads: [],
  units: ['市工信局', '各县区政府'],
  inheritedUnits: [],
  groups: [],
  deadlines: [],
  recurring: [],
  ...fields,
});

export const clause = (fields: Partial<ClauseItem> = {}, text = exampleText): ClauseItem => ({
  ...located('对首次上规的企业一次性奖励10万元', ['三、支持政策'], text),
  text: '对首次上规的企业一次性奖励10万元',
  subject: '首次上规的企业',
  condition: null,
  kind: 'fixed',
  amount: 10,
  amountMin: null,
  amountMax: null,
  rate: null,
  rateMin: null,
  rateMax: null,
  base: null,
  cap: null,
  floor: null,
  payer: null,
  matchedBy: null,
  per: null,
  series: null,
  windowFrom: null,
  windowTo: null,
  stacking: null,
  ...fields,
});

const row = (words: string, heading: string, values: readonly number[]) => ({
  ...at(words),
  headings: [heading],
  cells: values.map((value) => ({ ...at(words), text: String(value), value })),
});

export const table = (fields: Partial<TableItem> = {}): TableItem => ({
  ...located('县区 2025年 2026年\n东湖区 10 12\n西山县 8 9', ['附表：县区目标']),
  title: '县区目标',
  unit: '家',
  columns: [['2025年'], ['2026年']],
  rows: [row('东湖区 10 12', '东湖区', [10, 12]), row('西山县 8 9', '西山县', [8, 9])],
  targets: [],
  ...fields,
});

const heading = (
  label: string,
  title: string,
  from: string,
  to: string,
  children: OutlineNode[] = [],
): OutlineNode => ({
  start: at(from).start,
  end: at(to).end,
  label,
  title,
  no: label,
  level: 1,
  children,
});

export const exampleDocument = (fields: Partial<DocumentExtraction> = {}): DocumentExtraction => ({
  start: 0,
  end: exampleText.length,
  title: '临江市针纺产业行动方案（2025—2027年）',
  docNumber: '临府办发〔2025〕3号',
  issuer: '临江市人民政府办公室',
  issuedOn: '2025-02-26',
  validFrom: null,
  validTo: null,
  validityText: null,
  addressees: ['各县区人民政府'],
  annexes: [],
  outline: [
    heading('一', '总体目标', '一、总体目标', '120家以上。'),
    heading('二', '重点任务', '二、重点任务', '（责任单位：市发改委）'),
    heading('三', '支持政策', '三、支持政策', '奖励10万元。'),
  ],
  indicators: [indicator()],
  tasks: [task()],
  clauses: [clause()],
  tables: [table()],
  ...fields,
});

export const exampleHead: PlanHead = headOf(exampleDocument());
export const examplePage: Page = {
  start: 0,
  end: exampleText.length,
  text: exampleText,
  outline: exampleDocument().outline,
};

/** The example as a fresh draft: I1 the indicator, T2 the task, C3 the clause, B4 the table. */
export const exampleDraft = (document: DocumentExtraction = exampleDocument()): DraftState => ({
  head: headOf(document),
  items: newItems(readItems(document), 1),
  dismissals: [],
});

export const secretary: Signature = { by: { id: 'u1', name: '综合科' }, at: '2025-03-01T02:00:00.000Z' };
