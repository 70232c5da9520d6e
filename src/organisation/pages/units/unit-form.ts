import type { Field, Values } from '../../../../platform/web/form/model.ts';
import type { UnitJson } from '../../contract.ts';
import { unitKinds } from '../../domain/model.ts';

/** The form of a unit. */
export const unitForm: readonly Field[] = [
  { input: 'text', name: 'name', label: '名称', required: true, most: 80, width: 4 },
  {
    input: 'choice',
    name: 'kind',
    label: '类型',
    required: true,
    width: 2,
    options: Object.entries(unitKinds).map(([value, label]) => ({ value, label })),
  },
  { input: 'pick', name: 'region', label: '地区', of: 'region', required: true, width: 3 },
  { input: 'pick', name: 'parent', label: '上级单位', of: 'unit', width: 3 },
  { input: 'tags', name: 'aliases', label: '别名', help: '公文里的其他叫法，例如市工信局。' },
  { input: 'text', name: 'creditCode', label: '统一社会信用代码', most: 18, width: 3 },
  {
    input: 'text',
    name: 'bankAccount',
    label: '银行账号',
    most: 40,
    width: 3,
    complete: 'off',
    help: '带星号的不动就不会改。',
  },
  { input: 'day', name: 'validFrom', label: '生效日期', width: 2 },
  { input: 'day', name: 'validTo', label: '失效日期', width: 2, help: '从这一天起不再有效。' },
  {
    input: 'pick',
    name: 'successor',
    label: '继任单位',
    of: 'unit',
    width: 2,
    shown: (values) => Boolean(values.validTo),
  },
  { input: 'long', name: 'note', label: '备注', most: 300 },
];

export const unitValues = ({
  name,
  kind,
  region,
  parent,
  aliases,
  creditCode,
  bankAccount,
  validFrom,
  validTo,
  successor,
  note,
}: UnitJson): Values => ({
  ...{ name, kind, region, parent, aliases, creditCode, bankAccount, validFrom, validTo, successor, note },
});

/** What the form holds, as the contract wants it. */
export const unitBody = (values: Values) =>
  ({
    ...values,
    note: values.note ?? '',
    successor: values.validTo ? (values.successor ?? null) : null,
  }) as unknown as Omit<UnitJson, 'id' | 'regionName' | 'parentName' | 'state' | 'version'>;
