import { type Static, Type } from 'typebox';
import { closed, Id, Instant, nullable, oneOf } from '../shape.ts';
import { matrixQuery } from './matrix.ts';
import { PivotSpecSchema } from './pivot.ts';

/** A table that was saved under a name: a pivot or a matrix, shared or not, sent on a schedule or not. */

export const reportKindNames = { pivot: '透视表', matrix: '经纬矩阵' } as const;
export const reportShareNames = { none: '只有自己', unit: '本单位', region: '本地区' } as const;
export const reportScheduleNames = { none: '不发送', daily: '每天', weekly: '每周一', monthly: '每月一日' } as const;
export const reportStopNames = {
  'post-ended': '保存人的岗位已经结束',
  'not-allowed': '保存人不再能看指标',
  refused: '这张表已经不能生成',
} as const;

export const ReportContentSchema = Type.Union([
  Type.Object({ kind: Type.Literal('pivot'), spec: PivotSpecSchema }, closed),
  Type.Object({ kind: Type.Literal('matrix'), query: matrixQuery }, closed),
]);
/**
 * A period that is written relative to the day is found anew each time: with `follow` the last period of a pivot, or the
 * period of a matrix, moves on.
 */
export const ReportBodySchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    content: ReportContentSchema,
    share: oneOf(reportShareNames),
    schedule: oneOf(reportScheduleNames),
    follow: Type.Boolean({ description: '时期跟着日历往后走' }),
  },
  closed,
);
export const ReportChangeSchema = Type.Object(
  { ...ReportBodySchema.properties, revision: Type.Integer({ minimum: 1, description: '看到的是第几次的' }) },
  closed,
);

const IssueSchema = Type.Object({ id: Type.String(), at: Instant, bytes: Type.Integer({ minimum: 0 }) }, closed);
export const ReportSchema = Type.Object(
  {
    id: Type.String(),
    ...ReportBodySchema.properties,
    revision: Type.Integer({ minimum: 1 }),
    owner: Type.Object({ name: Type.String(), unit: Type.String() }, closed),
    mine: Type.Boolean(),
    changedAt: Instant,
    /** 下一次什么时候生成 */
    nextAt: nullable(Instant),
    stopped: nullable(Type.Object({ at: Instant, why: oneOf(reportStopNames) }, closed)),
    /** 生成过的，新的在前；别人的共享报表为空 */
    issues: Type.Array(IssueSchema),
  },
  closed,
);
export const ReportsSchema = Type.Object({ reports: Type.Array(ReportSchema) }, closed);
export const reportParams = Type.Object({ reportId: Id }, closed);
export const issueParams = Type.Object({ reportId: Id, issueId: Id }, closed);
export const reportGone = Type.Object({ gone: Type.Literal(true) }, closed);
export type ReportContent = Static<typeof ReportContentSchema>;
