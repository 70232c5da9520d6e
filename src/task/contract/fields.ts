import type { ListFields } from '../../../platform/http/list-query.ts';
import { dutyStateNames, lightNames, roleNames, taskStateNames } from '../domain/index.ts';

/** What the lists of tasks and duties show, and the words of their choices. */

export const sourceNames = {
  plan: '行动方案',
  instruction: '领导交办',
  meeting: '会议议定',
  'upper-document': '上级文件',
} as const;
export const taskKindNames = {
  usual: '一般任务',
  recurring: '常态任务',
  occurrence: '其中一次',
  part: '分解的任务',
} as const;

const options = (names: Readonly<Record<string, string>>) => Object.keys(names);

export const taskFields = {
  title: { title: '任务', kind: 'text' },
  light: { title: '灯', kind: 'choice', options: options(lightNames) },
  state: { title: '状态', kind: 'choice', options: options(taskStateNames) },
  lead: { title: '牵头单位', kind: 'pick' },
  unit: { title: '责任单位', kind: 'pick', sort: false },
  chain: { title: '产业链', kind: 'pick', nullable: true },
  region: { title: '地区', kind: 'pick' },
  source: { title: '来源', kind: 'choice', options: options(sourceNames) },
  sourceName: { title: '来自', kind: 'pick' },
  kind: { title: '种类', kind: 'choice', options: options(taskKindNames) },
  dueOn: { title: '时限', kind: 'day', nullable: true },
  firstDueOn: { title: '最初时限', kind: 'day', nullable: true },
  progress: { title: '完成（%）', kind: 'number', nullable: true },
  reportedOn: { title: '最近报告', kind: 'day', nullable: true },
  help: { title: '求助', kind: 'choice', options: ['yes', 'no'] },
  disputed: { title: '有争议', kind: 'choice', options: ['yes', 'no'] },
  createdOn: { title: '立项日期', kind: 'day' },
} as const satisfies ListFields;
export type TaskField = keyof typeof taskFields;

export const dutyFields = {
  title: { title: '任务', kind: 'text' },
  light: { title: '灯', kind: 'choice', options: options(lightNames) },
  unit: { title: '责任单位', kind: 'pick' },
  role: { title: '分工', kind: 'choice', options: options(roleNames) },
  state: { title: '状态', kind: 'choice', options: options(dutyStateNames) },
  part: { title: '承担的部分', kind: 'text', nullable: true },
  chain: { title: '产业链', kind: 'pick', nullable: true },
  dueOn: { title: '时限', kind: 'day', nullable: true },
  firstDueOn: { title: '最初时限', kind: 'day', nullable: true },
  reportedOn: { title: '最近报告', kind: 'day', nullable: true },
  help: { title: '求助', kind: 'text', nullable: true },
  extensionTo: { title: '申请延到', kind: 'day', nullable: true },
  urgedTimes: { title: '催办次数', kind: 'number' },
} as const satisfies ListFields;
export type DutyField = keyof typeof dutyFields;

const yesNo = { yes: '有', no: '没有' } as const;

/** Words of choices by field, for lists and exports. */
export const taskLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...{
    light: lightNames,
    state: taskStateNames,
    source: sourceNames,
    kind: taskKindNames,
    help: yesNo,
    disputed: yesNo,
  },
};
export const dutyLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...{ light: lightNames, state: dutyStateNames, role: roleNames },
};
