import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportApi } from '../../src/report/contract.ts';
import { dispatchApi, tasksApi } from '../../src/task/contract.ts';
import type { Snapshot } from '../../src/task/index.ts';
import { chains } from '../access/organisation.ts';
import { content, duty } from '../examples/task.ts';
import { type DispatchWorld, idOf, office, openDispatchWorld, stepsIn } from './dispatch-world.ts';

let world: DispatchWorld;
const { move } = stepsIn(() => world);

/** Tasks with their chains: one above, one below it, one of both kinds of industry, and one of none. */
const chainsOf: Readonly<Record<string, readonly string[]>> = {
  ...{ T1: [chains.textile], T2: [chains.garment], T3: [chains.food], T4: [chains.food, chains.textile], T5: [] },
};

beforeAll(async () => {
  world = await openDispatchWorld();
  world.on('2025-03-03');
  for (const [id, own] of Object.entries(chainsOf)) {
    const duties = [{ ...duty('D0', '甲局', { dueOn: '2025-03-10' }), unit: { id: idOf('甲局'), name: '甲局' } }];
    await world.make({ ...content({ id, title: `任务${id}`, duties }), chains: own });
    await move(office, tasksApi.assignTask, id, {});
    await move('甲局员0', tasksApi.signDuty, id, { dutyId: 'D0' });
  }
}, 120_000);
afterAll(async () => {
  expect(world.api.faults).toEqual([]);
  await world.close();
});

const make = (chainId: string | null, period = '2025-03') => ({
  body: { period, opensOn: '2025-03-20', dueOn: '2025-03-25', chainId },
});
const step = async (cycleId: string, endpoint: Parameters<DispatchWorld['as']>[1]) => {
  const { revision } = await world.as(office, dispatchApi.readCycle, { params: { cycleId } });
  return world.as(office, endpoint, { params: { cycleId }, body: { revision } } as never);
};
const frozen = async (cycleId: string): Promise<Snapshot> =>
  (await world.as(office, dispatchApi.readSnapshotText, { params: { cycleId } })) as never as Snapshot;

describe('a dispatch of one chain', () => {
  let whole = '';
  let textile = '';
  let food = '';

  test('takes the chain’s tasks and those of the chains below it out of that of the whole', async () => {
    whole = (await world.as(office, dispatchApi.makeCycle, make(null))).id;
    const made = await world.as(office, dispatchApi.makeCycle, make(chains.textile));
    textile = made.id;
    expect([made.name, made.chain?.id]).toEqual(['lj-textile产业链2025年3月调度', chains.textile]);
    food = (await world.as(office, dispatchApi.makeCycle, make(chains.food))).id;
    for (const chain of [null, chains.textile, chains.garment, chains.food])
      expect(await world.refused(office, dispatchApi.makeCycle, make(chain))).toBe('409 cycle-exists');
    expect(await world.refused(office, dispatchApi.makeCycle, make('lj-none'))).toBe('422 cycle-chain-unknown');
    world.on('2025-03-20');
    await world.rounds();
    const asked = await Promise.all(
      [whole, textile, food].map(async (cycleId) => {
        const { progress, apart } = await world.as(office, dispatchApi.readCycle, { params: { cycleId } });
        return [progress?.asked, apart.map(({ id }) => id)];
      }),
    );
    // The fourth is of both chains: the dispatch that was made first has it.
    expect(asked).toEqual([
      [1, [chains.food, chains.textile]],
      [3, []],
      [1, [chains.textile]],
    ]);
  });

  test('a report counts where its task is; each freezes its own tasks and ranks by them, and says so', async () => {
    world.on('2025-03-25');
    for (const id of Object.keys(chainsOf))
      await move('甲局员0', tasksApi.reportDuty, id, {
        ...{ dutyId: 'D0', words: '有进展。', figures: [], evidence: [], problem: null, help: null },
      });
    world.on('2025-03-26');
    await world.rounds();
    for (const cycleId of [whole, textile, food]) await step(cycleId, dispatchApi.freezeCycle);
    const snapshots = await Promise.all([whole, textile, food].map(frozen));
    expect(snapshots.map(({ tasks }) => tasks.map(({ id }) => id))).toEqual([['T5'], ['T1', 'T2', 'T4'], ['T3']]);
    expect(snapshots.map(({ unreported }) => unreported.length)).toEqual([0, 0, 0]);
    expect(snapshots.map(({ ranking }) => ranking.map(({ overdue }) => overdue))).toEqual([[1], [3], [1]]);
    expect(snapshots.map(({ cycle }) => [cycle.chain?.id, cycle.apart?.map(({ id }) => id)])).toEqual([
      [undefined, [chains.food, chains.textile]],
      [chains.textile, undefined],
      [chains.food, [chains.textile]],
    ]);
    for (const cycleId of [whole, textile, food])
      expect(await world.as(office, dispatchApi.verifyCycle, { params: { cycleId } })).toMatchObject({ holds: true });
  });

  test('and the bulletin about it names the chain, or the chains that it leaves out', async () => {
    const compose = async (cycleId: string) => {
      const { title, blocks } = await world.as(office, reportApi.composeBulletin, {
        body: { kind: 'bulletin', cycleId, sign: '临链办通' },
      });
      return { title, text: JSON.stringify(blocks) };
    };
    const [ofChain, ofWhole] = [await compose(textile), await compose(whole)];
    expect(ofChain.title).toContain('lj-textile产业链');
    expect(ofChain.text).toContain('本次只调度');
    expect(ofWhole.text).toContain('单独调度，其任务不在本次调度和排名之内');
  });

  test('is not begun when the whole has begun to ask for its tasks', async () => {
    const { rows } = await world.as(office, dispatchApi.listCycles, { query: {} });
    const quarter = rows.find(({ period }) => period === '2025-Q1');
    world.on(quarter?.opensOn ?? '');
    await world.rounds();
    const late = { body: { period: '2025-Q1', opensOn: null, dueOn: null, chainId: chains.textile } };
    expect(await world.refused(office, dispatchApi.makeCycle, late)).toBe('409 cycle-chain-late');
  });
});
