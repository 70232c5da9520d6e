import type { ListFields } from '../../../platform/http/list-query.ts';
import {
  type EnterprisePart,
  figureVintageNames,
  scaleNames,
  scales,
  stateNames,
  states,
  titleLevelNames,
} from '../domain/model/index.ts';

/** What the list of enterprises shows, and the words of its choices. Money in a condition is in 万元. */

export const enterpriseFields = {
  name: { title: '企业', kind: 'text', sheetWidth: 36 },
  code: { title: '统一社会信用代码', kind: 'text', nullable: true, sheetWidth: 22 },
  region: { title: '地区', kind: 'pick', sheetWidth: 14 },
  park: { title: '园区', kind: 'pick', nullable: true, sheetWidth: 20 },
  industry: { title: '行业', kind: 'pick', nullable: true, sheetWidth: 10 },
  chain: { title: '产业链', kind: 'pick', nullable: true, sheetWidth: 18 },
  scale: { title: '规模', kind: 'choice', options: scales, nullable: true, sheetWidth: 8 },
  state: { title: '状态', kind: 'choice', options: states, sheetWidth: 8 },
  title: { title: '称号', kind: 'pick', sort: false, sheetWidth: 40 },
  tag: { title: '标签', kind: 'pick', sort: false, sheetWidth: 30 },
  aboveScale: { title: '规上', kind: 'choice', options: ['yes', 'no'], sort: false, sheetWidth: 8 },
  revenue: { title: '营业收入（万元）', kind: 'number', nullable: true, sheetWidth: 18 },
  revenueYear: { title: '哪一年', kind: 'number', nullable: true, sort: false, sheetWidth: 8 },
  employees: { title: '从业人员', kind: 'number', nullable: true, sheetWidth: 12 },
  foundedOn: { title: '成立日期', kind: 'day', nullable: true, sheetWidth: 14 },
  capital: { title: '注册资本（万元）', kind: 'number', nullable: true, sheetWidth: 18 },
  legalRepresentative: { title: '法定代表人', kind: 'text', sort: false, sheetWidth: 14 },
  address: { title: '地址', kind: 'text', sort: false, filter: false, sheetWidth: 40 },
  products: { title: '产品', kind: 'text', sort: false, filter: false, sheetWidth: 40 },
  changedAt: { title: '修改日期', kind: 'day', sheetWidth: 14 },
} as const satisfies ListFields;
export type EnterpriseField = keyof typeof enterpriseFields;

export const enterpriseLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  scale: scaleNames,
  state: stateNames,
  aboveScale: { yes: '是', no: '不是' },
};

/** Those that are, those that are one with another, or those that are no longer. */
export const enterpriseBoxes = ['open', 'gone', 'merged', 'all'] as const;
export type EnterpriseBox = (typeof enterpriseBoxes)[number];
export const boxNames: Readonly<Record<EnterpriseBox, string>> = {
  open: '在册',
  gone: '注销、吊销、迁出',
  merged: '已合并',
  all: '全部',
};

export const groupings = ['region', 'park', 'industry', 'chain', 'scale', 'state'] as const;
export type Grouping = (typeof groupings)[number];
export const groupingNames: Readonly<Record<Grouping, string>> = {
  region: '地区',
  park: '园区',
  industry: '行业大类',
  chain: '产业链',
  scale: '规模',
  state: '状态',
};

/** Names of the parts of an entry, as people read them. */
export const partNames: Readonly<Record<EnterprisePart, string>> = {
  ...{
    code: '统一社会信用代码',
    codeReason: '代码存疑说明',
    name: '名称',
    shortName: '简称',
    otherNames: '曾用名和别名',
  },
  ...{ legalRepresentative: '法定代表人', address: '地址', regionId: '地区', parkId: '园区', industry: '行业' },
  ...{ scale: '规模', foundedOn: '成立日期', capitalFen: '注册资本', scope: '经营范围', products: '产品' },
  ...{ state: '状态', unitId: '企业账号单位', chainId: '产业链' },
};

export const changeKindNames = {
  ...{ registered: '登记', changed: '变更', corrected: '更正', merged: '合并', unmerged: '撤销合并' },
  ...{ title: '称号', figures: '数据', paper: '材料', contact: '联系人' },
  ...{ grant: '奖补', promise: '承诺' },
} as const;
export type ChangeKind = keyof typeof changeKindNames;

export const requestStateNames = {
  open: '待核定',
  approved: '已同意',
  refused: '不同意',
  withdrawn: '已撤回',
} as const;
export type RequestState = keyof typeof requestStateNames;
export const requestBoxes = ['open', 'decided', 'all'] as const;
export type RequestBox = (typeof requestBoxes)[number];

export { figureVintageNames, titleLevelNames };
