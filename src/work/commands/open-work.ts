import type { Kysely } from '../../../platform/db/index.ts';
import type { Actor, Place } from '../../access/index.ts';
import { enqueue } from '../../notice/index.ts';
import {
  type Doer,
  doerOf,
  type NamedParty,
  tellOpened,
  type WorkItem,
  type WorkKind,
  type WorkOrigin,
} from '../domain/index.ts';
import { closeItems, insertItem, insertItems, insertStep, type WorkDb, type WorkTables } from '../store.ts';
import type { OpenDeps } from './deps.ts';

/** Work that a record of another slice asks for. */
export interface NewWork {
  readonly kind: WorkKind;
  readonly title: string;
  readonly detail?: string;
  /** Where it is done, beginning with `/`. */
  readonly link: string;
  readonly origin: WorkOrigin;
  /** Clause or task on whose ground it is asked, in words. */
  readonly basis?: string | null;
  /** Where the record belongs: who holds work.assign there sees the item. */
  readonly place: Place;
  readonly assignee: NamedParty;
  readonly copies?: readonly NamedParty[];
  /** `YYYY-MM-DD` */
  readonly dueOn?: string | null;
  readonly importance?: 'normal' | 'high';
}

/**
 * Puts something on the workbench of those who are to do it, inside the transaction in which the record asks for it, and
 * tells them. A record that already asks the same of the same party changes nothing. Asks for no permission: it belongs
 * to a command that has, and whose own note stands in the audit log.
 */
export async function openWork<Tables extends WorkTables>(
  db: Kysely<Tables>,
  deps: OpenDeps,
  actor: Actor,
  work: NewWork,
): Promise<void> {
  await putItem(db as unknown as WorkDb, deps, actor, itemFor(deps, actor, work, work.origin), work.copies ?? []);
}

/**
 * The same for hundreds of parties with a few statements, on the platform's own behalf (`insideAsSystem`). What a record already
 * asks of one of them stays as it is; gives how many are new.
 */
export async function openWorks<Tables extends WorkTables>(
  db: Kysely<Tables>,
  deps: OpenDeps,
  actor: Actor,
  works: readonly Omit<NewWork, 'copies'>[],
): Promise<number> {
  const items = works.map((work) => itemFor(deps, actor, work, work.origin));
  const fresh = await insertItems(db as unknown as WorkDb, items);
  await enqueue(db, deps, ...items.flatMap((item) => (fresh.has(item.id) ? tellOpened(item, [], actor) : [])));
  return fresh.size;
}

/** Work that begins now. */
const itemFor = (
  deps: OpenDeps,
  actor: Actor,
  work: Omit<NewWork, 'origin' | 'copies'>,
  origin: WorkOrigin | null,
): WorkItem => ({
  ...{ id: deps.newId(), revision: 1, kind: work.kind, title: work.title, detail: work.detail ?? '' },
  ...{ importance: work.importance ?? 'normal', link: work.link, origin, basis: work.basis ?? null },
  ...{ place: work.place, assignee: work.assignee, createdBy: doerOf(actor), createdAt: deps.clock.now() },
  ...{ dueOn: work.dueOn ?? null, state: 'open', claimedBy: null, closedAt: null, outcome: null },
});

/**
 * Puts something on the workbench that ends like any that was given by hand, with the answer of whoever is to do it; gives its
 * id, so that a record of another slice can remember it. Inside that record's transaction; asks for no permission.
 */
export async function putByHand<Tables extends WorkTables>(
  db: Kysely<Tables>,
  deps: OpenDeps,
  actor: Actor,
  work: Omit<NewWork, 'origin'>,
): Promise<string> {
  const item = itemFor(deps, actor, work, null);
  await putItem(db as unknown as WorkDb, deps, actor, item, work.copies ?? []);
  return item.id;
}

/** Writes a new item with its first step, and tells those it concerns. */
export async function putItem(
  db: WorkDb,
  deps: OpenDeps,
  actor: Actor,
  item: WorkItem,
  copies: readonly NamedParty[],
): Promise<void> {
  if (!(await insertItem(db, item, copies))) return;
  await insertStep(db, item.id, { step: 'open', by: item.createdBy, at: item.createdAt, note: null });
  await enqueue(db, deps, ...tellOpened(item, copies, actor));
}

/** What a record no longer asks for. */
export interface DoneWork {
  readonly origin: WorkOrigin;
  /** Which kinds; left out: all that it has asked for. */
  readonly kinds?: readonly WorkKind[];
  /** What came of it, for the record's people: `已发布第2版`. */
  readonly outcome: string;
  /** Withdrawn: it is no longer needed, nobody has done it. */
  readonly state?: 'done' | 'withdrawn';
}

/**
 * Closes what a record has asked for, inside the transaction in which it was done or became needless, also where the
 * actor does not see the items. Gives how many there were. Asks for no permission, like `openWork`.
 */
export const closeWork = <Tables extends WorkTables>(
  db: Kysely<Tables>,
  deps: OpenDeps,
  actor: Actor,
  { origin, ...done }: DoneWork,
): Promise<number> => closeWorks(db, deps, actor, [origin], done);

/** The same of many records at once. */
export async function closeWorks<Tables extends WorkTables>(
  db: Kysely<Tables>,
  deps: OpenDeps,
  actor: Actor,
  origins: readonly WorkOrigin[],
  { kinds, outcome, state }: Omit<DoneWork, 'origin'>,
): Promise<number> {
  const by: Doer = doerOf(actor);
  const closing = { kinds: kinds ?? null, at: deps.clock.now(), by, outcome, state: state ?? 'done' };
  return (await closeItems(db as unknown as WorkDb, origins, closing)).length;
}
