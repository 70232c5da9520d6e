import type { Writable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/**
 * For measuring: a table of texts without any index, into which comma-separated values are copied as fast as the database takes
 * them; and what the offices of a measured city may do beside.
 */
export async function copyInto(
  ownerAddress: string,
  { columns, offices }: { readonly columns: number; readonly offices: readonly string[] },
): Promise<{ stream: () => Writable; close: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: ownerAddress });
  await client.connect();
  await client.query(`update access_role set permissions = permissions || $1::text[] where id = 'bench-task-office'`, [
    offices,
  ]);
  await client.query(
    `create table bench_copy (${Array.from({ length: columns }, (_, at) => `c${at} text`).join(', ')})`,
  );
  return {
    stream: () => client.query(copyFrom('copy bench_copy from stdin with (format csv, header true)')),
    close: async () => {
      await client.query('drop table bench_copy');
      await client.end();
    },
  };
}

/** For measuring: does something with the process of the database that serves a connection of its owner, while it is open. */
export async function withBackend<T>(ownerAddress: string, work: (pid: number) => T): Promise<T> {
  const client = new pg.Client({ connectionString: ownerAddress });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return work(rows[0]?.pid ?? 0);
  } finally {
    await client.end();
  }
}
