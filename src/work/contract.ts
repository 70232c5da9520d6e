import type { Static } from 'typebox';
import { endpoint } from '../../platform/http/endpoint.ts';
import * as item from './contract/item.ts';
import * as own from './contract/own.ts';

/** The workbench API: what is to be done and by whom, one's own views and settings, and the search over everything. */

export * from './contract/item.ts';
export * from './contract/own.ts';

const { WorkParams } = item;
const changed = { status: 200, permission: 'signed-in', params: WorkParams, answer: item.WorkItemSchema } as const;

export const workApi = {
  listWork: endpoint({
    method: 'GET',
    path: '/work',
    summary: '待办、已办、我发起、抄送的事项',
    status: 200,
    permission: 'signed-in',
    query: item.WorkQuery,
    answer: item.WorkListSchema,
  }),
  exportWork: endpoint({
    method: 'GET',
    path: '/work/export',
    summary: '导出看到的事项',
    status: 200,
    permission: 'signed-in',
    query: item.WorkExportQuery,
  }),
  readCounts: endpoint({
    method: 'GET',
    path: '/work/counts',
    summary: '待办、逾期、本周到期各有多少',
    status: 200,
    permission: 'signed-in',
    answer: item.WorkCountsSchema,
  }),
  listParties: endpoint({
    method: 'GET',
    path: '/work/parties',
    summary: '可以交办或抄送的单位、岗位、人员',
    status: 200,
    permission: 'work.assign',
    query: item.PartiesQuery,
    answer: item.PartiesSchema,
  }),
  giveWork: endpoint({
    method: 'POST',
    path: '/work',
    summary: '交办事项',
    status: 201,
    permission: 'work.assign',
    body: item.GiveWork,
    answer: item.GivenSchema,
  }),
  readWork: endpoint({ method: 'GET', path: '/work/:workId', summary: '一个事项的全部', ...changed }),
  claimWork: endpoint({
    method: 'POST',
    path: '/work/:workId/claim',
    summary: '接办',
    body: item.OnlyRevision,
    ...changed,
  }),
  releaseWork: endpoint({
    method: 'POST',
    path: '/work/:workId/release',
    summary: '放回，由本单位别人接办',
    body: item.OnlyRevision,
    ...changed,
  }),
  finishWork: endpoint({
    method: 'POST',
    path: '/work/:workId/finish',
    summary: '办结',
    body: item.FinishWork,
    ...changed,
  }),
  returnWork: endpoint({
    method: 'POST',
    path: '/work/:workId/return',
    summary: '退回，写明理由',
    body: item.WithReason,
    ...changed,
  }),
  urgeWork: endpoint({
    method: 'POST',
    path: '/work/:workId/urge',
    summary: '催办',
    body: item.UrgeWork,
    ...changed,
  }),
  withdrawWork: endpoint({
    method: 'POST',
    path: '/work/:workId/withdraw',
    summary: '撤回，写明理由',
    body: item.WithReason,
    ...changed,
  }),
  reassignWork: endpoint({
    method: 'POST',
    path: '/work/:workId/reassign',
    summary: '改派',
    body: item.ReassignWork,
    ...changed,
    permission: 'work.assign',
  }),

  listViews: endpoint({
    method: 'GET',
    path: '/views/:list',
    summary: '我为一个清单存的视图',
    status: 200,
    permission: 'signed-in',
    params: own.ListParams,
    answer: own.ViewsSchema,
  }),
  saveView: endpoint({
    method: 'PUT',
    path: '/views/:list',
    summary: '存一个视图，同名的换掉',
    status: 200,
    permission: 'signed-in',
    params: own.ListParams,
    body: own.SaveView,
    answer: own.ViewsSchema,
  }),
  removeView: endpoint({
    method: 'DELETE',
    path: '/views/:list',
    summary: '去掉一个视图',
    status: 200,
    permission: 'signed-in',
    params: own.ListParams,
    query: own.RemoveView,
    answer: own.ViewsSchema,
  }),
  readSetting: endpoint({
    method: 'GET',
    path: '/settings/:name',
    summary: '我的一项个人设置',
    status: 200,
    permission: 'signed-in',
    params: own.SettingParams,
    answer: own.SettingSchema,
  }),
  setSetting: endpoint({
    method: 'PUT',
    path: '/settings/:name',
    summary: '改我的一项个人设置',
    status: 200,
    permission: 'signed-in',
    params: own.SettingParams,
    body: own.SetSetting,
    answer: own.SettingSchema,
  }),
  search: endpoint({
    method: 'GET',
    path: '/search',
    summary: '在我看得到的方案、指标、任务、单位等里找',
    status: 200,
    permission: 'signed-in',
    query: own.SearchQuery,
    answer: own.SearchSchema,
  }),
} as const;

export type WorkRowJson = Static<typeof item.WorkRowSchema>;
export type WorkItemJson = Static<typeof item.WorkItemSchema>;
export type WorkCountsJson = Static<typeof item.WorkCountsSchema>;
export type GiveWorkJson = Static<typeof item.GiveWork>;
export type PartyJson = Static<typeof item.PartySchema>;
export type FoundPartyJson = Static<typeof item.PartiesSchema>['parties'][number];
export type ViewJson = Static<typeof own.ViewSchema>;
export type SavedViewJson = Static<typeof own.ViewsSchema>['views'][number];
export type SearchGroupJson = Static<typeof own.SearchSchema>['groups'][number];
