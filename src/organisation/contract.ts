import type { Static } from 'typebox';
import { Type } from 'typebox';
import { endpoint } from '../../platform/http/endpoint.ts';
import { exportQuery, listQuery } from '../../platform/http/list-query.ts';
import { chainFields, delegationFields, personFields, postFields, unitFields } from './contract/fields.ts';
import * as record from './contract/records.ts';
import * as request from './contract/requests.ts';
import { closed, RecordId } from './contract/shape.ts';

/**
 * The organisation API: every request and answer once. Schemas live in `contract/`; here they become endpoints below
 * /api/v1, and the types that the web uses. Sensitive values are masked in every answer but that of a reveal.
 */

export * from './contract/fields.ts';

const { IdParams, CodeParams } = request;
const read = { method: 'GET', permission: 'organisation.read', status: 200 } as const;
const write = { permission: 'organisation.write', status: 200, answer: request.Saved } as const;
const added = { method: 'POST', permission: 'organisation.write', status: 201, answer: request.Saved } as const;
const ofPosts = { personId: Type.Optional(RecordId), unitId: Type.Optional(RecordId) };

export const organisationApi = {
  listRegions: endpoint({
    ...read,
    path: '/regions',
    summary: '某一天的地区',
    query: request.RegionQuery,
    answer: record.RegionListSchema,
  }),
  readRegion: endpoint({
    ...read,
    path: '/regions/:code',
    summary: '一个地区的沿革',
    params: CodeParams,
    answer: record.RegionSchema,
  }),
  saveRegion: endpoint({
    ...{ method: 'PUT', path: '/regions/:code', permission: 'organisation.write', status: 200 },
    summary: '新增或修改地区',
    params: CodeParams,
    body: request.SaveRegion,
    answer: Type.Object({ code: record.RegionNodeSchema.properties.code }, closed),
  }),

  listUnits: endpoint({
    ...read,
    path: '/units',
    summary: '单位清单',
    query: listQuery(unitFields),
    answer: record.UnitListSchema,
  }),
  exportUnits: endpoint({ ...read, path: '/units/export', summary: '导出单位清单', query: exportQuery(unitFields) }),
  readUnit: endpoint({ ...read, path: '/units/:id', summary: '一个单位', params: IdParams, answer: record.UnitSchema }),
  addUnit: endpoint({ ...added, path: '/units', summary: '新增单位', body: request.AddUnit }),
  saveUnit: endpoint({
    ...write,
    method: 'PUT',
    path: '/units/:id',
    summary: '修改单位',
    params: IdParams,
    body: request.SaveUnit,
  }),
  revealUnit: endpoint({
    ...{ method: 'POST', path: '/units/:id/reveal', permission: 'signed-in', status: 200 },
    summary: '写明理由，查看单位的完整账号',
    params: IdParams,
    body: request.RevealUnit,
    answer: request.Revealed,
  }),

  listChains: endpoint({
    ...read,
    path: '/chains',
    summary: '产业链清单',
    query: listQuery(chainFields),
    answer: record.ChainListSchema,
  }),
  readChain: endpoint({
    ...read,
    path: '/chains/:id',
    summary: '一条产业链',
    params: IdParams,
    answer: record.ChainSchema,
  }),
  addChain: endpoint({ ...added, path: '/chains', summary: '新增产业链', body: request.AddChain }),
  saveChain: endpoint({
    ...write,
    method: 'PUT',
    path: '/chains/:id',
    summary: '修改产业链',
    params: IdParams,
    body: request.SaveChain,
  }),

  listPeople: endpoint({
    ...read,
    path: '/people',
    summary: '人员清单',
    query: listQuery(personFields),
    answer: record.PersonListSchema,
  }),
  exportPeople: endpoint({
    ...read,
    path: '/people/export',
    summary: '导出人员清单，号码加了星号',
    query: exportQuery(personFields),
  }),
  readPerson: endpoint({
    ...read,
    path: '/people/:id',
    summary: '一个人',
    params: IdParams,
    answer: record.PersonSchema,
  }),
  addPerson: endpoint({ ...added, path: '/people', summary: '新增人员', body: request.AddPerson }),
  savePerson: endpoint({
    ...write,
    method: 'PUT',
    path: '/people/:id',
    summary: '修改人员',
    params: IdParams,
    body: request.SavePerson,
  }),
  revealPerson: endpoint({
    ...{ method: 'POST', path: '/people/:id/reveal', permission: 'signed-in', status: 200 },
    summary: '写明理由，查看完整的电话或证件号',
    params: IdParams,
    body: request.RevealPerson,
    answer: request.Revealed,
  }),

  listPosts: endpoint({
    ...read,
    path: '/posts',
    summary: '岗位清单',
    query: listQuery(postFields, ofPosts),
    answer: record.PostListSchema,
  }),
  exportPosts: endpoint({
    ...read,
    path: '/posts/export',
    summary: '导出岗位清单',
    query: exportQuery(postFields, ofPosts),
  }),
  addPost: endpoint({ ...added, path: '/posts', summary: '新增岗位', body: request.AddPost }),
  savePost: endpoint({
    ...write,
    method: 'PUT',
    path: '/posts/:id',
    summary: '修改岗位',
    params: IdParams,
    body: request.SavePost,
  }),

  listDelegations: endpoint({
    ...{ method: 'GET', path: '/delegations', permission: 'access.read', status: 200 },
    summary: '全部委托',
    query: listQuery(delegationFields),
    answer: record.DelegationListSchema,
  }),
  delegateFor: endpoint({ ...added, path: '/delegations', summary: '替别人的岗位办理委托', body: request.Delegate }),
  revokeFor: endpoint({
    ...write,
    method: 'POST',
    path: '/delegations/:id/revoke',
    summary: '收回别人的委托',
    params: IdParams,
    body: request.WithReason,
  }),
  listOwnPosts: endpoint({
    method: 'GET',
    path: '/my/posts',
    permission: 'signed-in',
    status: 200,
    summary: '我的岗位',
    answer: record.PostListSchema,
  }),
  listOwnDelegations: endpoint({
    ...{ method: 'GET', path: '/my/delegations', permission: 'signed-in', status: 200 },
    summary: '我给出和得到的委托',
    query: listQuery(delegationFields),
    answer: record.DelegationListSchema,
  }),
  findDeputies: endpoint({
    ...{ method: 'GET', path: '/my/deputies', permission: 'signed-in', status: 200 },
    summary: '可以委托的人',
    query: Type.Object({ text: Type.Optional(Type.String({ maxLength: 100 })) }, closed),
    answer: Type.Object(
      { people: Type.Array(Type.Object({ id: RecordId, name: Type.String(), posts: Type.String() }, closed)) },
      closed,
    ),
  }),
  delegateOwn: endpoint({
    ...{ method: 'POST', path: '/my/delegations', permission: 'signed-in', status: 201 },
    summary: '委托别人代理自己的岗位',
    body: request.Delegate,
    answer: request.Saved,
  }),
  revokeOwn: endpoint({
    ...{ method: 'POST', path: '/my/delegations/:id/revoke', permission: 'signed-in', status: 200 },
    summary: '收回自己的委托',
    params: IdParams,
    body: request.WithReason,
    answer: request.Saved,
  }),

  listGrants: endpoint({
    ...{ method: 'GET', path: '/grants', permission: 'access.read', status: 200 },
    summary: '岗位和它们的授权',
    query: listQuery(postFields),
    answer: record.PostListSchema,
  }),
  proposeGrants: endpoint({
    ...{ method: 'POST', path: '/grants/propose', permission: 'organisation.write', status: 200 },
    summary: '建议授权，由安全管理员确认',
    body: request.GrantMany,
    answer: request.Changed,
  }),
  grantPosts: endpoint({
    ...{ method: 'POST', path: '/grants', permission: 'access.grant', status: 200 },
    summary: '授权',
    body: request.GrantMany,
    answer: request.Changed,
  }),
  confirmGrants: endpoint({
    ...{ method: 'POST', path: '/grants/confirm', permission: 'access.grant', status: 200 },
    summary: '成批确认建议的授权',
    body: request.ConfirmMany,
    answer: request.Changed,
  }),
  withdrawGrants: endpoint({
    ...{ method: 'POST', path: '/grants/withdraw', permission: 'access.grant', status: 200 },
    summary: '收回授权，或不同意建议',
    body: request.WithdrawMany,
    answer: request.Changed,
  }),

  listRoles: endpoint({
    method: 'GET',
    path: '/roles',
    permission: 'access.read',
    status: 200,
    summary: '角色清单',
    answer: record.RoleListSchema,
  }),
  addRole: endpoint({
    method: 'POST',
    path: '/roles',
    permission: 'access.role',
    status: 201,
    summary: '新增角色',
    body: request.SaveRole,
    answer: request.Saved,
  }),
  saveRole: endpoint({
    ...{ method: 'PUT', path: '/roles/:id', permission: 'access.role', status: 200 },
    summary: '修改自定的角色',
    params: IdParams,
    body: request.SaveRole,
    answer: request.Saved,
  }),
  removeRole: endpoint({
    ...{ method: 'DELETE', path: '/roles/:id', permission: 'access.role', status: 200 },
    summary: '删去没有用过的角色',
    params: IdParams,
    answer: request.Saved,
  }),

  /** An .xlsx file to fill in. */
  organisationTemplate: endpoint({
    method: 'GET',
    path: '/organisation/template',
    permission: 'organisation.write',
    status: 200,
    summary: '下载导入模板',
  }),
  /** The whole organisation as an .xlsx file that can be imported again; numbers masked. */
  exportOrganisation: endpoint({
    method: 'GET',
    path: '/organisation/export',
    permission: 'organisation.write',
    status: 200,
    summary: '导出整个组织机构',
  }),
  /** multipart/form-data: `file`. */
  checkImport: endpoint({
    ...{ method: 'POST', path: '/organisation/imports/check', permission: 'organisation.write', status: 200 },
    summary: '检查一个工作簿，什么都不存',
    answer: record.ImportCheckSchema,
  }),
  /** multipart/form-data: `file`. Answers the same workbook with what is wrong in a last column. */
  markImport: endpoint({
    method: 'POST',
    path: '/organisation/imports/marked',
    permission: 'organisation.write',
    status: 200,
    summary: '取回标明问题的工作簿',
  }),
  /** multipart/form-data: `file`, `fingerprint` of the check. */
  commitImport: endpoint({
    ...{ method: 'POST', path: '/organisation/imports', permission: 'organisation.write', status: 201 },
    summary: '导入一个工作簿，全部成功或者都不存',
    answer: record.ImportBatchSchema,
  }),
  listImports: endpoint({
    ...{ method: 'GET', path: '/organisation/imports', permission: 'organisation.write', status: 200 },
    summary: '历次导入',
    query: request.PageQuery,
    answer: record.ImportBatchListSchema,
  }),
  undoImport: endpoint({
    ...{ method: 'POST', path: '/organisation/imports/:id/undo', permission: 'organisation.write', status: 200 },
    summary: '整批撤销一次导入',
    params: IdParams,
    body: request.WithReason,
    answer: record.ImportBatchSchema,
  }),
} as const;

export type RegionNodeJson = Static<typeof record.RegionNodeSchema>;
export type RegionJson = Static<typeof record.RegionSchema>;
export type UnitJson = Static<typeof record.UnitSchema>;
export type ChainJson = Static<typeof record.ChainSchema>;
export type PersonJson = Static<typeof record.PersonSchema>;
export type PostJson = Static<typeof record.PostSchema>;
export type DelegationJson = Static<typeof record.DelegationSchema>;
export type RoleJson = Static<typeof record.RoleSchema>;
export type ImportCheckJson = Static<typeof record.ImportCheckSchema>;
export type ImportBatchJson = Static<typeof record.ImportBatchSchema>;
