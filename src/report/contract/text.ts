import { Type } from 'typebox';
import { mostBlocks, mostWords } from '../domain/index.ts';
import { closed, nullable } from './shape.ts';

/** Text of a paper, as it travels. */

const BlockId = Type.String({ minLength: 1, maxLength: 300 });
const Light = Type.Enum(['red', 'yellow', 'blue', 'green']);

export const PieceSchema = Type.Union([
  Type.String({ maxLength: mostWords }),
  Type.Object({ figure: Type.String({ maxLength: 300 }), text: Type.String({ maxLength: 60 }) }, closed),
  Type.Object({ taken: Type.String({ maxLength: mostWords }), light: Type.Optional(Light) }, closed),
]);
const Pieces = Type.Array(PieceSchema, { maxItems: 2000 });

export const HeadingSchema = Type.Object(
  {
    id: BlockId,
    kind: Type.Literal('heading'),
    level: Type.Enum([1, 2, 3]),
    text: Type.String({ maxLength: mostWords }),
  },
  closed,
);
export const ParagraphSchema = Type.Object({ id: BlockId, kind: Type.Literal('paragraph'), text: Pieces }, closed);

const TableSchema = Type.Object(
  {
    id: BlockId,
    kind: Type.Literal('table'),
    caption: Type.String(),
    unit: Type.Optional(Type.String()),
    columns: Type.Array(
      Type.Object(
        {
          title: Type.String(),
          kind: Type.Enum(['text', 'number', 'centred']),
          width: Type.Optional(Type.Number()),
        },
        closed,
      ),
    ),
    rows: Type.Array(Type.Array(nullable(Type.Array(PieceSchema)))),
    note: Type.Optional(Type.String()),
    landscape: Type.Optional(Type.Boolean()),
  },
  closed,
);
const BarChartSchema = Type.Object(
  {
    id: BlockId,
    kind: Type.Literal('chart'),
    type: Type.Literal('bar'),
    caption: Type.String(),
    unit: Type.String(),
    bars: Type.Array(
      Type.Object({ label: Type.String(), figure: nullable(Type.String()), light: Type.Optional(Light) }, closed),
    ),
  },
  closed,
);
const LineChartSchema = Type.Object(
  {
    id: BlockId,
    kind: Type.Literal('chart'),
    type: Type.Literal('line'),
    caption: Type.String(),
    unit: Type.String(),
    along: Type.Array(Type.String()),
    lines: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          planned: Type.Optional(Type.Boolean()),
          /** 每个点是文中的一个数；空的是没有数。 */
          figures: Type.Array(nullable(Type.String())),
        },
        closed,
      ),
    ),
  },
  closed,
);
export const BlockSchema = Type.Union([HeadingSchema, ParagraphSchema, TableSchema, BarChartSchema, LineChartSchema]);

export const EditedBlocksSchema = Type.Array(
  Type.Union([
    HeadingSchema,
    ParagraphSchema,
    Type.Object({ id: BlockId, kind: Type.Literal('kept', { description: '表或图，照生成的放在这里' }) }, closed),
  ]),
  { maxItems: mostBlocks },
);

/** A figure without where it comes from, which is asked for one by one. */
export const FigureSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    value: Type.Integer({ description: '整数：值乘以 10 的小数位数次方' }),
    decimals: Type.Integer(),
    unit: Type.String(),
    text: Type.String({ description: '写在文中的样子' }),
  },
  closed,
);

const StretchSchema = Type.Array(
  Type.Object({ change: Type.Enum(['same', 'gone', 'new']), text: Type.String() }, closed),
);
const FaultSchema = Type.Union([
  Type.Object(
    { kind: Type.Literal('differs'), figure: Type.String(), frozen: Type.String(), typed: Type.String() },
    closed,
  ),
  Type.Object({ kind: Type.Literal('unbound'), figure: Type.String(), typed: Type.String() }, closed),
  Type.Object({ kind: Type.Literal('typed'), typed: Type.String() }, closed),
  Type.Object({ kind: Type.Literal('gone'), figure: Type.String(), frozen: Type.String() }, closed),
]);

export const ComparisonSchema = Type.Object(
  {
    title: StretchSchema,
    blocks: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          change: Type.Enum(['same', 'changed', 'new', 'gone', 'moved']),
          kind: Type.Enum(['heading', 'paragraph', 'table', 'chart']),
          words: StretchSchema,
          faults: Type.Array(FaultSchema),
          by: nullable(Type.String()),
          at: nullable(Type.String()),
        },
        closed,
      ),
    ),
    changed: Type.Integer(),
    faults: Type.Integer(),
    /** 数字编号到名称 */
    names: Type.Record(Type.String(), Type.String()),
  },
  closed,
);
