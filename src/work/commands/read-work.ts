import { mostExported } from '../../../platform/http/list-query.ts';
import type { ExportRequest, ListRequest } from '../../../platform/http/list-request.ts';
import { type Actor, permit, permitOwn } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import {
  dayOf,
  type NamedParty,
  ownKeys,
  possible,
  standingOf,
  type WorkAction,
  type WorkItem,
  weekOf,
} from '../domain/index.ts';
import {
  type Box,
  type Boxed,
  type Counts,
  countBoxes,
  type FoundParty,
  type ItemRows,
  isCopied,
  listIds,
  listItems,
  readCopies,
  readItem,
  readItems,
  readSteps,
  type StoredStep,
  searchParties,
  type WorkDb,
} from '../store.ts';
import { askerOf } from './asker.ts';
import type { WorkDeps } from './deps.ts';

export interface Which {
  readonly box: Box;
  readonly due?: 'week' | 'overdue' | undefined;
}

const dayMs = 86_400_000;

function boxed({ box, due }: Which, now: string): Boxed {
  const today = dayOf(now);
  if (due === 'week') return { box, due: weekOf(today) };
  const yesterday = new Date(Date.parse(today) - dayMs).toISOString().slice(0, 10);
  return due === 'overdue' ? { box, due: { from: null, to: yesterday } } : { box };
}

/** One page of a box, what is due first in front. */
export async function listWork(actor: Actor, which: Which, request: ListRequest, deps: WorkDeps): Promise<ItemRows> {
  permitOwn(actor);
  return listItems(deps.db, askerOf(actor), boxed(which, deps.clock.now()), request);
}

/** Which items an export has, and how to read some of them. Refuses more than an export may have. */
export async function exportWork(
  actor: Actor,
  which: Which,
  request: ExportRequest,
  deps: WorkDeps,
): Promise<{ ids: string[]; read: (ids: readonly string[]) => Promise<WorkItem[]> }> {
  permitOwn(actor);
  const asker = askerOf(actor);
  const ids = await listIds(deps.db, asker, boxed(which, deps.clock.now()), request, request, mostExported + 1);
  if (ids.length > mostExported) throw new RefusalError({ code: 'list-too-long', limit: mostExported });
  return { ids, read: (some) => readItems(deps.db, asker, which.box, some) };
}

/** How much there is to do, late, and due in this week from Monday to Sunday. */
export async function countWork(actor: Actor, { db, clock }: WorkDeps): Promise<Counts> {
  permitOwn(actor);
  const today = dayOf(clock.now());
  return countBoxes(db, askerOf(actor), { today, ...weekOf(today) });
}

export interface WholeItem {
  readonly item: WorkItem;
  readonly copies: readonly NamedParty[];
  readonly steps: readonly StoredStep[];
  readonly can: readonly WorkAction[];
}

/** An item with its history and what the actor can do with it. Refuses one that does not concern him. */
export async function readWork(actor: Actor, id: string, deps: WorkDeps): Promise<WholeItem> {
  permitOwn(actor);
  const item = await loadItem(deps.db, actor, id);
  return {
    item,
    copies: await readCopies(deps.db, id),
    steps: await readSteps(deps.db, id),
    can: possible(actor, item),
  };
}

/** An item that concerns the actor; refused like one that does not exist when it does not. */
export async function loadItem(
  db: WorkDb,
  actor: Actor,
  id: string,
  how: 'free' | 'locked' = 'free',
): Promise<WorkItem> {
  const item = await readItem(db, id, how);
  if (item !== undefined) {
    const { assignee, giver, overseer } = standingOf(actor, item);
    if (assignee || giver || overseer || (await isCopied(db, id, ownKeys(actor)))) return item;
  }
  throw new RefusalError({ code: 'work-unknown', field: 'workId', given: id });
}

/** Units, posts and people that something can be given to, whose names have all the words. */
export async function findParties(actor: Actor, text: string, limit: number, deps: WorkDeps): Promise<FoundParty[]> {
  permit(actor, 'work.assign');
  const words = text.split(/\s+/).filter((word) => word !== '');
  return searchParties(deps.db, words, dayOf(deps.clock.now()), limit);
}
