import { afterAll, beforeAll, expect, test } from 'vitest';
import { packLibrary } from '../../apps/packs.ts';
import { indicatorDeps } from '../../apps/server/indicator.ts';
import { organisationDeps, seedDemoOrganisation } from '../../apps/server/organisation.ts';
import { asSystem } from '../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { systemActor } from '../../src/access/index.ts';
import { historyPack } from '../../src/indicator/index.ts';
import { keepTotals, seedInventedPast, syncDefinitions } from '../../src/indicator/routes.ts';
import { periodsWithFigures, readCells, wrongPeriods } from '../../src/indicator/store.ts';
import type { PlanTables } from '../../src/plan/index.ts';

let database: TestDatabase<PlanTables>;
beforeAll(async () => {
  database = await testDatabase<PlanTables>();
});
afterAll(async () => {
  await database.close();
});

const depsOn = (day: string) => {
  const parts = { db: database.db, clock: { now: () => `${day}T04:00:00.000Z` }, newId };
  return { organisation: organisationDeps(parts), indicator: indicatorDeps(parts) };
};

test('the invented past comes up to the month before last, once, and its sums are what was put', async () => {
  const library = packLibrary();
  const { organisation, indicator } = depsOn('2025-05-20');
  await seedDemoOrganisation(organisation);
  await asSystem(async () => {
    await syncDefinitions(library, indicator);
    const put = await seedInventedPast(systemActor, library, indicator);
    expect(put).toBeGreaterThan(20_000);
    expect(await seedInventedPast(systemActor, library, indicator)).toBe(0);
    while ((await keepTotals(indicator)) > 0);
    const periods = await periodsWithFigures(indicator.db);
    expect(periods.at(-1)).toBe('2025-03');
    expect(await wrongPeriods(indicator.db, periods)).toEqual([]);
    const asked = {
      indicators: ['revenue-year', 'above-scale'],
      periods: ['2024'],
      axis: 'region',
      chains: [''],
    } as const;
    const [scale, revenue] = await readCells(indicator.db, { ...asked, places: ['990100'] });
    const firms = library.of(historyPack).flatMap(({ content }) => content.enterprises);
    const wanted = firms.filter(({ since }) => since <= 2024).reduce((sum, firm) => sum + firm.revenue, 0);
    expect(Number(revenue?.total) / 100 / wanted).toBeGreaterThan(0.97);
    expect(Number(revenue?.total) / 100 / wanted).toBeLessThan(1.03);
    expect(scale?.figures).toBeGreaterThan(100);
    // Another start of the demo later goes on from there.
    expect(await seedInventedPast(systemActor, library, depsOn('2025-06-20').indicator)).toBeGreaterThan(1000);
  });
}, 120_000);
