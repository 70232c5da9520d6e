import { type Static, Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { exportQuery, listQuery } from '../../../platform/http/list-query.ts';
import { warningBoxes, warningFields } from './watch/fields.ts';
import * as limits from './watch/limits.ts';
import * as warning from './watch/warning.ts';

/** The API of warnings: what somebody should look at, what becomes of it, and when a rule speaks. */

export * from './watch/fields.ts';

const read = { method: 'GET', permission: 'indicator.read', status: 200 } as const;
const params = warning.WarningParams;
const own = {
  box: Type.Optional(
    Type.Enum([...warningBoxes], { description: '待处理的全部或一种颜色、已搁置、已消除、全部；缺省是全部' }),
  ),
};
const changed = { method: 'POST', status: 200, params, answer: warning.WarningSchema } as const;

export const watchApi = {
  listWarnings: endpoint({
    ...read,
    path: '/warnings',
    summary: '预警',
    query: listQuery(warningFields, own),
    answer: warning.WarningListSchema,
  }),
  exportWarnings: endpoint({
    ...read,
    path: '/warnings/export',
    summary: '导出预警',
    query: exportQuery(warningFields, own),
  }),
  readWarningBoard: endpoint({
    ...read,
    path: '/warnings/board',
    summary: '各色预警有多少，看到什么时候',
    answer: warning.WarningBoardSchema,
  }),
  readWatchLimits: endpoint({
    ...read,
    path: '/warnings/limits',
    summary: '预警规则的界限',
    query: limits.LimitsQuery,
    answer: limits.WatchLimitsSchema,
  }),
  changeWatchLimits: endpoint({
    method: 'PUT',
    permission: 'indicator.define',
    status: 200,
    path: '/warnings/limits',
    summary: '修改预警规则的界限',
    body: limits.ChangeLimits,
    answer: limits.WatchLimitsSchema,
  }),
  previewWatchLimits: endpoint({
    method: 'POST',
    permission: 'indicator.define',
    status: 200,
    path: '/warnings/limits/preview',
    summary: '改了界限，今天会有多少预警',
    body: limits.PreviewLimits,
    answer: limits.PreviewSchema,
  }),
  runWatch: endpoint({
    method: 'POST',
    permission: 'indicator.define',
    status: 200,
    path: '/warnings/run',
    summary: '现在就把本范围看一遍',
    answer: warning.RunSchema,
  }),
  readWarning: endpoint({
    method: 'GET',
    permission: 'signed-in',
    status: 200,
    path: '/warnings/:warningId',
    summary: '一条预警和它后面的数',
    params,
    answer: warning.WarningSchema,
  }),
  putWarningAside: endpoint({
    ...changed,
    permission: 'indicator.review',
    path: '/warnings/:warningId/aside',
    summary: '搁置到某一天，写明理由',
    body: warning.AsideBody,
  }),
  takeWarningBack: endpoint({
    ...changed,
    permission: 'indicator.review',
    path: '/warnings/:warningId/take-back',
    summary: '取消搁置',
    body: warning.RevisionBody,
  }),
  makeWarningTask: endpoint({
    ...changed,
    permission: 'work.assign',
    path: '/warnings/:warningId/task',
    summary: '把预警交办下去',
    body: warning.TaskBody,
  }),
  askWarningHelp: endpoint({
    ...changed,
    permission: 'indicator.read',
    path: '/warnings/:warningId/help',
    summary: '请上级单位协助',
    body: warning.HelpBody,
  }),
  listSuperiors: endpoint({
    ...read,
    path: '/warnings/:warningId/superiors',
    summary: '可以请求协助的上级单位',
    params,
    answer: warning.SuperiorsSchema,
  }),
} as const;

export type WarningRowJson = Static<typeof warning.WarningRowSchema>;
export type WarningJson = Static<typeof warning.WarningSchema>;
export type WarningBoardJson = Static<typeof warning.WarningBoardSchema>;
export type WatchLimitsJson = Static<typeof limits.WatchLimitsSchema>;
export type LimitsJson = Static<typeof limits.LimitsSchema>;
export type LimitsPreviewJson = Static<typeof limits.PreviewSchema>;
