import type { ClauseKind, Comparator, TargetMode } from '../../../src/document/index.ts';
import type { Severity } from '../../../src/plan/index.ts';

/** Chinese for the closed lists of values that a table shows. */
export const comparatorSign: Record<Comparator, string> = {
  '=': '',
  '>=': '≥',
  '>': '＞',
  '<=': '≤',
  '<': '＜',
  '~': '约 ',
  range: '',
};

export const modeWord: Record<TargetMode, string> = {
  level: '达到',
  increment: '新增',
  cumulative: '累计',
  annual: '当年',
  growth: '增长',
};

export const clauseKindWord: Record<ClauseKind, string> = {
  fixed: '定额',
  rate: '按比例',
  'rate+cap': '按比例封顶',
  tiered: '分档',
};

export const severityWord: Record<Severity, string> = { error: '错误', warning: '提醒', notice: '提示' };

export const recurringWord = { monthly: '每月', quarterly: '每季度', yearly: '每年' } as const;

/** A figure without the noise of binary fractions: at most four decimals, no trailing noughts. */
export const figure = (value: number): string => String(Number(value.toFixed(4)));
