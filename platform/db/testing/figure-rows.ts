import { sql } from 'kysely';
import pg from 'pg';
import { appAddress } from '../app-login.ts';
import { asSystem } from '../as-actor.ts';
import { openKysely } from '../kysely.ts';
import { firstYear, indicators, months } from './figure-city.ts';

/**
 * Adds what enterprises of the measured city have reported in three years, from so many of them up to so many, without the typing.
 * The same each time: what an enterprise reports follows from its number. Each stands in one town and one of the town's chains.
 */
export async function insertFigures(
  ownerAddress: string,
  from: number,
  to: number,
  tell: (line: string) => void,
): Promise<void> {
  await asOwner(ownerAddress, async (client) => {
    await client.query(
      "set session_replication_role = 'replica'; set work_mem = '256MB'; set maintenance_work_mem = '1GB'",
    );
    const indexes = await dropIndexes(client);
    for (let n = 1; n <= indicators; n += 1) {
      tell(`放入第 ${n} 个指标，共 ${indicators} 个……`);
      await client.query(figures, [n, from + 1, to]);
    }
    await client.query(`
      insert into observation_version (observation_id, revision, value, reason, vintage, saved_at, by_id, by_name)
      select o.id, 1, o.value, null, o.vintage, o.saved_at, 'bench', '测量员' from observation o
      where not exists (select from observation_version v where v.observation_id = o.id)`);
    tell('建索引……');
    for (const statement of indexes) await client.query(statement);
    await client.query('analyze observation');
  });
}

/** Every month that there are figures of. */
export const figureMonths: readonly string[] = Array.from(
  { length: months },
  (_, month) => `${firstYear + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}`,
);

/** Puts a filled database in order, as a night does; gives how many cells there are and how large it is. */
export const tidyFigures = (ownerAddress: string): Promise<{ cells: number; bytes: number }> =>
  asOwner(ownerAddress, async (client) => {
    await client.query('delete from rollup_stale');
    for (const table of ['observation', 'observation_version', 'rollup_cell'])
      await client.query(`vacuum (analyze) ${table}`);
    const { rows } = await client.query<{ cells: string; bytes: string }>(
      'select (select count(*) from rollup_cell) as cells, pg_database_size(current_database()) as bytes',
    );
    return { cells: Number(rows[0]?.cells ?? 0), bytes: Number(rows[0]?.bytes ?? 0) };
  });

/** How many differences are not folded yet. */
export const pendingLeft = (ownerAddress: string): Promise<number> =>
  asOwner(ownerAddress, async (client) => {
    const { rows } = await client.query<{ n: string }>('select count(*) as n from rollup_pending');
    return Number(rows[0]?.n);
  });

/** Puts a heap of differences at once, in pairs that undo one another, so that the sums stay right. */
export const heapPending = (ownerAddress: string, pairs: number): Promise<void> =>
  asOwner(ownerAddress, async (client) => {
    await client.query(
      `insert into rollup_pending (indicator_id, period, period_end, region_id, unit_id, chain_id, total, figures, firms)
       select indicator_id, period, period_end, region_id, unit_id, chain_id, sign, 0, 0
       from (select * from observation where period = '2025-12' limit $1) o, unnest(array[1, -1]) sign`,
      [pairs],
    );
  });

/** A table that the server's login may put lines into, for as long as some work takes; `put` is one statement for it. */
export async function withBareTable<T>(ownerAddress: string, work: (put: string) => Promise<T>): Promise<T> {
  await asOwner(ownerAddress, async (client) => {
    await client.query('create table if not exists bench_line (n integer)');
    await client.query('grant insert on bench_line to public');
  });
  try {
    return await work('insert into bench_line values (1)');
  } finally {
    await asOwner(ownerAddress, (client) => client.query('drop table if exists bench_line'));
  }
}

/** Asks as the server does, through a pool like its own: what any statement costs at least. */
export async function openBare(ownerAddress: string) {
  const db = openKysely<object>(await appAddress(ownerAddress), { connections: 10 });
  return {
    ask: async (statement: string): Promise<boolean> => {
      await asSystem(() => sql.raw(statement).execute(db));
      return true;
    },
    close: () => db.destroy(),
  };
}

async function asOwner<T>(ownerAddress: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerAddress });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What a city's clerks would have typed in three years, without the typing. */
const figures = `
  insert into observation (indicator_id, period, period_end, unit_id, enterprise_id, region_id, chain_id, role, revision, value,
    vintage, saved_at)
  select 'bi' || lpad($1::int::text, 2, '0'), m.period, m.last, 'bt-' || f.town, f.id, f.town, f.chain, 'part', 1,
    f.size * (100 + 5 * m.year) / 100 * case $1::int % 3 when 1 then m.sofar when 2 then 100 + m.month else m.share end / 100,
    case when m.year = 2 and m.month > 9 then 'preliminary' else 'final' end, m.last + interval '20 days'
  from (
    select y as year, n as month, format('%s-%s', ${firstYear} + y, lpad(n::text, 2, '0')) as period,
      (make_date(${firstYear} + y, n, 1) + interval '1 month - 1 day')::date as last, shares[n] as share,
      (select sum(s) from unnest(shares[1:n]) s)::int as sofar
    from generate_series(0, 2) y, generate_series(1, 12) n,
      (select array[80, 60, 100, 100, 105, 110, 100, 95, 110, 115, 110, 130] as shares) s) m,
    (
    select 'BENCH' || lpad(e::text, 13, '0') as id, 50 + (e * 7919 % 950) as size,
      (980101 + e % 20)::text || lpad((1 + e / 20 % 8)::text, 3, '0') as town,
      'bc' || 1 + (e % 160 * 5 + e / 160 % 4) % 12 || '-' || 1 + e / 160 % 2 as chain
    from generate_series($2::int, $3::int) e) f
  order by m.period, f.town`;

async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; text: string }>(`
    select indexname as name, indexdef as text from pg_indexes
    where tablename = 'observation' and indexname not in ('observation_pkey', 'observation_key')`);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ text }) => text);
}
