import type { ListFields } from '../../../platform/http/list-query.ts';
import {
  cycleKindNames,
  cycleStateNames,
  dutyStateNames,
  lightNames,
  roleNames,
  urgingNames,
} from '../domain/index.ts';

/** What the lists of dispatch show, and the words of their choices. */

const options = (names: Readonly<Record<string, string>>) => Object.keys(names);

export const cycleFields = {
  name: { title: '调度', kind: 'text', sheetWidth: 20 },
  kind: { title: '种类', kind: 'choice', options: options(cycleKindNames) },
  region: { title: '地区', kind: 'text' },
  state: { title: '状态', kind: 'choice', options: options(cycleStateNames) },
  opensOn: { title: '开始', kind: 'day' },
  dueOn: { title: '截止', kind: 'day' },
  asked: { title: '应报（项）', kind: 'number', nullable: true },
  reported: { title: '已报（项）', kind: 'number', nullable: true },
  red: { title: '红灯（项）', kind: 'number', nullable: true },
  rate: { title: '按时率（%）', kind: 'number', nullable: true },
} as const satisfies ListFields;
export type CycleField = keyof typeof cycleFields;

export const rollStateNames = { missing: '没有报全', late: '有迟报', done: '已报全' } as const;
export const rollFields = {
  unit: { title: '单位', kind: 'text', sheetWidth: 30 },
  state: { title: '情况', kind: 'choice', options: options(rollStateNames) },
  asked: { title: '应报（项）', kind: 'number' },
  reported: { title: '已报（项）', kind: 'number' },
  late: { title: '迟报（项）', kind: 'number' },
  missing: { title: '没有报（项）', kind: 'number' },
  remindedOn: { title: '最近提醒', kind: 'day', nullable: true },
} as const satisfies ListFields;
export type RollField = keyof typeof rollFields;

export const rankFields = {
  place: { title: '名次', kind: 'number', nullable: true, sheetWidth: 8 },
  unit: { title: '单位', kind: 'text', sheetWidth: 30 },
  rate: { title: '按时率（%）', kind: 'number', nullable: true },
  onTime: { title: '按时销号（项）', kind: 'number' },
  late: { title: '超期销号（项）', kind: 'number' },
  overdue: { title: '超期未销（项）', kind: 'number' },
  placeBefore: { title: '上期名次', kind: 'number', nullable: true },
  rateBefore: { title: '上期按时率（%）', kind: 'number', nullable: true },
  unreported: { title: '没有报（项）', kind: 'number' },
} as const satisfies ListFields;
export type RankField = keyof typeof rankFields;

export const reportStateNames = { told: '按时报了', late: '迟报', missing: '没有报', 'not-asked': '不用报' } as const;
export const lineFields = {
  title: { title: '任务', kind: 'text', sheetWidth: 40 },
  unit: { title: '单位', kind: 'text', sheetWidth: 24 },
  role: { title: '分工', kind: 'choice', options: options(roleNames) },
  light: { title: '灯', kind: 'choice', options: options(lightNames) },
  reason: { title: '原因', kind: 'text', sort: false, filter: false, sheetWidth: 50 },
  state: { title: '状态', kind: 'choice', options: options(dutyStateNames) },
  dueOn: { title: '时限', kind: 'day', nullable: true },
  firstDueOn: { title: '最初时限', kind: 'day', nullable: true },
  report: { title: '本期报告', kind: 'choice', options: options(reportStateNames) },
} as const satisfies ListFields;
export type LineField = keyof typeof lineFields;

export const proposalFields = {
  title: { title: '任务', kind: 'text', sheetWidth: 40 },
  unit: { title: '责任单位', kind: 'text', sheetWidth: 24 },
  step: { title: '建议', kind: 'choice', options: options(urgingNames) },
  reason: { title: '原因', kind: 'text', sort: false, filter: false, sheetWidth: 40 },
  light: { title: '灯', kind: 'choice', options: options(lightNames) },
  dueOn: { title: '时限', kind: 'day', nullable: true },
  urgedTimes: { title: '已催（次）', kind: 'number' },
  urgedOn: { title: '最近催办', kind: 'day', nullable: true },
} as const satisfies ListFields;
export type ProposalField = keyof typeof proposalFields;

export const letterStateNames = { waits: '待复函', overdue: '超期未复', answered: '已复函' } as const;
export const letterFields = {
  number: { title: '文号', kind: 'text', sheetWidth: 22 },
  title: { title: '任务', kind: 'text', sheetWidth: 40 },
  unit: { title: '发给', kind: 'text', sheetWidth: 24 },
  state: { title: '状态', kind: 'choice', options: options(letterStateNames) },
  on: { title: '发函日', kind: 'day' },
  replyBy: { title: '复函期限', kind: 'day' },
  answeredOn: { title: '复函日', kind: 'day', nullable: true },
  by: { title: '签发人', kind: 'text' },
} as const satisfies ListFields;
export type LetterField = keyof typeof letterFields;

/** Words of choices by list and field. */
export const dispatchLabels = {
  cycle: { kind: cycleKindNames, state: cycleStateNames },
  roll: { state: rollStateNames },
  rank: {},
  line: { role: roleNames, light: lightNames, state: dutyStateNames, report: reportStateNames },
  proposal: { step: urgingNames, light: lightNames },
  letter: { state: letterStateNames },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

export const dispatchFields = {
  ...{ cycle: cycleFields, roll: rollFields, rank: rankFields, line: lineFields },
  ...{ proposal: proposalFields, letter: letterFields },
} as const;
