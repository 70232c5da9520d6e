import { Type } from 'typebox';
import { endpoint } from '../../../../platform/http/endpoint.ts';
import { exportQuery, listAnswer, listQuery } from '../../../../platform/http/list-query.ts';
import { Day } from '../shape.ts';
import { sheetFields } from './fields.ts';
import {
  closed,
  ExpectedSchema,
  FindingSchema,
  Id,
  ImportCheckSchema,
  IndicatorId,
  Note,
  nullable,
  Period,
  Reason,
  RecordId,
  RefusalSchema,
  Revision,
  RowKey,
} from './shape.ts';
import { CellsAnswerSchema, SaveCellsSchema, SheetPastSchema, SheetRowSchema, SheetSchema } from './sheet.ts';

const params = Type.Object({ sheetId: RecordId }, closed);
const read = { method: 'GET', permission: 'indicator.read', status: 200 } as const;
const enter = { method: 'POST', permission: 'indicator.enter', status: 200 } as const;
const review = { method: 'POST', permission: 'indicator.review', status: 200 } as const;

/** mine: of the own unit and those below it; review: handed in and waiting for the caller; all: whatever is in reach. */
const narrowed = {
  scope: Type.Optional(Type.Enum(['mine', 'review', 'all'], { description: '我的填报、待我审核、全部' })),
  formId: Type.Optional(RecordId),
  period: Type.Optional(Period),
} as const;

const returnedCells = Type.Array(Type.Object({ row: RowKey, indicatorId: IndicatorId, reason: Reason }, closed), {
  maxItems: 12_000,
});

export const sheetApi = {
  listSheets: endpoint({
    ...read,
    path: '/sheets',
    summary: '各单位的填报',
    query: listQuery(sheetFields, narrowed),
    answer: listAnswer(SheetRowSchema),
  }),
  exportSheets: endpoint({
    ...read,
    path: '/sheets/export',
    summary: '导出各单位的填报情况',
    query: exportQuery(sheetFields, narrowed),
  }),
  readSheet: endpoint({
    ...read,
    path: '/sheets/:sheetId',
    summary: '一张表：行、列、数',
    params,
    answer: SheetSchema,
  }),
  readSheetRow: endpoint({
    ...read,
    path: '/sheets/:sheetId/state',
    summary: '一张表的状态，不带数',
    params,
    answer: SheetRowSchema,
  }),
  readSheetPast: endpoint({
    ...read,
    path: '/sheets/:sheetId/past',
    summary: '每格以前报过的数',
    params,
    answer: SheetPastSchema,
  }),
  /** As handing in would find them, from what is saved. */
  readSheetFindings: endpoint({
    ...read,
    path: '/sheets/:sheetId/findings',
    summary: '检查出的问题',
    params,
    answer: Type.Object({ findings: Type.Array(FindingSchema), total: Type.Integer() }, closed),
  }),
  saveCells: endpoint({
    ...{ method: 'PATCH', permission: 'indicator.enter', status: 200, path: '/sheets/:sheetId/cells' },
    summary: '自动保存改过的格',
    params,
    body: SaveCellsSchema,
    answer: CellsAnswerSchema,
  }),
  submitSheet: endpoint({
    ...{ ...enter, path: '/sheets/:sheetId/submit', summary: '报送' },
    params,
    body: ExpectedSchema,
    answer: SheetRowSchema,
  }),
  withdrawSheet: endpoint({
    ...{ ...enter, path: '/sheets/:sheetId/withdraw', summary: '撤回' },
    params,
    body: ExpectedSchema,
    answer: SheetRowSchema,
  }),
  returnSheet: endpoint({
    ...{ ...review, path: '/sheets/:sheetId/return', summary: '退回，整张或者几格' },
    params,
    body: Type.Object({ revision: Revision, reason: Note, cells: returnedCells }, closed),
    answer: SheetRowSchema,
  }),
  approveSheet: endpoint({
    ...{ ...review, path: '/sheets/:sheetId/approve', summary: '审核通过' },
    params,
    body: ExpectedSchema,
    answer: SheetRowSchema,
  }),
  reopenSheet: endpoint({
    ...{ ...review, path: '/sheets/:sheetId/reopen', summary: '重新打开已审核的表' },
    params,
    body: Type.Object({ revision: Revision, reason: Note, cells: returnedCells }, closed),
    answer: SheetRowSchema,
  }),
  /** Each by itself: one that cannot be approved does not keep the others. */
  approveSheets: endpoint({
    ...{ ...review, path: '/sheets/approve', summary: '审核通过几张表' },
    body: Type.Object(
      {
        sheets: Type.Array(Type.Object({ id: RecordId, revision: Revision }, closed), { minItems: 1, maxItems: 200 }),
      },
      closed,
    ),
    answer: Type.Object(
      {
        approved: Type.Integer(),
        answers: Type.Array(
          Type.Object({ id: RecordId, done: Type.Boolean(), refusals: Type.Array(RefusalSchema) }, closed),
        ),
      },
      closed,
    ),
  }),
  askExtension: endpoint({
    ...{ ...enter, path: '/sheets/:sheetId/extension', summary: '申请延期' },
    params,
    body: Type.Object({ revision: Revision, to: Day, reason: Reason }, closed),
    answer: SheetRowSchema,
  }),
  answerExtension: endpoint({
    ...{ ...review, path: '/sheets/:sheetId/extension/answer', summary: '答复延期申请' },
    params,
    body: Type.Object({ revision: Revision, to: nullable(Day), note: Note }, closed),
    answer: SheetRowSchema,
  }),
  /** The filled form as .xlsx; it can be filled in further and imported. */
  downloadSheet: endpoint({ ...read, path: '/sheets/:sheetId/file', summary: '导出一张表', params }),
  /** A form: `file`. Saves nothing. */
  checkSheetImport: endpoint({
    ...{ ...enter, path: '/sheets/:sheetId/imports/check', summary: '检查要导入的表' },
    params,
    answer: ImportCheckSchema,
  }),
  /** The same with `fingerprint`: all cells or none. */
  importSheet: endpoint({
    ...{ ...enter, path: '/sheets/:sheetId/imports', summary: '导入一张表' },
    params,
    answer: Type.Object({ saved: Type.Integer() }, closed),
  }),
} as const;

export const boardApi = {
  readBoard: endpoint({
    ...read,
    path: '/forms/:formId/board',
    summary: '一张填报表一期的进度',
    params: Type.Object({ formId: RecordId }, closed),
    query: Type.Object({ period: Type.Optional(Period) }, closed),
    answer: Type.Object(
      {
        formId: RecordId,
        formName: Type.String(),
        /** null: there are no sheets yet. */
        period: nullable(Period),
        periods: Type.Array(Period, { description: '新的在前' }),
        dueOn: nullable(Day),
        counts: Type.Object(
          {
            units: Type.Integer(),
            open: Type.Integer(),
            submitted: Type.Integer(),
            returned: Type.Integer(),
            approved: Type.Integer(),
            late: Type.Integer({ description: '逾期没有报的' }),
            lateSubmitted: Type.Integer({ description: '逾期才报的' }),
            untouched: Type.Integer({ description: '一格没填的' }),
            extensionsAsked: Type.Integer(),
            filled: Type.Integer(),
            wanted: Type.Integer(),
          },
          closed,
        ),
      },
      closed,
    ),
  }),
  /** Named sheets, or all that are late. Somebody who was urged within the hour is left alone. */
  urge: endpoint({
    ...{ ...review, path: '/forms/:formId/urge', summary: '催报' },
    params: Type.Object({ formId: RecordId }, closed),
    body: Type.Object(
      {
        period: Period,
        sheetIds: nullable(Type.Array(RecordId, { minItems: 1, maxItems: 500 })),
        note: Note,
      },
      closed,
    ),
    answer: Type.Object(
      {
        urged: Type.Integer(),
        skipped: Type.Array(
          Type.Object(
            {
              sheetId: RecordId,
              unitId: Id,
              unitName: Type.String(),
              why: Type.Enum(['handed-in', 'just-urged', 'unknown']),
              message: Type.String(),
            },
            closed,
          ),
        ),
      },
      closed,
    ),
  }),
} as const;
