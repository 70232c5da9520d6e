import { exportRequest, listRequest } from '../../../platform/http/list-request.ts';
import { type Actor, permit } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { entryFields } from '../contract/fields.ts';
import type { Head } from '../domain/chain.ts';
import {
  type EntryDetail,
  type EntryRow,
  entriesOf,
  entryNumbers,
  readEntry,
  readHead,
  searchEntries,
} from '../store.ts';
import type { AuditDeps } from './deps.ts';
import { recording } from './recording.ts';

type ListQuery = Parameters<typeof listRequest>[1];
type ExportQuery = Parameters<typeof exportRequest>[1];

/** Rows that one sheet may have: Excel's own limit is just above a million. */
const mostRows = 200_000;

/** One page of the entries that are looked for. Refuses who may not read the log, and conditions that there are not. */
export async function searchLog(
  actor: Actor,
  query: ListQuery,
  deps: AuditDeps,
): Promise<{ rows: readonly EntryRow[]; total: number; capped: boolean; page: number; pageSize: number }> {
  permit(actor, 'audit.read');
  const { page, pageSize, offset, ...sought } = listRequest(entryFields, query);
  return { ...(await searchEntries(deps.db, sought, pageSize, offset)), page, pageSize };
}

/** One entry. Refuses who may not read the log, and a number that has none (`audit-entry-unknown`). */
export async function lookAtEntry(actor: Actor, seq: number, deps: AuditDeps): Promise<EntryDetail> {
  permit(actor, 'audit.read');
  const entry = await readEntry(deps.db, seq);
  if (entry === undefined) throw new RefusalError({ code: 'audit-entry-unknown', given: seq });
  return entry;
}

/** The end of the chain, to be noted elsewhere and compared later. Refuses who may not read the log. */
export async function lookAtHead(actor: Actor, deps: AuditDeps): Promise<Head> {
  permit(actor, 'audit.read');
  return readHead(deps.db);
}

/** What is to be exported: which entries in which order, and some of them when they are written. */
export interface ExportedEntries {
  readonly numbers: readonly number[];
  readonly columns: readonly string[];
  readonly read: (numbers: readonly number[]) => Promise<readonly EntryRow[]>;
}

/**
 * The entries to be exported as a sheet. That they were taken is an entry of its own. Refuses who may not export, and
 * more rows than a sheet may have.
 */
export async function exportEntries(actor: Actor, query: ExportQuery, deps: AuditDeps): Promise<ExportedEntries> {
  permit(actor, 'audit.export');
  const { ids, except, columns, ...sought } = exportRequest(entryFields, query);
  const found =
    ids === null ? await entryNumbers(deps.db, sought, mostRows + 1) : ids.map(Number).filter(Number.isSafeInteger);
  if (found.length > mostRows) throw new RefusalError({ code: 'audit-too-many', limit: mostRows });
  const left = new Set(except.map(Number));
  const numbers = found.filter((seq) => !left.has(seq));
  await recording(deps, actor, async (_db, note) =>
    note({
      action: 'audit.export',
      record: { kind: 'audit', id: `${numbers.length}`, name: '审计日志（查找结果）' },
      changes: [{ field: 'conditions', before: null, after: { ...query } }],
    }),
  );
  return { numbers, columns, read: (some) => entriesOf(deps.db, some) };
}
