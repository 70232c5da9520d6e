import { Type } from 'typebox';
import { closed, Id, KindSchema, nullable } from './shape.ts';

const Address = Type.String({ pattern: '^[^\\s@<>"]{1,64}@[^\\s@<>"]{1,190}$', maxLength: 254 });
const Secret = Type.String({ minLength: 1, maxLength: 500 });
const revision = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });

const mail = {
  on: Type.Boolean({ description: '是否发信' }),
  host: Type.String({ minLength: 1, maxLength: 253 }),
  port: Type.Integer({ minimum: 1, maximum: 65535 }),
  security: Type.Enum(['tls', 'starttls', 'none'], { description: '从头加密、先连后加密、不加密' }),
  user: Type.String({ maxLength: 200, description: '空：不登录' }),
  senderName: Type.String({ maxLength: 60 }),
  senderAddress: Address,
};

const hook = {
  name: Type.String({ minLength: 1, maxLength: 60 }),
  url: Type.String({ maxLength: 500, pattern: '^https?://' }),
  algorithm: Type.Enum(['hmac-sm3', 'hmac-sha256']),
  kinds: Type.Array(KindSchema, { maxItems: 20, description: '哪些种类的消息；空：全部' }),
  on: Type.Boolean(),
};
export const HookSchema = Type.Object({ id: Id, ...hook }, closed);

/** Passwords and keys never come out again; `hasPassword` says that there is one. */
export const NoticeSettingsSchema = Type.Object(
  {
    revision,
    mail: nullable(Type.Object({ ...mail, hasPassword: Type.Boolean() }, closed)),
    baseUrl: nullable(Type.String({ description: '邮件里链接的开头，如 https://jingwei.example.gov.cn' })),
    publicUrl: nullable(Type.String({ description: '没有设定 baseUrl 时用的开头，来自 JINGWEI_PUBLIC_URL' })),
    privateHooks: Type.Boolean({ description: '网络钩子可以是内网地址' }),
    hooks: Type.Array(HookSchema),
  },
  closed,
);

export const SetMail = Type.Object(
  { revision, ...mail, password: Type.Optional(Type.Union([Secret, Type.Null()])) },
  closed,
);
export const SetGeneral = Type.Object(
  {
    revision,
    baseUrl: nullable(Type.String({ maxLength: 300, pattern: '^https?://[^\\s?#]+$' })),
    privateHooks: Type.Boolean(),
  },
  closed,
);
export const TestMail = Type.Object({ to: Address }, closed);
export const AddHook = Type.Object({ ...hook, secret: Type.String({ minLength: 16, maxLength: 200 }) }, closed);
export const SetHook = Type.Object(
  { ...hook, secret: Type.Optional(Type.String({ minLength: 16, maxLength: 200 })) },
  closed,
);
export const HookParams = Type.Object({ hookId: Id }, closed);
/** What came of a trial: done, or why not. */
export const TrialSchema = Type.Object(
  { done: Type.Boolean(), message: Type.String(), answer: nullable(Type.String()) },
  closed,
);
