import { type Static, Type } from 'typebox';
import { endpoint } from '../../platform/http/endpoint.ts';
import { exportQuery, listQuery } from '../../platform/http/list-query.ts';
import * as definitions from './contract/definitions.ts';
import { indicatorFields } from './contract/fields.ts';
import { closed, IndicatorId } from './contract/shape.ts';

/**
 * The API of indicators: every request and answer once. Schemas live in `contract/`; here they become endpoints below
 * /api/v1, and the types that the web uses. Figures are whole numbers, the value times 10^decimals of the indicator.
 */

export * from './contract/collection-api.ts';
export * from './contract/fields.ts';
export * from './contract/reading-api.ts';
export * from './contract/target-api.ts';
export * from './contract/watch-api.ts';

const read = { method: 'GET', permission: 'indicator.read', status: 200 } as const;

export const indicatorApi = {
  listIndicators: endpoint({
    ...read,
    path: '/indicators',
    summary: '指标目录',
    query: listQuery(indicatorFields),
    answer: definitions.IndicatorListSchema,
  }),
  exportIndicators: endpoint({
    ...read,
    path: '/indicator-exports',
    summary: '导出指标目录',
    query: exportQuery(indicatorFields),
  }),
  readIndicator: endpoint({
    ...read,
    path: '/indicators/:indicatorId',
    summary: '一个指标的定义',
    params: Type.Object({ indicatorId: IndicatorId }, closed),
    answer: definitions.IndicatorSchema,
  }),
} as const;

export type IndicatorRowJson = Static<typeof definitions.IndicatorRowSchema>;
export type IndicatorJson = Static<typeof definitions.IndicatorSchema>;
