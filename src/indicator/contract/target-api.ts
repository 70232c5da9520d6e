import { type Static, Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { exportQuery, listQuery } from '../../../platform/http/list-query.ts';
import { closed } from './shape.ts';
import * as schema from './target.ts';
import { targetFields } from './target-fields.ts';
import * as loading from './target-loading.ts';

export * from './target-fields.ts';

/** Targets: what plans set, what was handed down, and what changed since. */

const read = { method: 'GET', permission: 'indicator.read', status: 200 } as const;
const change = { method: 'POST', permission: 'indicator.target', status: 200 } as const;
const one = Type.Object({ targetId: schema.TargetId }, closed);
const plan = Type.Object({ planId: schema.PlanIdParam }, closed);
const listed = { year: Type.Optional(schema.Year) };

export const targetApi = {
  listTargets: endpoint({
    ...read,
    path: '/targets',
    summary: '目标清单',
    query: listQuery(targetFields, listed),
    answer: schema.TargetListSchema,
  }),
  exportTargets: endpoint({
    ...read,
    path: '/targets/export',
    summary: '导出目标清单',
    query: exportQuery(targetFields, listed),
  }),
  readTarget: endpoint({
    ...read,
    path: '/targets/:targetId',
    summary: '一个目标：出处、分解、调整',
    params: one,
    answer: schema.TargetSchema,
  }),
  readLoading: endpoint({
    ...read,
    permission: 'indicator.target',
    path: '/plans/:planId/targets',
    summary: '方案的一版可以载入哪些目标',
    params: plan,
    query: Type.Object({ edition: Type.Optional(Type.Integer({ minimum: 1 })) }, closed),
    answer: loading.LoadingSchema,
  }),
  decideLines: endpoint({
    ...change,
    path: '/plans/:planId/targets/decisions',
    summary: '定下各行怎样载入',
    params: plan,
    body: loading.DecideLinesBody,
    answer: loading.LoadingSchema,
  }),
  loadTargets: endpoint({
    ...change,
    path: '/plans/:planId/targets/load',
    summary: '载入目标',
    params: plan,
    body: loading.LoadBody,
    answer: loading.LoadedSchema,
  }),
  proposeParts: endpoint({
    ...change,
    path: '/targets/:targetId/proposal',
    summary: '测算怎样分解',
    params: one,
    body: schema.ProposeBody,
    answer: schema.ProposalSchema,
  }),
  saveDraft: endpoint({
    ...change,
    method: 'PUT',
    path: '/targets/:targetId/draft',
    summary: '存分解草稿',
    params: one,
    body: schema.DraftBody,
    answer: schema.TargetSchema,
  }),
  issueDraft: endpoint({
    ...change,
    path: '/targets/:targetId/issue',
    summary: '下达分解的目标',
    params: one,
    body: schema.IssueBody,
    answer: schema.TargetSchema,
  }),
  exportParts: endpoint({
    ...read,
    path: '/targets/:targetId/parts/export',
    summary: '导出分解表',
    params: one,
  }),
  importParts: endpoint({
    ...change,
    path: '/targets/:targetId/parts/import',
    summary: '把填好的分解表读成草稿',
    params: one,
    answer: schema.TargetSchema,
  }),
  askAdjustment: endpoint({
    ...change,
    path: '/targets/:targetId/adjustments',
    summary: '申请调整目标',
    params: one,
    body: schema.AdjustBody,
    answer: schema.TargetSchema,
  }),
  decideAdjustment: endpoint({
    ...change,
    path: '/targets/:targetId/adjustments/:id/decision',
    summary: '批准或不批准调整',
    params: schema.ChildIds,
    body: schema.DecideBody,
    answer: schema.TargetSchema,
  }),
  objectToTarget: endpoint({
    ...change,
    path: '/targets/:targetId/objections',
    summary: '对下达的目标提出异议',
    params: one,
    body: schema.ReasonBody,
    answer: schema.TargetSchema,
  }),
  answerObjection: endpoint({
    ...change,
    path: '/targets/:targetId/objections/:id/answer',
    summary: '答复异议',
    params: schema.ChildIds,
    body: schema.AnswerBody,
    answer: schema.TargetSchema,
  }),
} as const;

export type TargetRowJson = Static<typeof schema.TargetRowSchema>;
export type TargetJson = Static<typeof schema.TargetSchema>;
export type PartJson = Static<typeof schema.PartSchema>;
export type DraftPartJson = Static<typeof schema.DraftPartSchema>;
export type ProposalJson = Static<typeof schema.ProposalSchema>;
export type LoadingJson = Static<typeof loading.LoadingSchema>;
export type ProposedLineJson = Static<typeof loading.ProposedLineSchema>;
export type DecideLinesJson = Static<typeof loading.DecideLinesBody>;
export type LoadedJson = Static<typeof loading.LoadedSchema>;
