import type { CellAddress } from '../model.ts';
import type { KeptCell, KeptRecord } from './restore.ts';

/** What is not saved, written down in the browser as it is typed. Only ever added to, until nothing is left unsaved. */
export interface Kept {
  /** Whether it was written down; a browser may forbid it. */
  add(cells: readonly KeptCell[], saved: readonly CellAddress[]): Promise<boolean>;
  /** What others left: former visits and tabs that are closed. `again` is called when another tab has been closed since. */
  left(again: () => void): Promise<readonly KeptRecord[]>;
  forget(ids: readonly number[]): Promise<void>;
  /** Forgets what this tab wrote. */
  forgetOwn(): Promise<void>;
  close(): void;
}

const database = 'jingwei-grid';
const store = 'changes';

/** Opens what is kept under a key, in the browser's database. A browser that forbids it keeps nothing and says so. */
export function openKept(key: string): Kept {
  const tab = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const own: number[] = [];
  const db = openDatabase();
  const closed = new AbortController();
  const held = holdName(`${database} ${key} ${tab}`);
  const within = async <T>(
    mode: IDBTransactionMode,
    work: (at: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | null> => {
    const opened = await db;
    if (opened === null) return null;
    try {
      return await answerOf(work(opened.transaction(store, mode).objectStore(store)));
    } catch {
      return null;
    }
  };
  const forget = async (ids: readonly number[]): Promise<void> => {
    await within('readwrite', (at) => {
      for (const id of ids) at.delete(id);
      return at.count();
    });
  };
  // One after the other: what is still being written down must not outlive that all of it is forgotten.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next;
    return next;
  };
  return {
    add: (cells, saved) =>
      inTurn(async () => {
        const record = { key, tab, at: new Date().toISOString(), cells, saved };
        const id = await within<IDBValidKey>('readwrite', (at) => at.add(record));
        if (typeof id === 'number') own.push(id);
        return typeof id === 'number';
      }),
    async left(again) {
      const [all, living] = [await within('readonly', (at) => at.index('key').getAll(key)), await livingNames()];
      const records = ((all ?? []) as KeptRecord[]).filter((record) => record.tab !== tab);
      const nameOf = (record: KeptRecord): string => `${database} ${key} ${record.tab}`;
      const others = new Set(records.map(nameOf).filter((name) => living.has(name)));
      for (const name of others)
        void navigator.locks.request(name, { signal: closed.signal }, again).catch(() => undefined);
      return records.filter((record) => !others.has(nameOf(record)));
    },
    forget: (ids) => inTurn(() => forget(ids)),
    forgetOwn: () => inTurn(() => forget(own.splice(0))),
    close() {
      held();
      closed.abort();
      void last.then(() => db).then((opened) => opened?.close());
    },
  };
}

function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(store, { keyPath: 'id', autoIncrement: true }).createIndex('key', 'key');
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not kept'));
  });

/**
 * Holds a name as long as this tab lives, so that another tab does not offer what is still being worked on here. Without
 * locks (pages over plain http) each tab takes the others for closed and asks.
 */
function holdName(name: string): () => void {
  const locks: LockManager | undefined = navigator.locks;
  let release = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  void locks?.request(name, () => until).catch(() => undefined);
  return release;
}

async function livingNames(): Promise<ReadonlySet<string | undefined>> {
  const locks: LockManager | undefined = navigator.locks;
  const state = await locks?.query().catch(() => null);
  return new Set(state?.held?.map(({ name }) => name));
}
