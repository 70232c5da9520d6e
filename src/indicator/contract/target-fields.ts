import type { ListFields } from '../../../platform/http/list-query.ts';
import type { TargetMode } from '../../document/domain/index.ts';

/** What the list of targets shows, and the words of its choices. */

export const modeNames = {
  level: '达到',
  increment: '增加',
  cumulative: '累计',
  annual: '当年',
  growth: '增长',
} as const satisfies Record<TargetMode, string>;
export const originNames = { plan: '方案定的', handed: '上级下达' } as const;
export const handedNames = {
  none: '没有分解',
  partly: '没有分完',
  exact: '正好分完',
  stricter: '加码',
  looser: '分少了',
  some: '已分解',
  leaf: '不再往下分',
  unseen: '看不到',
} as const;
export type HandedState = keyof typeof handedNames;

export const targetFields = {
  indicator: { title: '指标', kind: 'text', sheetWidth: 28 },
  year: { title: '年份', kind: 'number', sheetWidth: 8 },
  region: { title: '地区', kind: 'pick', sheetWidth: 16 },
  chain: { title: '产业链', kind: 'pick', nullable: true, sheetWidth: 20 },
  unit: { title: '单位', kind: 'pick', nullable: true, sheetWidth: 24 },
  mode: { title: '算法', kind: 'choice', options: Object.keys(modeNames), sheetWidth: 8 },
  value: { title: '目标', kind: 'number', sort: false, filter: false, sheetWidth: 16 },
  handed: { title: '分解', kind: 'choice', options: Object.keys(handedNames), sort: false, sheetWidth: 12 },
  rest: { title: '没有分下去', kind: 'number', sort: false, filter: false, sheetWidth: 16 },
  origin: { title: '来历', kind: 'choice', options: Object.keys(originNames), sheetWidth: 12 },
  plan: { title: '方案', kind: 'text', nullable: true, sheetWidth: 40 },
  edition: { title: '版次', kind: 'number', sheetWidth: 8 },
} as const satisfies ListFields;
export type TargetField = keyof typeof targetFields;

/** Words of choices by field, for lists and exports. */
export const targetLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mode: modeNames,
  origin: originNames,
  handed: handedNames,
};
