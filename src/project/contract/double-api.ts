import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { pairBoxes } from './fields.ts';
import { DecidePairBody, PairListSchema, PairSchema } from './pair.ts';
import { closed, Reason, RecordId, Revision } from './shape.ts';

/** Projects that may be one, and what a person makes of them. */

const params = Type.Object({ pairId: RecordId }, closed);
const decide = { method: 'POST', permission: 'project.review', status: 200, params, answer: PairSchema } as const;

export const doubleApi = {
  listPairs: endpoint({
    method: 'GET',
    permission: 'project.read',
    status: 200,
    path: '/project-pairs',
    summary: '可能是同一个的项目',
    query: Type.Object(
      {
        box: Type.Optional(Type.Enum([...pairBoxes])),
        projectId: Type.Optional(RecordId),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
        pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      },
      closed,
    ),
    answer: PairListSchema,
  }),
  decidePair: endpoint({
    ...decide,
    path: '/project-pairs/:pairId/decision',
    summary: '判定两个项目是不是同一个；是的，留哪一个',
    body: DecidePairBody,
  }),
  undoPair: endpoint({
    ...decide,
    path: '/project-pairs/:pairId/undo',
    summary: '撤销判定，两个项目重新分开算',
    body: Type.Object({ revision: Revision, reason: Reason }, closed),
  }),
} as const;
