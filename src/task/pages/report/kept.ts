/** A photograph or file of a report that is not on the server yet. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly kind: 'photo' | 'file';
  readonly blob: Blob;
  /** Once the server has it. */
  readonly fileId: string | null;
}

/** A report in this browser: being written, or handed in and waiting for the network. */
export interface KeptReport {
  /** Says to the server that it is the same report, however often it is sent. */
  readonly key: string;
  /** Whose it is: several people may share a computer. */
  readonly owner: string;
  readonly taskId: string;
  readonly dutyId: string;
  readonly title: string;
  readonly state: 'draft' | 'waiting';
  readonly words: string;
  readonly problem: string;
  readonly help: string;
  /** As typed, by deliverable. */
  readonly figures: Readonly<Record<string, string>>;
  readonly files: readonly KeptFile[];
  /** ISO 8601. */
  readonly at: string;
  /** Why the server did not take it, in sentences; empty while it was not asked. */
  readonly refused: readonly string[];
}

const database = 'jingwei-task-reports';
const store = 'reports';
const daysKept = 30;
const listeners = new Set<() => void>();

export function onKeptChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Writes a report down; false where the browser keeps nothing. */
export async function keepReport(report: KeptReport): Promise<boolean> {
  const done = await within('readwrite', (at) => at.put(report));
  if (done !== null) tell();
  return done !== null;
}

export async function forgetReport(key: string): Promise<void> {
  await within('readwrite', (at) => at.delete(key));
  tell();
}

/** Everything a person has not sent yet, the oldest first. What is older than a month is gone. */
export async function keptReports(owner: string): Promise<readonly KeptReport[]> {
  const found = await within<KeptReport[]>('readonly', (at) => at.index('owner').getAll(owner));
  const oldest = new Date(Date.now() - daysKept * 86_400_000).toISOString();
  return (found ?? []).filter(({ at }) => at >= oldest).sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** What a person has written about a duty and not sent; null for nothing. */
export async function keptReport(owner: string, taskId: string, dutyId: string): Promise<KeptReport | null> {
  const all = await keptReports(owner);
  return all.findLast((each) => each.taskId === taskId && each.dutyId === dutyId) ?? null;
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (at: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined | null> {
  const opened = await openDatabase();
  if (opened === null) return null;
  try {
    return await answerOf(work(opened.transaction(store, mode).objectStore(store)));
  } catch {
    return null;
  } finally {
    opened.close();
  }
}

/** A browser that forbids it keeps nothing. */
function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(store, { keyPath: 'key' }).createIndex('owner', 'owner');
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
