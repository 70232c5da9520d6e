import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recording } from '../../src/audit/index.ts';
import { createInside } from '../../src/task/commands/task/create-task.ts';
import { moveTask } from '../../src/task/commands/task/move-task.ts';
import { replay, sign, urge } from '../../src/task/index.ts';
import { readEvents, readStored } from '../../src/task/store/task.ts';
import { units } from '../access/organisation.ts';
import { content, duty } from '../examples/task.ts';
import { cityOffice, clerk, office, openTaskWorld, refusedWith, type TaskWorld } from './world.ts';

let world: TaskWorld;
beforeAll(async () => {
  world = await openTaskWorld();
});
afterAll(() => world.close());

const made = (post = cityOffice) =>
  world.by(post, (actor) =>
    recording(world.deps, actor, (db, note) =>
      createInside(
        { db, note, deps: world.deps },
        actor,
        {
          ...content({ duties: [duty('D1', units.own), duty('D2', units.beside, { role: 'cooperating' })] }),
          id: world.deps.newId(),
        },
        { send: true },
      ),
    ),
  );

describe('a task that is kept', () => {
  test('is what its events come to, and its duties stand beside it', async () => {
    const { id } = await made();
    await world.by(clerk, (actor) =>
      moveTask(actor, { taskId: id, revision: 2, dutyId: 'D1' }, world.deps, { as: 'unit' }, (task, stamp) =>
        sign(task, 'D1', stamp),
      ),
    );
    const stored = await world.by(clerk, () => readStored(world.deps.db, id));
    const events = await world.by(clerk, () => readEvents(world.deps.db, id));
    expect(events.map(({ kind }) => kind)).toEqual(['created', 'assigned', 'signed']);
    expect(stored?.task).toEqual(replay(events));
    const duties = await world.by(clerk, () =>
      world.deps.db
        .selectFrom('task_duty')
        .select(['duty_id', 'state', 'region_id'])
        .where('task_id', '=', id)
        .orderBy('duty_id')
        .execute(),
    );
    expect(duties).toEqual([
      { duty_id: 'D1', state: 'signed', region_id: '990103' },
      { duty_id: 'D2', state: 'sent', region_id: '990103' },
    ]);
  });

  test('is moved by the office that keeps it and no other', async () => {
    const { id } = await made();
    const which = { taskId: id, revision: null };
    const urging = (post: string) =>
      world.by(post, (actor) =>
        moveTask(actor, which, world.deps, { as: 'office' }, (task, stamp) => urge(task, 'D1', '请抓紧。', stamp)),
      );
    expect(await refusedWith(urging(office))).toBe('task-other-office');
    expect((await urging(cityOffice)).event.no).toBe(3);
  });
});
