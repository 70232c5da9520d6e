import { Type } from 'typebox';
import { listAnswer } from '../../../platform/http/list-query.ts';
import { likenessNames } from '../domain/double/model.ts';
import { stageNames } from '../domain/model/index.ts';
import { pairStateNames } from './fields.ts';
import { closed, Day, Fen, Instant, Named, nullable, oneOf, Reason, RecordId, Revision, Sum } from './shape.ts';

const SideSchema = Type.Object(
  {
    id: RecordId,
    name: Type.String(),
    enterprise: Type.String(),
    code: nullable(Type.String()),
    region: Named,
    unit: Named,
    site: Type.String(),
    scope: Type.String(),
    stage: oneOf(stageNames),
    totalFen: Fen,
    doneFen: Sum,
    createdOn: Day,
    mergedInto: nullable(RecordId),
  },
  closed,
);

export const PairSchema = Type.Object(
  {
    id: RecordId,
    revision: Revision,
    first: SideSchema,
    second: SideSchema,
    score: Type.Integer({ minimum: 0, maximum: 100 }),
    reasons: Type.Array(
      Type.Object({ part: oneOf(likenessNames), alike: Type.Integer({ minimum: 0, maximum: 100 }) }, closed),
    ),
    state: oneOf(pairStateNames),
    foundAt: Instant,
    keptId: nullable(RecordId),
    decided: nullable(Type.Object({ at: Instant, by: Type.String(), reason: Type.String() }, closed)),
    mayDecide: Type.Boolean(),
  },
  closed,
);
export const PairListSchema = listAnswer(PairSchema);

export const DecidePairBody = Type.Union([
  Type.Object({ revision: Revision, decision: Type.Literal('same'), keepId: RecordId, reason: Reason }, closed),
  Type.Object({ revision: Revision, decision: Type.Literal('other'), reason: Reason }, closed),
]);
