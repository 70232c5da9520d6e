import { Type } from 'typebox';
import { type ListFields, listQuery } from '../../../platform/http/list-query.ts';
import { deliveryStates } from '../domain/delivery.ts';
import { noticeKindIds } from '../domain/kinds.ts';
import { closed, Id, Instant, KindSchema, nullable } from './shape.ts';

/** What the outbox can be sorted and filtered by. Titles and texts of messages are not in it. */
export const deliveryFields = {
  kind: { title: '种类', kind: 'choice', options: noticeKindIds },
  channel: { title: '方式', kind: 'choice', options: ['mail', 'hook'] },
  target: { title: '送往', kind: 'text', sort: false },
  state: { title: '状态', kind: 'choice', options: deliveryStates },
  tries: { title: '次数', kind: 'number' },
  createdAt: { title: '产生时间', kind: 'day' },
} as const satisfies ListFields;

export const DeliveryQuery = listQuery(deliveryFields);
export const DeliveryParams = Type.Object({ deliveryId: Id }, closed);

const fault = Type.Object(
  {
    code: Type.String({ description: '固定的代码' }),
    message: Type.String({ description: '出了什么事' }),
    answer: nullable(Type.String({ description: '对方的原话' })),
  },
  closed,
);

export const DeliverySchema = Type.Object(
  {
    id: Id,
    kind: KindSchema,
    channel: Type.Enum(['mail', 'hook']),
    target: Type.String({ description: '收信人的邮箱（遮去一部分）或网络钩子的名称' }),
    state: Type.Enum([...deliveryStates]),
    tries: Type.Integer({ minimum: 0 }),
    createdAt: Instant,
    nextAt: nullable(Instant),
    sentAt: nullable(Instant),
    fault: nullable(fault),
  },
  closed,
);

const count = Type.Integer({ minimum: 0 });
export const OutboxStateSchema = Type.Object(
  {
    waiting: count,
    failed: count,
    uncertain: count,
    sentToday: count,
    oldestWaiting: nullable(Instant),
  },
  closed,
);
