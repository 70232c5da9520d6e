import { Type } from 'typebox';
import * as shape from './shape.ts';

const { closed, Day, Figure, Id, nullable, Reason, Revision } = shape;

/** What is sent with each move. `revision` is that of the task which the sender saw: whoever comes second is refused. */
const ofDuty = { revision: Revision, dutyId: Id } as const;

export const OnlyDuty = Type.Object(ofDuty, closed);
export const DutyWithReason = Type.Object({ ...ofDuty, reason: Reason }, closed);
export const AskExtension = Type.Object({ ...ofDuty, to: Day, reason: Reason }, closed);
/** `to` null: refused. */
export const AnswerExtension = Type.Object({ ...ofDuty, to: nullable(Day), reason: Reason }, closed);
/** `to`: more time for it. */
export const DutyBack = Type.Object({ ...ofDuty, reason: Reason, to: nullable(Day) }, closed);

const Evidence = Type.Array(shape.EvidenceSchema, { maxItems: 30 });

export const ReportProgress = Type.Object(
  {
    ...ofDuty,
    words: shape.Words,
    figures: Type.Array(Type.Object({ deliverableId: Id, value: Figure }, closed), { maxItems: 50 }),
    evidence: Evidence,
    problem: nullable(shape.Words),
    help: nullable(shape.Words),
    /** 手机没有信号时会再送一次：同一个 key 只记一次。 */
    key: Type.Optional(Id),
  },
  closed,
);
export const SubmitDuty = Type.Object({ ...ofDuty, words: Reason, evidence: Evidence }, closed);
export const ReachMilestone = Type.Object({ revision: Revision, milestoneId: Id, words: Reason }, closed);
export const AnswerLetter = Type.Object({ ...ofDuty, number: Type.String({ maxLength: 40 }), words: Reason }, closed);

export const ReassignDuty = Type.Object({ ...ofDuty, unitId: Id, dueOn: nullable(Day), reason: Reason }, closed);
export const UrgeDuty = Type.Object({ ...ofDuty, words: Reason }, closed);
/** The number is given by the office's sign; a letter takes the next one. */
export const SuperviseDuty = Type.Object({ ...ofDuty, replyBy: Day, words: Reason }, closed);
/** To a chief, as the register of posts knows him. */
export const EscalateDuty = Type.Object({ ...ofDuty, postId: Id, words: Reason }, closed);

export const DutyContentSchema = Type.Object(
  {
    id: Type.Optional(Id),
    unitId: nullable(Id),
    unitName: Type.String({ minLength: 1, maxLength: 120 }),
    role: shape.RoleSchema,
    part: nullable(Type.String({ maxLength: 500 })),
    dueOn: nullable(Day),
  },
  closed,
);
export const MilestoneContentSchema = Type.Object(
  {
    id: Type.Optional(Id),
    name: Type.String({ minLength: 1, maxLength: 120 }),
    dueOn: Day,
    dutyId: nullable(Id),
  },
  closed,
);
export const DeliverableContentSchema = Type.Object(
  {
    id: Type.Optional(Id),
    name: Type.String({ minLength: 1, maxLength: 120 }),
    unit: Type.String({ maxLength: 20 }),
    decimals: Type.Integer({ minimum: 0, maximum: 6 }),
    target: Figure,
    comparator: Type.Enum(['>=', '<=']),
    mode: Type.Enum(['cumulative', 'annual', 'level']),
    from: Day,
    by: Day,
    counts: Type.Enum(['reported', 'indicator', 'events']),
    indicatorId: nullable(Type.String({ maxLength: 80 })),
    events: shape.Events,
    dutyId: nullable(Id),
  },
  closed,
);

/** What the office says before it sends a task: who, which part, by when, and what is measured. */
export const SettleTask = Type.Object(
  {
    revision: Revision,
    duties: Type.Array(DutyContentSchema, { minItems: 1, maxItems: 200 }),
    milestones: Type.Array(MilestoneContentSchema, { maxItems: 60 }),
    deliverables: Type.Array(DeliverableContentSchema, { maxItems: 50 }),
  },
  closed,
);
export const AddUnit = Type.Object({ revision: Revision, duty: DutyContentSchema }, closed);
export const DependOn = Type.Object({ revision: Revision, dependsOn: Type.Array(Id, { maxItems: 50 }) }, closed);
export const OnlyRevision = Type.Object({ revision: Revision }, closed);
export const WithReason = Type.Object({ revision: Revision, reason: Reason }, closed);

/** Many planned tasks sent at once: all or, for those that cannot, the reasons. */
export const AssignMany = Type.Object({ taskIds: Type.Array(Id, { minItems: 1, maxItems: 500 }) }, closed);

/** 分解: what each unit below takes over. */
export const SubdivideDuty = Type.Object(
  {
    ...ofDuty,
    shares: Type.Array(
      Type.Object(
        {
          unitId: Id,
          part: nullable(Type.String({ maxLength: 500 })),
          dueOn: nullable(Day),
          figures: Type.Array(Type.Object({ deliverableId: Id, target: Figure }, closed), { maxItems: 50 }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 200 },
    ),
    shortReason: nullable(shape.Words),
  },
  closed,
);

/** A task that does not come from a plan: an instruction, a decision of a meeting, a document from above. */
export const CreateTask = Type.Object(
  {
    title: shape.Title,
    words: nullable(shape.Words),
    source: Type.Union([
      Type.Object({ kind: Type.Literal('instruction') }, closed),
      Type.Object({ kind: Type.Literal('meeting'), title: Type.String({ maxLength: 120 }), on: Day }, closed),
      Type.Object(
        {
          kind: Type.Literal('upper-document'),
          title: Type.String({ minLength: 1, maxLength: 200 }),
          docNumber: nullable(Type.String({ maxLength: 60 })),
          place: nullable(Type.String({ maxLength: 60 })),
        },
        closed,
      ),
    ]),
    chains: Type.Array(Id, { maxItems: 20 }),
    duties: Type.Array(DutyContentSchema, { minItems: 1, maxItems: 200 }),
    milestones: Type.Array(MilestoneContentSchema, { maxItems: 60 }),
    deliverables: Type.Array(DeliverableContentSchema, { maxItems: 50 }),
    dependsOn: Type.Array(Id, { maxItems: 50 }),
    /** 立项后马上下达。 */
    send: Type.Boolean(),
  },
  closed,
);
