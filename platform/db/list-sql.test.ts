import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ListFilter } from '../http/list-query.ts';
import { sortOf } from '../http/list-query.ts';
import { cappedCount, type ListedFields, matches, orderOf } from './list-sql.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';

interface Tables {
  thing: { id: string; title: string; day: string | null; amount: number; region: string };
}

let database: TestDatabase<Tables>;
beforeAll(async () => {
  database = await testDatabase<Tables>();
  await sql`create table thing (id text primary key, title text not null, day date, amount integer not null,
    region text not null)`.execute(database.owner);
  await database.owner
    .insertInto('thing')
    .values([
      { id: 'a', title: '纺织 100%', day: '2025-03-01', amount: 7, region: '360103' },
      { id: 'b', title: '针纺_园区', day: null, amount: 3, region: '360111' },
      { id: 'c', title: '锂电', day: '2024-12-31', amount: 7, region: '430100' },
    ])
    .execute();
});
afterAll(() => database?.close());

const fields: ListedFields = {
  title: { at: sql.ref('thing.title') },
  day: { at: sql.ref('thing.day'), nullable: true },
  amount: { at: sql.ref('thing.amount') },
  region: {
    at: sql.ref('thing.region'),
    among: (codes) => sql`${sql.ref('thing.region')} like any(${codes.map((code) => `${code}%`)})`,
  },
};

const found = async (filter: ListFilter, words: string[] = [], sort = 'title'): Promise<string> => {
  const rows = await database.owner
    .selectFrom('thing')
    .select('thing.id')
    .where(matches({ words, filter }, fields, [sql.ref('thing.title'), sql.ref('thing.region')]))
    .orderBy(orderOf(sortOf(sort), fields, sql.ref('thing.id')))
    .execute();
  return rows.map(({ id }) => id).join('');
};

test.each<[ListFilter, string]>([
  [{}, 'abc'],
  [{ title: { has: '100%' } }, 'a'],
  [{ title: { has: '_' } }, 'b'],
  [{ day: { from: '2025-01-01' } }, 'a'],
  [{ day: { to: '2025-03-01' } }, 'ac'],
  [{ day: { from: '2024-12-31', to: '2025-01-01' } }, 'c'],
  [{ day: { blank: true } }, 'b'],
  [{ day: { blank: false }, amount: { from: 7, to: 7 } }, 'ac'],
  [{ region: { in: ['36'] } }, 'ab'],
  [{ title: { has: "' or 1=1 --" } }, ''],
])('conditions %j find %s', async (filter, expected) => {
  expect((await found(filter)).split('').sort().join('')).toBe(expected);
});

test('every word must occur somewhere', async () => {
  expect(await found({}, ['36', '纺'], 'amount')).toBe('ba');
  expect(await found({}, ['36', '锂'])).toBe('');
});

test('words in small letters are found whatever case they are typed in', async () => {
  const lowered = { lowered: sql`lower(${sql.ref('thing.title')})` };
  const rows = await database.owner
    .selectFrom('thing')
    .select('thing.id')
    .where(matches({ words: ['纺织', '100%'], filter: {} }, fields, lowered))
    .execute();
  expect(rows).toEqual([{ id: 'a' }]);
});

test('blanks come last in either order, equals by their id', async () => {
  expect(await found({}, [], 'day')).toBe('cab');
  expect(await found({}, [], '-day')).toBe('acb');
  expect(await found({}, [], '-amount,day')).toBe('cab');
  expect(await found({}, [], 'amount')).toBe('bac');
});

test('counting stops at the limit', async () => {
  const query = database.owner.selectFrom('thing');
  expect(await cappedCount(database.owner, query, 10)).toEqual({ total: 3, capped: false });
  expect(await cappedCount(database.owner, query, 3)).toEqual({ total: 3, capped: false });
  expect(await cappedCount(database.owner, query, 2)).toEqual({ total: 2, capped: true });
});

test('a field without a place is a fault, not a hole', () => {
  expect(() => matches({ words: [], filter: { secret: { has: 'x' } } }, fields, [])).toThrow(/secret/);
  expect(() => orderOf(sortOf('constructor'), fields, sql`1`)).toThrow(/constructor/);
});
