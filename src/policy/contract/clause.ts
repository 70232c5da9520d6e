import { Type } from 'typebox';
import { GroupSchema, ParameterSchema, PolicyHeadSchema } from './document.ts';
import { WindowStateSchema } from './library.ts';
import { ReasonLineSchema, RuleLineSchema, StateSchema } from './reason.ts';
import { ClauseId, ClauseParams, closed, Day, Instant, Most, nullable, PackHash, PayerSchema, Yuan } from './shape.ts';

/** One clause: sentence, rule, source, examples, history, countersignatures. */

export const CountersignSchema = Type.Object(
  {
    id: Type.String(),
    unit: Type.String(),
    by: Type.String({ description: '会签的人和岗位' }),
    at: Instant,
    hash: PackHash,
    sentence: Type.String({ description: '会签时的句子' }),
    standing: Type.Boolean({ description: '内容包没有变，也没有撤回' }),
    withdrawnAt: nullable(Instant),
    mine: Type.Boolean({ description: '由当前岗位会签，可以撤回' }),
  },
  closed,
);

export const BenefitLineSchema = Type.Object(
  { depth: Type.Integer({ minimum: 0 }), label: Type.String(), words: Type.String() },
  closed,
);

export const ClauseSchema = Type.Object(
  {
    policy: PolicyHeadSchema,
    ...{ id: ClauseId, title: Type.String(), for: Type.String(), sentence: Type.String() },
    place: Type.String(),
    headings: Type.Array(Type.Object({ no: Type.String(), title: Type.String() }, closed), {
      description: '从大到小的标题；没有提纲时为空',
    }),
    source: nullable(
      Type.Object(
        {
          ...{ planId: Type.String(), title: Type.String() },
          items: Type.Array(Type.Object({ itemId: Type.String(), words: Type.String() }, closed)),
        },
        { ...closed, description: '库里同一份文件在这一处读出的条款，最像的在前' },
      ),
    ),
    rule: Type.Array(RuleLineSchema),
    exclusions: Type.Array(Type.String()),
    benefit: Type.Array(BenefitLineSchema),
    most: Most,
    payers: Type.Array(PayerSchema),
    rest: nullable(Type.String({ description: '零头归谁' })),
    window: WindowStateSchema,
    windowSpan: nullable(Type.Object({ from: Day, to: Day }, closed)),
    groups: Type.Array(GroupSchema, { description: '和别的条款就高或并计的组' }),
    evidence: Type.Array(Type.String()),
    open: Type.Array(Type.String()),
    facts: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), unit: Type.String(), from: Type.String() }, closed),
    ),
    parameters: Type.Array(ParameterSchema),
    examples: Type.Array(
      Type.Object(
        {
          number: Type.Integer({ minimum: 1 }),
          title: Type.String(),
          on: nullable(Day),
          pays: nullable(Yuan),
          facts: Type.Array(Type.Object({ name: Type.String(), value: Type.String() }, closed)),
        },
        closed,
      ),
    ),
    editions: Type.Array(
      Type.Object(
        {
          policyId: Type.String(),
          clauseId: nullable(ClauseId),
          title: Type.String(),
          from: nullable(Day),
          to: nullable(Day),
        },
        closed,
      ),
      { description: '同名文件的其他各版；clauseId 是其中的同一条' },
    ),
    countersigns: Type.Array(CountersignSchema, { description: '最近的在前；外人看不到' }),
    may: Type.Object(
      {
        countersign: Type.Boolean({ description: '当前岗位现在可以会签：看的是今天的句子，本单位还没有会签' }),
        see: Type.Boolean(),
      },
      closed,
    ),
  },
  closed,
);

export const ExampleParams = Type.Object(
  { ...ClauseParams.properties, number: Type.Integer({ minimum: 1, maximum: 60 }) },
  closed,
);
/** Why an example comes out as it does; the explanation is the one that an enterprise gets. */
export const ExampleSchema = Type.Object(
  {
    ...{ number: Type.Integer(), title: Type.String(), on: Day, hash: PackHash },
    state: StateSchema,
    amount: nullable(Yuan),
    amountWords: Type.String(),
    excluded: nullable(ReasonLineSchema),
    because: Type.Array(ReasonLineSchema),
    missing: Type.Array(Type.Object({ fact: Type.String(), from: Type.String() }, closed)),
    payers: Type.Array(Type.Object({ payer: Type.String(), amount: Yuan }, closed)),
  },
  closed,
);

/** What was read: neither another content of the pack nor the sentence of another day is countersigned by mistake. */
export const Countersign = Type.Object({ hash: PackHash, sentence: Type.String({ maxLength: 20_000 }) }, closed);
