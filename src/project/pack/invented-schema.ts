import Type, { type Static } from 'typebox';
import { closed, id, oneOf, orNull, text } from '../../../platform/pack-loader/fields.ts';

const months = () => Type.Integer({ minimum: -120, maximum: 120 });

/** Projects of an invented place, for the demo. Months count from the month in which the demo begins; sums are in 万元. */
export const inventedSchema = closed({
  kind: oneOf('invented-projects'),
  id: id(),
  source: text(),
  /** What nobody has registered may only be shown as invented. */
  invented: Type.Literal(true),
  projects: Type.Array(
    closed({
      name: text(120),
      enterprise: text(120),
      unit: id(),
      chain: orNull(id()),
      nature: oneOf('new', 'expand', 'upgrade', 'move'),
      site: text(200),
      scope: text(1000),
      total: Type.Integer({ minimum: 1 }),
      position: oneOf('planned', 'waiting', 'started', 'completed', 'producing', 'reached'),
      /** How many months ago it came there. */
      since: months(),
      /** How many months ago it began; where it has gone further than that. */
      begun: orNull(months()),
      /** Planned months of start, completion and production from now; below 0: they have passed. */
      start: orNull(months()),
      completion: orNull(months()),
      production: orNull(months()),
      /** What was done, in percent of what was planned. */
      pace: Type.Integer({ minimum: 0, maximum: 200 }),
      /** How many months have not been reported. */
      silent: Type.Integer({ minimum: 0, maximum: 24 }),
      /** A permit that is taken in and not done: its kind and how many days ago it was taken in. */
      permit: orNull(closed({ kind: text(40), name: text(80), accepted: Type.Integer({ minimum: 0, maximum: 720 }) })),
      /** A unit that follows it. */
      follower: orNull(id()),
    }),
    { minItems: 1, maxItems: 500 },
  ),
});

export type InventedContent = Static<typeof inventedSchema>;
export type InventedProject = InventedContent['projects'][number];
