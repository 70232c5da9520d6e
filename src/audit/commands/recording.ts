import type { Clock } from '../../../platform/clock/index.ts';
import { asSystem, type Kysely } from '../../../platform/db/index.ts';
import { sm3 } from '../../../platform/digest/index.ts';
import type { NoteFault } from '../../../platform/http/errors.ts';
import type { Actor } from '../../access/index.ts';
import type { Refusal } from '../../kernel/index.ts';
import { link } from '../domain/chain.ts';
import type { Doer, Happening } from '../domain/entry.ts';
import { entryOf } from '../domain/keep.ts';
import type { AuditNote, AuditPlace, AuditRecord } from '../domain/note.ts';
import { type AuditTables, insertEntries, takeHead } from '../store.ts';

/** What recording needs of the world. */
export interface RecordingDeps<Tables extends AuditTables> {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
}

/** Tells of one change that the transaction makes; any number of times. */
export type TakeNote = (note: AuditNote) => void;

/**
 * Runs work that changes something as one transaction and writes what it noted to the log as the last statements of it:
 * either both are there afterwards or neither. Gives what the work gives; a refusal inside undoes everything. Work that
 * notes nothing is a fault of ours, an Error. Never inside another `recording`: the two would wait for each other.
 */
export async function recording<Tables extends AuditTables, T>(
  deps: RecordingDeps<Tables>,
  actor: Actor,
  work: (db: Kysely<Tables>, note: TakeNote) => Promise<T>,
): Promise<T> {
  return deps.db.transaction().execute(async (db) => {
    const notes: AuditNote[] = [];
    const result = await work(db, (note) => void notes.push(note));
    if (notes.length === 0) throw new Error('a recorded change noted nothing');
    await recordInside({ db, clock: deps.clock }, actor, notes);
    return result;
  });
}

/**
 * Writes notes to the log inside a transaction that is open already. It must be the last thing that the transaction
 * does: the end of the chain stays locked until it is over, and locks are always taken in this order.
 */
export async function recordInside<Tables extends AuditTables>(
  deps: RecordingDeps<Tables>,
  actor: Actor,
  notes: readonly AuditNote[],
): Promise<void> {
  await append(
    deps,
    doerOf(actor, actor.from),
    notes.map(({ action, record, place, basis, changes, reason }) => ({
      ...{ action, outcome: 'done' as const, record, refusals: [] },
      ...{ place: place ?? null, basis: basis ?? null, changes: changes ?? [], reason: reason ?? null },
    })),
  );
}

/** An attempt that was refused, as the edge knows it. */
export interface RefusedAttempt {
  readonly action: string;
  readonly record?: AuditRecord | undefined;
  readonly place?: AuditPlace | undefined;
  readonly refusals: readonly Refusal[];
  /** Network address. */
  readonly from: string;
}

/**
 * Writes a refused attempt to the log, in a transaction of its own and on the system's behalf, since whoever was refused
 * may be nobody. Never throws: what was refused stays refused for its own reason, and a log that cannot be written is
 * told to `noteFault`.
 */
export async function recordRefusal<Tables extends AuditTables>(
  deps: RecordingDeps<Tables> & { readonly noteFault: NoteFault },
  actor: Actor | null,
  attempt: RefusedAttempt,
): Promise<void> {
  try {
    await asSystem(() =>
      deps.db.transaction().execute((db) => recordRefusalInside({ db, clock: deps.clock }, actor, attempt)),
    );
  } catch (cause) {
    deps.noteFault('audit', cause);
  }
}

/** The same inside a transaction that is open already and will not be undone: a failed login that is counted. */
export async function recordRefusalInside<Tables extends AuditTables>(
  deps: RecordingDeps<Tables>,
  actor: Actor | null,
  { action, record, place, refusals, from }: RefusedAttempt,
): Promise<void> {
  const refused = { action, outcome: 'refused', record: record ?? null, place: place ?? null, refusals } as const;
  await append(deps, doerOf(actor, from), [{ ...refused, basis: null, changes: [], reason: null }]);
}

async function append<Tables extends AuditTables>(
  { db, clock }: RecordingDeps<Tables>,
  doer: Doer,
  happenings: readonly Happening[],
): Promise<void> {
  const entries = happenings.map((happening) => entryOf(doer, happening, sm3));
  const head = await takeHead(db);
  // The time is asked for while nobody else can append, so that the entries of a server stand in the order of time.
  await insertEntries(db, link(head, clock.now(), entries, sm3));
}

const doerOf = (actor: Actor | null, from: string): Doer => ({
  actor,
  from,
  // Enough to tell sessions apart, and nothing that opens one.
  sessionRef: actor?.sessionId == null ? null : sm3(actor.sessionId).slice(4, 20),
});
