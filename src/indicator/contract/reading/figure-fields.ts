import type { ListFields } from '../../../../platform/http/list-query.ts';
import { vintageNames } from '../../domain/wording/vintage.ts';

/** What the list of figures behind a cell shows. */
export const figureFields = {
  enterprise: { title: '企业', kind: 'text', nullable: true, sheetWidth: 28 },
  unit: { title: '报数单位', kind: 'text', sheetWidth: 28 },
  region: { title: '地区', kind: 'text' },
  chain: { title: '产业链', kind: 'text', nullable: true },
  period: { title: '时期', kind: 'text' },
  value: { title: '数值', kind: 'number', nullable: true },
  reason: { title: '没有数的原因', kind: 'text', nullable: true, sort: false },
  vintage: { title: '数据版本', kind: 'choice', options: Object.keys(vintageNames) },
  revision: { title: '第几次', kind: 'number' },
  reportedBy: { title: '填报人', kind: 'text', sort: false, filter: false },
  changedBy: { title: '最后修改人', kind: 'text', sort: false, filter: false },
  approvedBy: { title: '审核人', kind: 'text', nullable: true, sort: false, filter: false },
  savedAt: { title: '保存时间', kind: 'day' },
  note: { title: '说明', kind: 'text', nullable: true, sort: false, filter: false },
} as const satisfies ListFields;
export const figureLabels = { vintage: vintageNames } as const;
export type FigureField = keyof typeof figureFields;
