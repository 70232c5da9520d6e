import type { Fault, Field, Values } from '../../../../../platform/web/form/model.ts';
import { frequencyNames, roleNames, rowKindNames } from '../../../contract.ts';
import { ChecksInput } from './checks-input.tsx';
import { ColumnsInput } from './columns-input.tsx';
import { PeriodInput } from './period-input.tsx';
import { timingWords } from './timing.ts';
import { UnitsInput } from './units-input.tsx';

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** The fields of a form, in the order in which one thinks about it: what, of whom, when, and how it is checked. */
export const formFieldsOf = (today: string): readonly Field[] => [
  { input: 'text', name: 'name', label: '名称', required: true, most: 80 },
  { input: 'long', name: 'note', label: '填报说明', most: 1000, help: '填报人打开表就看得到。' },
  {
    input: 'choice',
    name: 'frequency',
    label: '多久报一次',
    width: 2,
    required: true,
    options: options(frequencyNames),
  },
  { input: 'choice', name: 'rows', label: '行', width: 2, required: true, options: options(rowKindNames) },
  { input: 'choice', name: 'role', label: '这些数', width: 2, required: true, options: options(roleNames) },
  {
    ...{ input: 'pick', name: 'chains', label: '哪些产业链', of: 'chain', several: true, required: true },
    shown: ({ rows }) => rows === 'chains',
  },
  {
    ...{ input: 'pick', name: 'chainId', label: '属于哪条产业链', of: 'chain' },
    help: '可以不选；选了以后，管这条链的人看得到这张表。',
  },
  {
    ...{ input: 'own', name: 'columns', label: '指标', required: true },
    help: '按表里从左到右的次序；Alt+↑、Alt+↓ 也能移动。',
    render: (given) => <ColumnsInput {...given} />,
  },
  {
    ...{ input: 'own', name: 'firstPeriod', label: '从哪一期起', width: 3, required: true },
    render: (given) => <PeriodInput {...given} today={today} />,
  },
  { input: 'figure', name: 'opensAfter', label: '期末后第几天开始填', width: 1, required: true, unit: '天' },
  { input: 'figure', name: 'dueAfter', label: '第几天截止', width: 1, required: true, unit: '天' },
  { input: 'figure', name: 'remindBefore', label: '提前几天提醒', width: 1, required: true, unit: '天', least: 0 },
  {
    ...{ input: 'own', name: 'example', label: '' },
    render: ({ values }) => (
      <p className="form-example" role="status">
        {timingWords(timingOf(values)) ?? '选好第一期和天数，这里写出是哪几天。'}
      </p>
    ),
  },
  {
    ...{ input: 'own', name: 'units', label: '填报单位', required: true },
    render: (given) => <UnitsInput {...given} />,
  },
  {
    ...{ input: 'own', name: 'checks', label: '检查' },
    render: (given) => <ChecksInput {...given} />,
  },
];

const timingOf = ({ frequency, firstPeriod, opensAfter, dueAfter, remindBefore }: Values) => ({
  ...{ frequency, firstPeriod, opensAfter, dueAfter, remindBefore },
});

/** What is wrong before it is sent. */
export function faultsOfForm(values: Values): readonly Fault[] {
  const days = [
    { name: 'opensAfter', least: -366, most: 366 },
    { name: 'dueAfter', least: -366, most: 366 },
    { name: 'remindBefore', least: 0, most: 60 },
  ].flatMap(({ name, least, most }): Fault[] => {
    const value = Number(values[name]);
    const fits = Number.isInteger(value) && value >= least && value <= most;
    return fits ? [] : [{ name, sentence: `请填 ${least} 到 ${most} 的整数。` }];
  });
  if (days.length > 0) return days;
  return Number(values.dueAfter) < Number(values.opensAfter)
    ? [{ name: 'dueAfter', sentence: '截止日不能早于开始填的那一天。' }]
    : [];
}
