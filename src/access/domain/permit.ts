import { RefusalError } from '../../kernel/index.ts';
import type { Actor } from './actor.ts';
import { type Permission, permissions } from './permissions.ts';

/**
 * The first line of every command: refuses (`not-allowed`, with the permission's name as limit) an actor whose post does
 * not hold the permission. Where the command needs one of several, they are given together.
 */
export function permit(actor: Actor, ...oneOf: readonly [Permission, ...Permission[]]): void {
  if (oneOf.some((permission) => actor.permissions.has(permission))) return;
  throw new RefusalError({
    code: 'not-allowed',
    given: actor.post?.roleName ?? null,
    limit: oneOf.map((permission) => permissions[permission].name).join('、'),
  });
}

/** The first line of a command about one's own things: refuses the platform's own actors, who have none. */
export function permitOwn(actor: Actor): void {
  if (actor.id.startsWith('@')) throw new RefusalError({ code: 'not-a-person', given: actor.name });
}
