import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterpriseDeps } from '../../../apps/server/enterprise.ts';
import { selectionDeps } from '../../../apps/server/selection.ts';
import { asSystem } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { enterpriseApi } from '../../../src/enterprise/contract.ts';
import { selectionApi } from '../../../src/ladder/contract.ts';
import { loadLadderServer } from '../../../src/ladder/index.ts';
import { workApi } from '../../../src/work/contract.ts';
import { able, company, firstDay, office, openSelectionWorld, type SelectionWorld } from './world.ts';

let world: SelectionWorld;
const made = { own: '', b: '' };
const todo = async (post: string) =>
  (await world.ask(post, workApi.listWork, { query: { box: 'todo' } })).rows.map(({ title }) => title);
const title = {
  kind: 'sub-chain-leader',
  level: 'city',
  number: '',
  givenOn: firstDay,
  edition: null,
  source: '名单',
} as const;

beforeAll(async () => {
  world = await openSelectionWorld();
  made.own = await able(world, { revenue: 150_000, rd: 6_000 }, true);
  made.b = await able(world, { revenue: 150_000, rd: 6_000 });
});
afterAll(() => world.close());

test('a review tells who no longer meets what is asked; the notice is answered, and the title ends on its day', async () => {
  await world.ask(office, enterpriseApi.giveTitle, { params: { enterpriseId: made.own }, body: title });
  world.goTo('2025-07-01');
  const figures = { revenue: 90_000_0000, rd_cost: 900_0000, suppliers: 8, partners: 9 };
  await world.ask(office, enterpriseApi.putFigures, {
    params: { enterpriseId: made.own, period: '2024' },
    body: { revision: 1, figures, vintage: 'audited', source: '审计调整' },
  });
  const review = await world.ask(office, selectionApi.reviewTitles, { query: { kind: 'sub-chain-leader' } });
  expect(review.rows).toMatchObject([{ enterprise: { id: made.own }, verdict: 'unmet', removal: null }]);
  const titleId = review.rows[0]?.titleId ?? '';
  const notice = (endsOn: string) => ({
    body: { enterpriseId: made.own, titleId, reason: '营业收入不再达标', endsOn },
  });
  expect(await world.refused(office, selectionApi.noticeRemoval, notice('2025-07-01'))).toMatch(/title-removal-day/);
  expect(await world.refused(company, selectionApi.noticeRemoval, notice('2025-07-20'))).toBe('403 not-allowed');
  const removal = await world.ask(office, selectionApi.noticeRemoval, notice('2025-07-20'));
  expect(await world.refused(office, selectionApi.noticeRemoval, notice('2025-07-21'))).toMatch(/title-removal-open/);
  expect(removal.gaps.length).toBeGreaterThan(0);
  expect(await todo(company)).toContain('称号将退出：子链链主企业');
  const removalParams = { removalId: removal.id };
  await world.ask(company, selectionApi.pleadRemoval, { params: removalParams, body: { words: '下半年有新订单' } });
  const { rows } = await world.ask(company, selectionApi.listRemovals);
  expect(rows).toMatchObject([{ plea: '下半年有新订单', mayDecide: false, mayPlead: true }]);

  const deps = await selectionDeps(enterpriseDeps({ ...world.deps, db: world.database.db, newId }));
  const { endDueTitles } = await loadLadderServer();
  const end = () => asSystem(() => endDueTitles({ ...deps, clock: world.deps.clock }));
  expect(await end()).toBe(0);
  world.goTo('2025-07-22');
  expect(await end()).toBe(1);
  expect((await world.read(office, made.own)).allTitles).toMatchObject([{ endedOn: '2025-07-20' }]);
  expect((await world.read(office, made.own, '2025-07-19')).titles).toHaveLength(1);
  expect(
    await world.refused(office, selectionApi.keepTitle, {
      params: removalParams,
      body: { revision: 9, reason: '误判' },
    }),
  ).toMatch(/title-removal-over/);
});
test('a title that is kept after all stays', async () => {
  const given = await world.ask(office, enterpriseApi.giveTitle, { params: { enterpriseId: made.b }, body: title });
  const removal = await world.ask(office, selectionApi.noticeRemoval, {
    body: {
      enterpriseId: made.b,
      titleId: given.allTitles[0]?.id ?? '',
      reason: '没有按时报表',
      endsOn: '2025-08-20',
    },
  });
  const kept = await world.ask(office, selectionApi.keepTitle, {
    params: { removalId: removal.id },
    body: { revision: removal.revision, reason: '已经补报' },
  });
  expect(kept).toMatchObject({ state: 'kept', keptReason: '已经补报' });
});
