import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { listAnswer } from '../../../platform/http/list-query.ts';
import { findings, likenessNames } from '../domain/double/model.ts';
import { partNames } from './fields.ts';
import { closed, Instant, Named, nullable, oneOf, Reason, RecordId, Revision } from './shape.ts';

/** Enterprises that may be one, and what a person makes of them. */

export const pairStateNames = { open: '待判定', same: '是同一户', other: '不是同一户' } as const;
export const pairBoxes = ['open', 'same', 'other', 'all'] as const;
/** Of two that are one, a person chooses which of these the kept one has from the other. */
export const mergedParts = [
  'code',
  'name',
  'legalRepresentative',
  'address',
  'regionId',
  'industry',
  'scale',
  'foundedOn',
  'capitalFen',
  'scope',
  'products',
  'state',
] as const;
export type MergedPart = (typeof mergedParts)[number];

const SideSchema = Type.Object(
  {
    ...{
      id: RecordId,
      revision: Revision,
      name: Type.String(),
      code: nullable(Type.String()),
      otherNames: Type.Array(Type.String()),
    },
    ...{ legalRepresentative: Type.String(), address: Type.String(), region: Named, industry: nullable(Type.String()) },
    ...{
      scale: nullable(Type.String()),
      foundedOn: nullable(Type.String()),
      capitalFen: nullable(Type.Integer()),
      scope: Type.String(),
    },
    ...{
      products: Type.Array(Type.String()),
      state: Type.String(),
      titles: Type.Array(Type.String()),
      createdAt: Instant,
      mergedInto: nullable(RecordId),
    },
  },
  closed,
);

export const PairSchema = Type.Object(
  {
    ...{
      id: RecordId,
      revision: Revision,
      first: SideSchema,
      second: SideSchema,
      score: Type.Integer({ minimum: 0, maximum: 1000 }),
    },
    reasons: Type.Array(
      Type.Object({ part: oneOf(likenessNames), finding: oneOf(findings), weight: Type.Integer() }, closed),
    ),
    ...{ state: oneOf(pairStateNames), foundAt: Instant, keptId: nullable(RecordId) },
    decided: nullable(Type.Object({ at: Instant, by: Type.String(), reason: Type.String() }, closed)),
    mayDecide: Type.Boolean(),
  },
  closed,
);

const params = Type.Object({ pairId: RecordId }, closed);
const decide = { method: 'POST', permission: 'enterprise.review', status: 200, params, answer: PairSchema } as const;

export const doubleApi = {
  listPairs: endpoint({
    ...{
      method: 'GET',
      permission: 'enterprise.read',
      status: 200,
      path: '/enterprise-pairs',
      summary: '可能是同一户的企业',
    },
    query: Type.Object(
      {
        box: Type.Optional(Type.Enum([...pairBoxes])),
        enterpriseId: Type.Optional(RecordId),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
        pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      },
      closed,
    ),
    answer: listAnswer(PairSchema),
  }),
  decidePair: endpoint({
    ...{
      ...decide,
      path: '/enterprise-pairs/:pairId/decision',
      summary: '判定两户是不是同一户；是的，留哪一户，哪几项用另一户的',
    },
    body: Type.Union([
      Type.Object(
        {
          revision: Revision,
          decision: Type.Literal('same'),
          keepId: RecordId,
          take: Type.Array(Type.Enum([...mergedParts]), {
            maxItems: 20,
            description: Object.values(partNames).join('、'),
          }),
          reason: Reason,
        },
        closed,
      ),
      Type.Object({ revision: Revision, decision: Type.Literal('other'), reason: Reason }, closed),
    ]),
  }),
  undoPair: endpoint({
    ...{ ...decide, path: '/enterprise-pairs/:pairId/undo', summary: '撤销判定，两户重新分开' },
    body: Type.Object({ revision: Revision, reason: Reason }, closed),
  }),
} as const;
