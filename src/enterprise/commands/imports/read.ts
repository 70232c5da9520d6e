import { type Actor, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { EnterpriseImportJson } from '../../contract.ts';
import type { RowFault } from '../../domain/import/index.ts';
import { headingOf, type ImportField, importFields } from '../../domain/import/index.ts';
import { listImportRows, readImportRow, type StoredImport } from '../../store.ts';
import type { EnterpriseDeps } from '../deps.ts';

const mostListed = 30;
/** More are in the file that can be saved. */
const mostShown = 50;

export async function readImport(actor: Actor, importId: string, deps: EnterpriseDeps): Promise<EnterpriseImportJson> {
  permit(actor, 'enterprise.keep');
  return jsonOf(await importOf(actor, importId, deps), mostShown);
}

export async function listImports(actor: Actor, deps: EnterpriseDeps): Promise<{ rows: EnterpriseImportJson[] }> {
  permit(actor, 'enterprise.keep');
  return { rows: (await listImportRows(deps.db, actor, mostListed)).map((row) => jsonOf(row, 0)) };
}

/** Every fault that was kept of an import. */
export async function importFaults(
  actor: Actor,
  importId: string,
  deps: EnterpriseDeps,
): Promise<{ fileName: string; faults: readonly RowFault[] }> {
  permit(actor, 'enterprise.keep');
  const row = await importOf(actor, importId, deps);
  return { fileName: row.file_name, faults: row.faults as readonly RowFault[] };
}

async function importOf(actor: Actor, importId: string, deps: EnterpriseDeps): Promise<StoredImport> {
  const row = await readImportRow(deps.db, actor, importId);
  if (row === undefined)
    throw new RefusalError({ code: 'enterprise-import-unknown', field: 'importId', given: importId });
  return row;
}

function jsonOf(row: StoredImport, most: number): EnterpriseImportJson {
  const { created = 0, changed = 0, same = 0, figures = 0 } = row.counts;
  return {
    ...{ id: row.id, fileName: row.file_name, state: row.state, rowsRead: row.rows_read, percent: row.percent },
    counts: { created, changed, same, figures },
    faults: (row.faults as readonly RowFault[]).slice(0, most).map((each) => ({ ...each })),
    ...{
      failure: row.failure,
      begunAt: row.begun_at,
      endedAt: row.ended_at,
      by: row.by_name,
      mayUndo: row.state === 'saved',
    },
  };
}

/** The headings of an empty list. */
export const templateHeadings = (): string[] =>
  importFields
    .filter((field): field is ImportField => !['id', 'phone', 'contact', 'mail'].includes(field))
    .map(headingOf)
    .concat(['2024年营业收入（万元）', '2024年职工人数']);
