import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportRequest, listRequest } from '../../platform/http/list-request.ts';
import { claimWork, releaseWork } from '../../src/work/commands/claim-work.ts';
import { finishWork, returnWork } from '../../src/work/commands/finish-work.ts';
import { giveWork } from '../../src/work/commands/give-work.ts';
import {
  countWork,
  exportWork,
  findParties,
  listWork,
  readWork,
  type Which,
} from '../../src/work/commands/read-work.ts';
import { reassignWork } from '../../src/work/commands/reassign-work.ts';
import { urgeWork, withdrawWork } from '../../src/work/commands/urge-work.ts';
import { workFields } from '../../src/work/contract.ts';
import { openWorkWorld, refusedWith, type WorkWorld } from './world.ts';

let world: WorkWorld;
beforeAll(async () => {
  world = await openWorkWorld();
});
afterAll(() => world.close());

const idsIn = (postId: string, which: Which, query: object = {}) =>
  world.by(postId, async (actor) => {
    const { rows } = await listWork(actor, which, listRequest(workFields, query), world.deps);
    return rows.map(({ id }) => id);
  });
const stateOf = (workId: string, postId: string) =>
  world.by(postId, async (actor) => (await readWork(actor, workId, world.deps)).item.state);
const canOf = (workId: string, postId: string) =>
  world.by(postId, async (actor) => (await readWork(actor, workId, world.deps)).can);

describe('from giving to answering', () => {
  test('a unit gets it, one takes it and answers, the giver hears of it, and every step is in the log', async () => {
    const workId = await world.give({
      title: '报送纺织链进度',
      copies: [{ kind: 'post', id: 'chief' }],
      dueOn: '2025-03-07',
    });
    expect(await world.told('clerk')).toContain('待办：报送纺织链进度');
    expect(await world.told('second')).toContain('待办：报送纺织链进度');
    expect(await world.told('chief')).toEqual(['抄送：报送纺织链进度']);
    expect(await world.told('office')).toEqual([]);
    for (const post of ['clerk', 'second']) expect(await idsIn(post, { box: 'todo' })).toContain(workId);
    expect(await idsIn('office', { box: 'given' })).toContain(workId);
    expect(await idsIn('chief', { box: 'copied' })).toContain(workId);

    await world.by('clerk', async (actor) => claimWork(actor, await world.seen(workId, 'clerk'), world.deps));
    expect(await idsIn('second', { box: 'todo' })).not.toContain(workId);
    const late = world.seen(workId, 'second');
    expect(await refusedWith(world.by('second', async (actor) => finishWork(actor, await late, world.deps)))).toBe(
      'work-not-possible',
    );

    await world.by('clerk', async (actor) => releaseWork(actor, await world.seen(workId, 'clerk'), world.deps));
    expect(await idsIn('second', { box: 'todo' })).toContain(workId);
    await world.by('second', async (actor) =>
      finishWork(actor, { ...(await world.seen(workId, 'second')), note: '已报送，见附件。' }, world.deps),
    );
    expect(await world.told('office')).toEqual(['填报员甲 已接办：报送纺织链进度', '已办结：报送纺织链进度']);
    for (const post of ['clerk', 'second']) {
      expect(await idsIn(post, { box: 'todo' })).not.toContain(workId);
      expect(await idsIn(post, { box: 'done' })).toContain(workId);
    }
    const { item, steps, copies } = await world.by('chief', (actor) => readWork(actor, workId, world.deps));
    expect(item).toMatchObject({ state: 'done', outcome: '已报送，见附件。', claimedBy: { name: '填报员乙' } });
    expect(copies).toMatchObject([{ kind: 'post', id: 'chief' }]);
    expect(steps.map(({ step, by }) => `${step} ${by.name}`)).toEqual([
      ...['open 链办主任', 'claim 填报员甲', 'release 填报员甲', 'finish 填报员乙'],
    ]);
    const logged = await world.owner
      .selectFrom('audit_entry')
      .select('action')
      .where('record_id', '=', workId)
      .orderBy('seq')
      .execute();
    expect(logged.map(({ action }) => action)).toEqual(['work.give', 'work.claim', 'work.release', 'work.finish']);
  });

  test('given back, passed on, urged, and at last withdrawn', async () => {
    const workId = await world.give({ title: '核实停产企业' });
    await world.by('clerk', async (actor) =>
      returnWork(actor, { ...(await world.seen(workId, 'clerk')), reason: '不属于本区' }, world.deps),
    );
    expect(await world.told('office')).toContain('已退回：核实停产企业');
    expect(await canOf(workId, 'office')).toEqual(['withdraw', 'reassign']);
    expect(await world.by('office', (actor) => countWork(actor, world.deps))).toMatchObject({ returned: 1 });
    await world.by('office', async (actor) =>
      reassignWork(
        actor,
        { ...(await world.seen(workId, 'office')), to: { kind: 'post', id: 'reviewer' } },
        world.deps,
      ),
    );
    expect(await idsIn('reviewer', { box: 'todo' })).toContain(workId);
    expect(await idsIn('clerk', { box: 'todo' })).not.toContain(workId);
    expect(await refusedWith(world.by('second', (actor) => readWork(actor, workId, world.deps)))).toBe('work-unknown');
    await world.by('office', async (actor) =>
      urgeWork(actor, { ...(await world.seen(workId, 'office')), note: '请本周报来' }, world.deps),
    );
    expect(await world.told('reviewer')).toEqual(['待办：核实停产企业', '催办：核实停产企业']);
    const { revision } = await world.seen(workId, 'office');
    await world.by('office', (actor) => withdrawWork(actor, { workId, revision, reason: '企业已复产' }, world.deps));
    expect(await world.told('reviewer')).toContain('已撤回：核实停产企业');
    expect(await stateOf(workId, 'reviewer')).toBe('withdrawn');
    const again = { workId, revision: revision + 1, reason: '再撤一次' };
    expect(await refusedWith(world.by('office', (actor) => withdrawWork(actor, again, world.deps)))).toBe(
      'work-not-possible',
    );
  });

  test('two answer at once: one counts, the other is told', async () => {
    const workId = await world.give();
    const seen = await world.seen(workId, 'clerk');
    const both = await Promise.all([
      refusedWith(world.by('clerk', (actor) => finishWork(actor, seen, world.deps))),
      refusedWith(world.by('second', (actor) => finishWork(actor, seen, world.deps))),
    ]);
    expect(both.sort()).toEqual(['not refused', 'work-changed']);
  });
});

describe('whom it does not concern', () => {
  test.each(['far', 'system', 'audit', 'reviewer'])('%s: no list, no item, no step', async (post) => {
    const workId = await world.give();
    for (const box of ['todo', 'done', 'given', 'copied', 'scope'] as const)
      expect(await idsIn(post, { box })).not.toContain(workId);
    const seen = { workId, revision: 1 };
    expect(await refusedWith(world.by(post, (actor) => readWork(actor, workId, world.deps)))).toBe('work-unknown');
    expect(await refusedWith(world.by(post, (actor) => claimWork(actor, seen, world.deps)))).toBe('work-unknown');
    expect(
      await refusedWith(world.by(post, (actor) => withdrawWork(actor, { ...seen, reason: '不要' }, world.deps))),
    ).toBe('work-unknown');
    const rows = await world.by(post, () =>
      world.db.selectFrom('work_item').select('id').where('id', '=', workId).execute(),
    );
    expect(rows).toEqual([]);
    const steps = await world.by(post, () =>
      world.db.selectFrom('work_step').select('step').where('item_id', '=', workId).execute(),
    );
    expect(steps).toEqual([]);
    const changed = await world.by(post, () =>
      world.db.updateTable('work_item').set({ title: 'x' }).where('id', '=', workId).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
  });

  test('the chief sees what is given in his chain, and nothing beside it', async () => {
    const inChain = await world.give({ title: '链上的事', chainId: 'textile' });
    const beside = await world.give({ title: '链外的事' });
    const scope = await idsIn('chief', { box: 'scope' });
    expect(scope).toContain(inChain);
    expect(scope).not.toContain(beside);
  });
});

describe('what giving refuses', () => {
  const given = { title: '报送', to: [{ kind: 'unit', id: 'lz-gxj' }] } as const;
  const giving = (postId: string, fields: object) =>
    refusedWith(world.by(postId, (actor) => giveWork(actor, { ...given, ...fields }, world.deps)));
  test.each([
    ['a clerk', 'clerk', {}, 'not-allowed'],
    ['a unit of another city', 'office', { to: [{ kind: 'unit', id: 'far' }] }, 'party-out-of-reach'],
    ['the chief without a chain', 'chief', {}, 'party-out-of-reach'],
    ['the chief in his chain', 'chief', { chainId: 'textile' }, 'not refused'],
    ['nobody', 'office', { to: [{ kind: 'person', id: 'p-nobody' }] }, 'party-unknown'],
    ['twice the same', 'office', { to: [given.to[0], given.to[0]] }, 'party-twice'],
    ['a chain that is none', 'office', { chainId: 'none' }, 'chain-unknown'],
    ['yesterday', 'office', { dueOn: '2025-03-04' }, 'due-in-past'],
    ['today', 'office', { dueOn: '2025-03-05' }, 'not refused'],
    ['the 30th of February', 'office', { dueOn: '2026-02-30' }, 'day-unknown'],
  ] as const)('%s', async (_what, post, fields, expected) => {
    expect(await giving(post, fields)).toBe(expected);
  });

  test('when one of several is refused nothing is given', async () => {
    const before = await idsIn('office', { box: 'given' });
    expect(await giving('office', { to: [...given.to, { kind: 'unit', id: 'far' }] })).toBe('party-out-of-reach');
    expect(await idsIn('office', { box: 'given' })).toEqual(before);
  });

  test('whom one can give to is found by words', async () => {
    const found = await world.by('office', (actor) => findParties(actor, '芦洲 填报员', 10, world.deps));
    expect(found.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
      'person p-clerk',
      'person p-second',
      'post clerk',
      'post second',
    ]);
    expect((await world.by('office', (actor) => findParties(actor, '工业和信息化局', 1, world.deps)))[0]).toMatchObject(
      { kind: 'unit' },
    );
    expect(await refusedWith(world.by('clerk', (actor) => findParties(actor, '', 10, world.deps)))).toBe('not-allowed');
  });
});

test('what is due this week, what is late, and what an export has', async () => {
  const soon = await world.give({ title: '本周的', dueOn: '2025-03-09' });
  const later = await world.give({ title: '下周的', dueOn: '2025-03-10' });
  const late = await world.give({ title: '逾期的', dueOn: '2025-03-06' });
  await world.owner.updateTable('work_item').set({ due_on: '2025-03-02' }).where('id', '=', late).execute();
  const week = await idsIn('clerk', { box: 'todo', due: 'week' });
  expect(week).toContain(soon);
  expect(week).not.toContain(later);
  expect(await idsIn('clerk', { box: 'todo', due: 'overdue' })).toEqual([late]);
  expect((await idsIn('clerk', { box: 'todo' }))[0]).toBe(late);
  const counts = await world.by('clerk', (actor) => countWork(actor, world.deps));
  const todo = await idsIn('clerk', { box: 'todo' }, { pageSize: 200 });
  expect(counts).toMatchObject({ todo: todo.length, overdue: 1, dueThisWeek: week.length, given: 0 });
  const filter = JSON.stringify({ title: { has: '本周' }, dueOn: { from: '2025-03-09' } });
  expect(await idsIn('clerk', { box: 'todo' }, { filter, sort: '-dueOn' })).toEqual([soon]);

  const request = exportRequest(workFields, { text: '周的', ids: [soon, later].join() });
  const { ids, read } = await world.by('clerk', (actor) => exportWork(actor, { box: 'todo' }, request, world.deps));
  expect(new Set(ids)).toEqual(new Set([soon, later]));
  expect(await world.by('clerk', () => read(ids))).toHaveLength(2);
  expect(await world.by('far', (actor) => exportWork(actor, { box: 'todo' }, request, world.deps))).toMatchObject({
    ids: [],
  });
});
