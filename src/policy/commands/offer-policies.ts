import type { Clock } from '../../../platform/clock/index.ts';
import type { OfferJson } from '../contract/entitlements.ts';
import { today } from './deps.ts';
import type { PolicyShelf } from './shelf.ts';

/**
 * Every policy with the facts it asks for, for anybody: published rules are no secret, and who is given the rules need not
 * give away what he answers. Worked examples stay behind; they help nobody who asks for himself.
 */
export function offerPolicies(shelf: PolicyShelf, clock: Clock): OfferJson {
  const on = today({ clock });
  const policies = shelf.on(on).map(({ pack: { content, hash } }) => ({
    ...{ hash, docNumber: content.docNumber },
    content: { ...content, clauses: content.clauses.map((clause) => ({ ...clause, examples: [] })) },
  }));
  return { on, facts: [...shelf.facts.facts], policies };
}
