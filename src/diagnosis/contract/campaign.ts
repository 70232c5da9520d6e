import { Type } from 'typebox';
import { listAnswer } from '../../../platform/http/list-query.ts';
import { dutyStateNames } from '../domain/model/index.ts';
import { Count, closed, Day, Id, Instant, Named, nullable, oneOf, RecordId, Revision } from './shape.ts';

const Text = Type.String();
const counts = { all: Count, none: Count, filling: Count, submitted: Count, inspected: Count } as const;

export const CampaignSchema = Type.Object(
  {
    ...{ id: RecordId, revision: Revision, name: Text, region: Named, unit: Named, chain: nullable(Named) },
    ...{ questionnaire: Named, industries: Type.Array(Text), scales: Type.Array(Text) },
    ...{ beginsOn: Day, dueOn: Day, note: Text, closedAt: nullable(Instant), createdAt: Instant, createdBy: Text },
    ...{ overdue: Type.Boolean(), mayManage: Type.Boolean() },
    ...counts,
  },
  closed,
);

export const CampaignBody = Type.Object(
  {
    name: Type.String({ minLength: 2, maxLength: 80, pattern: '\\S' }),
    regionId: Id,
    chainId: Type.Optional(nullable(Id)),
    questionnaireId: Id,
    industries: Type.Array(Type.String({ pattern: '^[0-9]{2,4}$' }), { maxItems: 50 }),
    scales: Type.Array(Type.Enum(['large', 'medium', 'small', 'micro']), { maxItems: 4 }),
    ...{ beginsOn: Day, dueOn: Day, note: Type.String({ maxLength: 1000 }) },
  },
  closed,
);

const Group = Type.Object(
  {
    ...{ key: Text, name: Text, ...counts },
    levels: Type.Array(Type.Object({ level: Count, name: Text, count: Count }, closed)),
  },
  closed,
);
export const BoardSchema = Type.Object(
  { campaign: CampaignSchema, regions: Type.Array(Group), chains: Type.Array(Group) },
  closed,
);

export const DutySchema = Type.Object(
  {
    enterprise: Type.Object({ id: RecordId, name: Text, code: nullable(Text) }, closed),
    ...{ region: Named, chain: nullable(Named), state: oneOf(dutyStateNames), diagnosisId: nullable(RecordId) },
    ...{ levelName: nullable(Text), answered: Count, wanted: Count, reminders: Count, remindedAt: nullable(Instant) },
    /** 有没有自己的账号单位，没有的待办送不到 */
    reachable: Type.Boolean(),
  },
  closed,
);
export const DutyListSchema = listAnswer(DutySchema);

export const ProviderSchema = Type.Object(
  {
    ...{ id: RecordId, revision: Revision, name: Text, region: Named, unit: Named, sides: Type.Array(Text) },
    ...{ services: Text, cases: Text, contact: Text, mayManage: Type.Boolean() },
  },
  closed,
);
export const ProviderBody = Type.Object(
  {
    name: Type.String({ minLength: 2, maxLength: 80, pattern: '\\S' }),
    regionId: Id,
    sides: Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 12, uniqueItems: true }),
    services: Type.String({ minLength: 2, maxLength: 500, pattern: '\\S' }),
    cases: Type.String({ maxLength: 1000 }),
    contact: Type.String({ maxLength: 200 }),
  },
  closed,
);
