import type { DocumentExtraction } from '../../../src/document/index.ts';
import type { Finding } from '../../../src/plan/index.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { findingCounts, findingsText } from './findings.ts';
import { clauseTable, indicatorTable, outlineText, tableList, taskTable, type Where } from './items.ts';

/** The whole extraction of one document for a person to read. */
export function documentText(
  document: DocumentExtraction,
  findings: readonly Finding[],
  where: Where,
  terminal: Terminal,
): string {
  const { strong } = terminal.style;
  const section = (title: string, count: number, unit: string, body: string) =>
    `\n${strong(`${title}（${count} ${unit}）`)}\n${body === '' ? '没有读出。\n' : body}`;
  return [
    headText(document, terminal),
    section('大纲', countNodes(document), '个标题', outlineText(document.outline, 2)),
    section('指标', document.indicators.length, '项', indicatorTable(document.indicators, where, terminal)),
    section('任务', document.tasks.length, '项', taskTable(document.tasks, where, terminal)),
    section('支持条款', document.clauses.length, '条', clauseTable(document.clauses, where, terminal)),
    section('表格', document.tables.length, '张', tableList(document.tables, where, terminal)),
    `\n${strong('体检')}：${findingCounts(findings)}\n${findingsText(findings, where, terminal)}`,
  ].join('');
}

/** Title and the facts of the head, one a line; facts that the document does not state are left out. */
export function headText(document: DocumentExtraction, { style }: Terminal): string {
  const validity = [
    document.validFrom && `自 ${document.validFrom}`,
    document.validTo && `至 ${document.validTo}`,
  ].filter(Boolean);
  const facts: [string, string | null][] = [
    ['文号', document.docNumber],
    ['发文', document.issuer],
    ['成文', document.issuedOn],
    ['有效', validity.length > 0 ? validity.join(' ') : document.validityText],
    ['主送', document.addressees.join('、') || null],
    ['附件', document.annexes.map((annex) => `${annex.label} ${annex.title}`.trim()).join('；') || null],
  ];
  const lines = facts.filter(([, value]) => value !== null).map(([name, value]) => `${style.faint(name)}  ${value}\n`);
  return `${style.strong(document.title ?? '（没有标题）')}\n${lines.join('')}`;
}

function countNodes(document: DocumentExtraction): number {
  const count = (nodes: DocumentExtraction['outline']): number =>
    nodes.reduce((sum, node) => sum + 1 + count(node.children), 0);
  return count(document.outline);
}
