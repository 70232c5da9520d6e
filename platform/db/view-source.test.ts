import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RefusalError } from '../../src/kernel/index.ts';
import { openSource } from '../facts/index.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';

let database: TestDatabase<unknown>;

beforeAll(async () => {
  database = await testDatabase<unknown>();
  const make = (text: string) => sql.raw(text).execute(database.owner);
  await make('create schema "数据"');
  await make('create domain flag as boolean');
  await make(`create table companies (id text, "地区, 县" text, money numeric(20, 4), ratio double precision, ok boolean,
    sure flag, born date, years smallint, note char(4), extra json)`);
  await make(`insert into companies values
    ('E1', '甲"区', 12.5000, 0.1, true, false, '2025-03-01', 2025, '短', '{"a": 1}'),
    ('E,2', E'两\\n行', null, 1e20, false, null, null, null, '', null),
    ('', E'\\\\N', -3, 'NaN', null, true, null, 0, null, null)`);
  await make('create view facts as select * from companies');
  await make('create view "数据"."Facts ""x"";--" as select id, money from companies where money > 0');
  await make(
    `create function noisy() returns text language plpgsql as $$ begin delete from companies; return 'x'; end $$`,
  );
  await make('create view writing as select noisy() as id');
  await make("create role stranger login password 'of a stranger'");
});

afterAll(async () => {
  await sql.raw('drop role stranger').execute(database.owner);
  await database.close();
});

async function textOf(view: string, changes: Partial<URL> = {}): Promise<string> {
  const url = new URL(database.address);
  Object.assign(url, changes);
  url.searchParams.set('view', view);
  const source = await openSource(url.href);
  const into = new Uint8Array(10_000);
  let length = 0;
  for (let came = 1; came > 0; length += came) came = source.read(into, length);
  source.close();
  return Buffer.from(into.subarray(0, length)).toString();
}

const refusalOf = (work: Promise<unknown>): Promise<RefusalError> =>
  work.then(
    () => expect.fail('was not refused'),
    (cause: unknown) => {
      expect(cause).toBeInstanceOf(RefusalError);
      expect(JSON.stringify((cause as RefusalError).refusals)).not.toContain(new URL(database.address).password);
      return cause as RefusalError;
    },
  );

test('a view is read as a file of its rows, figures by the letter and truths as 1 and 0', async () => {
  expect(await textOf('facts')).toBe(
    `id,"地区, 县",money,ratio,ok,sure,born,years,note,extra
E1,"甲""区",12.5,0.1,1,0,2025-03-01,2025,短   ,"{""a"": 1}"
"E,2","两
行",,1e+20,0,,,,    ,
"",\\N,-3,NaN,,1,,0,,
`,
  );
});

test('a name is a name, whatever it says; a schema may stand before it', async () => {
  expect(await textOf('数据.Facts "x";--')).toBe('id,money\nE1,12.5\n');
  const gone = await refusalOf(textOf('facts; drop table companies'));
  expect(gone.refusals[0]).toMatchObject({ code: 'facts-view-absent', given: 'facts; drop table companies' });
});

test('nothing can be changed by reading', async () => {
  const refused = await refusalOf(textOf('writing'));
  expect(refused.refusals[0]).toMatchObject({ code: 'server-refuses' });
  expect(refused.refusals[0]?.given).toContain('read-only');
  expect(await textOf('facts')).toContain('E1');
});

test('what cannot be read is refused by host and name, without the password', async () => {
  for (const view of ['', 'a.b.c', '.x']) {
    const [refusal] = (await refusalOf(textOf(view))).refusals;
    expect(refusal).toMatchObject({ code: 'facts-view-missing' });
    expect(refusal?.field).toMatch(/^127\.0\.0\.1:\d+\/test_/u);
  }
  const wrong = await refusalOf(textOf('facts', { password: 'wrong' }));
  expect(wrong.refusals[0]).toMatchObject({ code: 'server-not-answering' });
  const stranger = await refusalOf(textOf('facts', { username: 'stranger', password: 'of%20a%20stranger' }));
  expect(stranger.refusals[0]?.given).toContain('permission denied');
  const unread = await refusalOf(openSource('postgres://[/x?view=facts'));
  expect(unread.refusals[0]).toMatchObject({ code: 'server-unreadable' });
});
