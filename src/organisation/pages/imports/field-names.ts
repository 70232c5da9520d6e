import { sheetSpecs } from '../../domain/sheet/specs.ts';

/** Fields of records that are no columns of the workbook. */
const others: Readonly<Record<string, string>> = {
  terms: '沿革',
  personId: '人员',
  unitId: '单位',
  postId: '岗位',
  roleId: '角色',
  state: '状态',
  validTo: '失效日期',
  chains: '授权产业链',
};
const titles = new Map(
  Object.values(sheetSpecs).flatMap(({ columns }) => columns.map(({ field, title }) => [field, title] as const)),
);

/** Name of a field of a record, as the workbook calls it. */
export const fieldName = (field: string): string => others[field] ?? titles.get(field) ?? field;
