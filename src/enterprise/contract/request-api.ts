import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { ChangeSchema } from './content.ts';
import { requestBoxes } from './fields.ts';
import { RequestListSchema, RequestSchema } from './request.ts';
import { closed, Day, Reason, RecordId, Revision } from './shape.ts';

/** What an enterprise asks to have changed in its own file. */

const params = Type.Object({ requestId: RecordId }, closed);

export const requestApi = {
  listRequests: endpoint({
    method: 'GET',
    permission: 'enterprise.read',
    status: 200,
    path: '/enterprise-requests',
    summary: '企业的变更申请，新的在前',
    query: Type.Object(
      {
        box: Type.Optional(Type.Enum([...requestBoxes], { description: '缺省是待核定的' })),
        enterpriseId: Type.Optional(RecordId),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
        pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      },
      closed,
    ),
    answer: RequestListSchema,
  }),
  readRequest: endpoint({
    method: 'GET',
    permission: 'enterprise.read',
    status: 200,
    path: '/enterprise-requests/:requestId',
    summary: '一份变更申请',
    params,
    answer: RequestSchema,
  }),
  askChange: endpoint({
    method: 'POST',
    permission: 'enterprise.ask',
    status: 201,
    path: '/enterprises/:enterpriseId/requests',
    summary: '申请变更本企业的档案',
    params: Type.Object({ enterpriseId: RecordId }, closed),
    body: Type.Object({ revision: Revision, changes: ChangeSchema, holdsFrom: Day, reason: Reason }, closed),
    answer: RequestSchema,
  }),
  withdrawRequest: endpoint({
    method: 'POST',
    permission: 'enterprise.ask',
    status: 200,
    path: '/enterprise-requests/:requestId/withdraw',
    summary: '撤回自己的变更申请',
    params,
    body: Type.Object({ revision: Revision }, closed),
    answer: RequestSchema,
  }),
  decideRequest: endpoint({
    method: 'POST',
    permission: 'enterprise.review',
    status: 200,
    path: '/enterprise-requests/:requestId/decision',
    summary: '逐项核定变更申请；一项都不同意就是不同意，要写理由',
    params,
    body: Type.Object(
      {
        revision: Revision,
        /** 看到的企业修改次数 */
        enterpriseRevision: Revision,
        agree: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 30 }),
        reason: Type.String({ maxLength: 500 }),
      },
      closed,
    ),
    answer: RequestSchema,
  }),
} as const;
