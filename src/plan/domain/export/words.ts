import type { ClauseKind, Comparator, TargetMode, TaskItem } from '../../../document/index.ts';
import type { Severity } from '../lint/model.ts';
import type { PlanStatus, Review } from '../model.ts';

/** The words of exported files and of the pages for the codes of the model. */
export const modeWords: Readonly<Record<TargetMode, string>> = {
  level: '水平',
  increment: '新增',
  cumulative: '累计',
  annual: '当年',
  growth: '增长',
};
export const comparatorWords: Readonly<Record<Comparator, string>> = {
  '=': '等于',
  '>=': '不少于',
  '>': '超过',
  '<=': '不超过',
  '<': '低于',
  '~': '约',
  range: '区间',
};
export const clauseWords: Readonly<Record<ClauseKind, string>> = {
  fixed: '定额',
  rate: '按比例',
  'rate+cap': '按比例并封顶',
  tiered: '分档',
};
export const reviewWords: Readonly<Record<Review, string>> = {
  unreviewed: '待核',
  confirmed: '已确认',
  corrected: '已更正',
  rejected: '已剔除',
};
export const statusWords: Readonly<Record<PlanStatus, string>> = {
  draft: '草案',
  published: '已发布',
  revising: '修订中',
  discarded: '已放弃',
};
export const severityWords: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', notice: '提示' };
export const recurringWords: Readonly<Record<TaskItem['recurring'][number], string>> = {
  monthly: '每月',
  quarterly: '每季度',
  yearly: '每年',
};
