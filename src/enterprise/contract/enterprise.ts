import { Type } from 'typebox';
import { listAnswer } from '../../../platform/http/list-query.ts';
import { figureVintageNames, scaleNames, stateNames, titleLevelNames } from '../domain/model/index.ts';
import { ContentSchema } from './content.ts';
import { changeKindNames } from './fields.ts';
import { Count, closed, Day, Fen, Id, Instant, Named, nullable, oneOf, Period, RecordId, Revision } from './shape.ts';

const head = {
  id: RecordId,
  revision: Revision,
  name: Type.String(),
  shortName: Type.String(),
  code: nullable(Type.String()),
  region: Named,
  park: nullable(Named),
  chain: nullable(Named),
  industry: nullable(Type.String()),
  scale: nullable(oneOf(scaleNames)),
  state: oneOf(stateNames),
  foundedOn: nullable(Day),
  /** 今天有效的称号，按次序 */
  titles: Type.Array(Named),
  tags: Type.Array(Named),
  /** 已并入的企业 */
  mergedInto: nullable(Named),
} as const;

export const EnterpriseRowSchema = Type.Object(
  {
    ...head,
    legalRepresentative: Type.String(),
    address: Type.String(),
    products: Type.Array(Type.String()),
    capitalFen: nullable(Fen),
    revenueYuan: nullable(Type.Integer({ description: '最近一个报了的整年的营业收入，单位元' })),
    revenueYear: nullable(Type.Integer()),
    employees: nullable(Count),
    changedAt: Instant,
  },
  closed,
);

export const EnterpriseListSchema = listAnswer(EnterpriseRowSchema);

export const TitleSchema = Type.Object(
  {
    id: RecordId,
    revision: Revision,
    kind: Named,
    level: oneOf(titleLevelNames),
    number: Type.String(),
    givenOn: Day,
    endsOn: nullable(Type.String({ ...Day, description: '到这一天不再有效' })),
    endedOn: nullable(Day),
    endedReason: nullable(Type.String()),
    edition: nullable(Type.String()),
    source: Type.String(),
    /** 看的那天有效 */
    holds: Type.Boolean(),
    at: Instant,
    by: Type.String(),
  },
  closed,
);

export const FiguresSchema = Type.Object(
  {
    period: Period,
    revision: Revision,
    /** 数据项 → 整数，按数据项的小数位数 */
    figures: Type.Record(Type.String(), Type.Integer()),
    vintage: oneOf(figureVintageNames),
    source: Type.String(),
    at: Instant,
    by: Type.String(),
  },
  closed,
);

export const ContactSchema = Type.Object(
  {
    id: RecordId,
    name: Type.String(),
    role: Type.String(),
    phone: Type.String({ description: '只露头尾' }),
    mail: Type.String({ description: '只露头尾' }),
    at: Instant,
    by: Type.String(),
  },
  closed,
);

export const FileSchema = Type.Object(
  {
    id: RecordId,
    about: Type.String({ description: '说明什么：enterprise、figures:期间，或者 title、grant、promise、appeal:编号' }),
    name: Type.String(),
    type: Type.String(),
    size: Count,
    at: Instant,
    by: Type.String(),
    byItself: Type.Boolean({ description: '企业自己上传的' }),
    agreed: nullable(Type.Object({ at: Instant, by: Type.String() }, { ...closed, description: '谁认可的' })),
  },
  closed,
);

export const SpanSchema = Type.Object(
  {
    from: Day,
    /** 空的：到现在 */
    to: nullable(Day),
    content: ContentSchema,
  },
  closed,
);

export const HistorySchema = Type.Object(
  {
    id: RecordId,
    revision: Revision,
    kind: oneOf(changeKindNames),
    holdsFrom: Day,
    parts: Type.Array(Type.String()),
    before: Type.Record(Type.String(), Type.Unknown()),
    after: Type.Record(Type.String(), Type.Unknown()),
    reason: Type.String(),
    requestId: nullable(Type.String()),
    at: Instant,
    by: Type.String(),
  },
  closed,
);

export const EnterpriseSchema = Type.Object(
  {
    ...head,
    content: ContentSchema,
    /** 看的哪一天；空的：现在 */
    asOf: nullable(Day),
    /** 现在这样从哪一天起 */
    since: Day,
    unit: nullable(Named),
    spans: Type.Array(SpanSchema),
    allTitles: Type.Array(TitleSchema),
    figures: Type.Array(FiguresSchema),
    contacts: Type.Array(ContactSchema),
    files: Type.Array(FileSchema),
    /** 并入本企业的 */
    merged: Type.Array(Named),
    openRequests: Count,
    openPairs: Count,
    may: Type.Object(
      {
        keep: Type.Boolean(),
        review: Type.Boolean(),
        contact: Type.Boolean(),
        /** 是本企业的人，可以申请变更 */
        ask: Type.Boolean(),
      },
      closed,
    ),
    createdAt: Instant,
    createdBy: Type.String(),
    changedAt: Instant,
    changedBy: Type.String(),
  },
  closed,
);

const GroupSchema = Type.Object(
  {
    key: Type.String({ description: '空的：没有注明' }),
    name: Type.String(),
    count: Count,
    aboveScale: Count,
    revenueYuan: Type.Integer(),
    employees: Count,
  },
  closed,
);
export const TotalsSchema = Type.Object({ all: GroupSchema, groups: Type.Array(GroupSchema) }, closed);

/** What there is to choose from in forms and filters. */
export const WordsSchema = Type.Object(
  {
    titles: Type.Array(
      Type.Object(
        { id: Id, name: Type.String(), level: nullable(oneOf(titleLevelNames)), yearsValid: nullable(Type.Number()) },
        closed,
      ),
    ),
    figures: Type.Array(
      Type.Object(
        {
          ...{ id: Id, name: Type.String(), unit: Type.String(), decimals: Count },
          ...{ least: nullable(Type.Number()), most: nullable(Type.Number()) },
          period: Type.Enum(['year', 'month', 'both']),
        },
        closed,
      ),
    ),
    tags: Type.Array(Named),
  },
  closed,
);

/** What there is to say of a credit code. */
export const CodeSchema = Type.Object(
  {
    code: Type.String(),
    verdict: Type.Enum(['accept', 'warn', 'refuse'], { description: '可以用、有疑点、不能用' }),
    faults: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          given: Type.Union([Type.String(), Type.Number()]),
          limit: nullable(Type.Union([Type.String(), Type.Number()])),
          message: Type.String(),
        },
        closed,
      ),
    ),
    kind: nullable(Type.String({ description: '登记管理部门和机构类别' })),
    region: nullable(Type.String()),
    /** 已经用这个代码的企业；看不到的不告诉是谁 */
    taken: nullable(Named),
    isTaken: Type.Boolean(),
  },
  closed,
);
