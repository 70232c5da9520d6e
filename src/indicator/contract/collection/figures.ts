import { Type } from 'typebox';
import { endpoint } from '../../../../platform/http/endpoint.ts';
import {
  closed,
  FigureValue,
  figureKey,
  Id,
  Instant,
  Note,
  nullable,
  PersonSchema,
  RefusalSchema,
  Revision,
} from './shape.ts';

export const VintageSchema = Type.Enum(['preliminary', 'revised', 'final'], { description: '初步、修订、最终' });

/** A figure of a batch. */
export const PutFigureSchema = Type.Object(
  {
    ...figureKey,
    value: nullable(FigureValue),
    reason: Type.Optional(nullable(Note)),
    seen: Type.Optional(Type.Integer({ minimum: 0, description: '看到的修改次数；不写：不管现在是几' })),
    note: Type.Optional(nullable(Note)),
  },
  closed,
);
export const mostFigures = 5000;

export const PutFiguresSchema = Type.Object(
  {
    /** Names this batch: the same one sent again answers the same and does nothing twice. */
    key: Type.String({ minLength: 8, maxLength: 100, pattern: '^[A-Za-z0-9._:-]+$' }),
    unitId: Type.Optional(Id),
    figures: Type.Array(PutFigureSchema, { minItems: 1, maxItems: mostFigures }),
  },
  closed,
);

const at = { index: Type.Integer({ minimum: 0, description: '第几个，从 0 数起' }) } as const;
export const PutAnswerSchema = Type.Union([
  Type.Object(
    {
      ...at,
      state: Type.Enum(['saved', 'same'], { description: '已存、原来就是这个数' }),
      revision: Revision,
      vintage: VintageSchema,
    },
    closed,
  ),
  Type.Object({ ...at, state: Type.Literal('refused'), refusals: Type.Array(RefusalSchema) }, closed),
]);

const person = Type.Object({ ...PersonSchema.properties }, closed);

/** Every figure that was ever saved under a key, the newest first. */
export const FigureHistorySchema = Type.Object(
  {
    indicatorId: Type.String(),
    indicatorName: Type.String(),
    unit: Type.String(),
    decimals: Type.Integer(),
    period: Type.String(),
    unitId: Type.String(),
    unitName: Type.String(),
    regionName: nullable(Type.String()),
    enterpriseId: Type.String(),
    enterpriseName: nullable(Type.String()),
    chainId: Type.String(),
    chainName: nullable(Type.String()),
    role: Type.Enum(['part', 'own']),
    versions: Type.Array(
      Type.Object(
        {
          revision: Revision,
          value: nullable(FigureValue),
          reason: nullable(Type.String()),
          vintage: VintageSchema,
          note: nullable(Type.String()),
          by: person,
          from: Instant,
          until: nullable(
            Type.String({ format: 'date-time', description: '读到这个数的人读到什么时候；没有：现在还是' }),
          ),
        },
        closed,
      ),
    ),
    /** Revision that readers saw at the instant asked for; null: none was there yet, or none was asked. */
    seenAt: nullable(Revision),
    sheets: Type.Array(Type.Object({ id: Type.String(), formName: Type.String(), state: Type.String() }, closed)),
  },
  closed,
);

export const figureApi = {
  putFigures: endpoint({
    ...{ method: 'PUT', permission: 'indicator.enter', status: 200, path: '/figures' },
    summary: '成批写入数据，供别的系统用接口令牌调用',
    body: PutFiguresSchema,
    answer: Type.Object(
      {
        repeated: Type.Boolean({ description: '这一批已经收过，没有再做一次' }),
        saved: Type.Integer(),
        same: Type.Integer(),
        refused: Type.Integer(),
        answers: Type.Array(PutAnswerSchema),
      },
      closed,
    ),
  }),
  /** As it stands, or with `at` as it stood at an instant. */
  readFigureHistory: endpoint({
    ...{ method: 'GET', permission: 'indicator.read', status: 200, path: '/figures/history' },
    summary: '一个数的全部版本：谁、何时、为什么、读者何时看到哪一个',
    query: Type.Object({ ...figureKey, unitId: Id, at: Type.Optional(Instant) }, closed),
    answer: FigureHistorySchema,
  }),
} as const;
