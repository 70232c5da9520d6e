import { Type } from 'typebox';
import { Code, closed, Instant, Login, nullable, Password, Permission, PersonId, PostId } from './shape.ts';

/** A post that the session may act as, with the unit and the role that it brings. */
export const SessionPostSchema = Type.Object(
  {
    id: PostId,
    title: Type.String(),
    unitId: Type.String(),
    unitName: Type.String(),
    regionId: Type.String(),
    roleId: nullable(Type.String()),
    roleName: nullable(Type.String()),
    /** Whose post it is, when this person acts for him by a delegation (代…). */
    onBehalfOf: nullable(Type.Object({ id: PersonId, name: Type.String() }, closed)),
    main: Type.Boolean(),
  },
  closed,
);

/**
 * How far somebody is in.
 * nobody: go to /login. second-factor: the password was right, the code is asked for (POST /session/second-factor).
 * password-due, second-factor-due: in, but nothing works until a new password is set, or an authenticator is bound, at
 * /me. open: in.
 */
export const SessionStateSchema = Type.Enum(['nobody', 'second-factor', 'password-due', 'second-factor-due', 'open']);

export const SessionSchema = Type.Object(
  {
    state: SessionStateSchema,
    /**
     * To be sent as the header `x-csrf-token` with every request that is not a GET; null for nobody. It changes with every
     * login, step and switch of post, so that a second tab that still shows another post cannot change anything by it.
     */
    csrfToken: nullable(Type.String()),
    /** Null for nobody, and before the second factor. */
    person: nullable(Type.Object({ id: PersonId, name: Type.String(), login: Type.String() }, closed)),
    /** The post that the session acts as; null for a person without one, who may do nothing but his own things. */
    post: nullable(SessionPostSchema),
    /** Every post that it may switch to, the present one included; one's own first. */
    posts: Type.Array(SessionPostSchema),
    permissions: Type.Array(Permission),
    /** Present when single sign-on is set up: the words on its button. */
    signOn: nullable(Type.Object({ name: Type.String() }, closed)),
    /** True when this installation shows the invented city. */
    demo: Type.Boolean(),
    /** When the session ends whatever is done. */
    endsAt: nullable(Instant),
    /** Minutes without a request after which it ends. */
    idleMinutes: Type.Integer({ minimum: 1 }),
  },
  closed,
);

export const LoginBody = Type.Object({ login: Login, password: Password }, closed);
export const SecondFactorBody = Type.Object({ code: Code }, closed);
export const SwitchPostBody = Type.Object({ postId: PostId }, closed);
export const ProofBody = Type.Object({ password: Password }, closed);

/** One of the places where somebody is logged in. */
export const OpenSessionSchema = Type.Object(
  {
    id: Type.String(),
    /** True for the session that asks. */
    own: Type.Boolean(),
    method: Type.Enum(['password', 'sign-on', 'link']),
    /** Network address it began from. */
    from: Type.String(),
    /** Browser and system in a few words. */
    device: Type.String(),
    startedAt: Instant,
    seenAt: Instant,
    endsAt: Instant,
  },
  closed,
);
export const OpenSessionsSchema = Type.Object({ sessions: Type.Array(OpenSessionSchema) }, closed);
export const SessionParams = Type.Object({ sessionId: Type.String({ pattern: '^[0-9a-hjkmnp-tv-z]{10}$' }) }, closed);
export const EndedSchema = Type.Object({ ended: Type.Integer({ minimum: 0 }) }, closed);

export const SignOnStartQuery = Type.Object({ next: Type.Optional(Type.String({ maxLength: 500 })) }, closed);
/** What the identity provider sends back; more may stand there than is used. */
export const SignOnBackQuery = Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 4000 }));
