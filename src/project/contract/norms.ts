import { Type } from 'typebox';
import { Count, closed, Day, Fen, Id, Named, nullable, Revision } from './shape.ts';

const Source = Type.String({ maxLength: 200 });
const Days = Type.Integer({ minimum: 1, maximum: 3650 });
const Percent = Type.Integer({ minimum: 1, maximum: 1000 });

export const NormsContentSchema = Type.Object(
  {
    permits: Type.Array(
      Type.Object(
        {
          kind: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
          name: Type.String({ minLength: 1, maxLength: 80 }),
          days: Days,
          working: Type.Boolean({ description: '按工作日算' }),
          source: Source,
        },
        closed,
      ),
      { maxItems: 60 },
    ),
    stays: Type.Array(
      Type.Object(
        {
          position: Type.Enum(['planned', 'waiting', 'started', 'completed', 'producing']),
          days: Days,
          source: Source,
        },
        closed,
      ),
      { maxItems: 5 },
    ),
    limits: Type.Object(
      {
        silentYellow: Type.Integer({ minimum: 1, maximum: 24 }),
        silentRed: Type.Integer({ minimum: 1, maximum: 36 }),
        behindYellow: Percent,
        behindRed: Percent,
        lateRed: Type.Integer({ minimum: 0, maximum: 3650 }),
        nearDays: Type.Integer({ minimum: 0, maximum: 365 }),
        overTotal: Percent,
      },
      closed,
    ),
    thresholds: Type.Array(Fen, { maxItems: 10 }),
  },
  closed,
);

export const NormsSchema = Type.Object(
  {
    region: Named,
    from: Day,
    /** 0：本地区没有自己的，用的是上级的或者缺省的 */
    revision: Revision,
    /** 用的是谁的；没有：随程序带来的缺省值 */
    owner: nullable(Named),
    content: NormsContentSchema,
    mayChange: Type.Boolean(),
  },
  closed,
);

export const NormsQuery = Type.Object({ regionId: Type.Optional(Id), on: Type.Optional(Day) }, closed);

export const ChangeNormsBody = Type.Object(
  { regionId: Id, from: Day, revision: Revision, content: NormsContentSchema },
  closed,
);

export const ThresholdsSchema = Type.Object(
  {
    thresholds: Type.Array(
      Type.Object(
        {
          fen: Fen,
          name: Type.String({ description: '总投资 5000 万元以上' }),
          count: Count,
          /** 从已发布方案里读到的出处 */
          plans: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), text: Type.String() }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
);
