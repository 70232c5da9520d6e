import {
  type Actor,
  administratorKindOf,
  checkRole,
  type Permission,
  permit,
  type Role,
  type ScopeKind,
} from '../../access/index.ts';
import { type AuditAction, type AuditNote, recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { RoleInfo } from '../domain/index.ts';
import {
  isRoleNamed,
  loadRoles,
  lockOrganisation,
  removeRole as removeFromStore,
  roleUse,
  saveRole as saveToStore,
} from '../store.ts';
import type { OrganisationDeps } from './deps.ts';

export interface RoleFields {
  readonly name: string;
  readonly scope: ScopeKind;
  readonly permissions: readonly Permission[];
  readonly note: string;
}

/** Every role, with how many posts have it. */
export async function listRoles(actor: Actor, deps: OrganisationDeps) {
  permit(actor, 'access.read');
  const [roles, use] = [await loadRoles(deps.db), await roleUse(deps.db)];
  return [...roles.values()].map((role) => ({
    ...role,
    permissions: [...role.permissions],
    posts: use.get(role.id) ?? 0,
  }));
}

/** Adds a role of one's own. Refuses a name that is taken, and permissions that must not stand together. */
export async function addRole(actor: Actor, fields: RoleFields, deps: OrganisationDeps): Promise<string> {
  permit(actor, 'access.role');
  const id = deps.newId();
  await recording(deps, actor, async (db, note) => {
    await lockOrganisation(db);
    const role = allowed(id, fields, await loadRoles(db));
    await saveToStore(db, role);
    note(roleNote('access.add-role', null, role));
  });
  return id;
}

/** Changes a role of one's own. A role that posts have stays of its kind: business, or that of one administrator. */
export async function saveRole(
  actor: Actor,
  given: RoleFields & { id: string },
  deps: OrganisationDeps,
): Promise<void> {
  permit(actor, 'access.role');
  await recording(deps, actor, async (db, note) => {
    await lockOrganisation(db);
    const roles = await loadRoles(db);
    const before = ownRole(given.id, roles);
    const after = allowed(given.id, given, roles);
    const moved =
      administratorKindOf(before.permissions) !== administratorKindOf(after.permissions) ||
      before.scope !== after.scope;
    if (moved && (await isRoleNamed(db, given.id)))
      throw new RefusalError({ code: 'role-kind-fixed', field: 'permissions', given: before.name });
    await saveToStore(db, after);
    note(roleNote('access.change-role', before, after));
  });
}

/** Takes a role of one's own away. Refuses a ready-made one, and one that some post has or had. */
export async function removeRole(actor: Actor, { id }: { id: string }, deps: OrganisationDeps): Promise<void> {
  permit(actor, 'access.role');
  await recording(deps, actor, async (db, note) => {
    await lockOrganisation(db);
    const before = ownRole(id, await loadRoles(db));
    if (await isRoleNamed(db, id)) throw new RefusalError({ code: 'role-in-use', field: 'id', given: before.name });
    await removeFromStore(db, id);
    note(roleNote('access.remove-role', before, null));
  });
}

type KnownRole = RoleInfo & { readonly builtIn: boolean; readonly note: string };

function ownRole(id: string, roles: ReadonlyMap<string, KnownRole>): KnownRole {
  const role = roles.get(id);
  if (role === undefined) throw new RefusalError({ code: 'role-unknown', field: 'id', given: id });
  if (role.builtIn) throw new RefusalError({ code: 'role-built-in', field: 'id', given: role.name });
  return role;
}

function allowed(
  id: string,
  { name, scope, permissions, note }: RoleFields,
  roles: ReadonlyMap<string, KnownRole>,
): Role {
  const called = name.trim();
  const taken = [...roles.values()].some((role) => role.name === called && role.id !== id);
  if (taken) throw new RefusalError({ code: 'role-name-taken', field: 'name', given: called });
  const checked = checkRole(scope, permissions);
  if (!checked.ok) throw new RefusalError(...checked.refusals);
  return { id, name: called, scope, permissions: checked.value, builtIn: false, note: note.trim() };
}

function roleNote(action: AuditAction, before: KnownRole | null, after: KnownRole | null): AuditNote {
  const role = after ?? before;
  const words = (each: KnownRole | null) => ({
    name: each?.name ?? null,
    scope: each?.scope ?? null,
    permissions: each?.permissions.join('、') ?? null,
    note: each?.note ?? null,
  });
  const [old, now] = [words(before), words(after)];
  const fields = (['name', 'scope', 'permissions', 'note'] as const).filter((field) => old[field] !== now[field]);
  return {
    action,
    record: { kind: 'role', id: role?.id ?? '', name: role?.name ?? '' },
    changes: fields.map((field) => ({ field, before: old[field], after: now[field] })),
  };
}
