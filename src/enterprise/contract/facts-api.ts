import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { closed, Day, nullable, RecordId } from './shape.ts';

/** What is known of one enterprise, in the words of the dictionary of facts. */

export const factsApi = {
  readFacts: endpoint({
    method: 'GET',
    permission: 'enterprise.read',
    status: 200,
    path: '/enterprises/:enterpriseId/facts',
    summary: '一个企业的事实：政策和称号按它们判断；on：看哪一天，缺省是今天',
    params: Type.Object({ enterpriseId: RecordId }, closed),
    query: Type.Object({ on: Type.Optional(Day) }, closed),
    answer: Type.Object(
      {
        on: Day,
        facts: Type.Array(
          Type.Object(
            {
              fact: Type.String(),
              value: nullable(Type.Number({ description: '按事实的小数位数存的整数；空的：不知道' })),
              /** 从档案的哪里来；空的：还没有 */
              from: nullable(Type.Enum(['figures', 'titles', 'register', 'kept'])),
            },
            closed,
          ),
        ),
      },
      closed,
    ),
  }),
} as const;
