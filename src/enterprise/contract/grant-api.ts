import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { importCheckSchema } from '../../../platform/http/import-check.ts';
import { Count, closed, Day, Fen, Instant, Named, nullable, Reason, RecordId, Revision } from './shape.ts';

/** What an enterprise was granted. Money is whole fen. */

const read = { method: 'GET', permission: 'enterprise.read', status: 200 } as const;
const keep = { method: 'POST', permission: 'enterprise.keep', status: 200 } as const;
const params = Type.Object({ enterpriseId: RecordId }, closed);
const grantParams = Type.Object({ enterpriseId: RecordId, grantId: RecordId }, closed);
const text = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '\\S' });

const content = {
  /** 按哪一条：政策编号/条款编号；空的：不在政策库里 */
  clause: nullable(Type.String({ maxLength: 160, pattern: '^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$' })),
  title: Type.String({ ...text(200), description: '奖补事项' }),
  docNumber: Type.String({ maxLength: 80, description: '文号' }),
  grantedOn: Day,
  amountFen: Type.Integer({ ...Fen, minimum: 1 }),
  payer: Type.String({ ...text(80), description: '出钱的一方' }),
  paidYear: nullable(Type.Integer({ minimum: 1990, maximum: 2200, description: '哪一年拨付；空的：还没有' })),
  source: Type.String({ ...text(300), description: '凭什么：拨付文件、公示等' }),
} as const;

export const GrantSchema = Type.Object(
  {
    ...{ id: RecordId, revision: Revision },
    ...{ ...content, clause: nullable(Named) },
    ...{ at: Instant, by: Type.String() },
  },
  closed,
);

export const GrantListSchema = Type.Object(
  {
    on: Day,
    grants: Type.Array(GrantSchema),
    /** 按发文的年份和拨付的年份合计 */
    years: Type.Array(Type.Object({ year: Type.Integer(), grantedFen: Fen, paidFen: Fen }, closed)),
    ...{ grantedFen: Fen, paidFen: Fen },
    mayKeep: Type.Boolean(),
  },
  closed,
);

const GrantBody = Type.Object(content, closed);

export const grantApi = {
  listGrants: endpoint({
    ...read,
    path: '/enterprises/:enterpriseId/grants',
    summary: '一个企业拿到过的奖补；on：那一天以前的',
    params,
    query: Type.Object({ on: Type.Optional(Day) }, closed),
    answer: GrantListSchema,
  }),
  addGrant: endpoint({
    ...{ ...keep, status: 201, path: '/enterprises/:enterpriseId/grants', summary: '登记拿到的奖补' },
    ...{ params, body: GrantBody, answer: GrantListSchema },
  }),
  changeGrant: endpoint({
    ...{ ...keep, method: 'PUT', path: '/enterprises/:enterpriseId/grants/:grantId', summary: '更正拿到的奖补' },
    ...{ params: grantParams, answer: GrantListSchema },
    body: Type.Object({ ...content, revision: Revision, reason: Reason }, closed),
  }),
  removeGrant: endpoint({
    ...{ ...keep, path: '/enterprises/:enterpriseId/grants/:grantId/remove', summary: '删去登记错的奖补' },
    ...{ params: grantParams, answer: GrantListSchema },
    body: Type.Object({ revision: Revision, reason: Reason }, closed),
  }),
  grantTemplate: endpoint({ ...read, path: '/enterprise-grants/template', summary: '奖补清单的空表' }),
  /** A form: `file` (.xlsx or .csv). Saves nothing. */
  checkGrants: endpoint({
    ...{ ...keep, path: '/enterprise-grants/check', summary: '检查要导入的奖补清单' },
    answer: importCheckSchema({}),
  }),
  /** The same with `fingerprint`: all of it or nothing. */
  importGrants: endpoint({
    ...{ ...keep, status: 201, path: '/enterprise-grants', summary: '导入奖补清单' },
    answer: Type.Object({ added: Count, changed: Count }, closed),
  }),
} as const;
