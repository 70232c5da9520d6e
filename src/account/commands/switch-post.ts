import { asSystem } from '../../../platform/db/index.ts';
import { permitOwn } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { AccountDeps } from './deps.ts';
import type { LiveSession } from './load-session.ts';
import { accountRecord, takeStep } from './step.ts';

/**
 * Makes the session act as another post of the person, or one delegated to him; gives its new token. Refuses a post that is
 * not his today (`post-not-held`).
 */
export async function switchPost(live: LiveSession, postId: string, deps: AccountDeps): Promise<string> {
  permitOwn(live.actor);
  const post = live.posts.find(({ id }) => id === postId);
  if (post === undefined) throw new RefusalError({ code: 'post-not-held', field: 'postId', given: postId });
  const before = live.posts.find(({ id }) => id === live.session.postId);
  return asSystem(() =>
    recording(deps, live.actor, async (db, note) => {
      const token = await takeStep(db, live, { postId }, deps);
      note({
        action: 'account.switch-post',
        record: accountRecord(live.account),
        changes: [{ field: 'post', before: before?.title ?? null, after: post.title }],
      });
      return token;
    }),
  );
}
