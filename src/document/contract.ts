import { type Static, type TSchema, Type } from 'typebox';
import type { ReadonlyDeep, Same } from '../../platform/http/types.ts';
import type { DocumentExtraction } from './domain/model.ts';

/**
 * What an extraction looks like from outside: the JSON of `./jingwei extract FILE --json` and of the plan API. The
 * types at the end keep this file and `domain/model.ts` equal: when one changes alone, the build fails.
 */

const closed = { additionalProperties: false } as const;
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const strings = (description: string) => Type.Array(Type.String(), { description });
const text = (description: string) => nullable(Type.String({ description }));
const figure = (description: string) => nullable(Type.Number({ description }));
const day = (description: string) => nullable(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description }));

const span = {
  start: Type.Integer({ minimum: 0, description: 'UTF-16 偏移，从文件全文开头算起' }),
  end: Type.Integer({ minimum: 0, description: 'UTF-16 偏移，不含该位置' }),
};
const located = {
  ...span,
  path: strings('从外到内的各级标题，带序号'),
  confidence: Type.Number({ minimum: 0, maximum: 1, description: '把握，0 到 1' }),
  rejected: strings('有歧义时没有采用的读法'),
};

export const SpanSchema = Type.Object(span, closed);

export const OutlineNodeSchema = Type.Cyclic(
  {
    OutlineNode: Type.Object(
      {
        ...span,
        label: Type.String({ description: '序号，不带停顿符号：一、（一）、1、第三条、附件2' }),
        title: Type.String(),
        no: Type.String({ description: '从外到内的序号，用 / 相连' }),
        level: Type.Integer({ minimum: 0 }),
        children: Type.Array(Type.Ref('OutlineNode')),
      },
      closed,
    ),
  },
  'OutlineNode',
);

export const ComparatorSchema = Type.Enum(['=', '>=', '>', '<=', '<', '~', 'range'], { description: '比较词' });
export const TargetModeSchema = Type.Enum(['level', 'increment', 'cumulative', 'annual', 'growth'], {
  description: '达到、新增、累计、每年、增速',
});

export const IndicatorItemSchema = Type.Object(
  {
    ...located,
    text: Type.String({ description: '写出这个指标的一段原文' }),
    name: Type.String({ minLength: 1 }),
    value: Type.Number(),
    value2: figure('区间的上限；不是区间时为 null'),
    unit: Type.String(),
    op: ComparatorSchema,
    year: nullable(Type.Integer({ minimum: 1900, maximum: 2200 })),
    mode: TargetModeSchema,
    scope: text('地区、产业链等范围'),
    table: Type.Boolean({ description: '是否读自表格' }),
    repeat: Type.Boolean({ description: '前文是否已经写过同一个指标' }),
  },
  closed,
);

export const TaskItemSchema = Type.Object(
  {
    ...located,
    no: Type.String({ description: '标题路径，序号用 / 相连' }),
    title: text('任务的标题句'),
    text: Type.String(),
    lead: text('牵头单位'),
    coLeads: strings('联合牵头单位'),
    units: strings('全部责任单位，按原文次序'),
    inheritedUnits: strings('由总括句加到本任务的单位'),
    groups: Type.Array(Type.Object({ lead: text('牵头单位'), units: strings('单位') }, closed)),
    deadlines: Type.Array(Type.String({ pattern: '^\\d{4}-\\d{2}$' }), { description: '时限，YYYY-MM' }),
    recurring: Type.Array(Type.Enum(['monthly', 'quarterly', 'yearly']), { description: '每月、每季度、每年' }),
  },
  closed,
);

export const ClauseKindSchema = Type.Enum(['fixed', 'rate', 'rate+cap', 'tiered'], {
  description: '定额、按比例、按比例并封顶、分档',
});

export const ClauseItemSchema = Type.Object(
  {
    ...located,
    text: Type.String(),
    subject: text('给谁'),
    condition: text('什么条件'),
    kind: ClauseKindSchema,
    amount: figure('万元'),
    amountMin: figure('万元'),
    amountMax: figure('万元'),
    rate: figure('百分数'),
    rateMin: figure('百分数'),
    rateMax: figure('百分数'),
    base: text('比例的基数'),
    cap: figure('封顶，万元'),
    floor: figure('起付，万元'),
    payer: text('出资方'),
    matchedBy: text('配套出资方'),
    per: text('按什么计：件、人/月、平方米·月'),
    series: text('同一系列的条款有同一个名字'),
    windowFrom: text('起始'),
    windowTo: text('截止'),
    stacking: text('就高不重复等原话'),
  },
  closed,
);

export const TableItemSchema = Type.Object(
  {
    ...located,
    title: text('表名'),
    unit: text('表的计量单位'),
    columns: Type.Array(strings('从外到内的列标题')),
    rows: Type.Array(
      Type.Object(
        {
          ...span,
          headings: strings('行标题'),
          cells: Type.Array(
            Type.Object({ ...span, text: Type.String(), value: figure('文字、短横和空格子为 null') }, closed),
          ),
        },
        closed,
      ),
    ),
    targets: Type.Array(IndicatorItemSchema, { description: '目标表的每一格，合计和分项都在内；不是目标表则为空' }),
  },
  closed,
);

export const AnnexItemSchema = Type.Object({ ...span, label: Type.String(), title: Type.String() }, closed);

/** The head of a document: everything but its items. */
export const documentHead = {
  title: text('标题'),
  docNumber: text('文号'),
  issuer: text('发文机关'),
  issuedOn: day('成文日期'),
  validFrom: day('施行日期'),
  validTo: day('失效日期'),
  validityText: text('有效期的原话'),
  addressees: strings('主送机关'),
};

export const DocumentExtractionSchema = Type.Object(
  {
    ...span,
    ...documentHead,
    annexes: Type.Array(AnnexItemSchema),
    outline: Type.Array(OutlineNodeSchema),
    indicators: Type.Array(IndicatorItemSchema),
    tasks: Type.Array(TaskItemSchema),
    clauses: Type.Array(ClauseItemSchema),
    tables: Type.Array(TableItemSchema),
  },
  closed,
);

export type DocumentExtractionJson = Static<typeof DocumentExtractionSchema>;

/** Fails to compile when the published schema and the model differ. */
export const contractMatchesModel: Same<ReadonlyDeep<DocumentExtractionJson>, DocumentExtraction> = true;
