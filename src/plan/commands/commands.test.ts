import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, clause, indicator, task } from '../../../tests/examples/plan.ts';
import { chief, nines, openPlanWorld, type PlanWorld, refusalsOf, secretary } from '../../../tests/plan/world.ts';
import { addItem } from './add-item.ts';
import { RevisionConflict } from './conflict.ts';
import { correctHead } from './correct-head.ts';
import { correctItem } from './correct-item.ts';
import { deleteItem } from './delete-item.ts';
import { discardDraft, restoreDraft } from './discard-draft.ts';
import { mergeItems } from './merge-items.ts';
import { publishPlan } from './publish-plan.ts';
import { diffEditions, readDraft, readEdition, readPlanDetail } from './read-plan.ts';
import { reviewItems } from './review-items.ts';
import { setFinding } from './set-finding.ts';
import { setParents } from './set-parents.ts';
import { startDraft } from './start-draft.ts';
import { redoChange, undoChange } from './undo-change.ts';

let world: PlanWorld;
beforeAll(async () => {
  world = await openPlanWorld();
});
afterAll(() => world.database.close());

/** The plan with the revision it stands at. */
const now = async (planId: string) => ({ planId, revision: await world.revisionOf(planId) });
const itemsOf = async (planId: string) => (await readDraft(secretary, planId, world.deps)).draft.state.items;
const itemOf = async (planId: string, id: string) => (await itemsOf(planId)).find((item) => item.id === id);
const publish = async (planId: string, more: object = {}) =>
  publishPlan(secretary, { ...(await now(planId)), ...more }, world.deps);
const correct = async (planId: string, itemId: string, content: Record<string, unknown>) =>
  correctItem(secretary, { ...(await now(planId)), itemId, content }, world.deps);

describe('correct, add, delete, merge, review', () => {
  test('what comes back from the database is what went in', async () => {
    const planId = await world.importPlan();
    const [first] = await itemsOf(planId);
    expect(first).toEqual({
      id: 'I1',
      kind: 'indicator',
      review: 'unreviewed',
      origin: 'extracted',
      touched: null,
      content: indicator(),
    });
    const { plan } = await readPlanDetail(secretary, planId, world.deps);
    expect(plan).toMatchObject({
      status: 'draft',
      revision: 1,
      counts: { indicators: 1, tasks: 1, clauses: 1, tables: 1, unreviewed: 4 },
    });
  });

  test('each change is saved, checked and told, and undo and redo walk through them', async () => {
    const planId = await world.importPlan();
    const { deps } = world;
    const bad = await correct(planId, 'I1', { value: 999 });
    expect(bad.findings.map(({ id, severity }) => [id.split('@')[0], severity])).toEqual([['value-nines', 'error']]);
    await correctHead(secretary, { ...(await now(planId)), head: { docNumber: '临府发〔2025〕9号' } }, deps);
    const added = await addItem(
      secretary,
      {
        ...(await now(planId)),
        kind: 'task',
        ...at('（二）建设园区。2026年6月底前建成产业园。'),
        content: { title: '建设园区', units: ['市发改委'], lead: '市发改委' },
      },
      deps,
    );
    expect(added.change.items[0]?.after).toMatchObject({
      id: 'T5',
      review: 'confirmed',
      content: { path: ['二、重点任务'] },
    });
    await mergeItems(
      secretary,
      { ...(await now(planId)), into: 'T2', others: ['T5'], content: { title: '培育企业和园区' } },
      deps,
    );
    expect(await itemOf(planId, 'T2')).toMatchObject({
      origin: 'merged',
      content: { title: '培育企业和园区', units: ['市工信局', '各县区政府', '市发改委'] },
    });
    await deleteItem(secretary, { ...(await now(planId)), itemId: 'C3' }, deps);
    await reviewItems(chief, { ...(await now(planId)), review: 'confirmed', itemIds: ['I1', 'T2', 'B4'] }, deps);
    expect((await itemOf(planId, 'B4'))?.touched?.by).toEqual({ id: chief.id, name: chief.name });

    const states = [await itemsOf(planId)];
    for (let step = 0; step < 6; step += 1) {
      await undoChange(secretary, await now(planId), deps);
      states.push(await itemsOf(planId));
    }
    expect(states.at(-1)?.map(({ id, review }) => [id, review])).toEqual([
      ['I1', 'unreviewed'],
      ['T2', 'unreviewed'],
      ['C3', 'unreviewed'],
      ['B4', 'unreviewed'],
    ]);
    expect((await readDraft(secretary, planId, deps)).draft.state.head.docNumber).toBe('临府办发〔2025〕3号');
    expect(await refusalsOf(undoChange(secretary, await now(planId), deps))).toEqual(['nothing-to-undo']);
    for (let step = 0; step < 6; step += 1) await redoChange(secretary, await now(planId), deps);
    expect(await itemsOf(planId)).toEqual(states[0]);
    expect(await refusalsOf(redoChange(secretary, await now(planId), deps))).toEqual(['nothing-to-redo']);
  });

  test('a number of an undone item is not given again', async () => {
    const planId = await world.importPlan();
    const add = async () =>
      addItem(
        secretary,
        { ...(await now(planId)), kind: 'clause', ...at('一次性奖励10万元'), content: { amount: 10 } },
        world.deps,
      );
    await add();
    await undoChange(secretary, await now(planId), world.deps);
    expect((await add()).change.items[0]?.after?.id).toBe('C6');
  });

  test('nothing different saves nothing', async () => {
    const planId = await world.importPlan();
    expect((await correct(planId, 'I1', { value: 260 })).revision).toBe(1);
    expect(await world.revisionOf(planId)).toBe(1);
  });

  test('fields of the wrong form and unknown ones are refused by name', async () => {
    const planId = await world.importPlan();
    expect(await refusalsOf(correct(planId, 'I1', { value: '多', colour: 'red' }))).toEqual([
      'field-unexpected',
      'type-wrong',
    ]);
    expect(await refusalsOf(correct(planId, 'I9', { value: 1 }))).toEqual(['item-unknown']);
    expect(
      await refusalsOf(correctItem(secretary, { planId: '0000000000', revision: 1, itemId: 'I1' }, world.deps)),
    ).toEqual(['plan-unknown']);
  });
});

describe('two people at once', () => {
  test('of many changes at one revision exactly one is saved, the others are told what happened', async () => {
    const planId = await world.importPlan();
    const tries = [1, 2, 3, 4, 5, 6].map((value) =>
      correctItem(chief, { planId, revision: 1, itemId: 'I1', content: { value } }, world.deps),
    );
    const outcomes = await Promise.allSettled(tries);
    const saved = outcomes.filter((one) => one.status === 'fulfilled');
    const conflicts = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(saved).toHaveLength(1);
    for (const cause of conflicts) expect(cause).toBeInstanceOf(RevisionConflict);
    expect(conflicts[0]).toMatchObject({
      revision: 2,
      steps: [{ revision: 2, by: { id: chief.id, name: chief.name }, action: 'correct-item' }],
    });
    expect(await world.revisionOf(planId)).toBe(2);
  });

  test('publishing twice at once makes one edition', async () => {
    const planId = await world.importPlan();
    const given = { planId, revision: 1 };
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => publishPlan(secretary, given, world.deps)));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect((await readPlanDetail(secretary, planId, world.deps)).editions.map((edition) => edition.number)).toEqual([
      1,
    ]);
  });

  test('two plans cannot become parents of each other at once', async () => {
    const [a, b] = [await world.importPlan(), await world.importPlan()];
    const name = (planId: string, parent: string) =>
      setParents(secretary, { planId, revision: 1, parents: [{ planId: parent }] }, world.deps);
    const outcomes = await Promise.allSettled([name(a, b), name(b, a)]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('findings', () => {
  test('open errors stop publication; dismissed or acknowledged they do not', async () => {
    const planId = await world.importPlan({ indicators: [nines] });
    expect(await refusalsOf(publish(planId))).toEqual(['errors-open']);
    const [finding] = (await readDraft(secretary, planId, world.deps)).draft.findings;
    const given = { ...(await now(planId)), findingId: finding!.id, state: 'dismissed' } as const;
    expect(await refusalsOf(setFinding(secretary, given, world.deps))).toEqual(['reason-missing']);
    const changed = await setFinding(secretary, { ...given, reason: '原文如此' }, world.deps);
    expect(changed.draft.counts).toMatchObject({ errors: 0, dismissed: 1 });
    expect(await publish(planId)).toBe(1);
    const { edition } = await readEdition(secretary, planId, 1, world.deps);
    expect(edition.state.dismissals).toMatchObject([
      { reason: '原文如此', by: { id: secretary.id, name: secretary.name } },
    ]);

    const other = await world.importPlan({ indicators: [nines] });
    expect(await publish(other, { acknowledge: '已请示，按原文发布' })).toBe(1);
    expect((await readPlanDetail(secretary, other, world.deps)).editions[0]).toMatchObject({
      acknowledged: '已请示，按原文发布',
      counts: { errors: 1 },
    });
  });

  test('a parent named, and a parent published anew, change the findings of the draft', async () => {
    const parent = await world.importPlan({ title: '上位规划', indicators: [indicator({ value: 300 })] });
    const child = await world.importPlan();
    await setParents(
      secretary,
      { ...(await now(child)), parents: [{ planId: parent }, { title: '省行动计划' }] },
      world.deps,
    );
    expect((await readPlanDetail(secretary, child, world.deps)).plan.counts.warnings).toBe(1);
    await correct(parent, 'I1', { value: 260 });
    await publish(parent);
    expect((await readPlanDetail(secretary, child, world.deps)).plan.counts.warnings).toBe(0);
    expect((await readPlanDetail(secretary, parent, world.deps)).children.map((one) => one.planId)).toEqual([child]);
    const circle = setParents(secretary, { ...(await now(parent)), parents: [{ planId: child }] }, world.deps);
    expect(await refusalsOf(circle)).toEqual(['parent-circle']);
    const stranger = setParents(secretary, { ...(await now(parent)), parents: [{ planId: '0000000000' }] }, world.deps);
    expect(await refusalsOf(stranger)).toEqual(['parent-unknown']);
  });
});

describe('editions', () => {
  test('an edition leaves rejected items out, keeps its fingerprint, and cannot be changed, not even in the database', async () => {
    const planId = await world.importPlan();
    await reviewItems(secretary, { ...(await now(planId)), review: 'rejected', itemIds: ['B4'] }, world.deps);
    await publish(planId, { note: '首次发布' });
    const { edition } = await readEdition(secretary, planId, 1, world.deps);
    expect(edition.state.items.map((item) => item.id)).toEqual(['I1', 'T2', 'C3']);
    expect(edition.publication).toMatchObject({
      number: 1,
      note: '首次发布',
      hash: expect.stringMatching(/^sm3:[0-9a-f]{64}$/),
    });
    expect(await refusalsOf(correct(planId, 'I1', { value: 1 }))).toEqual(['draft-missing']);
    expect(await refusalsOf(publish(planId))).toEqual(['draft-missing']);
    const { owner: db } = world.database;
    const item = db.updateTable('plan_item').set({ review: 'confirmed' }).where('version_id', '=', edition.id);
    await expect(item.execute()).rejects.toThrow('published and cannot change');
    await expect(db.deleteFrom('plan_item').where('version_id', '=', edition.id).execute()).rejects.toThrow(
      'published',
    );
    const version = db.updateTable('plan_version').set({ title: '改过' }).where('id', '=', edition.id);
    await expect(version.execute()).rejects.toThrow('published and cannot change');
    await expect(db.deleteFrom('plan_history').where('plan_id', '=', planId).execute()).rejects.toThrow('history');
  });

  test('a revision begins with an edition and shows what it changes', async () => {
    const planId = await world.importPlan();
    await publish(planId);
    await startDraft(secretary, { ...(await now(planId)), edition: 1 }, world.deps);
    expect(await refusalsOf(startDraft(secretary, { ...(await now(planId)), edition: 1 }, world.deps))).toEqual([
      'draft-open',
    ]);
    await correct(planId, 'C3', { amount: 20 });
    expect((await diffEditions(secretary, planId, 1, 'draft', world.deps)).items).toMatchObject([
      { change: 'changed', fields: [{ field: 'amount', from: 10, to: 20 }] },
    ]);
    expect(await publish(planId)).toBe(2);
    expect((await diffEditions(secretary, planId, 1, 2, world.deps)).counts).toEqual({
      added: 0,
      removed: 0,
      changed: 1,
      moved: 0,
      same: 3,
    });
    expect(await refusalsOf(diffEditions(secretary, planId, 1, 3, world.deps))).toEqual(['edition-unknown']);
    expect((await readPlanDetail(secretary, planId, world.deps)).plan).toMatchObject({
      status: 'published',
      latestEdition: 2,
    });
  });

  test('a newer file becomes the next draft; known items keep their ids and their review', async () => {
    const planId = await world.importPlan();
    await reviewItems(
      secretary,
      { ...(await now(planId)), review: 'confirmed', itemIds: ['I1', 'T2', 'C3', 'B4'] },
      world.deps,
    );
    const newer = {
      clauses: [
        clause({ amount: 30, text: '对首次上规的企业一次性奖励30万元' }),
        clause({ subject: '链主企业', condition: '新认定', amount: 100, text: '新认定的链主企业奖励100万元' }),
      ],
    };
    expect(await refusalsOf(world.importPlan(newer, { asEditionOf: planId }))).toEqual(['draft-open']);
    await publish(planId);
    await world.importPlan(newer, { asEditionOf: planId });
    const items = await itemsOf(planId);
    expect(items.map(({ id, review }) => [id, review]).sort()).toEqual([
      ['B4', 'confirmed'],
      ['C3', 'unreviewed'],
      ['C5', 'unreviewed'],
      ['I1', 'confirmed'],
      ['T2', 'confirmed'],
    ]);
    expect((await diffEditions(secretary, planId, 1, 'draft', world.deps)).counts).toMatchObject({
      added: 1,
      changed: 1,
      removed: 0,
    });
    expect(await refusalsOf(world.importPlan({}, { asEditionOf: '0000000000' }))).toEqual(['plan-unknown']);
    expect(await refusalsOf(world.importPlan({}, { asEditionOf: planId, part: 2 }))).toEqual(['part-not-there']);
  });

  test('a discarded draft leaves the lists and comes back with everything', async () => {
    const planId = await world.importPlan();
    await correct(planId, 'T2', { title: '培育规上企业' });
    const before = await itemsOf(planId);
    await discardDraft(secretary, await now(planId), world.deps);
    expect((await readPlanDetail(secretary, planId, world.deps)).plan.status).toBe('discarded');
    expect(await refusalsOf(readDraft(secretary, planId, world.deps))).toEqual(['draft-missing']);
    await restoreDraft(secretary, await now(planId), world.deps);
    expect(await itemsOf(planId)).toEqual(before);
    expect((await undoChange(secretary, await now(planId), world.deps)).change.items[0]?.after?.content).toEqual(
      task(),
    );
    expect(await refusalsOf(restoreDraft(secretary, await now(planId), world.deps))).toEqual(['draft-open']);
    await publish(planId);
    expect(await refusalsOf(restoreDraft(secretary, await now(planId), world.deps))).toEqual(['nothing-to-restore']);
  });
});
