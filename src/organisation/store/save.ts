import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { Change, Kind, Records } from '../domain/index.ts';
import { refreshClosure, refreshRegionClosure } from './closures.ts';
import { chainRow, delegationRow, grantRow, personRow, postRow, termRow, unitRow } from './rows.ts';
import type { OrganisationTables } from './tables.ts';

type Db = Kysely<OrganisationTables>;

/** Who changes, and when. */
export interface Sign {
  readonly by: { readonly id: string };
  readonly at: string;
}

/** Rows of one statement: PostgreSQL takes 65,535 values at once, a unit has twelve. */
const rowsAtOnce = 2000;

/**
 * Writes changes that have been checked: what is there afterwards is written, what is not is taken away. Rows that lean
 * on others of the same batch may come in any order.
 */
export async function saveChanges(db: Db, changes: readonly Change[], sign: Sign): Promise<void> {
  const of = <K extends Kind>(kind: K): Records[K][] =>
    changes.flatMap((change) => (change.kind === kind && change.after !== null ? [change.after as Records[K]] : []));
  const gone = (kind: Kind): string[] =>
    changes.flatMap((each) => (each.kind === kind && each.after === null ? [each.key] : []));

  await saveRegions(db, of('region'));
  await saveNodes(db, 'unit', of('unit').map(unitRow));
  const accounts = of('unit').map(({ id, bankAccount }) => ({ unit_id: id, bank_account: bankAccount }));
  await upsert(db, 'unit_private', ['unit_id'], accounts);
  await saveNodes(db, 'chain', of('chain').map(chainRow));
  await upsert(
    db,
    'person',
    ['id'],
    of('person').map((person) => personRow(person, sign.at)),
    ['created_at'],
  );
  const secrets = of('person').map(({ id, phone, idNumber }) => ({ person_id: id, phone, id_number: idNumber }));
  await upsert(db, 'person_private', ['person_id'], secrets);
  await upsert(db, 'post', ['id'], of('post').map(postRow));
  const delegations = of('delegation').map((one) => delegationRow(one, sign.at, sign.by.id));
  await upsert(db, 'delegation', ['id'], delegations, ['created_at', 'created_by']);
  await upsert(
    db,
    'post_grant',
    ['post_id'],
    of('grant').map((one) => grantRow(one, sign.at, sign.by.id)),
  );

  await removeBy(db, 'post_grant', 'post_id', gone('grant'));
  for (const kind of ['delegation', 'post', 'person', 'chain', 'unit'] as const)
    await removeBy(db, kind, 'id', gone(kind));
  await removeBy(db, 'region', 'code', gone('region'));

  const touched = new Set(changes.map(({ kind }) => kind));
  if (touched.has('region')) await refreshRegionClosure(db);
  for (const kind of ['unit', 'chain'] as const) if (touched.has(kind)) await refreshClosure(db, kind);
}

async function saveRegions(db: Db, regions: readonly Records['region'][]): Promise<void> {
  await upsert(
    db,
    'region',
    ['code'],
    regions.map(({ code, level, local }) => ({ code, level, local })),
  );
  const codes = regions.map(({ code }) => code);
  if (codes.length === 0) return;
  await sql`delete from region_term where code = any(${codes})`.execute(db);
  await upsert(
    db,
    'region_term',
    [],
    regions.flatMap(({ code, terms }) => terms.map((term) => termRow(code, term))),
  );
}

/** First those that are new without their links, then all with: the nodes of a batch may lean on each other in any order. */
async function saveNodes(db: Db, table: 'unit' | 'chain', rows: readonly Record<string, unknown>[]): Promise<void> {
  const links = table === 'unit' ? ['parent', 'successor'] : ['parent'];
  const linked = rows.filter((row) => links.some((link) => row[link] !== null));
  if (linked.length > 0) {
    const bare = linked.map((row) => ({ ...row, ...Object.fromEntries(links.map((link) => [link, null])) }));
    for (let at = 0; at < bare.length; at += rowsAtOnce)
      await db
        .insertInto(table)
        .values(bare.slice(at, at + rowsAtOnce) as never)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }
  await upsert(db, table, ['id'], [...rows.filter((row) => !links.some((link) => row[link] !== null)), ...linked]);
}

/** Inserts rows; those that are there by their key get the new values, but for the columns that `stay`. */
async function upsert(
  db: Db,
  table: keyof OrganisationTables,
  key: readonly string[],
  rows: readonly object[],
  stay: readonly string[] = [],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).filter((column) => !key.includes(column) && !stay.includes(column));
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const insert = db.insertInto(table).values(rows.slice(at, at + rowsAtOnce) as never);
    if (key.length === 0) await insert.execute();
    else
      await insert
        .onConflict((conflict) =>
          conflict
            .columns(key as never)
            .doUpdateSet(Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)])) as never),
        )
        .execute();
  }
}

async function removeBy(db: Db, table: keyof OrganisationTables, key: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`delete from ${sql.table(table)} where ${sql.ref(key)} = any(${[...keys]})`.execute(db);
}
