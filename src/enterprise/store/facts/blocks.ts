import { sql } from 'kysely';
import { binaryRows } from '../../../../platform/db/index.ts';
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

/** Takes the sign off a block before it is read: what changes from now on makes it stale again. */
export async function takeStale(db: Db, block: number): Promise<void> {
  await db.deleteFrom('enterprise_block_stale').where('block', '=', block).execute();
}

/** Puts the columns of a block in the place of those before; the fact '' has a 1 for each row that is there. */
export async function putBlock(
  db: Db,
  { block, digest, day }: { readonly block: number; readonly digest: string; readonly day: string },
  columns: ReadonlyMap<string, Buffer>,
): Promise<void> {
  await db.deleteFrom('enterprise_block').where('block', '=', block).execute();
  const rows = [...columns].map(([fact, content]) => ({ block, fact, digest, on_day: day, content }));
  for (let from = 0; from < rows.length; from += 20)
    await db
      .insertInto('enterprise_block')
      .values(rows.slice(from, from + 20))
      .execute();
}

/** Columns of some blocks, as they are kept, by block and fact. */
export async function readBlocks(
  db: Db,
  range: { readonly from: number; readonly to: number },
  facts: readonly string[],
): Promise<readonly { readonly block: number; readonly fact: string; readonly content: Buffer }[]> {
  const { from, to } = range;
  const rows = await binaryRows(
    db,
    `select block, fact, content from enterprise_block where block >= ${Math.trunc(from)} and block < ${Math.trunc(to)} and fact in ($text) order by block`,
    facts,
  );
  return rows.flatMap(([block, fact, content]) =>
    block == null || fact == null || content == null
      ? []
      : [{ block: block.readInt32BE(0), fact: fact.toString('utf8'), content }],
  );
}

/** Enterprises by their place in the columns. */
export const enterprisesByNo = (db: Db, numbers: readonly number[]) =>
  db
    .selectFrom('enterprise')
    .select(['id', 'no', 'region_id'])
    .where('no', 'in', [...numbers])
    .execute();
