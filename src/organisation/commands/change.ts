import type { Actor } from '../../access/index.ts';
import { type AuditAction, type AuditNote, recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { type Change, checkChanges, nameOf, type Organisation, same, shownChanges } from '../domain/index.ts';
import {
  asSystemInside,
  loadAround,
  lockOrganisation,
  type OrganisationDb,
  type Seeds,
  saveChanges,
} from '../store.ts';
import { type OrganisationDeps, today } from './deps.ts';

export interface Decided {
  readonly action: AuditAction;
  readonly changes: readonly Change[];
  readonly reason?: string | undefined;
}

/**
 * The one way in which records of the organisation are changed by hand: hold off others, load what the change concerns,
 * decide purely, check all of it together, save and record. Refuses with every fault that the change would bring. A
 * decision that changes nothing saves nothing.
 */
export async function changeOrganisation(
  actor: Actor,
  seeds: Seeds,
  decide: (now: Organisation, db: OrganisationDb) => Promise<Decided> | Decided,
  deps: OrganisationDeps,
): Promise<readonly Change[]> {
  return unlessNothing([], () =>
    recording(deps, actor, async (db, note) => {
      await lockOrganisation(db);
      // The checks must see what whoever changes may not: other people's roles, for example.
      const now = await asSystemInside(db, () => loadAround(db, seeds));
      const { action, changes, reason } = await decide(now, db);
      const real = changes.filter(({ before, after }) => !same(before, after));
      if (real.length === 0) throw new NothingToSave();
      refuseFaults(now, real, today(deps));
      await saveChanges(db, real, { by: actor, at: deps.clock.now() });
      for (const change of real) note(noteOf(action, change, reason));
      return real;
    }),
  );
}

/** Leaves a transaction in which there was nothing to do. */
export class NothingToSave extends Error {}

/** Runs a recorded change; gives `nothing` when it left because there was nothing to do. */
export async function unlessNothing<T>(nothing: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof NothingToSave) return nothing;
    throw cause;
  }
}

/** Refuses what would be wrong with the organisation after some changes. */
export function refuseFaults(now: Organisation, changes: readonly Change[], day: string): void {
  const faults = checkChanges(now, changes, day);
  if (faults.length > 0) throw new RefusalError(...faults.slice(0, 20).map(({ refusal }) => refusal));
}

/** What the log keeps of one change. */
export function noteOf(action: AuditAction, change: Change, reason?: string): AuditNote {
  const { kind, key, before, after } = change;
  const record = after ?? before;
  return {
    action,
    record: { kind, id: key, name: record === null ? key : nameOf(kind, record) || key },
    place: placeOf(change),
    changes: shownChanges(change),
    ...(reason !== undefined && { reason }),
  };
}

function placeOf({ kind, key, before, after }: Change): AuditNote['place'] {
  const record = (after ?? before) as { readonly region?: string | null; readonly unitId?: string } | null;
  if (kind === 'region') return { regionId: key, unitId: null, chainId: null };
  if (kind === 'unit') return { regionId: record?.region ?? null, unitId: key, chainId: null };
  if (kind === 'chain') return { regionId: record?.region ?? null, unitId: null, chainId: key };
  return { regionId: record?.region ?? null, unitId: record?.unitId ?? null, chainId: null };
}
