import type { ListFields } from '../../../platform/http/list-query.ts';
import type { Definition } from '../domain/index.ts';

/** What the lists of this slice show, and the words of their choices. */

export const kindNames = {
  sum: '求和',
  max: '取最大',
  ratio: '比率',
  count: '数企业',
  formula: '加减',
} as const satisfies Record<Definition['of']['kind'], string>;
export const measuresNames = {
  flow: '当期数',
  cumulative: '年初以来累计',
  stock: '期末数',
} as const satisfies Record<Definition['measures'], string>;
export const directionNames = {
  up: '越高越好',
  down: '越低越好',
  none: '不分高低',
} as const satisfies Record<Definition['direction'], string>;
export const frequencyNames = {
  month: '每月',
  quarter: '每季',
  year: '每年',
} as const satisfies Record<Definition['frequency'], string>;

const options = (names: Readonly<Record<string, string>>) => Object.keys(names);

export const indicatorFields = {
  name: { title: '指标', kind: 'text' },
  id: { title: '编号', kind: 'text' },
  unit: { title: '单位', kind: 'text' },
  kind: { title: '怎样合计', kind: 'choice', options: options(kindNames) },
  measures: { title: '数的意思', kind: 'choice', options: options(measuresNames) },
  frequency: { title: '多久报一次', kind: 'choice', options: options(frequencyNames) },
  direction: { title: '好坏', kind: 'choice', options: options(directionNames) },
  source: { title: '报数单位', kind: 'text' },
  basis: { title: '口径', kind: 'text' },
  origin: { title: '出处', kind: 'text' },
} as const satisfies ListFields;
export type IndicatorField = keyof typeof indicatorFields;

/** Words of choices by field, for lists and exports. */
export const indicatorLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: kindNames,
  measures: measuresNames,
  direction: directionNames,
  frequency: frequencyNames,
};
