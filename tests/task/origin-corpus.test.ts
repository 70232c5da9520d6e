import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packLibrary } from '../../apps/packs.ts';
import { type DraftJson, planApi } from '../../src/plan/contract.ts';
import { type PlanContent, planPack } from '../../src/plan/index.ts';
import { fromPlanApi, tasksApi } from '../../src/task/contract.ts';
import { openTargetWorld, type TargetWorld } from '../indicator/target-world.ts';

/** Published documents of real offices; their texts are not part of the program. */
const corpus = join(import.meta.dirname, '../../../shared/corpus/docs');
const documents = [
  ['nanchang-textile-2025', 29, 'nanchang-textile-2025.txt'],
  ['qingshanhu-2024', 6, 'qingshanhu-2024.txt'],
  ['hunan-textile-2023', 25, 'hunan-textile-2023.txt'],
  // A gazette, in which it is one of several.
  ['yichun-869-tasks-2023', 37, 'yichun-gazette-2023.txt'],
] as const;
const there = documents.filter(([, , file]) => existsSync(join(corpus, file)));
if (there.length < documents.length)
  console.log(
    `Tasks of ${documents.length - there.length} published plans are not checked: their texts are not at hand.`,
  );

const plans = packLibrary()
  .of(planPack)
  .map(({ content }) => content);

/** Imports a file and publishes the one of its documents that has the most tasks of a plan’s title. */
async function publish(world: TargetWorld, post: string, plan: PlanContent, text: string): Promise<string> {
  const headers = { 'x-post': post, 'x-person': post };
  const sent = await world.api.upload({ name: `${plan.id}.txt`, content: text, headers });
  if (sent.status >= 300) throw new Error(JSON.stringify(sent.body));
  const drafts: { readonly planId: string; readonly draft: DraftJson }[] = [];
  for (const planId of sent.body.planIds)
    drafts.push({ planId, draft: await world.as(post, planApi.readDraft, { params: { planId } }) });
  const count = ({ draft }: (typeof drafts)[number]): number =>
    draft.items.filter(({ kind }) => kind === 'task').length;
  const chosen = drafts.toSorted(
    (a, b) => Math.abs(count(a) - plan.tasks.length) - Math.abs(count(b) - plan.tasks.length),
  )[0];
  if (chosen === undefined) throw new Error(`no plan in ${plan.id}`);
  const params = { planId: chosen.planId };
  const itemIds = chosen.draft.items.filter(({ review }) => review === 'unreviewed').map(({ id }) => id);
  const reviewed = await world.as(post, planApi.reviewItems, {
    params,
    body: { revision: chosen.draft.revision, review: 'confirmed', itemIds },
  });
  const body = { revision: reviewed.revision, acknowledge: '照印发稿，差错已登记' };
  await world.as(post, planApi.publishPlan, { params, body });
  return chosen.planId;
}

describe.skipIf(there.length === 0)('all tasks of published plans load with lead and units', () => {
  let world: TargetWorld;
  beforeAll(async () => {
    world = await openTargetWorld();
  });
  afterAll(() => world.close());

  test.each(there)('%s has %i', async (id, count, file) => {
    const plan = plans.find((each) => each.id === id);
    if (plan === undefined) throw new Error(id);
    const post = `office-${id}`;
    const { owner } = world.database;
    await sql`insert into unit (id, name, kind, region_id) values (${post}, ${post}, 'department', ${plan.region})`.execute(
      owner,
    );
    await sql`insert into unit_closure values (${post}, ${post})`.execute(owner);
    await sql`insert into person (id, name, created_at) values (${post}, ${post}, now())`.execute(owner);
    await sql`insert into post (id, person_id, unit_id, title) values (${post}, ${post}, ${post}, '岗位')`.execute(
      owner,
    );
    await sql`insert into post_grant (post_id, role_id, region_id, chains, state, changed_at, changed_by)
      values (${post}, 'chain-office', ${plan.region}, '{}', 'granted', now(), '@system')`.execute(owner);
    const planId = await publish(world, post, plan, readFileSync(join(corpus, file), 'utf8'));
    const params = { planId };
    const found = await world.as(post, fromPlanApi.readTaskPlan, { params, query: {} });
    // As the document has them: what the pack states by hand is found, and nothing is left without a lead.
    expect(found.items).toHaveLength(count);
    for (const { duties, title } of found.items)
      expect([title, duties.filter(({ role }) => role === 'lead').length > 0]).toEqual([title, true]);
    const said = new Set(found.items.flatMap(({ duties }) => duties.map(({ unitName }) => unitName)));
    const wanted = new Set(plan.tasks.flatMap(({ units }) => units));
    const missing = [...wanted].filter((name) => !said.has(name));
    expect(missing.length / wanted.size).toBeLessThanOrEqual(0.02);
    // Every name is given a unit of the register, as a person would, and all become tasks with lead and units.
    for (const { name } of found.names)
      await sql`insert into unit (id, name, kind, region_id) values (${`${id}-${[...name].map((c) => c.codePointAt(0)?.toString(36)).join('')}`.slice(0, 78)}, ${name}, 'department', ${plan.region}) on conflict do nothing`.execute(
        owner,
      );
    await sql`insert into unit_closure select id, id from unit on conflict do nothing`.execute(owner);
    const again = await world.as(post, fromPlanApi.readTaskPlan, { params, query: {} });
    const named = await sql<{
      id: string;
      name: string;
    }>`select id, name from unit where region_id = ${plan.region}`.execute(owner);
    const names = again.names.flatMap(({ name }) => {
      const unit = named.rows.find((row) => row.name === name);
      return unit === undefined ? [] : [{ name, unitIds: [unit.id] }];
    });
    if (names.length > 0) await world.as(post, fromPlanApi.decideNames, { params, body: { names } });
    const plain = await world
      .as(post, fromPlanApi.makeTasks, { params, body: { edition: 1, send: false } })
      .catch(() => null);
    const left = (await world.as(post, fromPlanApi.readTaskPlan, { params, query: {} })).items.filter(
      ({ state }) => state === 'open',
    );
    for (const { itemId, title, duties, milestones, deliverables, recurrences } of left) {
      const body = { edition: 1, title, duties, milestones, deliverables, recurrences, send: false };
      await world.as(post, fromPlanApi.makeTask, { params: { planId, itemId }, body });
    }
    expect((plain?.made.length ?? 0) + left.length).toBe(count);
    const { total, rows } = await world.as(post, tasksApi.listTasks, {
      query: { scope: 'all', planId, pageSize: 200 },
    });
    expect(total).toBe(count);
    for (const { leads } of rows) for (const { id: unitId } of leads) expect(unitId).not.toBeNull();
    console.log(
      `${id}: ${count} tasks, ${plain?.made.length ?? 0} without any doubt, ${missing.length} of ${wanted.size} unit names not found`,
    );
  });
});
