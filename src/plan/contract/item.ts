import { type TSchema, Type } from 'typebox';
import {
  ClauseItemSchema,
  IndicatorItemSchema,
  SpanSchema,
  TableItemSchema,
  TaskItemSchema,
} from '../../document/contract.ts';
import { closed, Instant, ItemId, nullable, SignatureSchema } from './shape.ts';

export const ItemKindSchema = Type.Enum(['indicator', 'task', 'clause', 'table'], {
  description: '指标、任务、条款、表格',
});
export const ReviewSchema = Type.Enum(['unreviewed', 'confirmed', 'corrected', 'rejected'], {
  description: '待核、已确认、已更正、已剔除',
});
export const OriginSchema = Type.Enum(['extracted', 'added', 'merged'], { description: '读出、补录、合并' });

const item = <K extends string, C extends TSchema>(kind: K, content: C) =>
  Type.Object(
    {
      id: ItemId,
      kind: Type.Literal(kind),
      review: ReviewSchema,
      origin: OriginSchema,
      touched: nullable(SignatureSchema),
      content,
    },
    closed,
  );

export const PlanItemSchema = Type.Union([
  item('indicator', IndicatorItemSchema),
  item('task', TaskItemSchema),
  item('clause', ClauseItemSchema),
  item('table', TableItemSchema),
]);

/** The whole content of a kind, for checking what a person sends. */
export const contentSchemas = {
  indicator: IndicatorItemSchema,
  task: TaskItemSchema,
  clause: ClauseItemSchema,
  table: TableItemSchema,
} as const;

export const DismissalSchema = Type.Object(
  { ...SignatureSchema.properties, findingId: Type.String(), reason: Type.String() },
  closed,
);

export const SeveritySchema = Type.Enum(['error', 'warning', 'notice'], { description: '错误、提醒、提示' });

export const FindingSchema = Type.Object(
  {
    ...SpanSchema.properties,
    rule: Type.String({ description: '规则编号；docs/lint/<rule>.md 有解释' }),
    severity: SeveritySchema,
    message: Type.String(),
    arithmetic: nullable(Type.String({ description: '算式，如 8+218+14=240' })),
    path: Type.Array(Type.String()),
    related: Type.Array(Type.Object({ ...SpanSchema.properties, document: nullable(Type.String()) }, closed), {
      description: '相关的其他位置；document 是上位规划的标题，本文件内为 null',
    }),
  },
  closed,
);

export const PlanFindingSchema = Type.Object(
  { ...FindingSchema.properties, id: Type.String(), dismissed: nullable(DismissalSchema) },
  closed,
);

export const FieldChangeSchema = Type.Object(
  { field: Type.String(), from: Type.Unknown(), to: Type.Unknown() },
  { ...closed, description: '一个字段改前改后的值' },
);

/** What one step of the history did to one item. */
export const ItemChangeSchema = Type.Object(
  {
    itemId: ItemId,
    kind: ItemKindSchema,
    change: Type.Enum(['added', 'removed', 'changed']),
    title: Type.String({ description: '条目的名称，供人辨认' }),
    fields: Type.Array(FieldChangeSchema),
  },
  closed,
);

export const HistoryActionSchema = Type.Enum([
  'import',
  'import-edition',
  'correct-head',
  'add-item',
  'correct-item',
  'delete-item',
  'merge-items',
  'review-items',
  'dismiss-finding',
  'reopen-finding',
  'undo',
  'redo',
  'publish',
  'start-draft',
  'discard-draft',
  'restore-draft',
  'set-parents',
  'assign',
]);

export const HistoryEntrySchema = Type.Object(
  {
    revision: Type.Integer({ minimum: 1, description: '这一步之后的修改号' }),
    action: HistoryActionSchema,
    by: SignatureSchema.properties.by,
    at: Instant,
    target: nullable(Type.Integer({ description: '撤销或重做的是哪一步' })),
    edition: nullable(Type.Integer({ description: '发布的是第几版' })),
    items: Type.Array(ItemChangeSchema),
    head: Type.Array(FieldChangeSchema),
  },
  closed,
);
