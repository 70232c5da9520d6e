import type { ListFields } from '../../../../platform/http/list-query.ts';
import { sheetStateNames } from '../../domain/sheet/model.ts';
import { frequencyNames } from '../fields.ts';

/** What the lists of collecting show, and the words of their choices. */

export const formStateNames = { draft: '草稿', open: '填报中', closed: '已停用' } as const;
export const rowKindNames = {
  unit: '每个单位一行',
  chains: '每条产业链一行',
  enterprises: '名录里每家企业一行',
} as const;
export const roleNames = { part: '计入上级合计', own: '本级自己的数，不计入合计' } as const;
export const punctualityNames = { 'not-open': '未开始', 'in-time': '未逾期', late: '逾期' } as const;
export const extensionNames = { none: '没有', asked: '申请中', granted: '已延期' } as const;
export const stepNames = {
  make: '生成',
  submit: '报送',
  withdraw: '撤回',
  return: '退回',
  approve: '审核通过',
  reopen: '重新打开',
  ask: '申请延期',
  grant: '同意延期',
  refuse: '不同意延期',
  urge: '催报',
  import: '导入文件',
} as const;
export type SheetStepKind = keyof typeof stepNames;

const options = (names: Readonly<Record<string, string>>) => Object.keys(names);

export const formFields = {
  name: { title: '填报表', kind: 'text' },
  state: { title: '状态', kind: 'choice', options: options(formStateNames) },
  frequency: { title: '多久报一次', kind: 'choice', options: options(frequencyNames) },
  rows: { title: '行', kind: 'choice', options: options(rowKindNames) },
  columns: { title: '指标数', kind: 'number' },
  units: { title: '填报单位数', kind: 'number' },
  owner: { title: '制表单位', kind: 'text' },
  chain: { title: '产业链', kind: 'text', nullable: true },
  firstPeriod: { title: '从哪一期起', kind: 'text' },
  changedAt: { title: '修改时间', kind: 'day' },
} as const satisfies ListFields;

export const sheetFields = {
  form: { title: '填报表', kind: 'pick' },
  period: { title: '期间', kind: 'pick' },
  unit: { title: '填报单位', kind: 'pick' },
  region: { title: '地区', kind: 'pick' },
  state: { title: '状态', kind: 'choice', options: options(sheetStateNames) },
  punctuality: { title: '时限', kind: 'choice', options: options(punctualityNames) },
  share: { title: '已填（%）', kind: 'number' },
  dueOn: { title: '截止日', kind: 'day' },
  extension: { title: '延期', kind: 'choice', options: options(extensionNames) },
  submittedOn: { title: '报送日期', kind: 'day', nullable: true },
  lastActivity: { title: '最近动态', kind: 'day', nullable: true },
  urgedAt: { title: '最近催报', kind: 'day', nullable: true },
} as const satisfies ListFields;

export const rosterFields = {
  enterpriseId: { title: '企业编号', kind: 'text' },
  name: { title: '企业', kind: 'text' },
  unit: { title: '填报单位', kind: 'pick' },
  region: { title: '地区', kind: 'pick' },
  chain: { title: '产业链', kind: 'pick', nullable: true },
  from: { title: '从哪个月起', kind: 'text' },
  until: { title: '报到哪个月', kind: 'text', nullable: true },
} as const satisfies ListFields;

/** Words of choices by field, for lists and exports. */
export const sheetLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: sheetStateNames,
  punctuality: punctualityNames,
  extension: extensionNames,
};
export const formLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: formStateNames,
  frequency: frequencyNames,
  rows: rowKindNames,
};
