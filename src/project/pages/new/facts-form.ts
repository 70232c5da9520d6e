import type { Fault, Field, Values } from '../../../../platform/web/form/model.ts';
import type { ProjectFactsJson } from '../../contract.ts';
import { natureNames } from '../../domain/index.ts';
import { fenIn, textIn } from '../parts/rows.tsx';

const month = /^[12]\d{3}-(?:0[1-9]|1[0-2])$/u;
const monthHelp = '写成 2026-03。';

/** What tells a project from others, and its planned months. */
export const factFields: readonly Field[] = [
  { input: 'text', name: 'name', label: '项目名称', required: true, most: 120 },
  {
    input: 'text',
    name: 'enterprise',
    label: '企业',
    required: true,
    most: 120,
    width: 4,
    help: '投资建设的企业，写全称。',
  },
  {
    input: 'choice',
    name: 'nature',
    label: '建设性质',
    width: 2,
    options: Object.entries(natureNames).map(([value, label]) => ({ value, label })),
  },
  { input: 'text', name: 'creditCode', label: '统一社会信用代码', most: 18, width: 3 },
  {
    input: 'text',
    name: 'code',
    label: '项目代码',
    most: 40,
    width: 3,
    help: '投资项目在线审批监管平台的代码，有了再写。',
  },
  { input: 'text', name: 'site', label: '地点', most: 200 },
  { input: 'long', name: 'scope', label: '建设规模和内容', most: 2000 },
  { input: 'money', name: 'totalFen', label: '总投资', required: true, unit: 'wan', width: 3 },
  { input: 'text', name: 'startMonth', label: '计划开工', most: 7, width: 2, help: monthHelp },
  { input: 'text', name: 'completionMonth', label: '计划竣工', most: 7, width: 2 },
  { input: 'text', name: 'productionMonth', label: '计划投产', most: 7, width: 2 },
  { input: 'long', name: 'note', label: '备注', most: 2000 },
];

export const factValues = (facts: ProjectFactsJson): Values => ({ ...facts });

const orNull = (value: unknown): string | null => (textIn(value) === '' ? null : textIn(value));

export const factsIn = (values: Values): ProjectFactsJson => ({
  ...{ name: textIn(values.name), enterprise: textIn(values.enterprise), site: textIn(values.site) },
  ...{ scope: textIn(values.scope), note: textIn(values.note), totalFen: fenIn(values.totalFen) },
  ...{ code: orNull(values.code), creditCode: orNull(values.creditCode)?.toUpperCase() ?? null },
  nature: (orNull(values.nature) ?? 'new') as ProjectFactsJson['nature'],
  ...{ startMonth: orNull(values.startMonth), completionMonth: orNull(values.completionMonth) },
  productionMonth: orNull(values.productionMonth),
});

/** Months that are none; the server looks at everything else. */
export const checkFacts = (values: Values): readonly Fault[] =>
  ['startMonth', 'completionMonth', 'productionMonth'].flatMap((name) => {
    const value = textIn(values[name]);
    return value === '' || month.test(value) ? [] : [{ name, sentence: `“${value}”不是月份。${monthHelp}` }];
  });
