import type { DocumentExtraction } from '../../../src/document/index.ts';
import type { DraftJson, EditionJson, PlanItemJson, PlanSummaryJson } from '../../../src/plan/contract.ts';
import type { Column } from '../terminal/table.ts';
import { target } from './items.ts';

export const planColumns: readonly Column[] = [
  { title: '编号', max: 10 },
  { title: '标题', max: 44 },
  { title: '文号', max: 22 },
  { title: '状态', max: 14 },
  ...['指标', '任务', '条款', '表格', '错误', '提醒'].map((title) => ({ title, max: 5 })),
  { title: '更新', max: 10 },
];

export function planRow(plan: PlanSummaryJson): string[] {
  const { indicators, tasks, clauses, tables, errors, warnings } = plan.counts;
  return [
    plan.id,
    plan.title ?? plan.fileName,
    plan.docNumber ?? '',
    statusWords(plan),
    ...[indicators, tasks, clauses, tables, errors, warnings].map(String),
    plan.updatedAt.slice(0, 10),
  ];
}

function statusWords({ status, latestEdition }: Pick<PlanSummaryJson, 'status' | 'latestEdition'>): string {
  const words = {
    draft: '草案',
    published: `第${latestEdition}版`,
    revising: `第${latestEdition}版 修订中`,
    discarded: '已放弃',
  };
  return words[status];
}

/** A version of a plan as the extraction it grew from, without what reviewers rejected. */
export function asDocument(version: DraftJson | EditionJson): DocumentExtraction {
  const kept = version.items.filter((item) => item.review !== 'rejected');
  const of = <K extends PlanItemJson['kind']>(kind: K) =>
    kept.flatMap((item) => (item.kind === kind ? [item.content as Extract<PlanItemJson, { kind: K }>['content']] : []));
  return {
    ...version.head,
    start: version.source.start,
    end: version.source.end,
    annexes: version.annexes,
    outline: version.outline,
    indicators: of('indicator'),
    tasks: of('task'),
    clauses: of('clause'),
    tables: of('table'),
  };
}

/** One line that tells an item from the others: `营业收入 ≥400亿元（2027）`. */
export function itemTitle(item: PlanItemJson): string {
  switch (item.kind) {
    case 'indicator':
      return `${item.content.name} ${target(item.content)}${item.content.year === null ? '' : `（${item.content.year}）`}`;
    case 'task':
      return `${item.content.no} ${item.content.title ?? item.content.text}`;
    case 'clause':
      return item.content.text;
    case 'table':
      return item.content.title ?? '（没有表名）';
  }
}

export const kindWord: Record<PlanItemJson['kind'], string> = {
  indicator: '指标',
  task: '任务',
  clause: '条款',
  table: '表格',
};
