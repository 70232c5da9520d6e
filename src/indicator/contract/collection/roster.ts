import { Type } from 'typebox';
import { endpoint } from '../../../../platform/http/endpoint.ts';
import { exportQuery, listAnswer, listQuery } from '../../../../platform/http/list-query.ts';
import { rosterFields } from './fields.ts';
import { closed, Id, ImportCheckSchema, Month, nullable, RecordId, Revision } from './shape.ts';

/** 填报名录: which enterprises a unit reports, of which chain, and from when to when. */
export const RosterRowSchema = Type.Object(
  {
    id: RecordId,
    revision: Revision,
    enterpriseId: Id,
    name: Type.String(),
    unitId: Id,
    unitName: Type.String(),
    regionName: nullable(Type.String()),
    chainId: nullable(Id),
    chainName: nullable(Type.String()),
    from: Month,
    until: nullable(Month),
    mayChange: Type.Boolean(),
  },
  closed,
);

const read = { method: 'GET', permission: 'indicator.read', status: 200 } as const;
const change = { method: 'POST', permission: 'indicator.enter' } as const;
const params = Type.Object({ rosterId: RecordId }, closed);

export const rosterApi = {
  listRoster: endpoint({
    ...read,
    path: '/roster',
    summary: '填报名录',
    query: listQuery(rosterFields),
    answer: listAnswer(RosterRowSchema),
  }),
  exportRoster: endpoint({
    ...read,
    path: '/roster/export',
    summary: '导出填报名录',
    query: exportQuery(rosterFields),
  }),
  rosterTemplate: endpoint({ ...read, path: '/roster/template', summary: '填报名录的空表' }),
  addToRoster: endpoint({
    ...{ ...change, status: 201, path: '/roster', summary: '把企业加入填报名录' },
    body: Type.Object(
      {
        unitId: Id,
        enterpriseId: Id,
        name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
        chainId: nullable(Id),
        from: Month,
        until: nullable(Month),
      },
      closed,
    ),
    answer: RosterRowSchema,
  }),
  endInRoster: endpoint({
    ...{ ...change, status: 200, path: '/roster/:rosterId/end', summary: '企业不再填报' },
    params,
    body: Type.Object({ revision: Revision, until: nullable(Month) }, closed),
    answer: RosterRowSchema,
  }),
  /** A form: `file` (.xlsx or .csv). Units that a row does not name are that of the caller's post. Saves nothing. */
  checkRosterImport: endpoint({
    ...{ ...change, status: 200, path: '/roster/imports/check', summary: '检查要导入的填报名录' },
    answer: ImportCheckSchema,
  }),
  /** The same with `fingerprint`: all of it or nothing. */
  importRoster: endpoint({
    ...{ ...change, status: 201, path: '/roster/imports', summary: '导入填报名录' },
    answer: Type.Object({ added: Type.Integer(), changed: Type.Integer(), ended: Type.Integer() }, closed),
  }),
} as const;
