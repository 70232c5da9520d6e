import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { covers, noReach, type Reach, wholeReach } from '../../src/access/index.ts';
import { listPlanIds, listPlans, type PlanTables } from '../../src/plan/store.ts';

/** Whatever ways somebody sees plans by, the list has each of them once, in one order, page by page. */
const regions = ['980100', '980101', '980102', '980103', '980104', '980105', '980106'];
const units = ['wu1', 'wu2'];
const chains = ['wc1', 'wc2'];

let database: TestDatabase<PlanTables>;
beforeAll(async () => {
  database = await testDatabase<PlanTables>();
  const { owner } = database;
  await sql`insert into region (code, level) select unnest(${regions}::text[]), 'county'`.execute(owner);
  await sql`insert into unit (id, name, kind, region_id)
    select id, id, 'department', '980101' from unnest(${units}::text[]) id`.execute(owner);
  await sql`insert into chain (id, name, region_id) select id, id, '980100' from unnest(${chains}::text[]) id`.execute(
    owner,
  );
  // Every place there can be, with none of each kind too.
  await sql`insert into plan (id, revision, next_item, status, latest_edition, created_at, created_by_id, created_by_name,
      updated_at, region_id, unit_id, chain_id)
    select 'w' || row_number() over (), 1, 1, 'revising', 1, now(), 'w', 'w',
      timestamptz '2026-01-01' + (row_number() over () * 7 % 50) * interval '1 hour', r, u, c
    from unnest(${[...regions, null]}::text[]) r, unnest(${[...units, null]}::text[]) u,
      unnest(${[...chains, null]}::text[]) c`.execute(owner);
  await sql`insert into plan_listing (plan_id, face, status, revision, latest_edition, region_id, unit_id, chain_id,
      created_at, updated_at, title, name, file_name, indicators, tasks, clauses, tables, unreviewed, rejected, errors,
      warnings, notices, dismissed)
    select id, face, case face when 'whole' then 'revising' else 'published' end, 1, 1, region_id, unit_id, chain_id,
      created_at, updated_at, '甲' || id, '甲' || id, 'w', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    from plan, unnest(array['whole', 'published']) face`.execute(owner);
});
afterAll(() => database?.close());

const above = new Set(['980100', '980101']);
const reaches: Readonly<Record<string, Reach>> = {
  'the platform': wholeReach,
  nobody: noReach,
  'a reader': { ...noReach, above },
  'a county': { ...noReach, regions: new Set(['980101']), above },
  'a county beside its own': { ...noReach, regions: new Set(['980102']), above },
  'many counties': { ...noReach, regions: new Set(regions.slice(1)), above },
  'a unit': { ...noReach, units: new Set(['wu1']), above },
  'a chain of some counties': { ...noReach, chains: new Set(['wc1@980101', 'wc1@980103']), above },
  'a chain of a unit': { ...noReach, unitChains: new Set(['wu1@wc2']), above },
  'several kinds at once': {
    ...noReach,
    ...{ regions: new Set(['980101']), units: new Set(['wu1']), chains: new Set(['wc1@980103']), above },
  },
};

async function expected(reach: Reach): Promise<string[]> {
  const rows = await database.owner.selectFrom('plan_listing').selectAll().execute();
  const seen = rows.filter((row) => {
    const place = { regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id };
    if (row.face === 'whole') return covers(reach, place);
    return row.region_id !== null && reach.above.has(row.region_id) && !covers(reach, place);
  });
  return seen.map((row) => `${row.plan_id} ${row.status}`).sort();
}

describe.each(Object.entries(reaches))('%s', (_who, reach) => {
  const search = { words: [], filter: {}, sort: [] };
  test('sees each plan by one way', async () => {
    const { plans, total } = await listPlans(database.owner, search, reach, 200, 0);
    const wanted = await expected(reach);
    expect(plans.map(({ id, status }) => `${id} ${status}`).sort()).toEqual(wanted);
    expect(total).toBe(wanted.length);
  });

  test.each([
    [[{ key: 'title', descending: true }], [] as string[]],
    [[{ key: 'findings', descending: true }], []],
    [[], ['甲W']],
    [[], ['甲w3']],
  ])('sorted by %j, with the words %j, finds them page by page', async (sort, words) => {
    const asked = { words, filter: {}, sort };
    const all = await listPlanIds(database.owner, asked, reach, 1000);
    const { total } = await listPlans(database.owner, asked, reach, 5, 5);
    expect(total).toBe(all.length);
    const paged: string[] = [];
    for (let offset = 0; offset < all.length; offset += 5)
      paged.push(...(await listPlans(database.owner, asked, reach, 5, offset)).plans.map(({ id }) => id));
    expect(paged).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  });
});
