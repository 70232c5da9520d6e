import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { positionNames } from '../domain/model/index.ts';
import {
  BeforeSchema,
  ChangeSchema,
  FactsSchema,
  FollowersSchema,
  MeansSchema,
  MilestonesSchema,
  PermitsSchema,
  PlanSchema,
} from './content.ts';
import { LikeSchema, MonthVersionSchema, ProjectSchema } from './project.ts';
import { closed, Day, Fen, Id, Month, nullable, oneOf, Reason, RecordId, Revision, Words } from './shape.ts';

/** What is done with one project. */

const params = Type.Object({ projectId: RecordId }, closed);
const keep = { method: 'POST', permission: 'project.keep', status: 200, params, answer: ProjectSchema } as const;
const review = { method: 'POST', permission: 'project.review', status: 200, params, answer: ProjectSchema } as const;
const Position = oneOf(positionNames);
const monthParams = Type.Object({ projectId: RecordId, month: Month }, closed);
const fileParams = Type.Object({ projectId: RecordId, fileId: RecordId }, closed);

/** One file; a photograph of a telephone has 3 to 8 MB. */
export const mostFileBytes = 15 * 1024 * 1024;
/** What a browser shows safely; nothing else is served to be looked at. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

const Evidence = Type.String({ minLength: 2, maxLength: 300, pattern: '\\S', description: '凭什么：文件名称和文号' });
const Files = Type.Array(RecordId, { maxItems: 20 });

export const stepApi = {
  registerProject: endpoint({
    method: 'POST',
    permission: 'project.keep',
    status: 201,
    path: '/projects',
    summary: '登记项目',
    body: Type.Object(
      {
        unitId: Type.Optional(Type.String({ ...Id, description: '管理单位；缺省是自己的单位' })),
        regionId: Type.Optional(Type.String({ ...Id, description: '地区；缺省是管理单位所在的' })),
        chainId: nullable(Id),
        facts: FactsSchema,
        before: Type.Optional(BeforeSchema),
        plan: Type.Optional(PlanSchema),
        permits: Type.Optional(PermitsSchema),
        milestones: Type.Optional(MilestonesSchema),
        means: Type.Optional(MeansSchema),
        followers: Type.Optional(FollowersSchema),
        position: Position,
        /** 各步发生的日期；本步必须有 */
        steps: Type.Array(Type.Object({ position: Position, on: Day, evidence: Evidence }, closed), {
          minItems: 1,
          maxItems: 6,
        }),
        /** 已经看过这些可能相同的项目，确认要登记 */
        seen: Type.Array(RecordId, { maxItems: 50 }),
      },
      closed,
    ),
    answer: ProjectSchema,
  }),
  likenProject: endpoint({
    method: 'POST',
    permission: 'project.keep',
    status: 200,
    path: '/projects/likeness',
    summary: '登记以前，看有没有可能相同的项目',
    body: Type.Object({ projectId: Type.Optional(RecordId), facts: FactsSchema }, closed),
    answer: Type.Object({ likes: Type.Array(LikeSchema) }, closed),
  }),
  changeProject: endpoint({
    ...keep,
    method: 'PATCH',
    path: '/projects/:projectId',
    summary: '修改项目的一部分内容',
    body: Type.Object({ revision: Revision, reason: Type.Optional(Words), change: ChangeSchema }, closed),
  }),
  placeProject: endpoint({
    ...review,
    path: '/projects/:projectId/place',
    summary: '把项目转给别的单位或产业链',
    body: Type.Object({ revision: Revision, unitId: Id, regionId: Id, chainId: nullable(Id), reason: Reason }, closed),
  }),
  stepProject: endpoint({
    ...keep,
    path: '/projects/:projectId/steps',
    summary: '项目到了下一个阶段',
    body: Type.Object(
      { revision: Revision, position: Position, on: Day, evidence: Evidence, files: Files, note: Words },
      closed,
    ),
  }),
  decideStep: endpoint({
    ...review,
    path: '/projects/:projectId/steps/:eventId/decision',
    params: Type.Object({ projectId: RecordId, eventId: RecordId }, closed),
    summary: '核定一步，或者不同意',
    body: Type.Object({ revision: Revision, agree: Type.Boolean(), reason: Type.String({ maxLength: 500 }) }, closed),
  }),
  backProject: endpoint({
    ...review,
    path: '/projects/:projectId/back',
    summary: '阶段弄错了，退回到以前的一步',
    body: Type.Object({ revision: Revision, position: Position, reason: Reason }, closed),
  }),
  withdrawProject: endpoint({
    ...review,
    path: '/projects/:projectId/withdraw',
    summary: '项目退库',
    body: Type.Object({ revision: Revision, on: Day, reason: Reason }, closed),
  }),
  restoreProject: endpoint({
    ...review,
    path: '/projects/:projectId/restore',
    summary: '退库的项目重新入库',
    body: Type.Object({ revision: Revision, on: Day, reason: Reason }, closed),
  }),
  reportMonth: endpoint({
    ...keep,
    method: 'PUT',
    path: '/projects/:projectId/months/:month',
    params: monthParams,
    summary: '报一个月完成的投资和进展',
    body: Type.Object(
      {
        revision: Type.Integer({ ...Revision, description: '看到的修改次数；还没有报过是 0' }),
        fen: Fen,
        progress: Words,
        problem: Words,
        reason: Type.Optional(Words),
      },
      closed,
    ),
  }),
  readMonthVersions: endpoint({
    method: 'GET',
    permission: 'project.read',
    status: 200,
    path: '/projects/:projectId/months/:month/versions',
    params: monthParams,
    summary: '一个月的数先后报过的各版',
    answer: Type.Object({ versions: Type.Array(MonthVersionSchema) }, closed),
  }),
  confirmMonths: endpoint({
    ...review,
    path: '/projects/:projectId/months/confirm',
    summary: '核定报来的月份',
    body: Type.Object(
      { months: Type.Array(Type.Object({ month: Month, revision: Revision }, closed), { minItems: 1, maxItems: 120 }) },
      closed,
    ),
  }),
  returnMonth: endpoint({
    ...review,
    path: '/projects/:projectId/months/:month/return',
    params: monthParams,
    summary: '退回一个月的数，请重报',
    body: Type.Object({ revision: Revision, reason: Reason }, closed),
  }),
  /** A form: `kind` photo or paper, `takenOn`, `note`, `file`. */
  addFile: endpoint({
    ...keep,
    status: 201,
    path: '/projects/:projectId/files',
    summary: '上传照片或证明材料',
  }),
  readFile: endpoint({
    method: 'GET',
    permission: 'project.read',
    status: 200,
    path: '/projects/:projectId/files/:fileId',
    params: fileParams,
    summary: '照片或证明材料本身',
  }),
  removeFile: endpoint({
    ...keep,
    path: '/projects/:projectId/files/:fileId/remove',
    params: fileParams,
    summary: '撤下照片或证明材料，写明理由',
    body: Type.Object({ reason: Reason }, closed),
  }),
} as const;
