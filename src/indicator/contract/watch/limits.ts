import { Type } from 'typebox';
import { warningRules } from '../../domain/index.ts';
import { closed, Instant, nullable } from '../shape.ts';

const whole = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });

/** When each rule speaks; null switches one off. As `WarningLimits` of the domain. */
export const LimitsSchema = Type.Object(
  {
    pace: nullable(
      Type.Object(
        { lights: Type.Array(Type.Enum(['blue', 'yellow', 'red']), { minItems: 1, maxItems: 3, uniqueItems: true }) },
        closed,
      ),
    ),
    streak: nullable(Type.Object({ months: whole(2, 12) }, closed)),
    outlier: nullable(
      Type.Object(
        { score: Type.Number({ minimum: 1, maximum: 100 }), least: whole(0, 100_000_000), peers: whole(4, 1000) },
        closed,
      ),
    ),
    missing: nullable(Type.Object({ grace: whole(0, 365) }, closed)),
    mismatch: nullable(Type.Object({ figure: whole(0, 1_000_000_000_000), millionths: whole(0, 1_000_000) }, closed)),
    heaping: nullable(
      Type.Object(
        {
          steps: Type.Array(whole(2, 1_000_000), { minItems: 1, maxItems: 6, uniqueItems: true }),
          figures: whole(5, 10_000),
          millionths: whole(1, 1_000_000),
          rarity: whole(10, 1_000_000_000),
          least: whole(0, 1_000_000_000),
        },
        closed,
      ),
    ),
    copyForward: nullable(Type.Object({ times: whole(2, 13), least: whole(0, 1_000_000_000) }, closed)),
  },
  closed,
);

const Region = Type.String({ maxLength: 40, pattern: '^[A-Za-z0-9-]*$', description: '地区；空着是到处' });
const Revision = Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: '看到的修改号；没有设过是 0' });

export const LimitsQuery = Type.Object({ regionId: Type.Optional(Region) }, closed);
export const WatchLimitsSchema = Type.Object(
  {
    region: Type.Object({ id: Type.String(), name: Type.String() }, closed),
    /** 本地区自己设的；0：没有 */
    revision: Revision,
    limits: LimitsSchema,
    usual: LimitsSchema,
    /** 从哪里来：本地区、上级地区，或者随程序带来的 */
    from: nullable(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
    changed: nullable(Type.Object({ by: Type.String(), at: Instant, reason: Type.String() }, closed)),
    others: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, closed), {
      description: '另有规定的地区',
    }),
  },
  closed,
);

export const ChangeLimits = Type.Object(
  {
    regionId: Region,
    revision: Revision,
    /** null：取消本地区的规定，用上级的 */
    limits: nullable(LimitsSchema),
    reason: Type.String({ minLength: 2, maxLength: 500 }),
  },
  closed,
);
export const PreviewLimits = Type.Object({ regionId: Region, limits: LimitsSchema }, closed);

const count = Type.Integer({ minimum: 0 });
/** How many warnings there would be today. */
export const PreviewSchema = Type.Object(
  {
    rules: Type.Array(Type.Object({ rule: Type.Enum([...warningRules]), now: count, would: count }, closed)),
    looked: count,
    of: count,
    /** 全部看过了；没有看完时，数只是看过的部分 */
    whole: Type.Boolean(),
  },
  closed,
);
