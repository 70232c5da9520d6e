import Type, { type Static } from 'typebox';
import { closed, day, id, oneOf, text } from '../../../platform/pack-loader/fields.ts';

const days = () => Type.Integer({ minimum: 1, maximum: 3650 });
const percent = () => Type.Integer({ minimum: 1, maximum: 1000 });

/** How long permits and stages of a project may take, and when its alarms speak; where no region has set its own. */
export const normsSchema = closed({
  kind: oneOf('project-norms'),
  id: id(),
  source: text(),
  norms: Type.Array(
    closed({
      from: day(),
      permits: Type.Array(
        closed({
          kind: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
          name: text(80),
          days: days(),
          /** Working days; else days of the calendar. */
          working: Type.Boolean(),
          source: text(200),
        }),
        { minItems: 1, maxItems: 60 },
      ),
      stays: Type.Array(
        closed({
          position: oneOf('planned', 'waiting', 'started', 'completed', 'producing'),
          days: days(),
          source: text(200),
        }),
        { maxItems: 5 },
      ),
      limits: closed({
        silentYellow: Type.Integer({ minimum: 1, maximum: 24 }),
        silentRed: Type.Integer({ minimum: 1, maximum: 36 }),
        behindYellow: percent(),
        behindRed: percent(),
        lateRed: Type.Integer({ minimum: 0, maximum: 3650 }),
        nearDays: Type.Integer({ minimum: 0, maximum: 365 }),
        overTotal: percent(),
      }),
      /** 万元 */
      thresholds: Type.Array(Type.Integer({ minimum: 1, maximum: 100_000_000 }), { maxItems: 10 }),
    }),
    { minItems: 1, maxItems: 50 },
  ),
});

export type NormsContent = Static<typeof normsSchema>;
