import { Type } from 'typebox';
import { sheetStateNames } from '../../domain/sheet/model.ts';
import { frequencyNames } from '../fields.ts';
import { Day } from '../shape.ts';
import { columnShape } from './column.ts';
import { extensionNames, punctualityNames, roleNames, rowKindNames, stepNames } from './fields.ts';
import { RowChecksSchema } from './forms.ts';
import {
  closed,
  FigureValue,
  Id,
  IndicatorId,
  Instant,
  Note,
  nullable,
  oneOf,
  Period,
  PersonSchema,
  RecordId,
  RefusalSchema,
  Revision,
  RowKey,
} from './shape.ts';

/** What the caller may do with a sheet now. */
export const MaySchema = Type.Object(
  {
    fill: Type.Boolean(),
    submit: Type.Boolean(),
    withdraw: Type.Boolean(),
    /** 退回、审核通过 */
    review: Type.Boolean({ description: '自己报送的为假：由另一个人审核' }),
    reopen: Type.Boolean(),
    askExtension: Type.Boolean(),
    answerExtension: Type.Boolean(),
    urge: Type.Boolean(),
  },
  closed,
);

/** A unit's report of one form for one period, as a row of a list. */
export const SheetRowSchema = Type.Object(
  {
    id: RecordId,
    revision: Revision,
    formId: RecordId,
    formName: Type.String(),
    period: Period,
    unitId: Id,
    unitName: Type.String(),
    regionName: nullable(Type.String()),
    state: oneOf(sheetStateNames),
    punctuality: oneOf(punctualityNames),
    opensOn: Day,
    dueOn: Day,
    extendedTo: nullable(Day),
    extension: oneOf(extensionNames),
    asked: nullable(Type.Object({ to: Day, reason: Type.String() }, closed)),
    filled: Type.Integer({ description: '已填的必填格' }),
    wanted: Type.Integer({ description: '必填格' }),
    share: Type.Integer({ minimum: 0, maximum: 100 }),
    returnedCells: Type.Integer({ description: '退回的格' }),
    submittedAt: nullable(Instant),
    submittedBy: nullable(Type.String()),
    approvedAt: nullable(Instant),
    approvedBy: nullable(Type.String()),
    wasApproved: Type.Boolean(),
    lastActivityAt: nullable(Instant),
    lastActivityBy: nullable(Type.String()),
    urgedAt: nullable(Instant),
    urgedBy: nullable(Type.String()),
    urgedTimes: Type.Integer(),
    may: MaySchema,
  },
  closed,
);

/** What stands in a cell. `value` null with a reason: there is none; without: blank, which is not 0. */
const content = {
  value: nullable(FigureValue),
  reason: nullable(Note),
  note: nullable(Note),
} as const;

/** Where a figure that was filled in came from. */
const From = Type.Object(
  {
    kind: Type.Enum(['form', 'machine', 'figure'], { description: '另一张填报表、接口、已有的数' }),
    name: Type.String({ description: '填报表、接口的名字' }),
    unitName: nullable(Type.String({ description: '别的单位报的：哪个单位' })),
  },
  closed,
);

/** Only cells that anybody wrote or that were filled in. What is left out is null, or for `revision` 0. */
export const SheetCellSchema = Type.Object(
  {
    row: RowKey,
    indicatorId: IndicatorId,
    value: nullable(FigureValue),
    revision: Revision,
    reason: Type.Optional(Note),
    note: Type.Optional(Note),
    text: Type.Optional(Type.String({ description: '写的不是数，照原样留着' })),
    from: Type.Optional(From),
    returned: Type.Optional(Type.String({ description: '审核人写的退回原因' })),
  },
  closed,
);

export const SheetStepSchema = Type.Object(
  {
    step: oneOf(stepNames),
    at: Instant,
    by: PersonSchema,
    reason: nullable(Type.String()),
    cells: nullable(Type.Integer({ description: '牵涉几格' })),
  },
  closed,
);

export const SheetSchema = Type.Object(
  {
    sheet: SheetRowSchema,
    form: Type.Object(
      {
        id: RecordId,
        name: Type.String(),
        note: Type.String(),
        rows: oneOf(rowKindNames),
        role: oneOf(roleNames),
        frequency: oneOf(frequencyNames),
        checks: RowChecksSchema,
      },
      closed,
    ),
    columns: Type.Array(Type.Object(columnShape, closed)),
    rows: Type.Array(
      Type.Object(
        {
          key: RowKey,
          title: Type.String(),
          subtitle: nullable(Type.String({ description: '企业编号' })),
          chainId: nullable(Id),
          chainName: nullable(Type.String()),
        },
        closed,
      ),
    ),
    cells: Type.Array(SheetCellSchema),
    /** Periods that stand beside each cell; null where there is none of that kind. */
    compared: Type.Object({ last: Period, lastYear: nullable(Period) }, closed),
    /** Only cells of which either is known. */
    references: Type.Array(
      Type.Object(
        {
          row: RowKey,
          indicatorId: IndicatorId,
          last: nullable(FigureValue),
          lastYear: nullable(FigureValue),
        },
        closed,
      ),
    ),
    returnedReason: nullable(Type.String({ description: '整张表的退回原因' })),
    steps: Type.Array(SheetStepSchema),
  },
  closed,
);

/** What was reported before for each cell, for checks while typing: `historyOf(period, measures, past)`. */
export const SheetPastSchema = Type.Object(
  {
    /** Oldest first; values stand in this order, null: not reported. */
    periods: Type.Array(Period),
    cells: Type.Array(
      Type.Object({ row: RowKey, indicatorId: IndicatorId, values: Type.Array(nullable(FigureValue)) }, closed),
    ),
  },
  closed,
);

/** A changed cell with the revision that it was changed upon; 0: there was none. */
export const CellChangeSchema = Type.Object(
  {
    row: RowKey,
    indicatorId: IndicatorId,
    ...content,
    text: Type.Optional(nullable(Type.String({ maxLength: 200 }))),
    revision: Revision,
  },
  closed,
);
export const mostCells = 12_000;
export const SaveCellsSchema = Type.Object(
  { cells: Type.Array(CellChangeSchema, { minItems: 1, maxItems: mostCells }) },
  closed,
);

const at = { row: RowKey, indicatorId: IndicatorId } as const;
/** One answer for each cell, in the order of the request. */
export const CellAnswerSchema = Type.Union([
  Type.Object({ ...at, state: Type.Literal('saved'), revision: Revision }, closed),
  Type.Object(
    {
      ...at,
      state: Type.Literal('conflict'),
      revision: Revision,
      theirs: Type.Object({ ...content, text: nullable(Type.String()) }, closed),
      by: Type.String(),
      at: Instant,
    },
    closed,
  ),
  Type.Object({ ...at, state: Type.Literal('refused'), refusals: Type.Array(RefusalSchema) }, closed),
]);
export const CellsAnswerSchema = Type.Object(
  {
    saved: Type.Integer(),
    filled: Type.Integer(),
    wanted: Type.Integer(),
    answers: Type.Array(CellAnswerSchema),
  },
  closed,
);
