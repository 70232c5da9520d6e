import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { exportQuery, listQuery } from '../../../platform/http/list-query.ts';
import { positionNames } from '../domain/model/index.ts';
import { groupings, projectBoxes, projectFields } from './fields.ts';
import * as norms from './norms.ts';
import { ProjectListSchema, ProjectSchema, TotalsSchema } from './project.ts';
import { Count, closed, Day, Fen, Id, Month, oneOf, RecordId, Sum, Year } from './shape.ts';

const read = { method: 'GET', permission: 'project.read', status: 200 } as const;

const own = {
  box: Type.Optional(Type.Enum([...projectBoxes], { description: '哪个库；缺省是各库合起来' })),
  year: Type.Optional(Type.Integer({ ...Year, description: '当年计划和完成看哪一年；缺省是今年' })),
} as const;

const { page: _page, pageSize: _size, sort: _sort, ...matching } = listQuery(projectFields).properties;

export const listApi = {
  listProjects: endpoint({
    ...read,
    path: '/projects',
    summary: '项目',
    query: listQuery(projectFields, own),
    answer: ProjectListSchema,
  }),
  exportProjects: endpoint({
    ...read,
    path: '/projects/export',
    summary: '导出项目',
    query: exportQuery(projectFields, own),
  }),
  totalProjects: endpoint({
    ...read,
    path: '/projects/totals',
    summary: '按库、阶段、地区、产业链或单位合计的项目数和投资',
    query: Type.Object(
      { ...matching, ...own, by: Type.Optional(Type.Enum([...groupings], { description: '按什么分；缺省是项目库' })) },
      closed,
    ),
    answer: TotalsSchema,
  }),
  countProjects: endpoint({
    ...read,
    path: '/projects/count',
    summary: '到某一天为止，符合条件的项目有多少、投资多少',
    query: Type.Object(
      {
        regionId: Type.Optional(Id),
        chainId: Type.Optional(Id),
        position: Type.Optional(oneOf(positionNames)),
        from: Type.Optional(Type.String({ ...Day, description: '这一步发生在这一天或以后' })),
        to: Type.Optional(Type.String({ ...Day, description: '这一步发生在这一天或以前' })),
        atLeastFen: Type.Optional(Fen),
        doneFrom: Type.Optional(Month),
        doneTo: Type.Optional(Month),
        confirmed: Type.Optional(Type.Boolean({ description: '只算第二个人核定过的' })),
        asOf: Type.Optional(Type.String({ ...Day, description: '当时知道的；缺省是现在' })),
      },
      closed,
    ),
    answer: Type.Object({ projects: Count, totalFen: Sum, doneFen: Sum }, closed),
  }),
  readProject: endpoint({
    ...read,
    path: '/projects/:projectId',
    summary: '一个项目；asOf：当时知道的样子',
    params: Type.Object({ projectId: RecordId }, closed),
    query: Type.Object({ asOf: Type.Optional(Day) }, closed),
    answer: ProjectSchema,
  }),
  readNorms: endpoint({
    ...read,
    path: '/project-norms',
    summary: '项目的时限和告警界限',
    query: norms.NormsQuery,
    answer: norms.NormsSchema,
  }),
  changeNorms: endpoint({
    method: 'PUT',
    permission: 'project.review',
    status: 200,
    path: '/project-norms',
    summary: '修改本地区项目的时限和告警界限',
    body: norms.ChangeNormsBody,
    answer: norms.NormsSchema,
  }),
  readThresholds: endpoint({
    ...read,
    path: '/project-thresholds',
    summary: '投资规模的分档，从已发布的方案里读到的和设定的',
    answer: norms.ThresholdsSchema,
  }),
} as const;
