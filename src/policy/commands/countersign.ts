import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { insertCountersign, withdrawCountersign } from '../store.ts';
import { type PolicyDeps, today } from './deps.ts';
import { clauseNumber, shownPolicy } from './shelf.ts';

interface Which {
  readonly policyId: string;
  readonly clauseId: string;
}

/**
 * 会签: the actor's unit stands by the sentence that the clause's rule is told as today, for the content that the pack has
 * now; another content needs another countersignature. Refuses whoever acts as no post, a content or sentence that is not
 * the one that was read, and a unit that stands by it already.
 */
export async function countersignClause(
  actor: Actor,
  { policyId, clauseId, hash, sentence }: Which & { readonly hash: string; readonly sentence: string },
  deps: PolicyDeps,
): Promise<void> {
  permit(actor, 'policy.countersign');
  const post = postOf(actor);
  const shown = shownPolicy(deps.shelf, policyId, today(deps));
  const clause = shown.policy.clauses[clauseNumber(shown, clauseId)];
  if (clause === undefined || shown.pack.hash !== hash || clause.sentence !== sentence)
    throw new RefusalError({ code: 'policy-pack-changed', field: 'hash', given: hash, limit: shown.pack.hash });
  await recording(deps, actor, async (db, note) => {
    const at = deps.clock.now();
    const row = {
      ...{ id: deps.newId(), policyId, clauseId, hash, sentence, at, withdrawnAt: null },
      ...{ postId: post.id, postTitle: post.title, unitId: post.unitId, unitName: post.unitName },
      ...{ regionId: post.regionId, byId: actor.id, byName: actor.name },
    };
    if (!(await insertCountersign(db, row)))
      throw new RefusalError({ code: 'countersign-stands', field: 'clauseId', given: post.unitName });
    note({
      action: 'policy.countersign',
      record: { kind: 'clause', id: `${policyId}/${clauseId}`, name: clause.title },
      place: { regionId: post.regionId, unitId: post.unitId, chainId: null },
      changes: [
        { field: 'hash', before: null, after: hash },
        { field: 'sentence', before: null, after: sentence },
      ],
    });
  });
}

/** Takes back what the actor's post countersigned of the present content. Refuses when it did not. */
export async function withdrawFromClause(actor: Actor, { policyId, clauseId }: Which, deps: PolicyDeps): Promise<void> {
  permit(actor, 'policy.countersign');
  const post = postOf(actor);
  const shown = shownPolicy(deps.shelf, policyId, today(deps));
  const title = shown.policy.clauses[clauseNumber(shown, clauseId)]?.title ?? clauseId;
  const { hash } = shown.pack;
  await recording(deps, actor, async (db, note) => {
    const which = { policyId, clauseId, hash, postId: post.id };
    if (!(await withdrawCountersign(db, which, actor, deps.clock.now())))
      throw new RefusalError({ code: 'countersign-missing', field: 'clauseId', given: clauseId });
    note({
      action: 'policy.withdraw-countersign',
      record: { kind: 'clause', id: `${policyId}/${clauseId}`, name: title },
      place: { regionId: post.regionId, unitId: post.unitId, chainId: null },
      changes: [{ field: 'hash', before: hash, after: null }],
    });
  });
}

function postOf({ post }: Actor): NonNullable<Actor['post']> {
  if (post === null) throw new RefusalError({ code: 'countersign-needs-post' });
  return post;
}
