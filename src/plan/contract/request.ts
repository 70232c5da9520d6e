import { Type } from 'typebox';
import { DocumentExtractionSchema } from '../../document/contract.ts';
import { FindingSchema, HistoryEntrySchema, ItemKindSchema, ReviewSchema } from './item.ts';
import { PlanHeadSchema } from './plan.ts';
import { closed, EditionNumber, Instant, ItemId, nullable, PlanId, Reason, Revision } from './shape.ts';

export const PlanParams = Type.Object({ planId: PlanId }, closed);
export const ItemParams = Type.Object({ planId: PlanId, itemId: ItemId }, closed);
export const FindingParams = Type.Object({ planId: PlanId, findingId: Type.String({ maxLength: 120 }) }, closed);
export const EditionParams = Type.Object({ planId: PlanId, number: EditionNumber }, closed);
export const ImportParams = Type.Object({ importId: Type.String({ pattern: '^[0-9a-hjkmnp-tv-z]{10}$' }) }, closed);

export const RevisionOnly = Type.Object({ revision: Revision }, closed);

export const HistoryQuery = Type.Object(
  {
    after: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: '只要这个修改号之后的' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  },
  closed,
);

export const DiffQuery = Type.Object(
  {
    /** 旧版 */
    from: EditionNumber,
    /** 新版；不写为草案 */
    to: Type.Optional(EditionNumber),
  },
  closed,
);

export const ExportQuery = Type.Object(
  {
    format: Type.Enum(['xlsx', 'json', 'md']),
    /** 第几版；不写为最新一版，没有则为草案 */
    edition: Type.Optional(EditionNumber),
    draft: Type.Optional(Type.Boolean({ description: '导出草案' })),
  },
  closed,
);

export const CorrectHead = Type.Object({ revision: Revision, head: Type.Partial(PlanHeadSchema, closed) }, closed);

/** Content is checked against the schema of its kind by the command, so that the refusal names the field. */
const content = Type.Record(Type.String(), Type.Unknown(), {
  description: '条目的内容，字段见 PlanItem；修改时只写要改的字段',
});

export const AddItem = Type.Object(
  {
    revision: Revision,
    kind: ItemKindSchema,
    start: Type.Integer({ minimum: 0, description: '依据的原文，从全文开头算起' }),
    end: Type.Integer({ minimum: 1 }),
    content,
  },
  closed,
);

export const CorrectItem = Type.Object(
  { revision: Revision, content: Type.Optional(content), review: Type.Optional(ReviewSchema) },
  closed,
);

export const MergeItems = Type.Object(
  {
    revision: Revision,
    into: ItemId,
    others: Type.Array(ItemId, { minItems: 1, maxItems: 100 }),
    content: Type.Optional(content),
  },
  closed,
);

export const ReviewItems = Type.Object(
  {
    revision: Revision,
    review: Type.Enum(['unreviewed', 'confirmed', 'rejected']),
    itemIds: Type.Array(ItemId, { minItems: 1, maxItems: 5000 }),
  },
  closed,
);

export const SetFinding = Type.Object(
  {
    revision: Revision,
    state: Type.Enum(['open', 'dismissed']),
    reason: Type.Optional(Reason),
  },
  closed,
);

export const PublishPlan = Type.Object(
  {
    revision: Revision,
    note: Type.Optional(Type.String({ maxLength: 500 })),
    acknowledge: Type.Optional(Reason),
  },
  closed,
);

export const StartDraft = Type.Object({ revision: Revision, edition: EditionNumber }, closed);

const Belonging = Type.Union([Type.String({ minLength: 1, maxLength: 64 }), Type.Null()]);
export const AssignPlan = Type.Object(
  { revision: Revision, regionId: Belonging, unitId: Belonging, chainId: Belonging },
  closed,
);

export const SetParents = Type.Object(
  {
    revision: Revision,
    parents: Type.Array(
      Type.Union([
        Type.Object({ planId: PlanId }, closed),
        Type.Object(
          {
            title: Type.String({ minLength: 2, maxLength: 300 }),
            docNumber: Type.Optional(Type.String({ maxLength: 100 })),
          },
          closed,
        ),
      ]),
      { maxItems: 20 },
    ),
  },
  closed,
);

export const RefusalSchema = Type.Object(
  {
    code: Type.String({ description: '固定的代码；docs/errors.md 有解释' }),
    field: Type.Optional(Type.String()),
    given: Type.Optional(nullable(Type.Union([Type.String(), Type.Number()]))),
    limit: Type.Optional(nullable(Type.Union([Type.String(), Type.Number()]))),
    message: Type.String({ description: '发生了什么，怎么办' }),
  },
  closed,
);

/** Every answer of 4xx and 5xx. `changes` comes with 409: what others did since the revision that was given. */
export const RefusedSchema = Type.Object(
  {
    refusals: Type.Array(RefusalSchema),
    revision: Type.Optional(Type.Integer()),
    changes: Type.Optional(Type.Array(HistoryEntrySchema)),
  },
  closed,
);

export const ImportJobSchema = Type.Object(
  {
    id: Type.String(),
    state: Type.Enum(['reading', 'understanding', 'saving', 'done', 'refused']),
    fileName: Type.String(),
    size: Type.Integer(),
    plans: Type.Array(
      Type.Object(
        {
          planId: PlanId,
          title: nullable(Type.String()),
          sameAs: nullable(Type.String({ description: '早先从同样的文件导入的方案' })),
        },
        closed,
      ),
    ),
    planIds: Type.Array(PlanId),
    refusals: Type.Array(RefusalSchema),
    startedAt: Instant,
    finishedAt: nullable(Instant),
  },
  closed,
);

/** `./jingwei extract FILE --json`. */
export const ExtractAnswerSchema = Type.Object(
  {
    documents: Type.Array(
      Type.Object({ ...DocumentExtractionSchema.properties, findings: Type.Array(FindingSchema) }, closed),
    ),
  },
  closed,
);
