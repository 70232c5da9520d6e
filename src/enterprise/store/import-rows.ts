import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../../access/index.ts';
import { withinReach } from '../../access/index.ts';
import type { RowFault } from '../domain/import/index.ts';
import type { Db } from './db.ts';
import type { StoredImport } from './imports.ts';

const running = ['reading', 'checked', 'saving'] as const;

export async function insertImport(
  db: Db,
  made: {
    readonly id: string;
    readonly fileName: string;
    readonly regionId: string;
    readonly unitId: string;
    readonly at: string;
    readonly by: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  await db
    .insertInto('enterprise_import')
    .values({
      ...{ id: made.id, file_name: made.fileName, region_id: made.regionId, unit_id: made.unitId, state: 'reading' },
      ...{ begun_at: made.at, by_id: made.by.id, by_name: made.by.name },
    })
    .execute();
}

/** Held from the first row to the last word; whoever can take it knows that nobody is at it any more. */
export async function holdImport(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{
    held: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${`enterprise-import ${id}`}, 0)) as held`.execute(db);
  return rows[0]?.held === true;
}

/** One after another where a region begins an import. */
export const lockRegion = (db: Db, regionId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`enterprise-imports ${regionId}`}, 0))`.execute(db);

export const runningImports = (db: Db, regionId: string | null) =>
  db
    .selectFrom('enterprise_import')
    .select(['id', 'file_name', 'region_id', 'begun_at'])
    .where('state', 'in', running)
    .$if(regionId !== null, (query) => query.where('region_id', '=', regionId ?? ''))
    .execute();

export interface ImportOutcome {
  readonly state: StoredImport['state'];
  readonly rowsRead?: number | undefined;
  readonly rowsTotal?: number | undefined;
  /** How far it is, of a hundred. */
  readonly percent?: number | undefined;
  readonly counts?: Readonly<Record<string, number>> | undefined;
  readonly faults?: readonly RowFault[] | undefined;
  readonly failure?: string | null | undefined;
  readonly endedAt?: string | undefined;
}

/** Writes down how an import stands, as long as it is running; gives whether it still was. */
export async function putImport(
  db: Db,
  id: string,
  { state, rowsRead, rowsTotal, percent, counts, faults, failure, endedAt }: ImportOutcome,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('enterprise_import')
    .set({
      state,
      ...(rowsRead === undefined ? {} : { rows_read: rowsRead }),
      ...(rowsTotal === undefined ? {} : { rows_total: rowsTotal }),
      ...(percent === undefined ? {} : { percent }),
      ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
      ...(faults === undefined ? {} : { faults: JSON.stringify(faults) }),
      ...(failure === undefined ? {} : { failure }),
      ...(endedAt === undefined ? {} : { ended_at: endedAt }),
    })
    .where('id', '=', id)
    .where('state', 'in', state === 'undone' ? ['saved'] : running)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export const readImportRow = (db: Db, actor: Actor, id: string): Promise<StoredImport | undefined> =>
  db
    .selectFrom('enterprise_import')
    .selectAll()
    .where('id', '=', id)
    .where(withinReach(actor.reach, 'enterprise_import'))
    .executeTakeFirst();

export const lockImportRow = (db: Db, id: string): Promise<StoredImport | undefined> =>
  db.selectFrom('enterprise_import').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const listImportRows = (db: Db, actor: Actor, limit: number): Promise<StoredImport[]> =>
  db
    .selectFrom('enterprise_import')
    .selectAll()
    .where(withinReach(actor.reach, 'enterprise_import') as never as ReturnType<typeof sql<SqlBool>>)
    .orderBy('begun_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();

/** Names of what lists refer to, with their ids; null where several bear a name. */
export async function importNames(db: Db, kind: 'unit' | 'region' | 'chain'): Promise<Map<string, string | null>> {
  const statement = {
    unit: sql<{
      id: string;
      name: string;
    }>`select id, name from unit where valid_to is null or valid_to > current_date`,
    chain: sql<{
      id: string;
      name: string;
    }>`select id, name from chain where valid_to is null or valid_to > current_date`,
    region: sql<{ id: string; name: string }>`select code as id, name from region_term where valid_to is null`,
  }[kind];
  const { rows } = await statement.execute(db);
  const found = new Map<string, string | null>();
  for (const { id, name } of rows) found.set(name, found.has(name) ? null : id);
  for (const { id } of rows) found.set(id, id);
  return found;
}
