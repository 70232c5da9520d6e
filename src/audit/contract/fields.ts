import type { ListFields } from '../../../platform/http/list-query.ts';
import { actions } from '../domain/actions.ts';
import { recordKinds } from '../domain/note.ts';

/** What the log can be searched and sorted by, and the columns of its list and of an exported sheet. */
export const entryFields = {
  seq: { title: '序号', kind: 'number', sheetWidth: 10 },
  at: { title: '时间', kind: 'day', sort: false, sheetWidth: 20 },
  actor: { title: '人员', kind: 'text', nullable: true, sort: false, sheetWidth: 12 },
  onBehalf: { title: '代谁', kind: 'text', sort: false, sheetWidth: 12 },
  post: { title: '岗位', kind: 'text', sort: false, sheetWidth: 18 },
  unit: { title: '单位', kind: 'text', sort: false, sheetWidth: 26 },
  role: { title: '角色', kind: 'text', sort: false, sheetWidth: 12 },
  action: { title: '操作', kind: 'choice', options: Object.keys(actions), sort: false, sheetWidth: 18 },
  kind: { title: '对象种类', kind: 'choice', options: Object.keys(recordKinds), sort: false },
  record: { title: '对象', kind: 'text', sort: false, sheetWidth: 36 },
  recordId: { title: '对象编号', kind: 'text', sort: false, sheetWidth: 24 },
  outcome: { title: '结果', kind: 'choice', options: ['done', 'refused'], sort: false, sheetWidth: 8 },
  reason: { title: '理由', kind: 'text', sort: false, sheetWidth: 24 },
  address: { title: '来自', kind: 'text', sort: false, sheetWidth: 16 },
  changes: { title: '改动', kind: 'text', sort: false, filter: false, sheetWidth: 60 },
} as const satisfies ListFields;
