import { type Actor, permit, permitOwn } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { SensitiveField } from '../domain/index.ts';
import { type OrganisationDb, readPersonSecret, readUnitSecret } from '../store.ts';
import type { OrganisationDeps } from './deps.ts';

/**
 * Shows one sensitive value of a person whole, with the reason in the log. One's own is always allowed; others' need the
 * permission.
 */
export async function revealPerson(
  actor: Actor,
  given: { readonly id: string; readonly field: 'phone' | 'idNumber'; readonly reason: string },
  deps: OrganisationDeps,
): Promise<string | null> {
  permitOwn(actor);
  if (given.id !== actor.id) permit(actor, 'person.sensitive');
  return reveal(actor, 'person', given, (db) => readPersonSecret(db, given.id, given.field), deps);
}

/** The same for the bank account of a unit: that of one's own post's unit, or any with the permission. */
export async function revealUnit(
  actor: Actor,
  given: { readonly id: string; readonly field: 'bankAccount'; readonly reason: string },
  deps: OrganisationDeps,
): Promise<string | null> {
  permitOwn(actor);
  if (given.id !== actor.post?.unitId) permit(actor, 'person.sensitive');
  return reveal(actor, 'unit', given, (db) => readUnitSecret(db, given.id), deps);
}

async function reveal(
  actor: Actor,
  kind: 'person' | 'unit',
  { id, field, reason }: { readonly id: string; readonly field: SensitiveField; readonly reason: string },
  read: (db: OrganisationDb) => Promise<{ name: string; value: string | null } | undefined>,
  deps: OrganisationDeps,
): Promise<string | null> {
  return recording(deps, actor, async (db, note) => {
    const found = await read(db);
    if (found === undefined) throw new RefusalError({ code: `${kind}-unknown`, field: 'id', given: id });
    note({
      action: 'organisation.reveal',
      record: { kind, id, name: found.name },
      changes: [{ field, before: found.value, after: found.value }],
      reason,
    });
    return found.value;
  });
}
