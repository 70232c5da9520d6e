import type { Static } from 'typebox';
import { endpoint } from '../../platform/http/endpoint.ts';
import { exportQuery, listQuery } from '../../platform/http/list-query.ts';
import * as entry from './contract/entry.ts';
import { entryFields } from './contract/fields.ts';

/** The audit API: the audit administrator's view of the log. Nobody else has one, and nobody can change it. */

export * from './contract/entry.ts';

export const auditApi = {
  listEntries: endpoint({
    method: 'GET',
    path: '/audit/entries',
    summary: '查找审计日志，最近的在前',
    permission: 'audit.read',
    status: 200,
    query: listQuery(entryFields),
    answer: entry.EntryListSchema,
  }),
  readEntry: endpoint({
    method: 'GET',
    path: '/audit/entries/:seq',
    summary: '一条审计日志，连同改动前后',
    permission: 'audit.read',
    status: 200,
    params: entry.EntryParams,
    answer: entry.EntryDetailSchema,
  }),
  /** What was found, for people. */
  exportEntries: endpoint({
    method: 'GET',
    path: '/audit/export',
    summary: '把找到的审计日志导出为 xlsx 或 csv',
    permission: 'audit.export',
    status: 200,
    query: exportQuery(entryFields),
  }),
  /** JSON lines, one entry each, linked by their hashes; `./jingwei audit verify --file` checks them anywhere. */
  exportChain: endpoint({
    method: 'GET',
    path: '/audit/chain',
    summary: '导出可离线核验的审计日志（JSONL）',
    permission: 'audit.export',
    status: 200,
    query: entry.SpanQuery,
  }),
  readHead: endpoint({
    method: 'GET',
    path: '/audit/head',
    summary: '最后一条的序号和摘要，可抄下来以后对照',
    permission: 'audit.read',
    status: 200,
    answer: entry.HeadSchema,
  }),
  /** text/event-stream; each `data:` is a Verification, the last one not `checking`. */
  verify: endpoint({
    method: 'GET',
    path: '/audit/verification',
    summary: '核验审计日志有没有被改动过（SSE）',
    permission: 'audit.export',
    status: 200,
    query: entry.VerifyQuery,
  }),
} as const;

export type EntryRowJson = Static<typeof entry.EntryRowSchema>;
export type EntryDetailJson = Static<typeof entry.EntryDetailSchema>;
export type VerificationJson = Static<typeof entry.VerificationSchema>;
