import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { packLibrary } from '../../apps/packs.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { asSystem, type Kysely, openDatabase, openKysely } from '../../platform/db/index.ts';
import { openTemporaryFolder } from '../../platform/db/testing/folder.ts';
import { type EnterpriseTables, loadEnterpriseFacts } from '../../src/enterprise/index.ts';
import { editionsOf, loadLadderRuns } from '../../src/ladder/index.ts';
import { compileLibrary } from '../../src/policy/index.ts';

const on = '2025-06-30';

export interface LadderBench {
  readonly enterprises: number;
  /** Making the columns anew, once. */
  readonly refreshSeconds: number;
  /** Every edition and every policy over all, from the database; the least of three. */
  readonly seconds: number;
  /** Reading the same columns and nothing else. */
  readonly readSeconds: number;
  readonly ratio: number;
  readonly peakBytes: number;
  /** Of each title how many meet it and of how many it cannot be told. */
  readonly titles: readonly { readonly title: string; readonly met: number; readonly unknown: number }[];
  readonly clauses: number;
}

/** Measures the ladder and the policies over made-up enterprises in a database of its own, which is taken away again. */
export async function measureLadder(enterprises: number, progress: (line: string) => void): Promise<LadderBench> {
  const folder = openTemporaryFolder('ladder-bench');
  const opened = await openDatabase<EnterpriseTables>({ dataDir: folder, exclusive: true });
  try {
    progress(`造 ${enterprises} 户……`);
    const owner = openKysely<EnterpriseTables>(opened.ownerAddress, { owner: true, connections: 1 });
    await fill(owner, enterprises);
    await owner.destroy();
    const library = packLibrary();
    const { factSetup, refreshColumns, readColumns } = await loadEnterpriseFacts();
    const { compiledIfAny, judgeAll } = await loadLadderRuns();
    const deps = { db: opened.db, clock: systemClock, facts: factSetup(library) };
    const editions = [...new Set(editionsOf(library).map(({ title }) => title))]
      .flatMap((title) => compiledIfAny(library, title, on) ?? [])
      .filter(({ empty }) => empty === null);
    const { policies } = compileLibrary(library, on);
    return await asSystem(async () => {
      const begun = performance.now();
      await refreshColumns(deps, on, (done, of) => progress(`列 ${done}/${of}`));
      const refreshSeconds = (performance.now() - begun) / 1000;
      const titles = editions.map(({ title }) => ({ title, met: 0, unknown: 0 }));
      let clauses = 0;
      let peak = 0;
      const times: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        progress(`第 ${round + 1} 遍……`);
        for (const each of titles) [each.met, each.unknown] = [0, 0];
        const start = performance.now();
        for await (const { there, standings, results } of judgeAll(deps, editions, policies)) {
          clauses = results.winners.length;
          for (const [at, { verdict }] of standings.entries()) {
            let [met, unknown] = [0, 0];
            for (let row = 0; row < there.length; row += 1)
              if (there[row] === 1) {
                if (verdict[row] === 2) met += 1;
                else if (verdict[row] === 1) unknown += 1;
              }
            const title = titles[at];
            if (title !== undefined) [title.met, title.unknown] = [title.met + met, title.unknown + unknown];
          }
          peak = Math.max(peak, process.memoryUsage.rss());
        }
        times.push((performance.now() - start) / 1000);
      }
      const reads: number[] = [];
      const facts = deps.facts.table.facts.map((_, at) => at);
      for (let round = 0; round < 3; round += 1) {
        const start = performance.now();
        for await (const { columns } of readColumns(deps, facts)) if (columns.length === 0) continue;
        reads.push((performance.now() - start) / 1000);
      }
      const [seconds, readSeconds] = [Math.min(...times), Math.min(...reads)];
      return {
        enterprises,
        refreshSeconds,
        seconds,
        readSeconds,
        ratio: seconds / readSeconds,
        peakBytes: peak,
        titles,
        clauses,
      };
    });
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Enterprises with three years of figures, some titles and facts that are kept by themselves; every seventh lacks something. */
async function fill(owner: Kysely<EnterpriseTables>, count: number): Promise<void> {
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
