import type { ClauseItem, IndicatorItem, OutlineNode, TableItem, TaskItem } from '../../../src/document/index.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { clauseKindWord, comparatorSign, figure, modeWord, recurringWord } from './words.ts';

/** Where an offset stands, in words: `第12行`. */
export type Where = (offset: number) => string;

const PLACE = { title: '位置', max: 10 };

export const indicatorTable = (items: readonly IndicatorItem[], where: Where, terminal: Terminal): string =>
  table(
    [
      { title: '指标', max: 44 },
      { title: '目标', max: 22 },
      { title: '年份', max: 4 },
      { title: '方式', max: 4 },
      { title: '范围', max: 24 },
      PLACE,
    ],
    items.map((item) => [
      item.name,
      target(item),
      item.year === null ? '' : String(item.year),
      modeWord[item.mode],
      item.scope ?? '',
      where(item.start),
    ]),
    terminal,
  );

export const taskTable = (items: readonly TaskItem[], where: Where, terminal: Terminal): string =>
  table(
    [
      { title: '编号', max: 16 },
      { title: '任务', max: 36 },
      { title: '牵头单位', max: 22 },
      { title: '其他责任单位', max: 40 },
      { title: '时限', max: 18 },
      PLACE,
    ],
    items.map((item) => [
      item.no,
      item.title ?? item.text,
      item.lead ?? '',
      otherUnits(item).join('、'),
      deadlines(item),
      where(item.start),
    ]),
    terminal,
  );

export const clauseTable = (items: readonly ClauseItem[], where: Where, terminal: Terminal): string =>
  table(
    [
      { title: '对象', max: 24 },
      { title: '条件', max: 32 },
      { title: '方式', max: 10 },
      { title: '奖补', max: 32 },
      { title: '出资', max: 14 },
      PLACE,
    ],
    items.map((item) => [
      item.subject ?? '',
      item.condition ?? '',
      clauseKindWord[item.kind],
      benefit(item),
      item.payer ?? '',
      where(item.start),
    ]),
    terminal,
  );

export const tableList = (items: readonly TableItem[], where: Where, terminal: Terminal): string =>
  table(
    [{ title: '表', max: 48 }, { title: '行', max: 6 }, { title: '列', max: 6 }, { title: '单位', max: 12 }, PLACE],
    items.map((item) => [
      item.title ?? '（没有表名）',
      String(item.rows.length),
      String(item.columns.length),
      item.unit ?? '',
      where(item.start),
    ]),
    terminal,
  );

/** Headings, each level two blanks further in; deeper ones than `depth` are left out. */
export function outlineText(nodes: readonly OutlineNode[], depth: number, indent = ''): string {
  if (depth === 0) return '';
  return nodes
    .map(
      (node) =>
        `${indent}${node.label}${node.label && node.title ? ' ' : ''}${node.title}\n${outlineText(node.children, depth - 1, `${indent}  `)}`,
    )
    .join('');
}

/** `≥12家`, `2—5家`, `约 12%`. */
export const target = (item: Pick<IndicatorItem, 'value' | 'value2' | 'op' | 'unit'>): string =>
  `${comparatorSign[item.op]}${figure(item.value)}${item.value2 === null ? '' : `—${figure(item.value2)}`}${item.unit}`;

export function benefit(item: ClauseItem): string {
  const rate = band(item.rate, item.rateMin, item.rateMax, '%');
  const amount = band(item.amount, item.amountMin, item.amountMax, '万元');
  const parts = [
    rate === '' ? '' : `${item.base ?? ''}${rate}`,
    amount === '' ? '' : `${amount}${item.per === null ? '' : `/${item.per.replace(/^\//u, '')}`}`,
    item.cap === null ? '' : `最高${figure(item.cap)}万元`,
    item.floor === null ? '' : `${figure(item.floor)}万元起`,
  ];
  return parts.filter((part) => part !== '').join('，');
}

function band(value: number | null, min: number | null, max: number | null, unit: string): string {
  if (value !== null) return `${figure(value)}${unit}`;
  if (min === null && max === null) return '';
  return `${min === null ? '' : figure(min)}—${max === null ? '' : figure(max)}${unit}`;
}

const otherUnits = (item: TaskItem): string[] =>
  [...item.units, ...item.inheritedUnits].filter((unit) => unit !== item.lead);

const deadlines = (item: TaskItem): string =>
  [...item.deadlines, ...item.recurring.map((each) => recurringWord[each])].join('、');
