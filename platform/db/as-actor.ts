import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { askKept } from './prepared.ts';

/** On whose behalf the database is asked; row-level security decides by it what there is to see. */
export interface Asking {
  /** The post that the person acts as; `@system` is the platform itself; empty: none. */
  readonly postId: string;
  readonly personId: string;
}

const nobody: Asking = { postId: '', personId: '' };
const theSystem: Asking = { postId: '@system', personId: '' };
const asking = new AsyncLocalStorage<Asking>();

/**
 * Does some work on somebody's behalf. Whatever the work does, and however its own checks may fail, connections that it
 * takes show only the rows that this post may see. Work that goes on after an answer keeps it.
 */
export const asAsking = <T>(who: Asking, work: () => T): T => asking.run(who, work);

/** The same for the platform itself: looking up who knocks, timers, first start. */
export const asSystem = <T>(work: () => T): T => asking.run(theSystem, work);

/** The same for somebody who is not known: sees no scoped row at all. */
export const asNobody = <T>(work: () => T): T => asking.run(nobody, work);

/** On whose behalf the present work is done, as one text: what was counted for one must not be told another. */
export const whoAsks = (): string => {
  const { postId, personId } = asking.getStore() ?? nobody;
  return `${postId}\n${personId}`;
};

/** Whether the platform itself asks. */
export const isSystem = (): boolean => asking.getStore()?.postId === theSystem.postId;

const told = new WeakMap<pg.PoolClient, string>();

/** Tells a connection on whose behalf it will be used. Skipped when it was last used on the same one's. */
export async function tellWhoAsks(client: pg.PoolClient): Promise<void> {
  const { postId, personId } = asking.getStore() ?? nobody;
  const key = whoAsks();
  if (told.get(client) === key) return;
  told.delete(client);
  await askKept(client, "select set_config('jingwei.post', $1, false), set_config('jingwei.person', $2, false)", [
    postId,
    personId,
  ]);
  told.set(client, key);
}
