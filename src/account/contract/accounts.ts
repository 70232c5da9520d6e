import { Type } from 'typebox';
import { type ListFields, listAnswer, listQuery } from '../../../platform/http/list-query.ts';
import { AccountId, closed, Instant, Login, nullable, PersonId } from './shape.ts';

/** The fields of the list of accounts: columns, conditions, order. */
export const accountFields = {
  login: { title: '登录名', kind: 'text' },
  personName: { title: '姓名', kind: 'text' },
  unitName: { title: '单位', kind: 'text', nullable: true },
  roleName: { title: '角色', kind: 'text', nullable: true },
  state: { title: '状态', kind: 'choice', options: ['invited', 'active', 'locked', 'disabled'] },
  secondFactor: { title: '动态口令', kind: 'choice', options: ['bound', 'due', 'none'] },
  lastLoginAt: { title: '最近登录', kind: 'day', nullable: true },
  createdAt: { title: '开设时间', kind: 'day' },
} as const satisfies ListFields;

/** invited: no password yet; locked: too many failures, for a while; disabled: by the system administrator. */
export const AccountStateSchema = Type.Enum(['invited', 'active', 'locked', 'disabled']);

export const AccountSchema = Type.Object(
  {
    id: AccountId,
    login: Login,
    personId: PersonId,
    personName: Type.String(),
    /** Of the main post. */
    unitName: nullable(Type.String()),
    roleName: nullable(Type.String()),
    state: AccountStateSchema,
    lockedUntil: nullable(Instant),
    /** bound; due: a rule asks for it and it is not bound yet. */
    secondFactor: Type.Enum(['bound', 'due', 'none']),
    /** A one-time link that was handed out and not used yet ends then. */
    linkExpiresAt: nullable(Instant),
    openSessions: Type.Integer({ minimum: 0 }),
    lastLoginAt: nullable(Instant),
    lastLoginFrom: nullable(Type.String()),
    createdAt: Instant,
  },
  closed,
);
export const AccountListQuery = listQuery(accountFields);
export const AccountListSchema = listAnswer(AccountSchema);
export const AccountParams = Type.Object({ accountId: AccountId }, closed);

export const CreateAccountsBody = Type.Object(
  {
    accounts: Type.Array(Type.Object({ personId: PersonId, login: Login }, closed), { minItems: 1, maxItems: 500 }),
  },
  closed,
);

/** A link that lets its holder set a password: shown once to the administrator, who hands it over. */
export const HandedLinkSchema = Type.Object(
  {
    accountId: AccountId,
    login: Login,
    personName: Type.String(),
    /** Path with the secret behind `#`, which browsers never send: `/welcome#…`. */
    path: Type.String(),
    expiresAt: Instant,
  },
  closed,
);
export const HandedLinksSchema = Type.Object({ links: Type.Array(HandedLinkSchema) }, closed);

export const SetAccountBody = Type.Object({ enabled: Type.Boolean() }, closed);

/** People of whom nobody has opened an account yet. */
export const CandidatesQuery = Type.Object({ text: Type.Optional(Type.String({ maxLength: 100 })) }, closed);
export const CandidatesSchema = Type.Object(
  {
    people: Type.Array(Type.Object({ id: PersonId, name: Type.String(), unitName: nullable(Type.String()) }, closed)),
  },
  closed,
);

export const AccountRulesSchema = Type.Object(
  {
    /** Roles whose holders must bind an authenticator; the three administrators must in any case. */
    secondFactorRoles: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 200 }),
    /** Days after which a password must be changed; null: never. */
    passwordDays: nullable(Type.Integer({ minimum: 30, maximum: 730 })),
  },
  closed,
);

/** Roles that rules may name. */
export const RoleNamesSchema = Type.Object(
  { roles: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, closed)) },
  closed,
);
