import type { ListFields } from '../../../platform/http/list-query.ts';
import { alarmNames, alarmRules, lightNames, lights } from '../domain/alarm/model.ts';
import { libraries, libraryNames, natureNames, natures, stageNames, stages } from '../domain/model/index.ts';

/** What the list of projects shows, and the words of its choices. Money in a condition is in 万元. */

export const projectFields = {
  name: { title: '项目', kind: 'text', sheetWidth: 36 },
  enterprise: { title: '企业', kind: 'text', sheetWidth: 28 },
  creditCode: { title: '信用代码', kind: 'text', nullable: true, sort: false, sheetWidth: 24 },
  code: { title: '项目代码', kind: 'text', nullable: true, sheetWidth: 26 },
  region: { title: '地区', kind: 'pick', sheetWidth: 14 },
  chain: { title: '产业链', kind: 'pick', nullable: true, sheetWidth: 18 },
  unit: { title: '管理单位', kind: 'pick', sheetWidth: 24 },
  library: { title: '项目库', kind: 'choice', options: libraries, sheetWidth: 12 },
  stage: { title: '阶段', kind: 'choice', options: stages, sheetWidth: 10 },
  nature: { title: '建设性质', kind: 'choice', options: natures, sheetWidth: 10 },
  light: { title: '状态灯', kind: 'choice', options: lights, sheetWidth: 8 },
  alarm: { title: '堵在哪里', kind: 'choice', options: alarmRules, sort: false, sheetWidth: 50 },
  total: { title: '总投资（万元）', kind: 'number', sheetWidth: 16 },
  yearPlan: { title: '当年计划（万元）', kind: 'number', sort: false, filter: false, sheetWidth: 16 },
  yearDone: { title: '当年完成（万元）', kind: 'number', sort: false, filter: false, sheetWidth: 16 },
  done: { title: '累计完成（万元）', kind: 'number', sheetWidth: 16 },
  follower: { title: '包联', kind: 'text', sort: false, filter: false, sheetWidth: 24 },
  undecided: { title: '待核定', kind: 'choice', options: ['yes', 'no'], sheetWidth: 10 },
  positionOn: { title: '进入本阶段', kind: 'day', sheetWidth: 14 },
  startedOn: { title: '开工日期', kind: 'day', nullable: true, sheetWidth: 14 },
  completedOn: { title: '竣工日期', kind: 'day', nullable: true, sheetWidth: 14 },
  producingOn: { title: '投产日期', kind: 'day', nullable: true, sheetWidth: 14 },
  lastMonth: { title: '报到哪个月', kind: 'text', nullable: true, sheetWidth: 12 },
  site: { title: '地点', kind: 'text', sort: false, sheetWidth: 30 },
  scope: { title: '建设内容', kind: 'text', sort: false, filter: false, sheetWidth: 60 },
  changedAt: { title: '修改日期', kind: 'day', sheetWidth: 14 },
} as const satisfies ListFields;
export type ProjectField = keyof typeof projectFields;

export const projectLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  library: libraryNames,
  stage: stageNames,
  nature: natureNames,
  light: lightNames,
  alarm: alarmNames,
  undecided: { yes: '有待核定的', no: '没有' },
};

/** Which projects: of one library, all that are in one, those that left, or those that are one with another. */
export const projectBoxes = ['all', ...libraries, 'stuck', 'withdrawn', 'merged'] as const;
export type ProjectBox = (typeof projectBoxes)[number];

export const pairBoxes = ['open', 'same', 'other', 'all'] as const;
export const pairStateNames = { open: '待判定', same: '同一项目', other: '不是同一项目' } as const;
export const fileKindNames = { photo: '照片', paper: '证明材料' } as const;

/** By what sums can be taken apart. */
export const groupings = ['library', 'stage', 'region', 'chain', 'unit'] as const;
export type Grouping = (typeof groupings)[number];
export const groupingNames: Readonly<Record<Grouping, string>> = {
  library: '项目库',
  stage: '阶段',
  region: '地区',
  chain: '产业链',
  unit: '管理单位',
};
