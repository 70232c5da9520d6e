import { Type } from 'typebox';
import { ruleKinds } from '../domain/index.ts';
import { closed, Day, Id, Instant, NamedSchema, nullable } from './shape.ts';

const days = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });

export const LightRulesSchema = Type.Object(
  { nearDays: days(0, 366), paceTolerance: days(0, 100), silentDays: days(0, 3660) },
  closed,
);
export const WeightsSchema = Type.Object({ lead: days(1, 100), cooperating: days(0, 100) }, closed);
export const UrgingRulesSchema = Type.Object(
  {
    unsigned: days(1, 60),
    before: days(0, 60),
    letter: days(1, 120),
    urgings: days(1, 20),
    reply: days(1, 60),
    escalate: days(1, 250),
    rest: days(1, 60),
  },
  closed,
);
const Run = nullable(
  Type.Object(
    {
      /** 截止日在这一期最后一个工作日之后几个工作日；负数是之前。 */
      due: days(-20, 40),
      /** 截止日之前几个工作日开始填报。 */
      open: days(0, 40),
      /** 截止日之前几个工作日提醒没有报的。 */
      remind: Type.Array(days(0, 40), { maxItems: 5, uniqueItems: true }),
    },
    closed,
  ),
);
export const CycleRulesSchema = Type.Object({ monthly: Run, quarterly: Run, yearly: Run }, closed);
export const SignSchema = Type.String({ maxLength: 40 });

/** One kind of rule with its content; content null: what holds above holds again. */
export const RuleSchema = Type.Union([
  Type.Object({ kind: Type.Literal('light'), content: nullable(LightRulesSchema) }, closed),
  Type.Object({ kind: Type.Literal('weights'), content: nullable(WeightsSchema) }, closed),
  Type.Object({ kind: Type.Literal('urging'), content: nullable(UrgingRulesSchema) }, closed),
  Type.Object({ kind: Type.Literal('cycle'), content: nullable(CycleRulesSchema) }, closed),
  Type.Object({ kind: Type.Literal('sign'), content: nullable(SignSchema) }, closed),
]);

const RulesSchema = Type.Object(
  {
    light: LightRulesSchema,
    weights: WeightsSchema,
    urging: UrgingRulesSchema,
    cycle: CycleRulesSchema,
    sign: nullable(SignSchema),
  },
  closed,
);

export const SettingsSchema = Type.Object(
  {
    region: NamedSchema,
    /** 可以查看和设置的地区。 */
    regions: Type.Array(NamedSchema),
    /** 本地区一共设过几次；修改时一并送来，别人先改了就拒绝。 */
    revision: Type.Integer({ minimum: 0 }),
    /** 今天施行的，和没有设过时通用的。 */
    rules: RulesSchema,
    usual: RulesSchema,
    /** 各种规则来自哪个地区、从哪一天起；通用的不列。 */
    from: Type.Array(Type.Object({ kind: Type.Enum([...ruleKinds]), region: NamedSchema, on: Day }, closed)),
    /** 本地区每一次的设定，从新到旧。 */
    history: Type.Array(
      Type.Object(
        {
          id: Type.Integer(),
          rule: RuleSchema,
          from: Day,
          reason: Type.String(),
          at: Instant,
          by: Type.String(),
        },
        closed,
      ),
    ),
    may: Type.Boolean(),
  },
  closed,
);

export const ChangeRule = Type.Object(
  {
    regionId: Id,
    revision: Type.Integer({ minimum: 0 }),
    rule: RuleSchema,
    /** 从哪一天起。 */
    from: Day,
    reason: Type.String({ minLength: 2, maxLength: 500 }),
  },
  closed,
);
