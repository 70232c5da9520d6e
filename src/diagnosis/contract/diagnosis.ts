import { Type } from 'typebox';
import { listAnswer } from '../../../platform/http/list-query.ts';
import { diagnosisStateNames, handNames, minimumFactNames } from '../domain/model/index.ts';
import {
  Count,
  closed,
  Day,
  Id,
  Instant,
  Named,
  nullable,
  oneOf,
  Points,
  QuestionId,
  RecordId,
  Revision,
  Value,
} from './shape.ts';

const Text = Type.String();
const State = oneOf(diagnosisStateNames);

const head = {
  ...{ id: RecordId, revision: Revision, state: State, answered: Count, wanted: Count },
  enterprise: Type.Object({ id: RecordId, name: Text, code: nullable(Text) }, closed),
  region: Named,
  chain: nullable(Named),
  ...{ industry: nullable(Text), scale: nullable(Text) },
  questionnaire: Type.Object({ id: Text, name: Text, edition: Text, table: Text }, closed),
  byItself: Type.Boolean(),
  ...{ begunAt: Instant, begunBy: Text, submittedAt: nullable(Instant), submittedBy: nullable(Text) },
  ...{ inspectedAt: nullable(Instant), inspectedBy: nullable(Text) },
  ...{ selfScore: nullable(Points), score: nullable(Points), level: nullable(Count), levelName: nullable(Text) },
} as const;

export const DiagnosisRowSchema = Type.Object(head, closed);
export const DiagnosisListSchema = listAnswer(DiagnosisRowSchema);

const Option = Type.Object({ id: Text, text: Text, points: Points, alone: Type.Boolean() }, closed);
/** A question as it is asked; what a kind does not have is empty. */
export const QuestionSchema = Type.Object(
  {
    ...{ id: QuestionId, text: Text, help: Text, optional: Type.Boolean(), evidenceHint: Text },
    kind: Type.Enum(['one', 'several', 'number', 'scale', 'text']),
    evidence: Type.Enum(['none', 'wanted', 'must']),
    skipped: Type.Enum(['zero', 'leave-out']),
    shownWhen: nullable(Type.Object({ text: Text, root: Type.Unknown() }, closed)),
    options: Type.Optional(Type.Array(Option)),
    ...{ mostPoints: Type.Optional(Points), unit: Type.Optional(Text), decimals: Type.Optional(Count) },
    least: Type.Optional(Type.Union([Text, Type.Integer()])),
    most: Type.Optional(Type.Union([Text, Type.Integer()])),
    bands: Type.Optional(Type.Array(Type.Object({ from: Text, points: Points }, closed))),
    ...{ leastText: Type.Optional(Text), mostText: Type.Optional(Text), points: Type.Optional(Points) },
    longest: Type.Optional(Count),
  },
  closed,
);

export const FormSchema = Type.Object(
  {
    ...{ source: Text, isOwnWording: Type.Boolean(), open: Type.Array(Text), promise: Text },
    sides: Type.Array(
      Type.Object({ id: Text, name: Text, weight: Points, questions: Type.Array(QuestionSchema) }, closed),
    ),
  },
  closed,
);

const AnswerSchema = Type.Object(
  { questionId: QuestionId, value: nullable(Value), note: Text, revision: Revision, at: Instant, by: Text },
  closed,
);
const FileSchema = Type.Object(
  {
    ...{ id: RecordId, hand: oneOf(handNames), questionId: QuestionId, name: Text, type: Text, size: Count },
    ...{ at: Instant, by: Text },
  },
  closed,
);

export const DiagnosisSchema = Type.Object(
  {
    ...head,
    form: FormSchema,
    /** 问卷在开始填写以后改过 */
    packChanged: Type.Boolean(),
    self: Type.Array(AnswerSchema),
    inspector: Type.Array(AnswerSchema),
    files: Type.Array(FileSchema),
    ...{ inspectionNote: Text, frozenSm3: nullable(Text), resultSm3: nullable(Text) },
    may: Type.Object({ fill: Type.Boolean(), inspect: Type.Boolean(), drop: Type.Boolean() }, closed),
  },
  closed,
);

const QuestionScoreSchema = Type.Object(
  { id: QuestionId, text: Text, got: Points, worth: Points, shown: Type.Boolean(), leftOut: Type.Boolean(), why: Text },
  closed,
);
const RaiseSchema = Type.Object({ id: QuestionId, text: Text, from: Text, to: Text, gain: Points }, closed);

const StandingSchema = Type.Object(
  {
    ...{ scheme: Named, source: Text, local: Type.Boolean(), level: Count, name: nullable(Text) },
    meaning: Text,
    /** 核验以后写进档案的哪一项 */
    fact: nullable(Text),
    levels: Type.Array(Type.Object({ level: Count, name: Text, border: Points }, closed)),
    next: nullable(Type.Object({ level: Count, name: Text, border: Points, gap: Points }, closed)),
    path: Type.Object({ steps: Type.Array(RaiseSchema), gain: Points, reaches: Type.Boolean() }, closed),
  },
  closed,
);

export const ResultSchema = Type.Object(
  {
    diagnosis: DiagnosisRowSchema,
    /** 核验过的；没有核验的是自评 */
    checked: Type.Boolean(),
    ...{ total: Points, isOwnWording: Type.Boolean(), open: Type.Array(Text), source: Text },
    sides: Type.Array(
      Type.Object(
        {
          ...{ id: Text, name: Text, got: Points, worth: Points, selfGot: Points },
          questions: Type.Array(QuestionScoreSchema),
        },
        closed,
      ),
    ),
    standings: Type.Array(StandingSchema),
    raises: Type.Array(RaiseSchema),
    differences: Type.Array(
      Type.Object({ id: QuestionId, text: Text, self: Text, inspector: Text, change: Points, note: Text }, closed),
    ),
    uplift: nullable(
      Type.Object(
        {
          ...{ diagnosisId: RecordId, at: Instant, beforeLevel: nullable(Text), beforeScore: Points },
          /** 版次、行业表 */
          beforeForm: Type.Array(Text),
          likeness: Type.Enum(['same', 'changed', 'other-table', 'other-edition']),
          /** 空的：题目不同，不能相减 */
          total: nullable(Points),
          sides: Type.Array(Type.Object({ id: Text, name: Text, before: Points, after: Points }, closed)),
        },
        closed,
      ),
    ),
    peers: nullable(
      Type.Object(
        {
          ...{ alike: Type.Array(Type.Enum(['industry', 'region', 'scale'])), others: Count, below: Count },
          /** 各方面的平均得分率 */
          shares: Type.Array(Type.Object({ id: Text, percent: Count }, closed)),
        },
        closed,
      ),
    ),
    policies: Type.Array(
      Type.Object({ policyId: Text, policyTitle: Text, clauseId: Text, title: Text, place: Text, words: Text }, closed),
    ),
    providers: Type.Array(
      Type.Object({ id: RecordId, name: Text, services: Text, sides: Type.Array(Text), contact: Text }, closed),
    ),
  },
  closed,
);

export const ProspectSchema = Type.Object(
  {
    enterprise: Type.Object({ id: RecordId, name: Text, unitId: nullable(Id) }, closed),
    past: Type.Array(DiagnosisRowSchema),
    questionnaires: Type.Array(
      Type.Object(
        {
          ...{ id: Text, name: Text, edition: Text, table: Text, questions: Count, isOwnWording: Type.Boolean() },
          open: Type.Array(Text),
          missing: Type.Array(oneOf(minimumFactNames)),
        },
        closed,
      ),
    ),
    /** 知道有、还不能用的版本 */
    empty: Type.Array(Type.Object({ name: Text, edition: Text, source: Text, open: Type.Array(Text) }, closed)),
    duties: Type.Array(Type.Object({ campaignId: RecordId, name: Text, dueOn: Day }, closed)),
    may: Type.Object({ fill: Type.Boolean(), inspect: Type.Boolean() }, closed),
  },
  closed,
);

export const SavedSchema = Type.Object(
  {
    ...{ answered: Count, wanted: Count },
    answers: Type.Array(
      Type.Object(
        {
          ...{ questionId: Text, revision: Revision, state: Type.Enum(['saved', 'conflict', 'refused']) },
          value: Type.Optional(nullable(Value)),
          ...{ note: Type.Optional(Text), by: Type.Optional(Text), message: Type.Optional(Text) },
        },
        closed,
      ),
    ),
  },
  closed,
);
