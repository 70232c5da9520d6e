import { Type } from 'typebox';
import { importCheckSchema } from '../../../../platform/http/import-check.ts';
import { closed, FigureValue, Id, IndicatorId, Instant, nullable, oneOf, Period, Words } from '../shape.ts';

/** Small words that the schemas of collecting share. */
export const RecordId = Type.String({ pattern: '^[0-9a-hjkmnp-tv-z]{10}$', description: '编号' });
export const Revision = Type.Integer({ minimum: 0, maximum: 2_000_000_000, description: '看到的修改次数' });
/** Names a row for good: `unit`, the id of a chain, or that of an enterprise. */
export const RowKey = Id;
export const Reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });
export const Note = Type.String({ maxLength: 1000 });
export const Month = Type.String({ pattern: '^[12]\\d{3}-(?:0[1-9]|1[0-2])$', description: '月份，例如 2025-03' });
export const PersonSchema = Type.Object({ id: Type.String(), name: Type.String() }, closed);
export const ExpectedSchema = Type.Object({ revision: Revision }, closed);

/** Why something was not done, with its sentence. */
export const RefusalSchema = Type.Object(
  {
    code: Type.String(),
    field: Type.Optional(Type.String()),
    given: Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Null()])),
    limit: Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Null()])),
    message: Type.String(),
  },
  closed,
);

/** Something odd about a cell: `hard` blocks handing in, `soft` wants a reason. */
export const FindingSchema = Type.Object(
  {
    row: RowKey,
    indicatorId: IndicatorId,
    severity: Type.Enum(['hard', 'soft']),
    code: Type.String(),
    given: nullable(Type.Number()),
    limit: nullable(Type.Number()),
    message: Type.String({ description: '一句话' }),
    explained: Type.Boolean({ description: '已经写了说明' }),
  },
  closed,
);

/** What an import would do, and what is wrong in it; as every import of the product tells it. */
export const ImportCheckSchema = importCheckSchema();

/** Names one figure. */
export const figureKey = {
  indicatorId: IndicatorId,
  period: Period,
  enterpriseId: Type.Optional(
    Type.String({ pattern: '^$|^[A-Za-z0-9._@-]{1,80}$', description: '空的：单位自己的数' }),
  ),
  chainId: Type.Optional(Type.String({ pattern: '^$|^[A-Za-z0-9._@-]{1,80}$', description: '空的：不分产业链' })),
  role: Type.Optional(Type.Enum(['part', 'own'])),
} as const;
export { closed, FigureValue, Id, IndicatorId, Instant, nullable, oneOf, Period, Words };
