import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asAsking, asNobody, asSystem } from '../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { covers, loadActor, type Place } from '../../src/access/index.ts';
import type { PlanTables } from '../../src/plan/index.ts';
import {
  chainPost,
  chains,
  fillOrganisation,
  personOf,
  postOf,
  regions,
  roles,
  unitChainPost,
  units,
} from './organisation.ts';

/** Every combination of places, and who reaches them by the rules of the domain and by those of the database. */
let database: TestDatabase<PlanTables>;
const places: Place[] = [null, ...Object.values(regions)].flatMap((regionId) =>
  [null, ...Object.values(units)].flatMap((unitId) =>
    [null, ...Object.values(chains)].map((chainId) => ({ regionId, unitId, chainId })),
  ),
);
const idOf = ({ regionId, unitId, chainId }: Place): string =>
  [regionId, unitId, chainId].map((id) => id ?? '').join('|');

beforeAll(async () => {
  database = await testDatabase();
  await fillOrganisation(database.owner);
  for (const place of places)
    await sql`insert into plan (id, revision, next_item, status, created_at, created_by_id, created_by_name, updated_at, region_id, unit_id, chain_id)
      values (${idOf(place)}, 1, 1, 'draft', now(), 'x', 'x', now(), ${place.regionId}, ${place.unitId}, ${place.chainId})`.execute(
      database.owner,
    );
});
afterAll(() => database.close());

const seen = async (): Promise<string[]> =>
  (await database.db.selectFrom('plan').select('id').execute()).map(({ id }) => id).sort();

const posts = [
  ...roles.map(({ id }) => [postOf(id), personOf(id)] as const),
  [chainPost, chainPost] as const,
  [unitChainPost, unitChainPost] as const,
  ['city-office', 'city-office'] as const,
];

test.each(posts)(
  '%s: the database shows exactly the rows that the domain says are in reach',
  async (postId, personId) => {
    const caller = { personId, postId, sessionId: null, from: 'test' };
    const actor = await asSystem(() => loadActor(database.db, caller, '2026-01-01'));
    const mayRead = actor?.permissions.has('plan.read') === true;
    const wanted = mayRead
      ? places
          .filter((place) => covers(actor.reach, place))
          .map(idOf)
          .sort()
      : [];
    expect(await asAsking({ postId, personId }, seen)).toEqual(wanted);
  },
);

test('what each kind of scope reaches', async () => {
  const reached = async (postId: string) => (await asAsking({ postId, personId: '' }, seen)).length;
  const inDistrict = 2 * (Object.keys(units).length + 1) * (Object.keys(chains).length + 1);
  expect(await reached(postOf('chain-office'))).toBe(inDistrict);
  expect(await reached(postOf('finance'))).toBe(inDistrict);
  // Its own unit and the one below, in whatever region the record lies.
  expect(await reached(postOf('reporting-clerk'))).toBe(2 * 6 * 4);
  // The textile chain and its part, in the district and its town.
  expect(await reached(chainPost)).toBe(2 * 6 * 2);
  expect(await reached(unitChainPost)).toBe(2 * 6 * 2);
  expect(await reached(postOf('public-reader'))).toBe(0);
  expect(await reached(postOf('system-admin'))).toBe(0);
  expect(await reached(postOf('security-admin'))).toBe(0);
  expect(await reached(postOf('audit-admin'))).toBe(0);
});

test('the platform sees all; nobody, an unknown post and no context at all see nothing', async () => {
  expect(await asSystem(seen)).toHaveLength(places.length);
  expect(await asNobody(seen)).toEqual([]);
  expect(await asAsking({ postId: 'none', personId: 'none' }, seen)).toEqual([]);
  expect(await seen()).toEqual([]);
});

test('a withdrawn grant, a post of another day and a revoked delegation give nothing', async () => {
  const { owner, db } = database;
  const caller = { personId: personOf('finance'), postId: postOf('finance'), sessionId: null, from: 'test' };
  const on = (day: string, who = caller) => asSystem(() => loadActor(db, who, day));
  await sql`update post set valid_from = '2026-03-01', valid_to = '2026-06-01' where id = ${postOf('finance')}`.execute(
    owner,
  );
  expect((await on('2026-02-28'))?.post).toBeNull();
  expect((await on('2026-03-01'))?.permissions.has('plan.read')).toBe(true);
  expect((await on('2026-06-01'))?.post).toBeNull();
  await sql`update post_grant set state = 'withdrawn' where post_id = ${postOf('finance')}`.execute(owner);
  expect((await on('2026-03-01'))?.permissions.size).toBe(0);

  await sql`insert into delegation (id, post_id, to_person, valid_from, valid_to, reason, created_at, created_by)
    values ('d', ${postOf('chain-office')}, ${personOf('reviewer')}, '2026-04-01', '2026-05-01', '出差', now(), 'x')`.execute(
    owner,
  );
  const deputy = { ...caller, personId: personOf('reviewer'), postId: postOf('chain-office') };
  expect((await on('2026-03-31', deputy))?.post).toBeNull();
  const acting = await on('2026-04-30', deputy);
  expect(acting?.post?.onBehalfOf?.id).toBe(personOf('chain-office'));
  expect(acting?.permissions.has('plan.publish')).toBe(true);
  expect((await on('2026-05-01', deputy))?.post).toBeNull();
  await sql`update delegation set revoked_at = now()`.execute(owner);
  expect((await on('2026-04-30', deputy))?.post).toBeNull();
});
