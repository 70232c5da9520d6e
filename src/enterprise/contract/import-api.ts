import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { Count, closed, Instant, nullable, Reason, RecordId } from './shape.ts';

/** Lists of enterprises that are brought in: sent, checked, saved as a whole, taken back as a whole. */

export const importStates = {
  reading: '正在核对',
  checked: '核对好了',
  saving: '正在保存',
  saved: '已导入',
  undone: '已撤销',
  failed: '没有导入',
} as const;
const state = Type.Enum(Object.keys(importStates) as (keyof typeof importStates)[], {
  description: Object.values(importStates).join('、'),
});
const given = nullable(Type.Union([Type.String(), Type.Number()]));

export const ImportSchema = Type.Object(
  {
    id: RecordId,
    fileName: Type.String(),
    state,
    rowsRead: Count,
    percent: Type.Integer({ minimum: 0, maximum: 100, description: '做完了百分之几' }),
    /** 新登记、变更、没有变化各几户，数据几条 */
    counts: Type.Object({ created: Count, changed: Count, same: Count, figures: Count }, closed),
    faults: Type.Array(
      Type.Object({ line: Count, column: Type.String(), code: Type.String(), given, limit: given }, closed),
    ),
    failure: nullable(Type.String()),
    begunAt: Instant,
    endedAt: nullable(Instant),
    by: Type.String(),
    mayUndo: Type.Boolean(),
  },
  closed,
);

const params = Type.Object({ importId: RecordId }, closed);
const read = { method: 'GET', permission: 'enterprise.keep', status: 200 } as const;

export const importApi = {
  importTemplate: endpoint({ ...read, path: '/enterprise-imports/template', summary: '企业名单的空表' }),
  listImports: endpoint({
    ...{ ...read, path: '/enterprise-imports', summary: '最近的导入和它们的进度' },
    answer: Type.Object({ rows: Type.Array(ImportSchema) }, closed),
  }),
  readImport: endpoint({
    ...read,
    path: '/enterprise-imports/:importId',
    summary: '一次导入到了哪一步',
    params,
    answer: ImportSchema,
  }),
  importFaults: endpoint({
    ...read,
    path: '/enterprise-imports/:importId/faults',
    summary: '一次导入里的错误，逐行逐列',
    params,
  }),
  /** A form: `file` (.csv or .xlsx). Answers at once; the rest is told by `readImport`. */
  importEnterprises: endpoint({
    ...{
      method: 'POST',
      permission: 'enterprise.keep',
      status: 202,
      path: '/enterprise-imports',
      summary: '导入企业名单，全部导入或者一户也不导入',
    },
    answer: Type.Object({ id: RecordId }, closed),
  }),
  cancelImport: endpoint({
    ...{
      method: 'POST',
      permission: 'enterprise.keep',
      status: 200,
      path: '/enterprise-imports/:importId/cancel',
      summary: '中止正在进行的导入，一户也不保存',
    },
    params,
    answer: ImportSchema,
  }),
  undoImport: endpoint({
    ...{
      method: 'POST',
      permission: 'enterprise.keep',
      status: 200,
      path: '/enterprise-imports/:importId/undo',
      summary: '整批撤销一次导入',
    },
    params,
    body: Type.Object({ reason: Reason }, closed),
    answer: ImportSchema,
  }),
} as const;
