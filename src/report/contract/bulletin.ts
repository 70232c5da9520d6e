import { Type } from 'typebox';
import { listAnswer } from '../../../platform/http/list-query.ts';
import { bulletinKindNames, bulletinStateNames, bulletinSteps } from '../domain/index.ts';
import { fileKindNames } from './fields.ts';
import { closed, Day, Id, Instant, Named, nullable, oneOf, Period, Reason, RecordId, Revision } from './shape.ts';
import { BlockSchema, EditedBlocksSchema, FigureSchema } from './text.ts';

const Kind = oneOf(bulletinKindNames);
const State = oneOf(bulletinStateNames);
const Number_ = nullable(Type.String({ description: '文号' }));
const Title = Type.String({ minLength: 1, maxLength: 200 });
const Sign = Type.String({ minLength: 1, maxLength: 20, description: '机关代字，例如 临链办通' });

export const BulletinRowSchema = Type.Object(
  {
    id: RecordId,
    kind: Kind,
    state: State,
    title: Type.String(),
    number: Number_,
    period: Period,
    regionName: Type.String(),
    chainName: nullable(Type.String()),
    issuer: Type.String(),
    subject: nullable(Type.String()),
    signedOn: nullable(Day),
    changedAt: Instant,
    changedBy: Type.String(),
    /** 是不是更正 */
    corrects: Type.Boolean(),
    /** 还有几个单位没有回复 */
    waiting: Type.Integer(),
  },
  closed,
);
export const BulletinListSchema = listAnswer(BulletinRowSchema);
export const CountsSchema = Type.Object(
  {
    counts: Type.Array(Type.Object({ state: State, count: Type.Integer() }, closed)),
    may: Type.Object({ write: Type.Boolean(), template: Type.Boolean() }, closed),
  },
  closed,
);

/** A dispatch that a paper can be written about. */
const CycleSchema = Type.Object(
  {
    id: Type.String(),
    kind: Type.Enum(['monthly', 'quarterly', 'yearly']),
    title: Type.String(),
    period: Period,
    frozenAt: Instant,
    regionId: Type.String(),
    regionName: Type.String(),
    chainId: nullable(Type.String()),
    chainName: nullable(Type.String()),
  },
  closed,
);
export const ChoicesSchema = Type.Object(
  {
    cycles: Type.Array(CycleSchema),
    templates: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), kind: Kind, version: Type.Integer() }, closed),
    ),
    /** 本单位用过的代字，新的在前 */
    signs: Type.Array(Type.Object({ kind: Kind, sign: Type.String() }, closed)),
  },
  closed,
);
export const CycleUnitsSchema = Type.Object(
  {
    units: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), duties: Type.Integer(), overdue: Type.Integer() }, closed),
    ),
  },
  closed,
);

export const ComposeBody = Type.Object(
  {
    kind: Kind,
    cycleId: Id,
    /** 责任清单和督办函写哪个单位 */
    unitId: Type.Optional(nullable(Id)),
    replyBy: Type.Optional(nullable(Day)),
    templateId: Type.Optional(nullable(RecordId)),
    sign: Sign,
  },
  closed,
);

const May = Type.Boolean();
const StepSchema = Type.Object(
  { step: oneOf(bulletinSteps), at: Instant, by: Type.String(), words: nullable(Type.String()) },
  closed,
);
const RecipientSchema = Type.Object(
  {
    kind: Type.Enum(['unit', 'post']),
    id: Type.String(),
    name: Type.String(),
    mustAnswer: Type.Boolean(),
    answer: nullable(Type.Object({ at: Instant, by: Type.String(), words: Type.String() }, closed)),
  },
  closed,
);
const RefusalSchema = Type.Object(
  {
    code: Type.String(),
    message: Type.String(),
  },
  closed,
);
export const FileSchema = Type.Object(
  {
    kind: oneOf(fileKindNames),
    state: Type.Enum(['making', 'ready', 'refused']),
    /** 是不是现在这一稿的 */
    current: Type.Boolean(),
    stage: nullable(Type.String()),
    done: Type.Integer(),
    total: Type.Integer(),
    refusals: Type.Array(RefusalSchema),
    madeAt: nullable(Instant),
    size: nullable(Type.Integer()),
    digest: nullable(Type.String()),
  },
  closed,
);
export const FilesSchema = Type.Object({ files: Type.Array(FileSchema) }, closed);

const RelatedSchema = Type.Object({ id: RecordId, title: Type.String(), number: Number_ }, closed);

export const BulletinSchema = Type.Object(
  {
    id: RecordId,
    revision: Revision,
    kind: Kind,
    state: State,
    title: Type.String(),
    addressee: nullable(Type.String()),
    copies: nullable(Type.String()),
    number: Number_,
    sign: Type.String(),
    issuer: Type.String(),
    place: Type.Object({ region: Named, chain: nullable(Named) }, closed),
    unit: nullable(Named),
    replyBy: nullable(Day),
    /** 成文日期；没有签发时是空 */
    signedOn: nullable(Day),
    signedBy: nullable(Type.String()),
    sentAt: nullable(Instant),
    archivedAt: nullable(Instant),
    cycle: Type.Object(
      {
        id: Type.String(),
        title: Type.String(),
        period: Period,
        judgedOn: Day,
        frozenAt: Instant,
        digest: Type.String(),
      },
      closed,
    ),
    factsDigest: Type.String(),
    comparedWith: Type.Array(Type.Object({ title: Type.String(), period: Period, digest: Type.String() }, closed)),
    template: nullable(Type.Object({ id: Type.String(), name: Type.String(), version: Type.Integer() }, closed)),
    corrects: nullable(RelatedSchema),
    correctedBy: Type.Array(RelatedSchema),
    blocks: Type.Array(BlockSchema),
    figures: Type.Array(FigureSchema),
    /** 和冻结的数不同、或者手写的数有几个 */
    faults: Type.Integer(),
    createdBy: Type.String(),
    createdAt: Instant,
    changedBy: Type.String(),
    changedAt: Instant,
    steps: Type.Array(StepSchema),
    recipients: Type.Array(RecipientSchema),
    files: Type.Array(FileSchema),
    can: Type.Object(
      {
        ...{ edit: May, submit: May, takeBack: May, return: May, sign: May, withdraw: May },
        ...{ send: May, archive: May, correct: May, answer: May, compare: May },
      },
      closed,
    ),
  },
  closed,
);

export const SaveBody = Type.Object(
  {
    revision: Revision,
    title: Title,
    addressee: nullable(Type.String({ maxLength: 500 })),
    copies: nullable(Type.String({ maxLength: 500 })),
    sign: Sign,
    templateId: nullable(RecordId),
    blocks: EditedBlocksSchema,
  },
  closed,
);
export const StepBody = Type.Object({ revision: Revision, reason: Type.Optional(Reason) }, closed);
export const SendBody = Type.Object(
  {
    revision: Revision,
    to: Type.Array(
      Type.Object({ kind: Type.Enum(['unit', 'post']), id: Type.String({ minLength: 1, maxLength: 60 }) }, closed),
      { maxItems: 600, description: '督办函的责任单位不用写，一定会收到' },
    ),
  },
  closed,
);
export const ArchiveBody = Type.Object(
  {
    revision: Revision,
    /** 没有装 LibreOffice 时只归档 Word 文档 */
    withoutPdf: Type.Optional(Type.Boolean()),
  },
  closed,
);
export const AnswerBody = Type.Object(
  { words: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) },
  closed,
);
export const MakeFileBody = Type.Object({ kind: oneOf(fileKindNames) }, closed);

/** A figure with where it comes from. */
export const FigureSourceSchema = Type.Object(
  {
    ...FigureSchema.properties,
    /** 怎样得来，一句话 */
    how: Type.String(),
    /** 从哪里来，一处一条 */
    from: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          value: Type.String(),
          /** 冻结的调度，或者指标 */
          source: Type.String(),
          vintage: nullable(Type.String()),
          frozenAt: nullable(Instant),
          digest: nullable(Type.String()),
          reportedBy: nullable(Type.String()),
          approvedBy: nullable(Type.String()),
          /** 产品里的地址 */
          link: nullable(Type.String()),
        },
        closed,
      ),
    ),
    /** 还有多少处没有列出 */
    more: Type.Integer(),
    /** 现在按冻结的内容重算，还是不是这个数 */
    holds: Type.Boolean(),
  },
  closed,
);
