import { Type } from 'typebox';
import { endpoint } from '../../../../platform/http/endpoint.ts';
import { Day } from '../shape.ts';
import { closed, Id, Instant, nullable, RecordId } from './shape.ts';

/** 接口令牌: with which another system writes figures as a post. */
export const MachineSchema = Type.Object(
  {
    id: RecordId,
    name: Type.String(),
    postId: Type.String(),
    postTitle: Type.String(),
    unitName: Type.String(),
    createdBy: Type.String(),
    createdAt: Instant,
    expiresOn: Day,
    lastUsedAt: nullable(Instant),
    lastUsedFrom: nullable(Type.String()),
    revokedAt: nullable(Instant),
    revokedBy: nullable(Type.String()),
    state: Type.Enum(['valid', 'expired', 'revoked'], { description: '有效、过期、作废' }),
  },
  closed,
);

export const machineApi = {
  listMachines: endpoint({
    ...{ method: 'GET', permission: 'indicator.define', status: 200, path: '/machine-tokens', summary: '接口令牌' },
    answer: Type.Object({ machines: Type.Array(MachineSchema) }, closed),
  }),
  /** Posts that a token may be made for: in reach, and allowed to fill in. */
  listMachinePosts: endpoint({
    ...{ method: 'GET', permission: 'indicator.define', status: 200, path: '/machine-tokens/posts' },
    summary: '可以办接口令牌的岗位',
    answer: Type.Object(
      {
        posts: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), unitName: Type.String() }, closed)),
      },
      closed,
    ),
  }),
  createMachine: endpoint({
    ...{ method: 'POST', permission: 'indicator.define', status: 201, path: '/machine-tokens', summary: '办接口令牌' },
    body: Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
        postId: Id,
        days: Type.Integer({ minimum: 1, maximum: 400, description: '用多少天' }),
      },
      closed,
    ),
    answer: Type.Object({ machine: MachineSchema, token: Type.String({ description: '只显示这一次' }) }, closed),
  }),
  revokeMachine: endpoint({
    ...{ method: 'POST', permission: 'indicator.define', status: 200, path: '/machine-tokens/:machineId/revoke' },
    summary: '作废接口令牌',
    params: Type.Object({ machineId: RecordId }, closed),
    answer: MachineSchema,
  }),
} as const;
