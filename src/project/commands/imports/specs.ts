import type { SheetSpec } from '../../../kernel/index.ts';
import { natureNames, positionNames } from '../../domain/index.ts';

/** The columns of the two workbooks. Money is written in 万元, months as 2026-03. */

const text = (most: number) => ({ kind: 'text', most }) as const;
const month = { form: text(20), width: 14, help: '例如 2026-03' } as const;

export const projectSpec: SheetSpec = {
  name: '项目清单',
  columns: [
    { field: 'name', title: '项目名称', width: 36, required: true, form: text(120) },
    { field: 'enterprise', title: '企业', width: 28, required: true, form: text(120), help: '投资建设的企业，写全称' },
    { field: 'creditCode', title: '信用代码', width: 22, form: text(18) },
    { field: 'code', title: '项目代码', width: 26, form: text(40), help: '投资项目在线审批监管平台的代码' },
    {
      field: 'nature',
      title: '建设性质',
      width: 12,
      form: { kind: 'choice', options: natureNames },
      help: '不写：新建',
    },
    { field: 'unit', title: '管理单位', width: 24, form: text(80), help: '名称或编号；不写：您自己的单位' },
    { field: 'region', title: '地区', width: 14, form: text(80), help: '名称或代码；不写：管理单位所在的' },
    { field: 'chain', title: '产业链', width: 18, form: text(80), help: '名称或编号' },
    { field: 'site', title: '地点', width: 28, form: text(200) },
    { field: 'scope', title: '建设内容', width: 50, form: text(2000) },
    { field: 'total', title: '总投资（万元）', width: 16, required: true, form: { kind: 'number' } },
    { field: 'startMonth', title: '计划开工', ...month },
    { field: 'completionMonth', title: '计划竣工', ...month },
    { field: 'productionMonth', title: '计划投产', ...month },
    {
      ...{ field: 'position', title: '到了哪一步', width: 14, required: true },
      form: { kind: 'choice', options: positionNames },
    },
    { field: 'positionOn', title: '到这一步的日期', width: 16, required: true, form: { kind: 'day' } },
    { field: 'startedOn', title: '开工日期', width: 14, form: { kind: 'day' }, help: '已经竣工、投产的写' },
    {
      field: 'evidence',
      title: '凭据',
      width: 28,
      required: true,
      form: text(300),
      help: '文件名称和文号，例如备案证、施工许可证',
    },
    { field: 'before', title: '已完成投资（万元）', width: 18, form: { kind: 'number' }, help: '开始按月报以前完成的' },
    { field: 'beforeUntil', title: '已完成截至', ...month },
    { field: 'year', title: '计划年份', width: 12, form: { kind: 'number' } },
    { field: 'yearPlan', title: '年度计划（万元）', width: 16, form: { kind: 'number' } },
  ],
};

export const monthSpec: SheetSpec = {
  name: '月度投资',
  columns: [
    { field: 'id', title: '项目编号', width: 14, required: true, form: text(10), help: '不要改' },
    { field: 'name', title: '项目', width: 36, form: text(120), help: '只供核对' },
    { field: 'enterprise', title: '企业', width: 28, form: text(120), help: '只供核对' },
    { field: 'month', title: '月份', width: 12, required: true, form: text(20), help: '例如 2026-03' },
    {
      ...{ field: 'done', title: '本月完成（万元）', width: 18, form: { kind: 'number' } },
      help: '空着：这个月不报；没有投资写 0',
    },
    { field: 'progress', title: '进展', width: 40, form: text(2000) },
    { field: 'problem', title: '存在问题', width: 40, form: text(2000) },
    { field: 'reason', title: '修改的理由', width: 28, form: text(500), help: '改已经核定的数时必须写' },
  ],
};

const fenOfWan = 1_000_000;
const mostFen = 100_000_000_000_000;

/** 万元 as fen; null: it is no sum, or finer than a fen. */
export function fenOf(wan: number): number | null {
  const fen = Math.round(wan * fenOfWan);
  return fen >= 0 && fen <= mostFen && Math.abs(wan * fenOfWan - fen) < 0.01 ? fen : null;
}

/** `2026-03` of 2026-3, 2026/03, 2026年3月, 202603 and days of it; null for what is no month. */
export function monthOf(given: string): string | null {
  const [, year, month] = /^([12]\d{3})[-/.年]?(0?[1-9]|1[0-2])(?:[-/.月]\d{0,2}日?)?$/u.exec(given) ?? [];
  return year === undefined || month === undefined ? null : `${year}-${month.padStart(2, '0')}`;
}
