import { Type } from 'typebox';
import { Code, closed, Instant, Login, nullable, Password } from './shape.ts';

/** One's own account. */
export const OwnAccountSchema = Type.Object(
  {
    login: Login,
    personName: Type.String(),
    /** Null for somebody who only comes by single sign-on. */
    passwordSetAt: nullable(Instant),
    /** Day on which the password must be changed; null: it need not. */
    passwordDueAt: nullable(Instant),
    secondFactor: Type.Object(
      {
        boundAt: nullable(Instant),
        /** True when it may not be taken away. */
        required: Type.Boolean(),
        recoveryCodesLeft: Type.Integer({ minimum: 0 }),
      },
      closed,
    ),
    lastLoginAt: nullable(Instant),
    lastLoginFrom: nullable(Type.String()),
    /** Until when things that need a fresh proof of identity may be done without asking for the password again. */
    provenUntil: nullable(Instant),
  },
  closed,
);

/** `current` is left out where the account has no password yet, or where one is due. */
export const ChangePasswordBody = Type.Object({ current: Type.Optional(Password), next: Password }, closed);

/** The secret of an authenticator that is about to be bound: shown once, as a QR code and as text. */
export const EnrolmentSchema = Type.Object(
  { secret: Type.String(), uri: Type.String({ description: 'otpauth:// 地址，做成二维码' }) },
  closed,
);
export const ConfirmBody = Type.Object({ code: Code }, closed);
/** Shown once; each works once. */
export const RecoveryCodesSchema = Type.Object({ codes: Type.Array(Type.String()) }, closed);

/** The same, with the token that counts from now on. */
export const BoundSchema = Type.Object({ codes: Type.Array(Type.String()), csrfToken: Type.String() }, closed);

export const LinkBody = Type.Object({ link: Type.String({ minLength: 20, maxLength: 100 }) }, closed);
/** Whom a one-time link is for. */
export const LinkSchema = Type.Object(
  { login: Login, personName: Type.String(), expiresAt: Instant, firstTime: Type.Boolean() },
  closed,
);
export const RedeemBody = Type.Object(
  { link: Type.String({ minLength: 20, maxLength: 100 }), password: Password },
  closed,
);
