import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSystem } from '../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { checkRules, type TaskTables, usualRules } from '../../src/task/index.ts';
import { heldRules, putRule, rulesFor, rulesHistory, rulesOfRegions } from '../../src/task/store/dispatch/rules.ts';
import { fillOrganisation, regions } from '../access/organisation.ts';
import { codes } from '../examples/task.ts';

let database: TestDatabase<TaskTables>;
beforeAll(async () => {
  database = await testDatabase();
  await fillOrganisation(database.owner);
});
afterAll(() => database.close());

const by = { id: 'p', name: '调度员' };
const set = (regionId: string, from: string, content: unknown, kind: 'light' | 'sign' = 'light') =>
  asSystem(() =>
    putRule(database.db, { regionId, kind, from, content, reason: '试行。' }, by, '2025-01-01T00:00:00.000Z'),
  );
const light = (nearDays: number) => ({ ...usualRules.light, nearDays });
const near = async (region: string, day: string) =>
  (await asSystem(() => rulesFor(database.db, region, day))).light.nearDays;

describe('by what rules a region dispatches', () => {
  test('usual ones where nobody has set any', async () => {
    expect(await asSystem(() => rulesFor(database.db, regions.city, '2025-03-01'))).toEqual(usualRules);
  });

  test('those of the nearest above from their first day on, until another or none is set', async () => {
    await set(regions.province, '2025-01-01', light(20));
    await set(regions.city, '2025-03-01', light(15));
    await set(regions.city, '2025-04-01', light(12));
    await set(regions.district, '2025-05-01', light(7));
    await set(regions.district, '2025-06-01', null);
    expect(await near(regions.town, '2024-12-31')).toBe(10);
    expect(await near(regions.town, '2025-02-28')).toBe(20);
    expect(await near(regions.town, '2025-03-31')).toBe(15);
    expect(await near(regions.town, '2025-04-01')).toBe(12);
    expect(await near(regions.town, '2025-05-01')).toBe(7);
    expect(await near(regions.sister, '2025-05-01')).toBe(12);
    expect(await near(regions.town, '2025-06-01')).toBe(12);
  });

  test('of one day the last that was set', async () => {
    await set(regions.city, '2025-04-01', light(11));
    expect(await near(regions.city, '2025-04-01')).toBe(11);
  });

  test('each kind for itself, and who has set it', async () => {
    await set(regions.province, '2025-07-01', '东督', 'sign');
    const held = await asSystem(() => heldRules(database.db, [regions.district], '2025-07-01'));
    expect(held.map(({ kind, setIn }) => [kind, setIn])).toEqual([
      ['light', regions.city],
      ['sign', regions.province],
    ]);
    const rules = await asSystem(() => rulesOfRegions(database.db, [regions.district, regions.sister], '2025-07-01'));
    expect(rules(regions.district).sign).toBe('东督');
    expect(rules(regions.sister)).toMatchObject({ sign: '东督', light: { nearDays: 11 }, urging: usualRules.urging });
  });

  test('nothing that was set can be changed or taken away, not even by the system', async () => {
    const { length } = await asSystem(() => rulesHistory(database.db, regions.city));
    expect(length).toBe(3);
    const touched = await asSystem(async () => {
      const changed = await sql`update dispatch_rules set content = null returning 1`.execute(database.db);
      const taken = await sql`delete from dispatch_rules returning 1`.execute(database.db);
      return [...changed.rows, ...taken.rows];
    });
    expect(touched).toEqual([]);
  });
});

test('rules that do not go together are refused', () => {
  const { urging, cycle } = usualRules;
  expect(codes(checkRules('urging', urging))).toEqual([]);
  expect(codes(checkRules('urging', { ...urging, escalate: urging.letter - 1 }))).toEqual(['rules-order']);
  const eager = { due: 0, open: 5, remind: [6, 0] };
  expect(codes(checkRules('cycle', { ...cycle, quarterly: eager }))).toEqual(['rules-remind']);
  expect(codes(checkRules('cycle', { ...cycle, quarterly: null }))).toEqual([]);
  for (const [sign, wanted] of [
    ['临链督', []],
    ['', ['letter-sign']],
    ['linjiang', ['letter-sign']],
    ['一二三四五六七八九十一二三', ['letter-sign']],
  ] as const)
    expect(codes(checkRules('sign', sign)), sign).toEqual(wanted);
});
