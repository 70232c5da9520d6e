import type { Permission, ScopeKind } from '../../../access/domain/index.ts';
import type { Chain, Delegation, Person, Post, PostGrant, Region, Unit } from '../model.ts';

/** Every kind of record of the organisation. A grant has the id of its post. */
export interface Records {
  readonly region: Region;
  readonly unit: Unit;
  readonly chain: Chain;
  readonly person: Person;
  readonly post: Post;
  readonly delegation: Delegation;
  readonly grant: PostGrant;
}
export type Kind = keyof Records;

/** The order in which records lean on each other: earlier ones are written first and taken away last. */
export const kindOrder = [
  'region',
  'unit',
  'chain',
  'person',
  'post',
  'delegation',
  'grant',
] as const satisfies readonly Kind[];

/** One record before and after; null where it is not there. */
export type Change = { [K in Kind]: ChangeOf<K> }[Kind];
export interface ChangeOf<K extends Kind> {
  readonly kind: K;
  readonly key: string;
  readonly before: Records[K] | null;
  readonly after: Records[K] | null;
}

/** A role as far as grants need it. */
export interface RoleInfo {
  readonly id: string;
  readonly name: string;
  readonly scope: ScopeKind;
  readonly permissions: readonly Permission[];
}

/** The organisation, or as much of it as a change concerns. Records by their key. */
export type Organisation = { readonly [K in Kind]: ReadonlyMap<string, Records[K]> } & {
  readonly roles: ReadonlyMap<string, RoleInfo>;
};

export const keyOf = <K extends Kind>(kind: K, record: Records[K]): string => {
  const fields = record as { readonly code?: string; readonly id?: string; readonly postId?: string };
  return (kind === 'region' ? fields.code : kind === 'grant' ? fields.postId : fields.id) ?? '';
};

/** The organisation as it is after some changes. */
export function applied(organisation: Organisation, changes: readonly Change[]): Organisation {
  const maps = Object.fromEntries(kindOrder.map((kind) => [kind, new Map<string, unknown>(organisation[kind])]));
  for (const { kind, key, after } of changes) {
    if (after === null) maps[kind]!.delete(key);
    else maps[kind]!.set(key, after);
  }
  return { ...organisation, ...maps } as Organisation;
}

/** True when two records say the same. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => same(a[name as never], b[name as never]));
}
