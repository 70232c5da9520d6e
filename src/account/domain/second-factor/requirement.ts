import { administratorKindOf, type Permission } from '../../../access/domain/index.ts';

/** What a post may do, as far as it matters here. */
export interface GrantedPost {
  readonly roleId: string | null;
  readonly permissions: readonly Permission[];
}

/**
 * Whether somebody must have a second factor: when one of his posts is that of an administrator (unless `administrators`
 * is false, for the demo on one's own machine), or has a role that the security administrator named.
 */
export function needsSecondFactor(
  posts: readonly GrantedPost[],
  rules: { readonly roles: readonly string[]; readonly administrators: boolean },
): boolean {
  return posts.some(
    ({ roleId, permissions }) =>
      (roleId !== null && rules.roles.includes(roleId)) ||
      (rules.administrators && administratorKindOf(permissions) !== null),
  );
}
