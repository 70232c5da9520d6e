import { Type } from 'typebox';
import { exportQuery, type ListFields, listAnswer, listQuery } from '../../../platform/http/list-query.ts';
import { PlanStatusSchema, PlanSummarySchema } from './plan.ts';
import { closed, nullable } from './shape.ts';

/** The fields of the list of plans: columns, conditions, order. */
export const planFields = {
  title: { title: '方案', kind: 'text', sheetWidth: 60 },
  docNumber: { title: '文号', kind: 'text', nullable: true, sheetWidth: 24 },
  issuer: { title: '发文机关', kind: 'text', nullable: true, sheetWidth: 24 },
  status: { title: '状态', kind: 'choice', options: ['draft', 'published', 'revising', 'discarded'] },
  region: { title: '地区', kind: 'pick', nullable: true },
  unit: { title: '单位', kind: 'pick', nullable: true, sheetWidth: 24 },
  chain: { title: '产业链', kind: 'pick', nullable: true },
  issuedOn: { title: '成文日期', kind: 'day', nullable: true },
  validTo: { title: '有效期至', kind: 'day', nullable: true },
  indicators: { title: '指标', kind: 'number', sheetWidth: 8 },
  tasks: { title: '任务', kind: 'number', sheetWidth: 8 },
  clauses: { title: '条款', kind: 'number', sheetWidth: 8 },
  tables: { title: '表格', kind: 'number', sheetWidth: 8 },
  unreviewed: { title: '待核', kind: 'number', sheetWidth: 8 },
  findings: { title: '体检', kind: 'number', filter: false, sheetWidth: 24 },
  errors: { title: '体检错误', kind: 'number', sheetWidth: 10 },
  warnings: { title: '体检提醒', kind: 'number', sheetWidth: 10 },
  updatedAt: { title: '最近更新', kind: 'day', sheetWidth: 20 },
} as const satisfies ListFields;
export type PlanField = keyof typeof planFields;

export const PlanListQuery = listQuery(planFields, {
  status: Type.Optional(PlanStatusSchema),
});
export const PlanExportQuery = exportQuery(planFields);

/** A plan with the names of where it belongs. */
export const PlanRowSchema = Type.Object(
  {
    ...PlanSummarySchema.properties,
    regionName: nullable(Type.String()),
    unitName: nullable(Type.String()),
    chainName: nullable(Type.String()),
  },
  closed,
);

const { rows, ...page } = listAnswer(PlanRowSchema).properties;
export const PlanListSchema = Type.Object({ ...page, plans: rows }, closed);
