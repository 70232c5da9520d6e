import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import {
  type AdministratorKind,
  administratorKinds,
  isPermission,
  type Permission,
  permissions,
} from './permissions.ts';

/**
 * Over what a role holds. region: everything in the grant's region and below; unit: what belongs to the post's unit and
 * the units below it; published: nothing of its own, only what is published for its region; installation: no business
 * data, the platform itself. A grant may narrow region and unit further to some chains.
 */
export type ScopeKind = 'region' | 'unit' | 'published' | 'installation';

/** A list of permissions that posts are granted together. */
export interface Role {
  readonly id: string;
  readonly name: string;
  readonly scope: ScopeKind;
  readonly permissions: readonly Permission[];
  /** True for the ready-made ones of packs/base/roles.yaml, which nobody changes. */
  readonly builtIn: boolean;
  readonly note: string;
}

/** Which of the three administrators a set of permissions makes, or null for business. */
export function administratorKindOf(list: readonly Permission[]): AdministratorKind | null {
  return administratorKinds.find((kind) => list.some((permission) => permissions[permission].kind === kind)) ?? null;
}

/**
 * Permissions that may stand together in one role: those of one administrator, or business ones; never a mixture.
 * Refuses an empty list, an unknown permission, two administrators in one, an administrator with business data, and a
 * scope that does not fit (administrators: installation; business: any other).
 */
export function checkRole(scope: ScopeKind, list: readonly string[]): Result<readonly Permission[]> {
  const unknown = list.filter((permission) => !isPermission(permission));
  if (unknown.length > 0)
    return refuse(...unknown.map((given) => ({ code: 'permission-unknown', field: 'permissions', given })));
  const known = [...new Set(list.filter(isPermission))];
  const kinds = new Set(known.map((permission) => permissions[permission].kind));
  const administrators = administratorKinds.filter((kind) => kinds.has(kind));
  const refusals: Refusal[] = [];
  if (known.length === 0) refusals.push({ code: 'role-empty', field: 'permissions' });
  if (administrators.length > 1 || (administrators.length > 0 && kinds.has('business')))
    refusals.push({ code: 'role-mixes-kinds', field: 'permissions', given: [...kinds].sort().join('、') });
  if (administrators.length === 0 && kinds.has('administrator'))
    refusals.push({ code: 'role-mixes-kinds', field: 'permissions', given: 'administrator' });
  if ((scope === 'installation') !== administrators.length > 0)
    refusals.push({ code: 'role-scope-unfit', field: 'scope', given: scope });
  return refusals.length > 0 ? refuse(...refusals) : ok(known);
}
