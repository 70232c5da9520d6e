import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { exportQuery, listQuery } from '../../../platform/http/list-query.ts';
import * as one from './enterprise.ts';
import { enterpriseBoxes, enterpriseFields, groupings } from './fields.ts';
import { closed, Day, RecordId } from './shape.ts';

/** Lists, sums and one enterprise. */

const read = { method: 'GET', permission: 'enterprise.read', status: 200 } as const;
const params = Type.Object({ enterpriseId: RecordId }, closed);
const own = {
  box: Type.Optional(Type.Enum([...enterpriseBoxes], { description: '哪些企业；缺省是在册的' })),
} as const;
const { page: _page, pageSize: _size, sort: _sort, ...matching } = listQuery(enterpriseFields).properties;

export const listApi = {
  listEnterprises: endpoint({
    ...read,
    path: '/enterprises',
    summary: '企业名录',
    query: listQuery(enterpriseFields, own),
    answer: one.EnterpriseListSchema,
  }),
  exportEnterprises: endpoint({
    ...read,
    path: '/enterprises/export',
    summary: '导出企业名录',
    query: exportQuery(enterpriseFields, own),
  }),
  totalEnterprises: endpoint({
    ...read,
    path: '/enterprises/totals',
    summary: '按地区、园区、行业、产业链、规模或状态合计的企业数、规上数和营业收入',
    query: Type.Object(
      { ...matching, ...own, by: Type.Optional(Type.Enum([...groupings], { description: '按什么分；缺省是地区' })) },
      closed,
    ),
    answer: one.TotalsSchema,
  }),
  readWords: endpoint({
    ...read,
    path: '/enterprises/words',
    summary: '称号、数据项和标签',
    answer: one.WordsSchema,
  }),
  readOwn: endpoint({
    ...read,
    path: '/enterprises/own',
    summary: '本单位的企业档案；没有的是空的',
    answer: Type.Object({ id: Type.Union([RecordId, Type.Null()]) }, closed),
  }),
  readCode: endpoint({
    ...read,
    path: '/enterprises/codes/:code',
    summary: '看一个统一社会信用代码对不对，有没有企业用着',
    params: Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) }, closed),
    answer: one.CodeSchema,
  }),
  readEnterprise: endpoint({
    ...read,
    path: '/enterprises/:enterpriseId',
    summary: '一个企业；asOf：那一天的样子',
    params,
    query: Type.Object({ asOf: Type.Optional(Day) }, closed),
    answer: one.EnterpriseSchema,
  }),
  readHistory: endpoint({
    ...read,
    path: '/enterprises/:enterpriseId/history',
    summary: '一个企业的登记、变更、更正和合并',
    params,
    query: Type.Object(
      {
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
        pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      },
      closed,
    ),
    answer: Type.Object(
      {
        rows: Type.Array(one.HistorySchema),
        total: Type.Integer(),
        page: Type.Integer(),
        pageSize: Type.Integer(),
      },
      closed,
    ),
  }),
} as const;
