import { Type } from 'typebox';
import { AnnexItemSchema, documentHead, OutlineNodeSchema } from '../../document/contract.ts';
import { FieldChangeSchema, HistoryEntrySchema, ItemKindSchema, PlanFindingSchema, PlanItemSchema } from './item.ts';
import { ActorSchema, closed, Day, Instant, ItemId, nullable, PlanId } from './shape.ts';

export const PlanHeadSchema = Type.Object(documentHead, closed);

export const SourceFormatSchema = Type.Enum(['txt', 'md', 'html', 'docx', 'pdf', 'doc', 'wps', 'odt', 'rtf']);
const sourceFields = {
  id: Type.String(),
  fileName: Type.String(),
  format: SourceFormatSchema,
  sha256: Type.String(),
  start: Type.Integer({ description: '本文件在全文中的起点' }),
  end: Type.Integer({ description: '本文件在全文中的终点' }),
};
export const PlanSourceSchema = Type.Object(sourceFields, closed);

const count = Type.Integer({ minimum: 0 });
export const PlanCountsSchema = Type.Object(
  {
    indicators: count,
    tasks: count,
    clauses: count,
    tables: count,
    unreviewed: count,
    rejected: count,
    errors: count,
    warnings: count,
    notices: count,
    dismissed: count,
  },
  closed,
);

export const PlanStatusSchema = Type.Enum(['draft', 'published', 'revising', 'discarded'], {
  description: '草案、已发布、修订中、已放弃',
});

/** Where a plan belongs; all null for one that was imported at the command line and given to nobody yet. */
export const PlaceSchema = Type.Object(
  { regionId: nullable(Type.String()), unitId: nullable(Type.String()), chainId: nullable(Type.String()) },
  closed,
);

/** A row of the first page: its figures are those of the open draft, or else of the latest edition. */
const summary = {
  id: PlanId,
  title: nullable(Type.String()),
  docNumber: nullable(Type.String()),
  issuer: nullable(Type.String()),
  issuedOn: nullable(Day),
  validFrom: nullable(Day),
  validTo: nullable(Day),
  status: PlanStatusSchema,
  revision: Type.Integer(),
  latestEdition: nullable(Type.Integer()),
  fileName: Type.String(),
  counts: PlanCountsSchema,
  place: PlaceSchema,
  createdAt: Instant,
  updatedAt: Instant,
};
export const PlanSummarySchema = Type.Object(summary, closed);

/** A parent plan: one of ours by `planId`, or one that is only cited. */
export const ParentPlanSchema = Type.Object(
  { planId: nullable(PlanId), title: Type.String(), docNumber: nullable(Type.String()) },
  closed,
);

const editionFields = {
  number: Type.Integer({ minimum: 1 }),
  publishedAt: Instant,
  publishedBy: ActorSchema,
  hash: Type.String({ description: '内容的摘要，sm3:十六进制' }),
  note: nullable(Type.String({ description: '发布说明' })),
  acknowledged: nullable(Type.String({ description: '带着未处理的错误发布的理由' })),
};
export const EditionSummarySchema = Type.Object(
  { ...editionFields, fileName: Type.String(), counts: PlanCountsSchema },
  closed,
);

export const PlanDetailSchema = Type.Object(
  {
    ...summary,
    draft: nullable(
      Type.Object({ basedOn: nullable(Type.Integer({ description: '从第几版起草；新文件为 null' })) }, closed),
    ),
    editions: Type.Array(EditionSummarySchema),
    parents: Type.Array(ParentPlanSchema),
    children: Type.Array(ParentPlanSchema),
    sight: Type.Enum(['whole', 'published'], {
      description: '看得到全部，或只看得到已发布的各版（不在自己的数据范围内）',
    }),
  },
  closed,
);

/** A version in full. Offsets of items count from the file's beginning: `text[item.start - source.start]`. */
const version = {
  planId: PlanId,
  head: PlanHeadSchema,
  annexes: Type.Array(AnnexItemSchema),
  outline: Type.Array(OutlineNodeSchema),
  source: Type.Object(
    {
      ...sourceFields,
      text: Type.String({ description: '从 start 到 end 的原文' }),
      pageStarts: Type.Array(Type.Integer(), { description: '每页的起点，从全文开头算起；没有页则为空' }),
    },
    closed,
  ),
  items: Type.Array(PlanItemSchema),
  findings: Type.Array(PlanFindingSchema),
  counts: PlanCountsSchema,
};

const step = nullable(Type.Pick(HistoryEntrySchema, ['revision', 'action', 'at'], closed));
const steps = { undo: step, redo: step };

export const DraftSchema = Type.Object(
  { ...version, revision: Type.Integer(), basedOn: nullable(Type.Integer()), ...steps },
  closed,
);

export const EditionSchema = Type.Object(
  { ...version, ...editionFields, intact: Type.Boolean({ description: '重算的摘要与发布时相同' }) },
  closed,
);

/** Answer to every change of a draft: only what is different now. */
export const DraftChangedSchema = Type.Object(
  {
    revision: Type.Integer(),
    head: PlanHeadSchema,
    changed: Type.Array(PlanItemSchema, { description: '新增和改过的条目' }),
    removed: Type.Array(ItemId),
    findings: Type.Array(PlanFindingSchema),
    counts: PlanCountsSchema,
    ...steps,
  },
  closed,
);

export const HistorySchema = Type.Object({ total: count, entries: Type.Array(HistoryEntrySchema) }, closed);

export const DiffItemSchema = Type.Object(
  {
    change: Type.Enum(['added', 'removed', 'changed', 'moved'], { description: '新增、删去、改动、只换了位置' }),
    kind: ItemKindSchema,
    from: nullable(PlanItemSchema),
    to: nullable(PlanItemSchema),
    fields: Type.Array(FieldChangeSchema),
  },
  closed,
);
export const DiffSchema = Type.Object(
  {
    planId: PlanId,
    from: Type.Integer(),
    to: nullable(Type.Integer({ description: 'null 为草案' })),
    head: Type.Array(FieldChangeSchema),
    items: Type.Array(DiffItemSchema),
    counts: Type.Object({ added: count, removed: count, changed: count, moved: count, same: count }, closed),
  },
  closed,
);
