import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asAsking, insideAsSystem } from './index.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';

let database: TestDatabase<object>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const clerk = { postId: 'clerk', personId: 'p-clerk' };
const whoIsTold = async (db: TestDatabase<object>['db']): Promise<string | undefined> =>
  (await sql<{ who: string }>`select current_setting('jingwei.post') as who`.execute(db)).rows[0]?.who;

test('inside it is the platform that asks, and afterwards whoever asked before', async () => {
  await asAsking(clerk, async () => {
    await database.db.transaction().execute(async (db) => {
      expect(await insideAsSystem(db, () => whoIsTold(db))).toBe('@system');
      expect(await whoIsTold(db)).toBe('clerk');
    });
    expect(await insideAsSystem(database.db, () => whoIsTold(database.db))).toBe('@system');
    expect(await whoIsTold(database.db)).toBe('clerk');
  });
});

test('when it fails nobody is left with the rights of the platform', async () => {
  await asAsking(clerk, async () => {
    const failing = database.db.transaction().execute((db) =>
      insideAsSystem(db, async () => {
        throw new Error('no');
      }),
    );
    await expect(failing).rejects.toThrow('no');
    const told = await Promise.all(Array.from({ length: 8 }, () => whoIsTold(database.db)));
    expect(new Set(told)).toEqual(new Set(['clerk']));
  });
});

test('as many transactions as there are connections, all at once, need no other one', async () => {
  let arrived = 0;
  let everybody = (): void => undefined;
  const together = new Promise<void>((resolve) => {
    everybody = resolve;
  });
  const most = 4;
  const one = () =>
    asAsking(clerk, () =>
      database.db.transaction().execute(async (db) => {
        arrived += 1;
        if (arrived === most) everybody();
        await together;
        return insideAsSystem(db, () => whoIsTold(db));
      }),
    );
  expect(await Promise.all(Array.from({ length: most }, one))).toEqual(Array.from({ length: most }, () => '@system'));
});
