import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { cleanCode } from '../../../kernel/index.ts';
import type { EnterpriseContentJson } from '../../contract.ts';
import { scaleNames, stateNames } from '../../domain/index.ts';
import { textIn, textOrNull } from '../parts/dialog.tsx';
import { CodeInput, codeValue } from './code-input.tsx';

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Who edits: an office everything, the enterprise itself what concerns itself. */
export type Editor = 'office' | 'own';

/** What an entry holds, as fields of a form; `enterpriseId` is the one whose code may be its own. */
export function contentFields(editor: Editor, enterpriseId: string | null): readonly Field[] {
  const code: Field = {
    ...{ input: 'own', name: 'code', label: '统一社会信用代码' },
    render: (own) => <CodeInput own={own} enterpriseId={enterpriseId} />,
  };
  const isOffice = editor === 'office';
  return [nameField, code, ...shortFields, ...(isOffice ? placeFields : []), ...factFields].concat(
    isOffice ? officeFields : [],
  );
}

const nameField: Field = {
  ...{ input: 'text', name: 'name', label: '企业名称', required: true, most: 120 },
  help: '写营业执照上的全称。',
};
const shortFields: readonly Field[] = [
  { input: 'text', name: 'shortName', label: '简称', most: 40, width: 3 },
  { input: 'text', name: 'legalRepresentative', label: '法定代表人', most: 60, width: 3 },
];
const placeFields: readonly Field[] = [
  { input: 'pick', name: 'regionId', label: '地区', of: 'region', required: true, width: 2 },
  { input: 'pick', name: 'parkId', label: '园区', of: 'unit', width: 2 },
  { input: 'pick', name: 'chainId', label: '产业链', of: 'chain', width: 2 },
];
const factFields: readonly Field[] = [
  { input: 'text', name: 'address', label: '地址', most: 300 },
  {
    ...{ input: 'text', name: 'industry', label: '行业代码', most: 4, width: 2 },
    help: 'GB/T 4754-2017，两到四位，例如 1711。',
  },
  { input: 'choice', name: 'scale', label: '规模', width: 2, options: options(scaleNames) },
  { input: 'day', name: 'foundedOn', label: '成立日期', width: 2 },
  { input: 'money', name: 'capitalFen', label: '注册资本', unit: 'wan', width: 3 },
  { input: 'tags', name: 'products', label: '主要产品', width: 3 },
  { input: 'long', name: 'scope', label: '经营范围', most: 8000 },
  { input: 'tags', name: 'otherNames', label: '曾用名和别名' },
];
const officeFields: readonly Field[] = [
  { input: 'choice', name: 'state', label: '状态', width: 3, options: options(stateNames) },
  {
    ...{ input: 'pick', name: 'unitId', label: '企业账号单位', of: 'unit', width: 3 },
    help: '这个单位的人登录以后看到“本企业”。',
  },
];

export const contentValues = ({ code, codeReason, ...content }: EnterpriseContentJson): Values => ({
  ...content,
  code: { code: code ?? '', reason: codeReason ?? '' },
});

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map((each) => String(each).trim()) : []);

/** What the form holds as parts of an entry; those that it does not show are left out. */
export function contentIn(values: Values, editor: Editor): Partial<EnterpriseContentJson> & { readonly name: string } {
  const { code, reason } = codeValue(values.code);
  const cleaned = cleanCode(code);
  return {
    ...{ name: textIn(values.name), shortName: textIn(values.shortName), address: textIn(values.address) },
    ...{ code: cleaned === '' ? null : cleaned, codeReason: cleaned === '' ? null : textOrNull(reason) },
    ...{ legalRepresentative: textIn(values.legalRepresentative), scope: textIn(values.scope) },
    ...{ industry: textOrNull(values.industry), foundedOn: textOrNull(values.foundedOn) },
    scale: textOrNull(values.scale) as EnterpriseContentJson['scale'],
    capitalFen: typeof values.capitalFen === 'number' ? values.capitalFen : null,
    ...{ products: list(values.products), otherNames: list(values.otherNames) },
    ...(editor === 'office' && {
      ...{ regionId: textIn(values.regionId), parkId: textOrNull(values.parkId), chainId: textOrNull(values.chainId) },
      ...{
        unitId: textOrNull(values.unitId),
        state: (textOrNull(values.state) ?? 'open') as EnterpriseContentJson['state'],
      },
    }),
  };
}
