import type { Field, Values } from '../../../../platform/web/form/model.ts';
import type { PersonJson, PostJson } from '../../contract.ts';

export const personForm: readonly Field[] = [
  { input: 'text', name: 'name', label: '姓名', required: true, most: 40, width: 3 },
  { input: 'text', name: 'phone', label: '电话', most: 30, width: 3, complete: 'off', help: '带星号的不动就不会改。' },
  { input: 'text', name: 'idNumber', label: '证件号', most: 30, width: 3, complete: 'off' },
  { input: 'text', name: 'email', label: '电子邮箱', most: 120, width: 3, complete: 'off' },
  { input: 'day', name: 'validTo', label: '离开日期', width: 3, help: '从这一天起不再任职；岗位要先结束。' },
  { input: 'long', name: 'note', label: '备注', most: 300 },
];

export const personValues = ({ name, phone, idNumber, email, validTo, note }: PersonJson): Values => ({
  ...{ name, phone, idNumber, email, validTo, note },
});
export const personBody = (values: Values) =>
  ({ phone: null, idNumber: null, email: null, validTo: null, ...values, note: values.note ?? '' }) as unknown as Pick<
    PersonJson,
    'name' | 'phone' | 'idNumber' | 'email' | 'validTo' | 'note'
  >;

const post: readonly Field[] = [
  { input: 'text', name: 'title', label: '岗位名称', required: true, most: 40, width: 3 },
  { input: 'check', name: 'main', label: '主岗', text: '登录后先用这个岗位', width: 3 },
  { input: 'day', name: 'validFrom', label: '生效日期', width: 3 },
  { input: 'day', name: 'validTo', label: '失效日期', width: 3, help: '从这一天起不再担任。' },
];
export const addPostForm: readonly Field[] = [
  { input: 'pick', name: 'unitId', label: '单位', of: 'unit', required: true },
  ...post,
];
export const postForm = post;
export const postBody = ({ title, main, validFrom, validTo }: Values) =>
  ({ title, main: main === true, validFrom: validFrom ?? null, validTo: validTo ?? null }) as Pick<
    PostJson,
    'title' | 'main' | 'validFrom' | 'validTo'
  >;
