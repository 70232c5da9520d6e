import { figure, monthOf } from './figures.ts';
import { clauseKindWord, comparatorWord, modeWord, recurringWord } from './words.ts';

/** What each field of an item or of a plan's head is called. */
const names: Readonly<Record<string, string>> = {
  title: '标题',
  docNumber: '发文字号',
  issuer: '发文机关',
  issuedOn: '成文日期',
  validFrom: '施行日期',
  validTo: '截止日期',
  validityText: '有效期原话',
  addressees: '主送机关',
  parents: '上位规划',
  start: '出处起点',
  end: '出处终点',
  path: '所在标题',
  confidence: '把握',
  rejected: '未取的读法',
  text: '原文',
  name: '名称',
  value: '目标值',
  value2: '区间上限',
  unit: '单位',
  op: '比较词',
  year: '年份',
  mode: '方式',
  scope: '范围',
  table: '读自表格',
  repeat: '重申前文',
  no: '编号',
  lead: '牵头单位',
  coLeads: '联合牵头',
  units: '责任单位',
  inheritedUnits: '一并落实的单位',
  groups: '责任分组',
  deadlines: '时限',
  recurring: '经常性要求',
  subject: '受益对象',
  condition: '条件',
  kind: '种类',
  amount: '金额（万元）',
  amountMin: '金额下限（万元）',
  amountMax: '金额上限（万元）',
  rate: '比例（%）',
  rateMin: '比例下限（%）',
  rateMax: '比例上限（%）',
  base: '计算基数',
  cap: '封顶（万元）',
  floor: '起付（万元）',
  payer: '出资方',
  matchedBy: '配套方',
  per: '按什么计',
  series: '同组条款',
  windowFrom: '受理起',
  windowTo: '受理止',
  stacking: '叠加规则',
  columns: '列标题',
  rows: '表行',
};

export const fieldWord = (field: string): string => names[field] ?? field;

const listed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  op: comparatorWord,
  mode: modeWord,
  kind: clauseKindWord,
  recurring: recurringWord,
};

/** A value of a field in words; a blank is said to be one. */
export function fieldValue(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return field === 'year' ? String(value) : figure(value);
  if (Array.isArray(value)) return listValue(field, value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return listed[field]?.[text] ?? text;
}

function listValue(field: string, value: readonly unknown[]): string {
  if (value.length === 0) return '（空）';
  if (field === 'rows') return `${value.length} 行`;
  if (field === 'columns') return value.map((column) => [column].flat().join('·')).join('、');
  if (field === 'groups') return value.map((group) => groupValue(group as Group)).join('；');
  const sign = field === 'path' ? ' › ' : '、';
  return value.map((each) => (field === 'deadlines' ? monthOf(String(each)) : fieldValue(field, each))).join(sign);
}

interface Group {
  readonly lead: string | null;
  readonly units: readonly string[];
}
const groupValue = ({ lead, units }: Group): string => `${lead === null ? '' : `${lead}牵头：`}${units.join('、')}`;
