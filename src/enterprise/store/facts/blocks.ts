import { sql } from 'kysely';
import { binaryBytes } from '../../../../platform/db/index.ts';
import type { Db } from '../db.ts';
import { blockSize } from '../settle.ts';

/** How many blocks the register has. */
export async function countBlocks(db: Db): Promise<number> {
  const { rows } = await sql<{ most: number | null }>`select max(no) as most from enterprise`.execute(db);
  return Math.ceil(Number(rows[0]?.most ?? 0) / blockSize);
}

/** Blocks that are not as the register stands on a day, by this dictionary. */
export async function staleBlocks(db: Db, blocks: number, digest: string, day: string): Promise<number[]> {
  const { rows } = await sql<{ block: number }>`select n as block from generate_series(0, ${blocks - 1}::integer) n
    where n in (select block from enterprise_block_stale)
      or not exists (select from enterprise_block b where b.block = n and b.fact = '' and b.digest = ${digest} and b.on_day = ${day}::date)
    order by n`.execute(db);
  return rows.map(({ block }) => block);
}

/** Whether a list is being saved just now. */
export async function isImporting(db: Db): Promise<boolean> {
  return (
    (await db.selectFrom('enterprise_import').select('id').where('state', '=', 'saving').limit(1).execute()).length > 0
  );
}

/** Takes the sign off a block before it is read: what changes from now on makes it stale again; until it is put it counts as old. */
export async function openBlock(db: Db, block: number): Promise<void> {
  await db.transaction().execute(async (inside) => {
    await inside.deleteFrom('enterprise_block_stale').where('block', '=', block).execute();
    await inside
      .updateTable('enterprise_block')
      .set({ on_day: '0001-01-01' })
      .where('block', '=', block)
      .where('fact', '=', '')
      .execute();
  });
}

/** Puts the columns of a block in the place of those before; the fact '' has a 1 for each row that is there. */
export async function putBlock(
  db: Db,
  { block, digest, day }: { readonly block: number; readonly digest: string; readonly day: string },
  columns: ReadonlyMap<string, Buffer>,
): Promise<void> {
  await db.deleteFrom('enterprise_block').where('block', '=', block).execute();
  const { rows: made } = await sql<{ version: number }>`select nextval('enterprise_block_version') as version`.execute(
    db,
  );
  const version = made[0]?.version ?? 0;
  const rows = [...columns].map(([fact, content]) => ({ block, fact, digest, on_day: day, version, content }));
  for (let from = 0; from < rows.length; from += 20)
    await db
      .insertInto('enterprise_block')
      .values(rows.slice(from, from + 20))
      .execute();
}

/**
 * Columns of some blocks as the database sends them: rows of block, fact and content, for `tuplesOf` in a thread. The fact ''
 * says which rows there are.
 */
export const columnBytes = (
  db: Db,
  { from, to }: { readonly from: number; readonly to: number },
  facts: readonly string[],
): Promise<Uint8Array> =>
  binaryBytes(
    db,
    `select block, fact, content from enterprise_block
      where block >= ${Math.trunc(from)} and block < ${Math.trunc(to)} and fact in ($text) order by block`,
    facts,
  );

/** Enterprises by their place in the columns. */
export const enterprisesByNo = (db: Db, numbers: readonly number[]) =>
  db
    .selectFrom('enterprise')
    .select(['id', 'no', 'region_id'])
    .where('no', 'in', [...numbers])
    .execute();
