import type { Permission, Requirement } from './permissions.ts';
import type { Place, Reach } from './reach.ts';

/** The post that a person acts as: it alone decides what is allowed. */
export interface ActingPost {
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly regionId: string;
  /** Where the grant holds: its region, or the unit's own. */
  readonly scopeRegionId: string;
  /** The chains that the grant is narrowed to; empty: all. */
  readonly chains: readonly string[];
  /** Null while the security administrator has not granted the post anything. */
  readonly roleId: string | null;
  readonly roleName: string | null;
  /** The holder, when somebody else acts for him by a delegation. */
  readonly onBehalfOf: { readonly id: string; readonly name: string } | null;
}

/** Who asks: a person in one of his posts, or the platform itself. Commands take it first. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  /** Null for the platform itself and for a person without a post. */
  readonly post: ActingPost | null;
  readonly permissions: ReadonlySet<Permission>;
  readonly reach: Reach;
  /** Network address, or 命令行, 系统. */
  readonly from: string;
  readonly sessionId: string | null;
}

/** Whether an actor fulfils what an endpoint asks for. */
export function fulfils(actor: Actor | null, requirement: Requirement): boolean {
  if (requirement === 'anyone') return true;
  if (actor === null) return false;
  return requirement === 'signed-in' || actor.permissions.has(requirement);
}

/** How records keep who did something and when. */
export const signatureOf = (
  { id, name }: Actor,
  at: string,
): { readonly by: { readonly id: string; readonly name: string }; readonly at: string } => ({ by: { id, name }, at });

/** Where a record belongs that the actor makes: the region of his grant, his unit, and the first chain of his grant. */
export const placeOfPost = ({ post }: Actor): Place => ({
  regionId: post?.scopeRegionId ?? null,
  unitId: post?.unitId ?? null,
  chainId: post?.chains[0] ?? null,
});
