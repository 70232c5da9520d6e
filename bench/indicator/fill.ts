import pg from 'pg';
import { asSystem, openKysely } from '../../platform/db/index.ts';
import { recount } from '../../src/indicator/store/rollup.ts';
import type { IndicatorTables } from '../../src/indicator/store/tables.ts';
import { firstYear, indicators, months } from './city.ts';

/** Figures that one enterprise makes. */
const perFirm = indicators * months;
export const firmsFor = (rows: number): number => Math.max(1, Math.round(rows / perFirm));
export const rowsOf = (firms: number): number => firms * perFirm;

/** How long the parts of a filling took, in seconds. */
export interface Filled {
  readonly firms: number;
  readonly insert: number;
  readonly recount: number;
  readonly cells: number;
  readonly bytes: number;
}

/**
 * Adds enterprises, from so many up to so many, with three years of figures each, and counts every cell anew. The same each time:
 * what an enterprise reports follows from its number. Each stands in one town and one of the four chains of the town.
 */
export async function fillFigures(
  ownerAddress: string,
  from: number,
  to: number,
  tell: (line: string) => void,
): Promise<Filled> {
  const client = new pg.Client({ connectionString: ownerAddress });
  await client.connect();
  const began = performance.now();
  try {
    await client.query(
      "set session_replication_role = 'replica'; set work_mem = '256MB'; set maintenance_work_mem = '1GB'",
    );
    tell(`放入 ${rowsOf(to - from)} 笔数……`);
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
    const insert = (performance.now() - began) / 1000;
    const counting = performance.now();
    await countAll(ownerAddress, tell);
    await client.query('delete from rollup_stale');
    tell('整理……');
    await client.query('vacuum (analyze) observation');
    await client.query('vacuum (analyze) observation_version');
    await client.query('vacuum (analyze) rollup_cell');
    const { rows } = await client.query<{ cells: string; bytes: string }>(
      'select (select count(*) from rollup_cell) as cells, pg_database_size(current_database()) as bytes',
    );
    return {
      ...{ firms: to, insert, recount: (performance.now() - counting) / 1000 },
      ...{ cells: Number(rows[0]?.cells ?? 0), bytes: Number(rows[0]?.bytes ?? 0) },
    };
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

async function countAll(ownerAddress: string, tell: (line: string) => void): Promise<void> {
  const db = openKysely<IndicatorTables>(ownerAddress, { connections: 2, owner: true });
  try {
    for (let month = 0; month < months; month += 1) {
      tell(`汇总第 ${month + 1} 个月，共 ${months} 个月……`);
      const period = `${firstYear + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}`;
      await asSystem(() => recount(db, [period]));
    }
  } finally {
    await db.destroy();
  }
}
