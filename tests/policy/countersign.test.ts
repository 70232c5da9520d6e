import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asAsking } from '../../platform/db/index.ts';
import { policyApi } from '../../src/policy/contract.ts';
import { personOf, postOf, regions, units } from '../access/organisation.ts';
import { openPolicyWorld, type PolicyWorld } from './world.ts';

/** 会签: by whom, seen by whom, taken back, gone with another content; through both walls. */
let world: PolicyWorld;
beforeAll(async () => {
  world = await openPolicyWorld();
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const params = { policyId: 'nanchang-textile-2025', clauseId: 'fair-booth' } as const;
const finance = postOf('finance');
const read = (post: string) => world.as(post, policyApi.readClause, { params, query: {} });
const now = async () => {
  const { policy, sentence } = await read(finance);
  return { hash: policy.hash, sentence };
};
const sign = async (post: string) => world.as(post, policyApi.countersign, { params, body: await now() });

describe('a unit stands by a clause', () => {
  test('signed, seen by officials, counted in the library, in the audit', async () => {
    const before = await read(finance);
    expect(before).toMatchObject({ countersigns: [], may: { see: true, countersign: true } });
    const after = await sign(finance);
    expect(after.may.countersign).toBe(false);
    expect(after.countersigns).toEqual([
      expect.objectContaining({ unit: `单位${units.own}`, standing: true, mine: true, sentence: after.sentence }),
    ]);
    const clerk = await read(postOf('reporting-clerk'));
    expect(clerk.countersigns).toEqual([expect.objectContaining({ standing: true, mine: false })]);
    const { rows } = await world.as(finance, policyApi.listClauses, { query: { text: '展位费' } });
    expect(rows.find(({ clauseId }) => clauseId === params.clauseId)?.countersigned).toBe(1);
    const { rows: entries } = await sql<{ action: string; name: string }>`
      select action, record_name as name from audit_entry where record_kind = 'clause'`.execute(world.database.owner);
    expect(entries).toEqual([{ action: 'policy.countersign', name: '展位费补贴' }]);
  });

  test('once for a unit, whoever of it asks again', async () => {
    const body = await now();
    expect(await world.refused(finance, policyApi.countersign, { params, body })).toBe('409 countersign-stands');
    expect(await world.refused(postOf('reviewer'), policyApi.countersign, { params, body })).toBe(
      '409 countersign-stands',
    );
    expect((await read(postOf('reviewer'))).may.countersign).toBe(false);
    expect((await sign('city-office')).countersigns).toHaveLength(2);
  });

  test('neither enterprises nor the public learn of it', async () => {
    for (const post of [postOf('enterprise'), postOf('public-reader')]) {
      const clause = await read(post);
      expect([post, clause.countersigns, clause.may]).toEqual([post, [], { see: false, countersign: false }]);
      const { rows } = await world.as(post, policyApi.listClauses, { query: { text: '展位费' } });
      expect(rows.every(({ countersigned }) => countersigned === null)).toBe(true);
    }
  });

  test('taken back by the post that signed, and by nobody else', async () => {
    expect(await world.refused(postOf('reviewer'), policyApi.withdrawCountersign, { params })).toBe(
      '409 countersign-missing',
    );
    const after = await world.as(finance, policyApi.withdrawCountersign, { params });
    expect(after.countersigns.map(({ standing, unit }) => [unit, standing])).toContainEqual([
      `单位${units.own}`,
      false,
    ]);
    expect(after.may.countersign).toBe(true);
    expect(await world.refused(finance, policyApi.withdrawCountersign, { params })).toBe('409 countersign-missing');
    // And again: the history keeps both.
    expect((await sign(finance)).countersigns).toHaveLength(3);
  });

  test('what is signed is the sentence of today, and the page of another day does not offer it', async () => {
    const high = { policyId: 'nanchang-textile-2025', clauseId: 'scale-first' } as const;
    const other = await world.as(finance, policyApi.readClause, { params: high, query: { on: '2025-06-01' } });
    const today = await world.as(finance, policyApi.readClause, { params: high, query: {} });
    expect([other.sentence === today.sentence, other.may.countersign, today.may.countersign]).toEqual([
      false,
      false,
      true,
    ]);
    const body = { hash: other.policy.hash, sentence: other.sentence };
    expect(await world.refused(finance, policyApi.countersign, { params: high, body })).toBe('409 policy-pack-changed');
  });

  test('another content of the pack asks anew', async () => {
    const other = `sha256:${'0'.repeat(64)}`;
    expect(
      await world.refused(finance, policyApi.countersign, { params, body: { ...(await now()), hash: other } }),
    ).toBe('409 policy-pack-changed');
    await sql`update policy_countersign set pack_hash = ${other}`.execute(world.database.owner);
    const clause = await read(finance);
    expect(clause.countersigns.every(({ standing, mine }) => !standing && !mine)).toBe(true);
    expect(clause.may.countersign).toBe(true);
    const { rows } = await world.as(finance, policyApi.listClauses, { query: { text: '展位费' } });
    expect(rows.every(({ countersigned }) => countersigned === 0)).toBe(true);
  });

  test.each([
    ['a clerk', postOf('reporting-clerk'), '403 not-allowed'],
    ['an enterprise', postOf('enterprise'), '403 not-allowed'],
    ['the security administrator', postOf('security-admin'), '403 not-allowed'],
    ['nobody', null, '401 not-signed-in'],
  ] as const)('%s may not', async (_name, post, wanted) => {
    const body = await now();
    expect(await world.refused(post, policyApi.countersign, { params, body })).toBe(wanted);
    expect(await world.refused(post, policyApi.withdrawCountersign, { params })).toBe(wanted);
  });
});

/** Row-level security alone: the statements of somebody who got past the application. */
describe('the second wall', () => {
  const asPost = <T>(roleId: string, work: () => Promise<T>): Promise<T> =>
    asAsking({ postId: postOf(roleId), personId: personOf(roleId) }, work);
  const insert = (post: string, unit: string) =>
    sql`insert into policy_countersign (id, policy_id, clause_id, pack_hash, sentence, post_id, post_title, unit_id,
        unit_name, region_id, by_id, by_name, at)
      values (${`w-${post}-${unit}`}, 'p', 'c', 'sha256:1', '句', ${post}, '岗位', ${unit}, '单位', ${regions.district},
        'x', '某人', now())`.execute(world.database.db);
  const seen = async (): Promise<number> => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from policy_countersign`.execute(
      world.database.db,
    );
    return rows[0]?.count ?? 0;
  };

  test.each([
    ['in the name of another post', 'finance', postOf('chain-office'), units.own],
    ['for another unit', 'finance', finance, units.foreign],
    ['without the permission', 'reporting-clerk', postOf('reporting-clerk'), units.own],
    ['as the public', 'public-reader', postOf('public-reader'), units.own],
  ] as const)('nothing is signed %s', async (_name, role, post, unit) => {
    await expect(asPost(role, () => insert(post, unit))).rejects.toThrow(/row-level security/u);
  });

  test('nothing is read by outsiders, by administrators, or from a foreign region', async () => {
    expect(await asPost('finance', seen)).toBeGreaterThan(0);
    for (const role of ['enterprise', 'public-reader', 'system-admin', 'audit-admin'])
      expect([role, await asPost(role, seen)]).toEqual([role, 0]);
    await sql`update policy_countersign set region_id = ${regions.sister}`.execute(world.database.owner);
    expect(await asPost('finance', seen)).toBe(0);
  });

  test("nothing of another's is taken back", async () => {
    const withdraw = () =>
      sql`update policy_countersign set withdrawn_at = now(), withdrawn_by_id = 'x', withdrawn_by_name = 'x'
        where post_id = ${finance} and withdrawn_at is null`.execute(world.database.db);
    await sql`update policy_countersign set region_id = ${regions.district}`.execute(world.database.owner);
    expect((await asPost('reviewer', withdraw)).numAffectedRows).toBe(0n);
    expect((await asPost('finance', withdraw)).numAffectedRows).toBe(1n);
  });
});
