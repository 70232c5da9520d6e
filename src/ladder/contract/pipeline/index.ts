import { type Static, Type } from 'typebox';
import { endpoint } from '../../../../platform/http/endpoint.ts';
import { exportQuery, listAnswer, listQuery } from '../../../../platform/http/list-query.ts';
import { mostMonths } from '../../domain/pipeline/index.ts';
import { pipelineBoxes, pipelineFields } from './fields.ts';

export * from './fields.ts';

/** Who has, had or may get which title: over all enterprises in sight, and beside what plans set for the year. */

const closed = { additionalProperties: false } as const;
const Id = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9_-]+$' });
const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const count = Type.Integer({ minimum: 0 });
const Named = Type.Object({ id: Type.String(), name: Type.String() }, closed);
const Months = Type.Integer({ minimum: 1, maximum: mostMonths, description: '几个月以内到期算快到期；缺省 6' });
const Year = Type.Integer({ minimum: 1990, maximum: 2200, description: '当年新增看哪一年；缺省是今年' });

const TitleCountsSchema = Type.Object(
  {
    title: Type.Object({ id: Type.String(), name: Type.String(), ladder: Type.String(), step: Type.Integer() }, closed),
    /** 当天生效的版次；empty：门槛没有录入的原因 */
    edition: nullable(
      Type.Object(
        { id: Type.String(), name: Type.String(), docNumber: nullable(Type.String()), empty: nullable(Type.String()) },
        closed,
      ),
    ),
    ...{ held: count, expiring: count, expired: count, reach: count, met: count, new: count },
    /** 现在没有、以前也没有，又够不着的；空的：不能判断 */
    far: nullable(count),
  },
  closed,
);

const PipelineTargetSchema = Type.Object(
  {
    id: Type.String(),
    title: Named,
    indicator: Type.String(),
    period: Type.String(),
    mode: Type.Enum(['level', 'increment', 'annual']),
    value: Type.Number(),
    region: Named,
    chain: nullable(Named),
    plan: nullable(Type.String()),
    /** 新增：当年新授予的户数；达到：现在有效的户数 */
    counts: Type.Enum(['new', 'held']),
    now: count,
    reach: count,
    /** 够得着的不能判断的原因；空的：能判断 */
    cannot: nullable(Type.String()),
  },
  closed,
);

export const PipelineSchema = Type.Object(
  {
    /** 判断是哪一天的；空的：还没有判断过 */
    day: nullable(Day),
    today: Day,
    /** 每批约一万六千户；还有几批等着重新判断 */
    ...{ waiting: count, blocks: count, months: Months, year: Year, enterprises: count },
    /** 可能性到百分之几算够得着 */
    within: Type.Integer(),
    titles: Type.Array(TitleCountsSchema),
    /** 空的：没有权限看目标 */
    targets: nullable(Type.Array(PipelineTargetSchema)),
  },
  closed,
);

export const PipelineRowSchema = Type.Object(
  {
    id: Id,
    name: Type.String(),
    code: nullable(Type.String()),
    region: Named,
    chain: nullable(Named),
    standing: Type.Enum(['held', 'expired', 'none']),
    verdict: nullable(Type.Enum(['met', 'unknown', 'unmet'])),
    /** 千分之几 */
    reach: nullable(Type.Integer()),
    points: nullable(Type.Object({ least: Type.Integer(), most: Type.Integer(), asked: Type.Integer() }, closed)),
    short: Type.Array(Type.String()),
    by: nullable(Type.String()),
    ...{ givenOn: nullable(Day), endsOn: nullable(Day), since: Day, judgedOn: Day },
    /** 离到期还有几天；已经到期的是负数 */
    days: nullable(Type.Integer()),
    edition: nullable(Type.String()),
  },
  closed,
);

const read = { method: 'GET', permission: 'enterprise.read', status: 200 } as const;
const which = {
  title: Id,
  box: Type.Optional(Type.Enum([...pipelineBoxes], { description: '哪些企业；缺省是够得着的' })),
  months: Type.Optional(Months),
  year: Type.Optional(Year),
};

export const pipelineApi = {
  readPipeline: endpoint({
    ...read,
    path: '/ladder/pipeline',
    summary: '各称号：有效、快到期、已到期、够得着、差得远各几户，和当年的目标对照',
    query: Type.Object(
      {
        region: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
        chain: Type.Optional(Id),
        months: Type.Optional(Months),
        year: Type.Optional(Year),
      },
      closed,
    ),
    answer: PipelineSchema,
  }),
  listPipeline: endpoint({
    ...read,
    path: '/ladder/pipeline/enterprises',
    summary: '一个称号的名单：够得着的按可能性排，快到期的按日期排；差什么、差多少、什么时候够',
    query: listQuery(pipelineFields, which),
    answer: listAnswer(PipelineRowSchema),
  }),
  exportPipeline: endpoint({
    ...read,
    path: '/ladder/pipeline/export',
    summary: '导出一个称号的名单',
    query: exportQuery(pipelineFields, which),
  }),
} as const;

export type PipelineJson = Static<typeof PipelineSchema>;
export type TitleCountsJson = Static<typeof TitleCountsSchema>;
export type PipelineTargetJson = Static<typeof PipelineTargetSchema>;
export type PipelineRowJson = Static<typeof PipelineRowSchema>;
