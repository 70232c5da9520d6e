import { Type } from 'typebox';
import { type ListFields, listQuery } from '../../../platform/http/list-query.ts';
import { noticeKindIds } from '../domain/kinds.ts';
import { closed, Id, ImportanceSchema, Instant, KindSchema, nullable, OriginSchema } from './shape.ts';

/** What the list of messages can be sorted and filtered by. */
export const messageFields = {
  title: { title: '消息', kind: 'text' },
  kind: { title: '种类', kind: 'choice', options: noticeKindIds },
  importance: { title: '重要', kind: 'choice', options: ['normal', 'high'] },
  at: { title: '时间', kind: 'day' },
} as const satisfies ListFields;

export const MessageQuery = listQuery(messageFields, {
  unread: Type.Optional(Type.Boolean({ description: '只要未读的' })),
});

export const MessageSchema = Type.Object(
  {
    id: Id,
    kind: KindSchema,
    importance: ImportanceSchema,
    title: Type.String(),
    text: Type.String(),
    link: nullable(Type.String({ description: '本系统内的地址，如 /plans/xxxxxxxxxx' })),
    origin: nullable(OriginSchema),
    at: Instant,
    readAt: nullable(Instant),
  },
  closed,
);

export const UnreadSchema = Type.Object({ unread: Type.Integer({ minimum: 0 }) }, closed);
export const MarkRead = Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 500 }) }, closed);

/** For each kind: in the list of messages always, by e-mail if wanted. */
export const PreferencesSchema = Type.Object(
  {
    address: nullable(Type.String({ description: '登记的电子邮箱，由系统管理员维护' })),
    mailWorks: Type.Boolean({ description: '系统管理员设好了发信服务器' }),
    kinds: Type.Array(Type.Object({ kind: KindSchema, mail: Type.Boolean() }, closed)),
  },
  closed,
);
export const SetPreferences = Type.Object(
  {
    kinds: Type.Array(Type.Object({ kind: KindSchema, mail: Type.Boolean() }, closed), {
      minItems: 1,
      maxItems: noticeKindIds.length,
    }),
  },
  closed,
);
