import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asAsking } from '../../../platform/db/index.ts';
import { searchedOf } from '../../../src/enterprise/domain/search/index.ts';
import { personOf, postOf, roles } from '../../access/organisation.ts';
import { city, type EnterpriseWorld, openEnterpriseWorld, units } from './world.ts';

let world: EnterpriseWorld;
const ids: Record<string, string> = {};
beforeAll(async () => {
  world = await openEnterpriseWorld();
  const places = {
    district: { regionId: '990103' },
    town: { regionId: '990103100' },
    sister: { regionId: '990102' },
    own: { regionId: '990102', unitId: units.own },
    park: { regionId: '990102', parkId: units.below },
    textile: { regionId: '990103', chainId: 'lj-textile' },
  };
  for (const [name, content] of Object.entries(places)) ids[name] = (await world.register(city, content)).id;
});
afterAll(() => world.close());

const posts = [
  ...roles.map(({ id }) => ({ post: postOf(id), person: personOf(id) })),
  ...['chain-chief-textile', 'lead-unit-textile', city].map((post) => ({ post, person: post })),
];
const seen = (who: (typeof posts)[number], table: 'enterprise' | 'enterprise_seen') =>
  asAsking({ postId: who.post, personId: who.person }, async () => {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} order by id`.execute(
      world.database.db,
    );
    return rows.map(({ id }) => id);
  });

test.each(posts)('$post sees the same rows in the list as in the table', async (who) => {
  expect(await seen(who, 'enterprise_seen')).toEqual(await seen(who, 'enterprise'));
});

test('the database itself shows each role its own and nothing else', async () => {
  const named = async (post: string, person: string) => {
    const rows = await seen({ post, person }, 'enterprise_seen');
    return Object.keys(ids).filter((name) => rows.includes(ids[name] ?? ''));
  };
  expect(await named('post-chain-office', 'person-chain-office')).toEqual(['district', 'town', 'textile']);
  // The park is a unit below its own here, which no enterprise has; a unit reaches all that lies in units below it.
  expect(await named('post-enterprise', 'person-enterprise')).toEqual(['own', 'park']);
  expect(await named('post-lead-unit', 'person-lead-unit')).toEqual(['own', 'park']);
  expect(await named('chain-chief-textile', 'chain-chief-textile')).toEqual(['textile']);
  expect(await named(city, city)).toEqual(Object.keys(ids));
  expect(await named('post-system-admin', 'person-system-admin')).toEqual([]);
  expect(await named('', '')).toEqual([]);
});

test.each(['enterprise', 'enterprise_title', 'enterprise_figures', 'enterprise_span', 'enterprise_contact'])(
  'whoever only reads changes nothing in %s, also past the commands',
  async (table) => {
    const done = asAsking({ postId: 'post-chain-chief', personId: 'person-chain-chief' }, async () => {
      const { numAffectedRows } = await sql`delete from ${sql.table(table)}`.execute(world.database.db);
      return numAffectedRows;
    });
    expect(await done).toBe(0n);
  },
);

test.each([
  '江西云锦（集团）ＡＢＣ12股份有限公司 3M中国',
  "o'neil's \\ 'a':1 & !b:* <-> ('",
  '𠮷野家𠮷 株式會社㈱ ﾊﾝｶｸ',
  '\u3000全角　空格\u00a0é Ω Кириллица',
  'x'.repeat(300),
  '锦绣'.repeat(3000),
  '',
  '、。！',
])('the database makes the same words of %j as the code', async (text) => {
  const { rows } = await sql<{ same: boolean }>`
    select jw_enterprise_words(${text}) = ${searchedOf(text)}::tsvector as same`.execute(world.database.owner);
  expect(rows).toEqual([{ same: true }]);
});
