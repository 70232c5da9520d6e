import type { ListFields } from '../../../platform/http/list-query.ts';
import { policyStates, windowStates } from '../domain/standing.ts';

/** What each list can be searched, filtered and sorted by, and its columns in an exported sheet. */

export const policyLevels = ['国家', '省', '市', '县'] as const;

const level = { title: '层级', kind: 'choice', options: policyLevels, sheetWidth: 8 } as const;
const state = { title: '状态', kind: 'choice', options: Object.keys(policyStates), sheetWidth: 10 } as const;

export const clauseFields = {
  title: { title: '条款', kind: 'text', sheetWidth: 32 },
  policy: { title: '政策', kind: 'text', sheetWidth: 32 },
  level,
  chains: { title: '产业链', kind: 'text', nullable: true, sheetWidth: 16 },
  places: { title: '地区', kind: 'text', nullable: true, sheetWidth: 12 },
  for: { title: '给谁', kind: 'text', sheetWidth: 36 },
  most: { title: '最多（元）', kind: 'number', nullable: true, sheetWidth: 14 },
  payers: { title: '出资', kind: 'text', sheetWidth: 24 },
  state,
  window: { title: '受理', kind: 'choice', options: Object.keys(windowStates), sheetWidth: 14 },
  windowTo: { title: '受理截止', kind: 'day', nullable: true, sheetWidth: 12 },
  group: { title: '就高的组', kind: 'text', nullable: true, sheetWidth: 20 },
  issuer: { title: '发文机关', kind: 'text', sheetWidth: 28 },
  docNumber: { title: '文号', kind: 'text', nullable: true, sheetWidth: 24 },
  place: { title: '条款位置', kind: 'text', sheetWidth: 14 },
  open: { title: '待明确', kind: 'number', sheetWidth: 8 },
  countersigned: { title: '会签', kind: 'number', nullable: true, sheetWidth: 8 },
  sentence: { title: '条款原意', kind: 'text', sort: false, sheetWidth: 80 },
} as const satisfies ListFields;
export type ClauseField = keyof typeof clauseFields;

export const documentFields = {
  title: { title: '政策', kind: 'text', sheetWidth: 40 },
  level,
  docNumber: { title: '文号', kind: 'text', nullable: true, sheetWidth: 24 },
  issuer: { title: '发文机关', kind: 'text', sheetWidth: 28 },
  state,
  validFrom: { title: '施行', kind: 'day', nullable: true, sheetWidth: 12 },
  validTo: { title: '有效期至', kind: 'day', nullable: true, sheetWidth: 12 },
  clauses: { title: '条款', kind: 'number', sheetWidth: 8 },
  windows: { title: '正在受理', kind: 'number', sheetWidth: 10 },
  most: { title: '单条最多（元）', kind: 'number', nullable: true, sheetWidth: 16 },
  open: { title: '待明确', kind: 'number', sheetWidth: 8 },
  hash: { title: '内容包摘要', kind: 'text', sort: false, sheetWidth: 72 },
} as const satisfies ListFields;
export type DocumentField = keyof typeof documentFields;

export const conflictKinds = {
  'paid-twice': '同一件事付两次',
  'other-amount': '条件相同，金额不同',
  unreachable: '没有人够得着',
  gap: '两份文件之间断档',
} as const;
export type ConflictKind = keyof typeof conflictKinds;

export const conflictFields = {
  kind: { title: '问题', kind: 'choice', options: Object.keys(conflictKinds), sheetWidth: 20 },
  a: { title: '甲', kind: 'text', sheetWidth: 40 },
  b: { title: '乙', kind: 'text', nullable: true, sheetWidth: 40 },
  amountA: { title: '甲付（元）', kind: 'number', nullable: true, sheetWidth: 14 },
  amountB: { title: '乙付（元）', kind: 'number', nullable: true, sheetWidth: 14 },
  events: { title: '同一件事', kind: 'text', nullable: true, sheetWidth: 28 },
  from: { title: '断档自', kind: 'day', nullable: true, sheetWidth: 12 },
  to: { title: '断档至', kind: 'day', nullable: true, sheetWidth: 12 },
  witness: { title: '举例的企业', kind: 'text', nullable: true, sort: false, sheetWidth: 80 },
} as const satisfies ListFields;
export type ConflictField = keyof typeof conflictFields;

/** Words of the values of choices, by column. */
export const listLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: policyStates,
  window: windowStates,
  kind: conflictKinds,
};
