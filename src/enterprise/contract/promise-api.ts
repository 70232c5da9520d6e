import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { promiseKindNames, promiseSideNames, promiseStateNames } from '../domain/promise/index.ts';
import { closed, Day, Id, Instant, Named, nullable, oneOf, Reason, RecordId, Revision } from './shape.ts';

/** What the government and an enterprise promised each other. Amounts are whole at the decimals of their kind. */

const read = { method: 'GET', permission: 'enterprise.read', status: 200 } as const;
const keep = { method: 'POST', permission: 'enterprise.keep', status: 200 } as const;
const params = Type.Object({ enterpriseId: RecordId }, closed);
const promiseParams = Type.Object({ promiseId: RecordId }, closed);
const text = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '\\S' });
const Amount = Type.Integer({ minimum: 1, maximum: 9_000_000_000_000, description: '整数，按种类的小数位数' });

const content = {
  side: oneOf(promiseSideNames),
  kind: oneOf(promiseKindNames),
  words: Type.String({ ...text(500), description: '承诺什么' }),
  signedOn: Day,
  dueOn: Day,
  amount: nullable(Amount),
  year: nullable(Type.Integer({ minimum: 1990, maximum: 2200, description: '看哪一年的数' })),
  source: Type.String({ ...text(300), description: '协议或文件的名称和文号' }),
} as const;

export const promiseBoxes = ['open', 'late', 'done', 'all'] as const;
export type PromiseBox = (typeof promiseBoxes)[number];
export const promiseBoxNames: Readonly<Record<PromiseBox, string>> = {
  ...{ open: '未了的', late: '逾期的', done: '有结果的', all: '全部' },
};

export const PromiseSchema = Type.Object(
  {
    ...{ id: RecordId, revision: Revision, ...content },
    enterprise: Named,
    unit: Type.Object({ ...Named.properties }, { ...closed, description: '政府一方兑现或者跟踪的单位' }),
    state: oneOf(promiseStateNames),
    /** person：人写的；register：档案里的数；day：只看日期 */
    stateBy: Type.Enum(['person', 'register', 'day']),
    /** 档案里的数；空的：没有 */
    measured: nullable(Type.Integer()),
    outcomeOn: nullable(Day),
    outcomeWords: nullable(Type.String()),
    outcomeAmount: nullable(Type.Integer()),
    ...{ at: Instant, by: Type.String() },
    may: Type.Object({ keep: Type.Boolean(), settle: Type.Boolean(), file: Type.Boolean() }, closed),
  },
  closed,
);
export const PromiseListSchema = Type.Object(
  { on: Day, promises: Type.Array(PromiseSchema), total: Type.Integer(), mayKeep: Type.Boolean() },
  closed,
);

const PromiseBody = Type.Object({ ...content, unitId: Id }, closed);

export const promiseApi = {
  listPromises: endpoint({
    ...read,
    path: '/enterprise-promises',
    summary: '政府和企业的承诺，先到期的在前；on：那一天的样子',
    query: Type.Object(
      {
        box: Type.Optional(Type.Enum([...promiseBoxes], { description: '缺省是未了的' })),
        enterpriseId: Type.Optional(RecordId),
        promiseId: Type.Optional(RecordId),
        on: Type.Optional(Day),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
        pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      },
      closed,
    ),
    answer: PromiseListSchema,
  }),
  addPromise: endpoint({
    ...{ ...keep, status: 201, path: '/enterprises/:enterpriseId/promises', summary: '登记承诺' },
    ...{ params, body: PromiseBody, answer: PromiseSchema },
  }),
  changePromise: endpoint({
    ...{ ...keep, method: 'PUT', path: '/enterprise-promises/:promiseId', summary: '更正承诺' },
    ...{ params: promiseParams, answer: PromiseSchema },
    body: Type.Object({ ...PromiseBody.properties, revision: Revision, reason: Reason }, closed),
  }),
  removePromise: endpoint({
    ...{ ...keep, path: '/enterprise-promises/:promiseId/remove', summary: '删去登记错的承诺' },
    ...{ params: promiseParams, body: Type.Object({ revision: Revision, reason: Reason }, closed) },
    answer: Type.Object({ removed: Type.Literal(true) }, closed),
  }),
  settlePromise: endpoint({
    ...{ ...keep, path: '/enterprise-promises/:promiseId/outcome', summary: '写承诺的结果；空的：收回' },
    ...{ params: promiseParams, answer: PromiseSchema },
    body: Type.Object(
      {
        revision: Revision,
        outcome: nullable(Type.Enum(['kept', 'broken'])),
        on: Day,
        words: Type.String({ ...text(500), description: '结果怎样，凭什么' }),
        amount: nullable(Type.Integer({ minimum: 0, maximum: 9_000_000_000_000 })),
      },
      closed,
    ),
  }),
} as const;
