import { afterAll, beforeAll, expect, test } from 'vitest';
import { listRequest } from '../../platform/http/list-request.ts';
import type { Actor } from '../../src/access/index.ts';
import { claimWork } from '../../src/work/commands/claim-work.ts';
import { finishWork } from '../../src/work/commands/finish-work.ts';
import { listWork, readWork } from '../../src/work/commands/read-work.ts';
import { workFields } from '../../src/work/contract.ts';
import { closeWork, type NewWork, openWork } from '../../src/work/index.ts';
import { openWorkWorld, refusedWith, type WorkWorld } from './world.ts';

/** What other slices ask for through the face: opened and closed with the change of their own record. */
let world: WorkWorld;
beforeAll(async () => {
  world = await openWorkWorld();
});
afterAll(() => world.close());

const origin = { slice: 'plan', kind: 'plan', id: 'p000000001' };
const review: NewWork = {
  kind: 'review',
  title: '核定「临江市丝绸产业链行动方案」',
  link: '/plans/p000000001',
  origin,
  place: { regionId: '990103', unitId: 'lz-gxj', chainId: 'textile' },
  assignee: { kind: 'holders', id: 'plan.review', name: '核定条目' },
  copies: [{ kind: 'post', id: 'chief', name: '链长' }],
};
const open = (postId: string, work: NewWork) =>
  world.by(postId, (actor) => world.db.transaction().execute((db) => openWork(db, world.deps, actor, work)));
const close = (actor: Actor, outcome: string) =>
  world.db.transaction().execute((db) => closeWork(db, world.deps, actor, { origin, outcome }));
const todo = (postId: string) =>
  world.by(
    postId,
    async (actor) => (await listWork(actor, { box: 'todo' }, listRequest(workFields, {}), world.deps)).rows,
  );

test('whoever may review it there has it to do, once, and only the record closes it', async () => {
  await open('clerk', review);
  await open('clerk', review);
  for (const post of ['office', 'reviewer'])
    expect(await todo(post)).toMatchObject([{ title: review.title, kind: 'review' }]);
  for (const post of ['clerk', 'chief', 'far', 'system']) expect(await todo(post)).toEqual([]);
  expect(await world.told('reviewer')).toEqual([`待办：${review.title}`]);
  expect(await world.told('chief')).toEqual([`抄送：${review.title}`]);
  expect(await world.told('far')).toEqual([]);

  const [item] = await todo('reviewer');
  const seen = { workId: item!.id, revision: 1 };
  expect(await refusedWith(world.by('reviewer', (actor) => finishWork(actor, seen, world.deps)))).toBe(
    'work-not-possible',
  );
  await world.by('reviewer', (actor) => claimWork(actor, seen, world.deps));
  expect(await todo('office')).toEqual([]);

  // Neither assignee nor giver nor overseer: the clerk of the unit publishes, say.
  expect(await world.by('second', (actor) => close(actor, '已发布第1版'))).toBe(1);
  expect(await todo('reviewer')).toEqual([]);
  const whole = await world.by('chief', (actor) => readWork(actor, item!.id, world.deps));
  expect(whole.item).toMatchObject({ state: 'done', outcome: '已发布第1版' });
  expect(whole.steps.map(({ step }) => step)).toEqual(['open', 'claim', 'close']);
  expect(await world.by('second', (actor) => close(actor, '再发布'))).toBe(0);
});

test('when the record is asked for again there is a new item; what is undone opens none', async () => {
  await open('clerk', review);
  expect(await todo('reviewer')).toHaveLength(1);
  await world.by('office', (actor) => close(actor, '已发布第2版'));
  const undone = world.by('clerk', (actor) =>
    world.db.transaction().execute(async (db) => {
      await openWork(db, world.deps, actor, { ...review, origin: { ...origin, id: 'p000000002' } });
      throw new Error('undone');
    }),
  );
  await expect(undone).rejects.toThrow('undone');
  expect(await todo('reviewer')).toEqual([]);
});
