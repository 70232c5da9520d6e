/** Columns of a list of enterprises to be placed, by their headings. */
export const placeColumns = ['id', 'name', 'industry', 'products', 'scope'] as const;
export type PlaceColumn = (typeof placeColumns)[number];

const headings: Readonly<Record<PlaceColumn, readonly string[]>> = {
  id: ['id', '编号', '序号', '企业编号', 'enterprise_id', 'no'],
  name: ['name', '企业名称', '名称', '企业', '单位名称', '公司名称', '单位详细名称', 'enterprise', 'company'],
  industry: [
    ...[
      'industry',
      'industry_code',
      '行业代码',
      '行业',
      '行业类别',
      '国民经济行业',
      '国民经济行业代码',
      '行业小类',
      '所属行业',
    ],
    ...['行业分类', '行业代码(gb/t4754-2017)', 'gbt4754', 'industrycode'],
  ],
  products: [
    'products',
    'product',
    '产品',
    '主要产品',
    '主营产品',
    '主导产品',
    '主要业务活动',
    '主营业务',
    '主要业务',
    '产品或服务',
  ],
  scope: ['scope', 'business_scope', '经营范围', '经营(业务)范围', '业务范围', '许可经营范围'],
};

const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/^\uFEFF/u, '')
    .replace(/[\s*]/gu, '')
    .toLowerCase();

/** Where each column stands; the first that fits. */
export function placeColumnsOf(cells: readonly string[]): ReadonlyMap<PlaceColumn, number> {
  const found = new Map<PlaceColumn, number>();
  cells.forEach((cell, at) => {
    const column = placeColumns.find((each) => headings[each].includes(plain(cell)));
    if (column !== undefined && !found.has(column)) found.set(column, at);
  });
  return found;
}
