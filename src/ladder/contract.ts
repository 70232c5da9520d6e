import { type Static, Type } from 'typebox';
import { endpoint } from '../../platform/http/endpoint.ts';

/** The API of the ladder: how one enterprise stands by the editions of a day. */

const closed = { additionalProperties: false } as const;
const Id = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9_-]+$' });
const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const oneOf = <T extends string[]>(...values: readonly [...T]) => Type.Enum<T>(values);
const State = oneOf('yes', 'no', 'unknown');

const LineSchema = Type.Object(
  {
    id: Type.String(),
    kind: oneOf('exclude', 'condition', 'indicator', 'shortcut'),
    name: Type.String(),
    place: Type.String(),
    state: nullable(State),
    /** Of an indicator: points that are sure, still possible, and at most. */
    least: nullable(Type.Integer()),
    most: nullable(Type.Integer()),
    full: nullable(Type.Integer()),
    /** What it rests on, as the facts of the register say it, and from where. */
    facts: Type.Array(
      Type.Object({ name: Type.String(), value: nullable(Type.String()), from: Type.String() }, closed),
    ),
  },
  closed,
);

export const StandingSchema = Type.Object(
  {
    title: Type.Object({ id: Type.String(), name: Type.String(), ladder: Type.String(), step: Type.Integer() }, closed),
    standing: oneOf('held', 'expiring', 'expired', 'none'),
    givenOn: nullable(Day),
    endsOn: nullable(Day),
    edition: nullable(
      Type.Object(
        {
          id: Type.String(),
          name: Type.String(),
          docNumber: nullable(Type.String()),
          hash: Type.String(),
          empty: nullable(Type.String()),
        },
        closed,
      ),
    ),
    /** null: no edition is in force on the day. */
    verdict: nullable(oneOf('met', 'unmet', 'unknown', 'empty')),
    points: nullable(Type.Object({ least: Type.Integer(), most: Type.Integer(), asked: Type.Integer() }, closed)),
    lines: Type.Array(LineSchema),
    /** By how much each demand is short, the nearest way to the missing points, and the nearest short cut; sentences. */
    gaps: Type.Array(Type.String()),
    steps: Type.Array(Type.String()),
    shortcut: nullable(Type.String()),
    missing: Type.Array(Type.String()),
    open: Type.Array(Type.String()),
  },
  closed,
);

export const LadderSchema = Type.Object({ on: Day, titles: Type.Array(StandingSchema) }, closed);

export const ladderApi = {
  readLadder: endpoint({
    ...{ method: 'GET', permission: 'enterprise.read', status: 200 },
    path: '/enterprises/:enterpriseId/ladder',
    summary: '一家企业在各称号上：有没有、够不够、差多少、什么时候够',
    params: Type.Object({ enterpriseId: Id }, closed),
    query: Type.Object({ on: Type.Optional(Day) }, closed),
    answer: LadderSchema,
  }),
} as const;

export type LadderJson = Static<typeof LadderSchema>;
export type StandingJson = Static<typeof StandingSchema>;
export type LadderLineJson = Static<typeof LineSchema>;

export * from './contract/pipeline/index.ts';
export * from './contract/selection/index.ts';
