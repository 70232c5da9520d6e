import type { Kysely } from '../../platform/db/index.ts';
import type { Gate } from '../../platform/http/gate.ts';
import { type Actor, loadActor } from '../../src/access/index.ts';

/** Comes in as the post and person of two headers; nobody without them. */
export const byHeader = (db: Kysely<never>, change: (actor: Actor) => Actor = (actor) => actor): Gate => ({
  admit: async ({ headers }) => {
    const { 'x-post': post, 'x-person': person } = headers;
    if (typeof post !== 'string' || typeof person !== 'string') return null;
    const caller = { personId: person, postId: post, sessionId: null, from: 'test' };
    const actor = await loadActor(db, caller, '2026-01-01');
    return actor === undefined ? null : change(actor);
  },
  refused: async () => undefined,
});
