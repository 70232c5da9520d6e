/** What a column of a list of enterprises may hold. */
export const importFields = [
  ...[
    'id',
    'code',
    'codeReason',
    'name',
    'shortName',
    'otherNames',
    'legalRepresentative',
    'address',
    'region',
    'park',
  ],
  ...['industry', 'scale', 'foundedOn', 'capital', 'scope', 'products', 'state', 'chain', 'phone', 'contact', 'mail'],
] as const;
export type ImportField = (typeof importFields)[number];

/** Headings as they stand in lists of offices and in exports; the first is ours. */
const headings: Readonly<Record<ImportField, readonly string[]>> = {
  id: ['编号', 'id', '序号', '企业编号', 'no', 'key', '行号', 'record_id', 'enterprise_id', 'row_id'],
  code: [
    '统一社会信用代码',
    '信用代码',
    '社会信用代码',
    '统一信用代码',
    '统一代码',
    '企业代码',
    '机构代码',
    '统一社会信用代码/注册号',
    'code',
    'credit_code',
    'creditcode',
    'uscc',
    'usci',
    'unified_social_credit_code',
    'social_credit_code',
  ],
  codeReason: ['代码说明', '信用代码说明', 'code_reason'],
  name: [
    '企业名称',
    '名称',
    '单位名称',
    '公司名称',
    '单位详细名称',
    '企业全称',
    '公司',
    '企业',
    '市场主体名称',
    '纳税人名称',
    'name',
    'enterprise',
    'enterprise_name',
    'company',
    'company_name',
    'full_name',
  ],
  shortName: ['简称', '企业简称', 'short_name', 'shortname'],
  otherNames: [
    '曾用名',
    '原名称',
    '原名',
    '其他名称',
    '别名',
    'former_name',
    'former_names',
    'other_names',
    'old_name',
    'old_names',
    'alias',
    'aliases',
  ],
  legalRepresentative: [
    '法定代表人',
    '法人',
    '法人代表',
    '法定代表人姓名',
    '法人代表姓名',
    '法人姓名',
    '负责人',
    '经营者',
    '单位负责人',
    '投资人',
    'legal_representative',
    'legal_rep',
    'legal_person',
    'legalperson',
    'representative',
  ],
  address: [
    '地址',
    '住所',
    '注册地址',
    '经营地址',
    '单位地址',
    '企业地址',
    '公司地址',
    '通讯地址',
    '生产经营地址',
    '住所地',
    '详细地址',
    'address',
    'registered_address',
    'addr',
  ],
  region: [
    '地区',
    '所在地区',
    '行政区划',
    '所属区县',
    '区县',
    '县区',
    '属地',
    '所在县区',
    '行政区划代码',
    'region',
    'region_id',
    'region_code',
    'county',
    'district',
  ],
  park: ['园区', '所在园区', '开发区', 'park', 'park_id'],
  industry: ['行业代码', '行业', '国民经济行业', '国民经济行业代码', '行业小类', 'industry', 'industry_code'],
  scale: ['规模', '企业规模', '单位规模', 'scale', 'size'],
  foundedOn: [
    '成立日期',
    '成立时间',
    '注册日期',
    '设立日期',
    'founded_on',
    'founded',
    'established',
    'established_on',
    'established_date',
  ],
  capital: ['注册资本（万元）', '注册资本', '注册资金', '注册资本(万元)', 'capital', 'registered_capital'],
  scope: ['经营范围', '业务范围', '许可经营项目', 'scope', 'business_scope'],
  products: [
    '主要产品',
    '产品',
    '主营产品',
    '主要产品或服务',
    '主要业务',
    '主营业务',
    'products',
    'product',
    'main_products',
  ],
  state: ['状态', '登记状态', '经营状态', '企业状态', '营业状态', 'state', 'status'],
  chain: ['产业链', '所属产业链', 'chain', 'chain_id'],
  phone: [
    '电话',
    '联系电话',
    '手机',
    '联系方式',
    '电话号码',
    '手机号',
    '固定电话',
    '移动电话',
    '办公电话',
    '联系人电话',
    'phone',
    'tel',
    'telephone',
    'mobile',
    'contact_phone',
  ],
  contact: ['联系人', '联系人姓名', 'contact', 'contact_name'],
  mail: ['邮箱', '电子邮箱', '电子邮件', 'mail', 'email', 'e-mail'],
};

/** The heading of a field as it stands in our own template. */
export const headingOf = (field: ImportField): string => headings[field][0] ?? field;

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*＊_\-:：]/gu, '')
    .replace(/\((?:必填|选填|可不填|全称|18位|或注册号)\)$/u, '');

const byHeading = new Map<string, ImportField>();
for (const field of importFields) for (const heading of headings[field]) byHeading.set(folded(heading), field);

/** The field that a heading means; null: none of ours. */
export function fieldOfHeading(heading: string): ImportField | null {
  const text = folded(heading.replace(/^\ufeff/u, ''));
  return byHeading.get(text) ?? byHeading.get(text.replace(/\(.*\)$/u, '')) ?? null;
}

/** Which column holds which field: the first of several. */
export function columnsOf(row: readonly string[]): ReadonlyMap<ImportField, number> {
  const found = new Map<ImportField, number>();
  for (const [at, heading] of row.entries()) {
    const field = fieldOfHeading(heading);
    if (field !== null && !found.has(field)) found.set(field, at);
  }
  return found;
}
