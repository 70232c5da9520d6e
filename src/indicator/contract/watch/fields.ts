import type { ListFields } from '../../../../platform/http/list-query.ts';
import { ruleNames, type Urgency, urgencies, type WarningRule, warningRules } from '../../domain/index.ts';

/** What the list of warnings shows, and the words of its choices. */

export const urgencyNames: Readonly<Record<Urgency, string>> = { red: '红色', yellow: '黄色', blue: '蓝色' };
export const warningStateNames = { open: '待处理', aside: '已搁置', over: '已消除' } as const;
export const warningRuleNames: Readonly<Record<WarningRule, string>> = ruleNames;

/** What waits for somebody, all of it or by its light; what was put aside; what is over; everything. */
export const warningBoxes = ['open', 'red', 'yellow', 'blue', 'aside', 'over', 'all'] as const;
export type WarningBox = (typeof warningBoxes)[number];

export const warningFields = {
  light: { title: '轻重', kind: 'choice', options: urgencies, sheetWidth: 8 },
  rule: { title: '规则', kind: 'choice', options: warningRules, sheetWidth: 14 },
  indicator: { title: '指标', kind: 'text', sheetWidth: 24 },
  region: { title: '地区', kind: 'pick', sheetWidth: 16 },
  unit: { title: '单位', kind: 'text', nullable: true, sheetWidth: 24 },
  chain: { title: '产业链', kind: 'pick', sheetWidth: 20 },
  reason: { title: '原因', kind: 'text', sort: false, filter: false, sheetWidth: 80 },
  state: { title: '状态', kind: 'choice', options: Object.keys(warningStateNames), sheetWidth: 10 },
  work: { title: '交办', kind: 'text', sort: false, filter: false, sheetWidth: 30 },
  since: { title: '从哪一期起', kind: 'text', sheetWidth: 12 },
  raisedAt: { title: '发现日期', kind: 'day', sheetWidth: 14 },
  overAt: { title: '消除日期', kind: 'day', nullable: true, sheetWidth: 14 },
} as const satisfies ListFields;
export type WarningField = keyof typeof warningFields;

export const warningLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  light: urgencyNames,
  rule: warningRuleNames,
  state: warningStateNames,
};
