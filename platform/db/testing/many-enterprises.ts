import { sql } from 'kysely';
import type { Kysely } from '../index.ts';

/** For measuring: enterprises with three years of figures, some titles and facts that are kept by themselves; every seventh lacks something. */
export async function manyEnterprises<Tables>(owner: Kysely<Tables>, count: number): Promise<void> {
  await sql`insert into region (code, level) values ('980100', 'city')`.execute(owner);
  await sql`alter table enterprise disable trigger user`.execute(owner);
  await sql`insert into enterprise (id, name, region_id, industry, founded_on, since, created_at, created_by, changed_at, changed_by)
    select 'be' || n, '测量企业' || n, '980100', case when n % 5 = 0 then '5132' else '1761' end, date '2005-01-01' + n % 6000,
      '2020-01-01', now(), '测量', now(), '测量' from generate_series(1, ${count}::integer) n`.execute(owner);
  for (const year of [2022, 2023, 2024])
    await sql`insert into enterprise_figures (enterprise_id, period, figures, vintage, source, at, by_id, by_name)
      select 'be' || n, ${String(year)}, jsonb_strip_nulls(jsonb_build_object(
          'revenue', r, 'main_revenue', r * (50 + n % 50) / 100, 'rd_cost', case when n % 7 = 3 then null else r * (n % 13) / 100 end,
          'rd_cost_inside', r * (n % 13) / 120, 'profit_net', r * (n % 17 - 3) / 100, 'assets', r * 2, 'liabilities', r * (n % 200) / 100,
          'cost_total', r * 9 / 10, 'employees', 20 + n % 900, 'rd_staff', (20 + n % 900) * (n % 30) / 100,
          'tech_staff', (20 + n % 900) * (n % 40) / 100, 'hightech_income', r * (n % 100) / 100, 'equity_raised', case when n % 50 = 0 then 30000000 else 0 end,
          'suppliers', n % 12, 'partners', n % 15)), 'reported', '测量', now(), '测量', '测量'
      from generate_series(1, ${count}::integer) n,
        lateral (select (1000000 + (n::bigint * 7919) % 300000000) * (100 + (n % 31 - 8) * ${year - 2022}) / 100 as r) v`.execute(
      owner,
    );
  for (const [fact, value] of [
    ['niche_years', 'n % 900'],
    ['ip_1', 'n % 4'],
    ['ip_2', 'n % 6'],
    ['ip_own_1', 'n % 3'],
    ['ip_high_1', '(n % 9) / 8'],
    ['sme_digital_level', 'n % 5'],
    ['quality_facts', 'n % 3'],
    ['province_special_points', 'n % 16'],
    ['research_body', 'n % 5'],
  ] as const)
    await sql`insert into enterprise_fact (enterprise_id, fact, from_day, value, source, at, by_name)
      select 'be' || n, ${fact}, date '2020-01-01', ${sql.raw(value)}, '测量', now(), '测量' from generate_series(1, ${count}::integer) n where n % 7 <> 1`.execute(
      owner,
    );
  await sql`insert into enterprise_title (id, enterprise_id, kind, level, given_on, ends_on, source, at, by_id, by_name)
    select 'bt' || n, 'be' || n, case n % 3 when 0 then 'high-tech' when 1 then 'innovative-sme' else 'sme-zjtx' end, 'province', date '2023-07-01', date '2026-07-01', '测量', now(), '测量', '测量'
    from generate_series(1, ${count}::integer, 10) n`.execute(owner);
  await sql`alter table enterprise enable trigger user`.execute(owner);
  await sql`vacuum analyze`.execute(owner);
}
