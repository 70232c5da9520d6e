import { type Static, Type } from 'typebox';
import { endpoint } from '../../platform/http/endpoint.ts';
import { exportQuery, listQuery } from '../../platform/http/list-query.ts';
import * as clause from './contract/clause.ts';
import * as document from './contract/document.ts';
import { OfferSchema } from './contract/entitlements.ts';
import { clauseFields, conflictFields, documentFields } from './contract/fields.ts';
import * as library from './contract/library.ts';
import type { ReasonLineSchema, RuleLineSchema } from './contract/reason.ts';
import * as sandbox from './contract/sandbox.ts';
import { ClauseParams, OnDay, onDay, PolicyId, PolicyParams } from './contract/shape.ts';

/**
 * The policy API: every request and answer once. Schemas live in `contract/`; here they become endpoints below /api/v1,
 * and the types that the web uses. Money is in whole 元.
 */

export * from './contract/fields.ts';

const read = { method: 'GET', permission: 'policy.read', status: 200 } as const;
const countersign = { permission: 'policy.countersign', status: 200, params: ClauseParams } as const;
/** Clauses of one policy only. */
const ofPolicy = { ...onDay, policyId: Type.Optional(PolicyId) };

export const policyApi = {
  listDocuments: endpoint({
    ...read,
    path: '/policies',
    summary: '政策清单',
    query: listQuery(documentFields, onDay),
    answer: library.DocumentListSchema,
  }),
  exportDocuments: endpoint({
    ...read,
    path: '/policies/export',
    summary: '导出政策清单',
    query: exportQuery(documentFields, onDay),
  }),
  listClauses: endpoint({
    ...read,
    path: '/policy-clauses',
    summary: '各政策的条款',
    query: listQuery(clauseFields, ofPolicy),
    answer: library.ClauseListSchema,
  }),
  exportClauses: endpoint({
    ...read,
    path: '/policy-clauses/export',
    summary: '导出条款清单',
    query: exportQuery(clauseFields, ofPolicy),
  }),
  readPolicy: endpoint({
    ...read,
    path: '/policies/:policyId',
    summary: '一份政策',
    params: PolicyParams,
    query: OnDay,
    answer: document.PolicySchema,
  }),
  readClause: endpoint({
    ...read,
    path: '/policies/:policyId/clauses/:clauseId',
    summary: '一个条款的全部',
    params: ClauseParams,
    query: OnDay,
    answer: clause.ClauseSchema,
  }),
  explainExample: endpoint({
    ...read,
    path: '/policies/:policyId/clauses/:clauseId/examples/:number',
    summary: '一个算例为什么是这个结果',
    params: clause.ExampleParams,
    answer: clause.ExampleSchema,
  }),
  countersign: endpoint({
    ...countersign,
    method: 'POST',
    path: '/policies/:policyId/clauses/:clauseId/countersign',
    summary: '会签条款',
    body: clause.Countersign,
    answer: clause.ClauseSchema,
  }),
  withdrawCountersign: endpoint({
    ...countersign,
    method: 'DELETE',
    path: '/policies/:policyId/clauses/:clauseId/countersign',
    summary: '撤回自己岗位的会签',
    answer: clause.ClauseSchema,
  }),
  listConflicts: endpoint({
    ...read,
    permission: 'policy.conflicts',
    path: '/policy-conflicts',
    summary: '当天施行的政策之间的冲突',
    query: listQuery(conflictFields, onDay),
    answer: library.ConflictListSchema,
  }),
  exportConflicts: endpoint({
    ...read,
    permission: 'policy.conflicts',
    path: '/policy-conflicts/export',
    summary: '导出冲突报告',
    query: exportQuery(conflictFields, onDay),
  }),
  readOffer: endpoint({
    ...read,
    permission: 'anyone',
    path: '/entitlements',
    summary: '全部政策的规则，供自己算能拿什么；回答不用交上来',
    answer: OfferSchema,
  }),
  readFigures: endpoint({
    ...read,
    permission: 'policy.try',
    path: '/policies/:policyId/figures',
    summary: '一份政策里可以试改的数',
    params: PolicyParams,
    query: OnDay,
    answer: sandbox.FiguresSchema,
  }),
  tryPolicy: endpoint({
    ...{ method: 'POST', permission: 'policy.try', status: 200 },
    path: '/policies/:policyId/trial',
    summary: '试算：传一个企业文件，或者用虚构企业；应答是事件流，文件用完就没有了',
    params: PolicyParams,
    query: sandbox.TrialQuery,
  }),
  exportTrial: endpoint({
    ...{ method: 'POST', permission: 'policy.try', status: 200 },
    path: '/policies/:policyId/trial/export',
    summary: '试算，结果存成文件：xlsx 是各张表，csv 是逐户',
    params: PolicyParams,
    query: sandbox.TrialExportQuery,
  }),
} as const;

export type { OfferJson } from './contract/entitlements.ts';
export type { ChangeJson, FiguresJson, TrialAnswer, TrialEvent, TrialQueryJson } from './contract/sandbox.ts';
export type ClauseRowJson = Static<typeof library.ClauseRowSchema>;
export type DocumentRowJson = Static<typeof library.DocumentRowSchema>;
export type ConflictRowJson = Static<typeof library.ConflictRowSchema>;
export type PolicyHeadJson = Static<typeof document.PolicyHeadSchema>;
export type PolicyJson = Static<typeof document.PolicySchema>;
export type ParameterJson = Static<typeof document.ParameterSchema>;
export type GroupJson = Static<typeof document.GroupSchema>;
export type ClauseJson = Static<typeof clause.ClauseSchema>;
export type CountersignJson = Static<typeof clause.CountersignSchema>;
export type ExampleJson = Static<typeof clause.ExampleSchema>;
export type RuleLineJson = Static<typeof RuleLineSchema>;
export type ReasonLineJson = Static<typeof ReasonLineSchema>;
