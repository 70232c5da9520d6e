import { type Actor, permit } from '../../access/index.ts';
import type { AuditAction } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { type Change, type Organisation, type PostGrant, settledScope } from '../domain/index.ts';
import { changeOrganisation } from './change.ts';
import type { OrganisationDeps } from './deps.ts';

/** A role for a post, over a region and some chains; see `settledScope` for what is left out. */
export interface GrantRequest {
  readonly postId: string;
  readonly roleId: string;
  readonly region: string | null;
  readonly chains: readonly string[];
}

/**
 * Says what posts will need; nothing counts before the security administrator confirms it. Refuses posts that something
 * is granted to already (`grant-stands`).
 */
export async function proposeGrants(
  actor: Actor,
  { grants }: { grants: readonly GrantRequest[] },
  deps: OrganisationDeps,
): Promise<number> {
  permit(actor, 'organisation.write');
  return change(
    actor,
    'access.propose',
    grants.map(({ postId }) => postId),
    grants.flatMap(({ chains }) => chains),
    deps,
    (now) =>
      grants.map((each) => {
        const before = now.grant.get(each.postId);
        if (before?.state === 'granted')
          throw new RefusalError({
            code: 'grant-stands',
            field: 'postId',
            given: now.roles.get(before.roleId)?.name ?? null,
          });
        return settled(now, each, 'proposed');
      }),
  );
}

/**
 * Grants roles to posts, all or none, in the place of what they had. Refuses unknown roles, regions and chains, one person
 * with duties that must be apart (`roles-incompatible`), and the loss of the last administrator of a kind.
 */
export async function grantPosts(
  actor: Actor,
  { grants }: { grants: readonly GrantRequest[] },
  deps: OrganisationDeps,
): Promise<number> {
  permit(actor, 'access.grant');
  return change(
    actor,
    'access.grant',
    grants.map(({ postId }) => postId),
    grants.flatMap(({ chains }) => chains),
    deps,
    (now) => grants.map((each) => settled(now, each, 'granted')),
  );
}

/** Makes proposals count, many at once, all or none. Refuses posts for which nothing is proposed. */
export async function confirmGrants(
  actor: Actor,
  { postIds }: { postIds: readonly string[] },
  deps: OrganisationDeps,
): Promise<number> {
  permit(actor, 'access.grant');
  return change(actor, 'access.grant', postIds, [], deps, (now) =>
    postIds.map((postId) => {
      const before = now.grant.get(postId);
      if (before?.state !== 'proposed')
        throw new RefusalError({ code: 'nothing-proposed', field: 'postIds', given: titleOf(now, postId) });
      return { ...before, state: 'granted' };
    }),
  );
}

/** Takes back what was granted or proposed. Refuses posts that have neither, and the last administrator of a kind. */
export async function withdrawGrants(
  actor: Actor,
  { postIds, reason }: { postIds: readonly string[]; reason: string },
  deps: OrganisationDeps,
): Promise<number> {
  permit(actor, 'access.grant');
  return change(
    actor,
    'access.withdraw',
    postIds,
    [],
    deps,
    (now) =>
      postIds.map((postId) => {
        const before = now.grant.get(postId);
        if (before === undefined || before.state === 'withdrawn')
          throw new RefusalError({ code: 'nothing-granted', field: 'postIds', given: titleOf(now, postId) });
        return { ...before, state: 'withdrawn' };
      }),
    reason,
  );
}

async function change(
  actor: Actor,
  action: AuditAction,
  postIds: readonly string[],
  chains: readonly string[],
  deps: OrganisationDeps,
  decide: (now: Organisation) => readonly PostGrant[],
  reason?: string,
): Promise<number> {
  const twice = postIds.find((id, at) => postIds.indexOf(id) !== at);
  if (twice !== undefined) throw new RefusalError({ code: 'post-twice', field: 'postIds', given: twice });
  const done = await changeOrganisation(
    actor,
    { posts: postIds, chains: [...new Set(chains)] },
    (now) => ({
      action,
      reason,
      changes: decide(now).map((after): Change => {
        const key = after.postId;
        if (!now.post.has(key)) throw new RefusalError({ code: 'post-unknown', field: 'postId', given: key });
        return { kind: 'grant', key, before: now.grant.get(key) ?? null, after };
      }),
    }),
    deps,
  );
  return done.length;
}

function settled(
  now: Organisation,
  { postId, roleId, region, chains }: GrantRequest,
  state: PostGrant['state'],
): PostGrant {
  const role = now.roles.get(roleId);
  if (role === undefined) throw new RefusalError({ code: 'role-unknown', field: 'roleId', given: roleId });
  const unit = now.unit.get(now.post.get(postId)?.unitId ?? '');
  const { scope, refusals } = settledScope(role.scope, { region, chains }, unit?.region ?? '');
  if (refusals.length > 0) throw new RefusalError(...refusals);
  return { postId, roleId, ...scope, state };
}

function titleOf({ post, person }: Organisation, postId: string): string {
  const found = post.get(postId);
  return found === undefined ? postId : `${person.get(found.personId)?.name ?? ''} ${found.title}`.trim();
}
