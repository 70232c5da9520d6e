import type { Field, Option } from '../../../../../platform/web/form/model.ts';
import type { ItemKind } from '../../../domain/model.ts';
import { monthTyped } from '../../wording/figures.ts';
import { clauseKindWord, comparatorWord, modeHelp, optionsOf, recurringWord } from '../../wording/words.ts';

/** What the form may suggest, taken from the plan itself. */
export interface Suggestions {
  readonly units: readonly string[];
  readonly measures: readonly string[];
  readonly scopes: readonly string[];
  readonly payers: readonly string[];
}

const comparators: readonly Option[] = optionsOf(comparatorWord);
const modes: readonly Option[] = optionsOf(modeHelp);

const indicator = ({ measures, scopes }: Suggestions): readonly Field[] => [
  { input: 'text', name: 'name', label: '名称', required: true, width: 6 },
  { input: 'choice', name: 'op', label: '比较词', options: comparators, width: 2 },
  { input: 'figure', name: 'value', label: '目标值', required: true, width: 2, unit: unitOf },
  {
    input: 'figure',
    name: 'value2',
    label: '区间上限',
    required: true,
    width: 2,
    unit: unitOf,
    shown: (values) => values.op === 'range',
  },
  { input: 'text', name: 'unit', label: '单位', suggestions: measures, width: 2 },
  { input: 'year', name: 'year', label: '年份', width: 2 },
  { input: 'choice', name: 'mode', label: '方式', options: modes, width: 4 },
  { input: 'text', name: 'scope', label: '范围', suggestions: scopes, width: 6 },
];
const unitOf = (values: Readonly<Record<string, unknown>>): string => String(values.unit ?? '');

const task = ({ units }: Suggestions): readonly Field[] => [
  { input: 'text', name: 'title', label: '标题', width: 4 },
  { input: 'text', name: 'no', label: '编号', width: 2 },
  { input: 'text', name: 'lead', label: '牵头单位', suggestions: units, width: 6 },
  { input: 'tags', name: 'units', label: '责任单位（连同牵头）', suggestions: units, width: 6 },
  { input: 'tags', name: 'coLeads', label: '联合牵头', suggestions: units, width: 6 },
  { input: 'tags', name: 'inheritedUnits', label: '一并落实的单位', suggestions: units, width: 6 },
  { input: 'tags', name: 'deadlines', label: '时限', usual: monthTyped, help: '写成 2025-09 或 2025年9月。', width: 6 },
  { input: 'several', name: 'recurring', label: '经常性要求', options: optionsOf(recurringWord), width: 6 },
];

const isRate = (values: Readonly<Record<string, unknown>>): boolean => String(values.kind).startsWith('rate');
const isAmount = (values: Readonly<Record<string, unknown>>): boolean => !isRate(values);

const clause = ({ payers, units }: Suggestions): readonly Field[] => [
  { input: 'text', name: 'subject', label: '受益对象', width: 3 },
  { input: 'choice', name: 'kind', label: '种类', options: optionsOf(clauseKindWord), width: 3 },
  { input: 'long', name: 'condition', label: '条件', width: 6 },
  { input: 'figure', name: 'amount', label: '金额', unit: '万元', least: 0, width: 2, shown: isAmount },
  { input: 'figure', name: 'amountMin', label: '金额下限', unit: '万元', least: 0, width: 2, shown: isAmount },
  { input: 'figure', name: 'amountMax', label: '金额上限', unit: '万元', least: 0, width: 2, shown: isAmount },
  { input: 'figure', name: 'rate', label: '比例', unit: '%', least: 0, width: 2, shown: isRate },
  { input: 'figure', name: 'rateMin', label: '比例下限', unit: '%', least: 0, width: 2, shown: isRate },
  { input: 'figure', name: 'rateMax', label: '比例上限', unit: '%', least: 0, width: 2, shown: isRate },
  { input: 'text', name: 'base', label: '计算基数', width: 6, shown: isRate },
  { input: 'figure', name: 'cap', label: '封顶', unit: '万元', least: 0, width: 2 },
  { input: 'figure', name: 'floor', label: '起付', unit: '万元', least: 0, width: 2 },
  { input: 'text', name: 'per', label: '按什么计', width: 2 },
  { input: 'text', name: 'payer', label: '出资方', suggestions: [...new Set([...payers, ...units])], width: 3 },
  { input: 'text', name: 'matchedBy', label: '配套方', suggestions: payers, width: 3 },
  { input: 'text', name: 'windowFrom', label: '受理起', width: 2 },
  { input: 'text', name: 'windowTo', label: '受理止', width: 2 },
  { input: 'text', name: 'series', label: '同组条款', width: 2 },
  { input: 'text', name: 'stacking', label: '叠加规则', width: 6 },
];

const table = ({ measures }: Suggestions): readonly Field[] => [
  { input: 'text', name: 'title', label: '表名', width: 4 },
  { input: 'text', name: 'unit', label: '计量单位', suggestions: measures, width: 2 },
];

/** The fields that a person can correct, by kind. */
export const fieldsOf: Readonly<Record<ItemKind, (suggestions: Suggestions) => readonly Field[]>> = {
  indicator,
  task,
  clause,
  table,
};
