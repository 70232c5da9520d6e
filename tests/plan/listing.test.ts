import { afterAll, beforeAll, expect, test } from 'vitest';
import { noReach, type Reach, wholeReach } from '../../src/access/index.ts';
import { correctHead } from '../../src/plan/commands/correct-head.ts';
import { discardDraft } from '../../src/plan/commands/discard-draft.ts';
import { publishPlan } from '../../src/plan/commands/publish-plan.ts';
import { startDraft } from '../../src/plan/commands/start-draft.ts';
import { listPlans } from '../../src/plan/store.ts';
import { openPlanWorld, type PlanWorld, secretary } from './world.ts';

/** The list of plans is a table of its own, kept by triggers: what it says must follow every change. */
let world: PlanWorld;
let planId: string;
beforeAll(async () => {
  world = await openPlanWorld();
  planId = await world.importPlan();
  await world.database.owner
    .insertInto('region' as never)
    .values({ code: '990100', level: 'city' } as never)
    .execute();
  const inCity = { region_id: '990100' };
  await world.database.owner.updateTable('plan').set(inCity).where('id', '=', planId).execute();
});
afterAll(() => world?.database.close());

/** Somebody of the city who may only read what is published for it. */
const reader: Reach = { ...noReach, above: new Set(['990100']) };
const search = { words: [], filter: {}, sort: [] };

async function seenBy(reach: Reach, status?: string): Promise<string[]> {
  const filter = status === undefined ? {} : { status: { in: [status] } };
  const { plans } = await listPlans(world.deps.db, { ...search, filter }, reach, 10, 0);
  return plans.map((plan) => `${plan.title} ${plan.status} ${plan.latestEdition}`);
}
const head = async (title: string) =>
  correctHead(secretary, { planId, revision: await world.revisionOf(planId), head: { title } }, world.deps);

test('a draft is seen by those in whose reach it is, and by nobody else', async () => {
  await head('第一稿');
  expect(await seenBy(wholeReach)).toEqual(['第一稿 draft null']);
  expect(await seenBy({ ...noReach, regions: new Set(['990100']) })).toEqual(['第一稿 draft null']);
  expect(await seenBy({ ...noReach, regions: new Set(['990200']), above: new Set(['990200']) })).toEqual([]);
  expect(await seenBy(reader)).toEqual([]);
});

test('once published readers see the edition, also while the next one is being written', async () => {
  await publishPlan(
    secretary,
    { planId, revision: await world.revisionOf(planId), acknowledge: '照此印发' },
    world.deps,
  );
  expect(await seenBy(reader)).toEqual(['第一稿 published 1']);
  await startDraft(secretary, { planId, revision: await world.revisionOf(planId), edition: 1 }, world.deps);
  await head('第二稿');
  expect(await seenBy(wholeReach)).toEqual(['第二稿 revising 1']);
  expect(await seenBy(reader)).toEqual(['第一稿 published 1']);
  expect(await seenBy({ ...reader, regions: new Set(['990100']) })).toEqual(['第二稿 revising 1']);
});

test('a draft thrown away gives the edition back; a plan without one is shown to those who ask for it', async () => {
  await discardDraft(secretary, { planId, revision: await world.revisionOf(planId) }, world.deps);
  expect(await seenBy(wholeReach)).toEqual(['第一稿 published 1']);
  const other = await world.importPlan();
  await discardDraft(secretary, { planId: other, revision: await world.revisionOf(other) }, world.deps);
  expect(await seenBy(wholeReach)).toHaveLength(1);
  expect(await seenBy(wholeReach, 'discarded')).toHaveLength(1);
});

test('the server’s own login cannot write into it', async () => {
  const forged = world.database.db.updateTable('plan_listing').set({ name: '假的' }).executeTakeFirst();
  expect((await forged).numUpdatedRows).toBe(0n);
});
