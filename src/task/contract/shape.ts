import { type TSchema, Type } from 'typebox';
import { dayPattern } from '../../../platform/http/day-pattern.ts';
import {
  dutyStates,
  eventMeasures,
  type Light,
  lightNames,
  projectSteps,
  roles,
  taskStateNames,
} from '../domain/index.ts';

/** Small words that the schemas of this slice share. */
export const closed = { additionalProperties: false } as const;
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Day = Type.String({ pattern: dayPattern });
export const Instant = Type.String({ format: 'date-time' });
export const Period = Type.String({ pattern: '^[12]\\d{3}(?:-(?:0[1-9]|1[0-2])|-Q[1-4])?$' });
export const Id = Type.String({ minLength: 1, maxLength: 80, pattern: '^[A-Za-z0-9._@-]+$' });
export const Revision = Type.Integer({ minimum: 1, description: '看到的第几版；别人先改了就拒绝' });
export const Title = Type.String({ minLength: 1, maxLength: 120 });
export const Words = Type.String({ maxLength: 2000 });
/** Has to be said; what it may be is judged where it is decided. */
export const Reason = Type.String({ maxLength: 2000, description: '说明，必填' });
export const RoleSchema = Type.Enum([...roles]);
export const DutyStateSchema = Type.Enum([...dutyStates]);
export const TaskStateSchema = Type.Enum(Object.keys(taskStateNames) as (keyof typeof taskStateNames)[]);
export const LightSchema = Type.Enum(Object.keys(lightNames) as Light[]);

/** A light with its reason in one sentence. */
export const LitSchema = Type.Object({ light: LightSchema, reason: Type.String() }, closed);

/** A responsible unit: id null where the name was not found in the register. */
export const UnitSchema = Type.Object({ id: nullable(Id), name: Type.String() }, closed);
export const NamedSchema = Type.Object({ id: Type.String(), name: Type.String() }, closed);
export const PersonSchema = Type.Object(
  { id: Type.String(), name: Type.String(), unitId: nullable(Type.String()) },
  closed,
);
/** Who, when, and what was said. */
export const TraceSchema = Type.Object({ by: PersonSchema, on: Day, words: Type.String() }, closed);

/** A figure as it is kept: the value times 10^decimals. */
export const Figure = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** What a figure counts that fills itself from the library of projects; of one that units report only a proposal. */
export const Events = Type.Optional(
  nullable(
    Type.Object(
      {
        source: Type.Literal('projects'),
        measure: Type.Enum([...eventMeasures]),
        step: Type.Enum([...projectSteps]),
        atLeastFen: nullable(Figure),
        regionId: nullable(Id),
        chainId: nullable(Id),
        confirmed: Type.Boolean({ description: '只算第二个人核定过的' }),
      },
      closed,
    ),
  ),
);

export const EvidenceSchema = Type.Object(
  {
    id: Id,
    kind: Type.Enum(['file', 'photo', 'document', 'link']),
    name: Type.String({ maxLength: 300 }),
  },
  closed,
);

/** Whether the asker may do something now, and if not, why, in one sentence. */
export const MaySchema = Type.Object({ may: Type.Boolean(), why: nullable(Type.String()) }, closed);
