import { type Static, Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { exportQuery, listQuery } from '../../../platform/http/list-query.ts';
import type { AmountSchema, ChangeSchema, RemarkSchema } from './reading/amount.ts';
import type { HeadingSchema, IndicatorHeadSchema, PlaceSchema, ReadingSchema } from './reading/cell.ts';
import * as drill from './reading/drill.ts';
import * as exported from './reading/export.ts';
import { figureFields } from './reading/figure-fields.ts';
import * as map from './reading/map.ts';
import * as matrix from './reading/matrix.ts';
import * as pivot from './reading/pivot.ts';
import * as report from './reading/report.ts';
import type { TargetReadingSchema } from './reading/target.ts';
import { closed } from './shape.ts';

/** Reading figures: matrix, pivot, what is behind a cell, the whole tree, saved reports, maps. */

export * from './reading/figure-fields.ts';
export { PivotSpecSchema, pivotAxes, pivotMeasureNames, pivotMeasures } from './reading/pivot.ts';
export {
  reportKindNames,
  reportScheduleNames,
  reportShareNames,
  reportStopNames,
} from './reading/report.ts';
export { contentOn } from './reading/report-day.ts';

const read = { method: 'GET', permission: 'indicator.read', status: 200 } as const;

export const readingApi = {
  readMatrix: endpoint({
    ...read,
    path: '/matrix',
    summary: '经纬矩阵：产业链和地区',
    query: matrix.matrixQuery,
    answer: matrix.MatricesSchema,
  }),
  readPivot: endpoint({
    ...read,
    path: '/pivot',
    summary: '透视表：任意轴',
    query: pivot.pivotQuery,
    answer: pivot.PivotSchema,
  }),
  exportPivot: endpoint({ ...read, path: '/pivot/export', summary: '导出透视表', query: pivot.pivotExportQuery }),
  readCell: endpoint({
    ...read,
    path: '/cells',
    summary: '一格的来历：口径、目标、下级、自报',
    query: drill.cellQuery,
    answer: drill.CellSchema,
  }),
  listCellFigures: endpoint({
    ...read,
    path: '/cells/figures',
    summary: '一格里的一笔笔数',
    query: listQuery(figureFields, drill.cellFiguresMore),
    answer: drill.FigureListSchema,
  }),
  exportCellFigures: endpoint({
    ...read,
    path: '/cells/figures/export',
    summary: '导出一格里的一笔笔数',
    query: exportQuery(figureFields, drill.cellFiguresMore),
  }),
  readFigure: endpoint({
    ...read,
    path: '/figures/:figureId/versions',
    summary: '一笔数的历次版本',
    params: drill.figureParams,
    answer: drill.FigureVersionsSchema,
  }),
  exportCells: endpoint({
    ...read,
    path: '/figures/export',
    summary: '整棵树的合计数，一页一页',
    query: exported.cellsExportQuery,
    answer: exported.CellPageSchema,
  }),
  exportCellsFile: endpoint({
    ...read,
    path: '/figures/export/file',
    summary: '整棵树的合计数，存成文件',
    query: exported.cellsFileQuery,
  }),
  listReports: endpoint({ ...read, path: '/reports', summary: '保存的报表', answer: report.ReportsSchema }),
  readReport: endpoint({
    ...read,
    path: '/reports/:reportId',
    summary: '一张保存的报表',
    params: report.reportParams,
    answer: report.ReportSchema,
  }),
  saveReport: endpoint({
    method: 'POST',
    permission: 'indicator.read',
    status: 201,
    path: '/reports',
    summary: '保存报表',
    body: report.ReportBodySchema,
    answer: report.ReportSchema,
  }),
  changeReport: endpoint({
    method: 'PUT',
    permission: 'indicator.read',
    status: 200,
    path: '/reports/:reportId',
    summary: '修改报表',
    params: report.reportParams,
    body: report.ReportChangeSchema,
    answer: report.ReportSchema,
  }),
  removeReport: endpoint({
    method: 'DELETE',
    permission: 'indicator.read',
    status: 200,
    path: '/reports/:reportId',
    summary: '删去报表',
    params: report.reportParams,
    answer: report.reportGone,
  }),
  readIssue: endpoint({
    ...read,
    path: '/reports/:reportId/issues/:issueId',
    summary: '下载一次生成的报表',
    params: report.issueParams,
  }),
  readRegionMap: endpoint({
    ...read,
    path: '/region-maps/:regionId',
    summary: '地区的地图',
    params: map.mapParams,
    answer: map.RegionMapSchema,
  }),
  putRegionMap: endpoint({
    method: 'PUT',
    permission: 'indicator.define',
    status: 200,
    path: '/region-maps/:regionId',
    summary: '换地区的地图',
    params: map.mapParams,
    body: map.RegionMapBodySchema,
    answer: Type.Object({ regions: Type.Integer({ minimum: 0, description: '图上有几个地区' }) }, closed),
  }),
} as const;

export type MatrixQuery = Static<typeof matrix.matrixQuery>;
export type MatricesJson = Static<typeof matrix.MatricesSchema>;
export type MatrixJson = Static<typeof matrix.MatrixSchema>;
export type MatrixCellJson = Static<typeof matrix.MatrixCellSchema>;
export type GapJson = Static<typeof matrix.GapSchema>;
export type ReadingJson = Static<typeof ReadingSchema>;
export type AmountJson = Static<typeof AmountSchema>;
export type ChangeJson = Static<typeof ChangeSchema>;
export type RemarkJson = Static<typeof RemarkSchema>;
export type TargetReadingJson = Static<typeof TargetReadingSchema>;
export type HeadingJson = Static<typeof HeadingSchema>;
export type PlaceJson = Static<typeof PlaceSchema>;
export type IndicatorHeadJson = Static<typeof IndicatorHeadSchema>;
export type PivotSpec = Static<typeof pivot.PivotSpecSchema>;
export type PivotJson = Static<typeof pivot.PivotSchema>;
export type PivotRowJson = Static<typeof pivot.PivotRowSchema>;
export type PivotCellJson = Static<typeof pivot.PivotCellSchema>;
export type PivotMeasure = PivotSpec['measures'][number];
export type PivotAxis = PivotSpec['rows'][number];
export type CellJson = Static<typeof drill.CellSchema>;
export type FigureRowJson = Static<typeof drill.FigureRowSchema>;
export type FigureVersionsJson = Static<typeof drill.FigureVersionsSchema>;
export type CellPageJson = Static<typeof exported.CellPageSchema>;
export type CellRowJson = Static<typeof exported.CellRowSchema>;
export type ReportJson = Static<typeof report.ReportSchema>;
export type ReportBody = Static<typeof report.ReportBodySchema>;
export type ReportContent = Static<typeof report.ReportContentSchema>;
export type RegionMapJson = Static<typeof map.RegionMapSchema>;
