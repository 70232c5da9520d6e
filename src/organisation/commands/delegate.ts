import { type Actor, permit, permitOwn } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { type Delegation, dayAfter, isDay, type Organisation } from '../domain/index.ts';
import { changeOrganisation, type Decided } from './change.ts';
import type { OrganisationDeps } from './deps.ts';

export interface Delegate {
  readonly postId: string;
  readonly toPerson: string;
  readonly validFrom: string;
  /** The last day on which it holds. */
  readonly lastDay: string;
  readonly reason: string;
}

/** Lets somebody else act as one's own post for a while. Refuses a post of others, and what `checkDelegation` refuses. */
export async function delegateOwn(actor: Actor, given: Delegate, deps: OrganisationDeps): Promise<string> {
  permitOwn(actor);
  return delegate(actor, given, actor.id, deps);
}

/** The same for a post of others, by whoever keeps the organisation. */
export async function delegateFor(actor: Actor, given: Delegate, deps: OrganisationDeps): Promise<string> {
  permit(actor, 'organisation.write');
  return delegate(actor, given, null, deps);
}

async function delegate(actor: Actor, given: Delegate, holder: string | null, deps: OrganisationDeps): Promise<string> {
  const { lastDay, ...fields } = given;
  if (!isDay(lastDay)) throw new RefusalError({ code: 'day-unknown', field: 'lastDay', given: lastDay });
  const id = deps.newId();
  const after: Delegation = { id, ...fields, validTo: dayAfter(lastDay), revokedAt: null };
  await changeOrganisation(
    actor,
    { posts: [given.postId], people: [given.toPerson] },
    (now) => {
      refuseForeign(now, given.postId, holder);
      return {
        action: 'organisation.delegate',
        reason: given.reason,
        changes: [{ kind: 'delegation', key: id, before: null, after }],
      };
    },
    deps,
  );
  return id;
}

/** Ends a delegation of one's own post from now on. */
export async function revokeOwn(
  actor: Actor,
  given: { id: string; reason: string },
  deps: OrganisationDeps,
): Promise<void> {
  permitOwn(actor);
  await revoke(actor, given, actor.id, deps);
}

/** The same for one of others. */
export async function revokeFor(
  actor: Actor,
  given: { id: string; reason: string },
  deps: OrganisationDeps,
): Promise<void> {
  permit(actor, 'organisation.write');
  await revoke(actor, given, null, deps);
}

async function revoke(
  actor: Actor,
  { id, reason }: { id: string; reason: string },
  holder: string | null,
  deps: OrganisationDeps,
): Promise<void> {
  await changeOrganisation(
    actor,
    { delegations: [id] },
    (now): Decided => {
      const before = now.delegation.get(id);
      if (before === undefined) throw unknown(id);
      refuseForeign(now, before.postId, holder, () => unknown(id));
      if (before.revokedAt !== null) throw new RefusalError({ code: 'delegation-revoked', field: 'id', given: id });
      const after = { ...before, revokedAt: deps.clock.now() };
      return {
        action: 'organisation.revoke-delegation',
        reason,
        changes: [{ kind: 'delegation', key: id, before, after }],
      };
    },
    deps,
  );
}

const unknown = (id: string): RefusalError => new RefusalError({ code: 'delegation-unknown', field: 'id', given: id });

/** A post of somebody else is refused as if it were not there, unless whoever asks keeps them all (`holder` null). */
function refuseForeign({ post }: Organisation, postId: string, holder: string | null, why?: () => RefusalError): void {
  const found = post.get(postId);
  if (found !== undefined && (holder === null || found.personId === holder)) return;
  throw why?.() ?? new RefusalError({ code: 'post-unknown', field: 'postId', given: postId });
}
