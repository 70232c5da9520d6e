import type { ListFields } from '../../../platform/http/list-query.ts';
import { unitKinds } from '../domain/model.ts';

/** What each list can be searched, filtered and sorted by, and its columns in an exported sheet. */

export const lifeStates = { current: '现在有效', coming: '尚未生效', ended: '已经失效' } as const;
export type LifeState = keyof typeof lifeStates;
const state = { title: '状态', kind: 'choice', options: Object.keys(lifeStates), sort: false } as const;
const from = { title: '生效日期', kind: 'day', nullable: true, sheetWidth: 12 } as const;
const to = { title: '失效日期', kind: 'day', nullable: true, sheetWidth: 12 } as const;

export const unitFields = {
  name: { title: '名称', kind: 'text', sheetWidth: 32 },
  kind: { title: '类型', kind: 'choice', options: Object.keys(unitKinds), sheetWidth: 12 },
  region: { title: '地区', kind: 'pick', sort: false, sheetWidth: 16 },
  parent: { title: '上级单位', kind: 'text', nullable: true, sheetWidth: 28 },
  aliases: { title: '别名', kind: 'text', sort: false, sheetWidth: 28 },
  creditCode: { title: '统一社会信用代码', kind: 'text', nullable: true, sheetWidth: 22 },
  bankAccount: { title: '银行账号', kind: 'text', filter: false, sort: false, sheetWidth: 22 },
  validFrom: from,
  validTo: to,
  state,
} as const satisfies ListFields;

export const chainFields = {
  name: { title: '名称', kind: 'text', sheetWidth: 28 },
  region: { title: '地区', kind: 'pick', sort: false, sheetWidth: 16 },
  parent: { title: '所属产业链', kind: 'text', nullable: true, sheetWidth: 28 },
  aliases: { title: '别名', kind: 'text', sort: false, sheetWidth: 28 },
  validFrom: from,
  validTo: to,
  state,
} as const satisfies ListFields;

export const personFields = {
  name: { title: '姓名', kind: 'text', sheetWidth: 16 },
  posts: { title: '岗位', kind: 'text', sort: false, sheetWidth: 48 },
  region: { title: '地区', kind: 'pick', sort: false, sheetWidth: 16 },
  unit: { title: '单位', kind: 'pick', sort: false, sheetWidth: 28 },
  phone: { title: '电话', kind: 'text', filter: false, sort: false, sheetWidth: 16 },
  idNumber: { title: '证件号', kind: 'text', filter: false, sort: false, sheetWidth: 22 },
  email: { title: '电子邮箱', kind: 'text', filter: false, sort: false, sheetWidth: 24 },
  validTo: { title: '离开日期', kind: 'day', nullable: true, sheetWidth: 12 },
  state,
} as const satisfies ListFields;

export const grantStates = { none: '未授权', proposed: '待确认', granted: '已授权', withdrawn: '已收回' } as const;
export type ShownGrantState = keyof typeof grantStates;

export const postFields = {
  person: { title: '人员', kind: 'text', sheetWidth: 16 },
  title: { title: '岗位名称', kind: 'text', sheetWidth: 20 },
  unit: { title: '单位', kind: 'text', sheetWidth: 32 },
  region: { title: '地区', kind: 'pick', sort: false, sheetWidth: 16 },
  main: { title: '主岗', kind: 'choice', options: ['yes', 'no'], sort: false, sheetWidth: 8 },
  role: { title: '角色', kind: 'text', nullable: true, sheetWidth: 16 },
  grant: { title: '授权', kind: 'choice', options: Object.keys(grantStates), sort: false, sheetWidth: 10 },
  validFrom: from,
  validTo: to,
  state,
} as const satisfies ListFields;

export const delegationStates = {
  coming: '尚未开始',
  running: '正在代理',
  over: '已经结束',
  revoked: '已收回',
} as const;

export const delegationFields = {
  holder: { title: '委托人', kind: 'text', sheetWidth: 16 },
  post: { title: '岗位', kind: 'text', sheetWidth: 24 },
  to: { title: '受托人', kind: 'text', sheetWidth: 16 },
  validFrom: { title: '开始日期', kind: 'day', sheetWidth: 12 },
  lastDay: { title: '最后一天', kind: 'day', sheetWidth: 12 },
  state: { title: '状态', kind: 'choice', options: Object.keys(delegationStates), sort: false, sheetWidth: 12 },
} as const satisfies ListFields;
