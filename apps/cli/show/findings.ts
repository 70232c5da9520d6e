import type { Finding, Severity } from '../../../src/plan/index.ts';
import type { Paint, Style, Terminal } from '../terminal/terminal.ts';
import type { Where } from './items.ts';
import { severityWord } from './words.ts';

const ORDER: readonly Severity[] = ['error', 'warning', 'notice'];

/**
 * Findings, the gravest first: one block each on a terminal (what, arithmetic, where), one tab-separated line each on
 * a pipe: severity, place, rule, message, arithmetic.
 */
export function findingsText(findings: readonly Finding[], where: Where, terminal: Terminal): string {
  const sorted = [...findings].sort(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || a.start - b.start,
  );
  return sorted
    .map((finding) => (terminal.columns === null ? flat(finding, where) : block(finding, where, terminal.style)))
    .join('');
}

const flat = (f: Finding, where: Where): string =>
  `${[severityWord[f.severity], where(f.start), f.rule, f.message, f.arithmetic ?? ''].map((cell) => cell.replace(/\s+/gu, ' ')).join('\t')}\n`;

function block(f: Finding, where: Where, style: Style): string {
  const paint: Record<Severity, Paint> = { error: style.red, warning: style.yellow, notice: style.blue };
  const place = [where(f.start), ...f.path.slice(-1)].join(' ');
  const arithmetic = f.arithmetic === null ? '' : `      ${f.arithmetic}\n`;
  return `${paint[f.severity](severityWord[f.severity])}  ${f.message}\n${arithmetic}      ${style.faint(`${place}  ${f.rule}`)}\n`;
}

/** `3 个错误、1 个提醒`; 没有发现问题 when there is nothing. */
export function findingCounts(findings: readonly Finding[]): string {
  const parts = ORDER.map((severity) => ({ severity, count: findings.filter((f) => f.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} 个${severityWord[severity]}`);
  return parts.length === 0 ? '没有发现问题' : parts.join('、');
}
