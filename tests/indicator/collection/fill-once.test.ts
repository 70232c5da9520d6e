import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectionApi as api } from '../../../src/indicator/contract.ts';
import { type CollectionWorld, clerk, formContent, lastMonth, openCollectionWorld } from './world.ts';

let world: CollectionWorld;
beforeAll(async () => {
  world = await openCollectionWorld();
});
afterAll(() => world.close());

const only = (name: string, indicatorId: string, more: object = {}) =>
  formContent({
    name,
    columns: [{ indicatorId, required: true }],
    checks: { sums: [], ratios: [], cell: null },
    ...more,
  });
const submit = async (sheetId: string, post = clerk) => {
  const { revision } = await world.as(post, api.readSheetRow, { params: { sheetId } });
  return { params: { sheetId }, body: { revision } };
};
const history = (enterpriseId = '', unitId = 'own') =>
  world.as('city-office', api.readFigureHistory, {
    query: { indicatorId: 'home', period: lastMonth, unitId, enterpriseId, chainId: '' },
  });

test('a figure that one form has is filled in on another one, open or to be made, and says where from', async () => {
  const [first, second] = [await world.open(only('甲表', 'home')), await world.open(only('乙表', 'home'))];
  const [a, b] = [(await world.sheetOf(first)).sheet.id, (await world.sheetOf(second)).sheet.id];
  await world.fill(clerk, a, [['unit', 'home', 7_000]]);
  await world.as(clerk, api.submitSheet, await submit(a));
  const from = { kind: 'form', name: '甲表', unitName: null };
  expect((await world.sheetOf(second)).cells).toMatchObject([{ value: 7_000, from }]);
  expect((await world.sheetOf(second)).sheet).toMatchObject({ filled: 1, wanted: 1 });
  expect((await world.sheetOf(await world.open(only('丙表', 'home')))).cells).toMatchObject([{ value: 7_000, from }]);
  // Handed in as it is it makes no figure of its own.
  await world.as(clerk, api.submitSheet, await submit(b));
  expect((await history()).versions).toHaveLength(1);
});

test('another figure for the same thing asks which, and the mark goes with the first change', async () => {
  const { sheet } = await world.sheetOf(await world.open(only('丁表', 'home')));
  await world.fill(clerk, sheet.id, [['unit', 'home', 7_100]]);
  const { findings } = await world.as(clerk, api.readSheetFindings, { params: { sheetId: sheet.id } });
  expect(findings).toMatchObject([
    { code: 'differs-elsewhere', severity: 'soft', given: 7_100, limit: 7_000, explained: false },
  ]);
  expect(await world.refused(clerk, api.submitSheet, await submit(sheet.id))).toBe('422 sheet-unexplained');
  await world.fill(clerk, sheet.id, [['unit', 'home', 7_100, '企业补报']]);
  await world.as(clerk, api.submitSheet, await submit(sheet.id));
  expect((await history()).versions.map(({ value }) => value)).toEqual([7_100, 7_000]);
  const { cells } = await world.as(clerk, api.readSheet, { params: { sheetId: sheet.id } });
  expect(cells[0]?.from).toBeUndefined();
});

test('what anybody has written is not filled over', async () => {
  const { sheet } = await world.sheetOf(await world.open(only('戊表', 'export')));
  await world.fill(clerk, sheet.id, [['unit', 'export', 1]]);
  await world.as(clerk, api.putFigures, {
    body: { key: 'fill-once-1', figures: [{ indicatorId: 'export', period: lastMonth, value: 2 }] },
  });
  expect((await world.as(clerk, api.readSheet, { params: { sheetId: sheet.id } })).cells).toMatchObject([{ value: 1 }]);
});

test('an enterprise that two units report counts once', async () => {
  for (const unitId of ['own', 'beside'])
    await world.as('city-office', api.addToRoster, {
      body: { unitId, enterpriseId: 'E1', name: '甲', chainId: null, from: '2026-01', until: null },
    });
  const formId = await world.open(only('两家都报', 'home', { rows: 'enterprises', units: ['own', 'beside'] }));
  const [mine, theirs] = [await world.sheetOf(formId), await world.sheetOf(formId, 'beside')];
  await world.fill(clerk, mine.sheet.id, [['E1', 'home', 900]]);
  await world.as(clerk, api.submitSheet, await submit(mine.sheet.id));
  const later = await world.sheetOf(
    await world.open(only('之后的表', 'home', { rows: 'enterprises', units: ['beside'] })),
    'beside',
  );
  expect(later.cells).toMatchObject([{ value: 900, from: { unitName: '单位own' } }]);
  const other = 'city-office';
  await world.fill(other, theirs.sheet.id, [['E1', 'home', 950]]);
  expect(await world.refused(other, api.submitSheet, await submit(theirs.sheet.id, other))).toBe('422 sheet-hard');
  await world.fill(other, theirs.sheet.id, [['E1', 'home', 900]]);
  await world.as(other, api.submitSheet, await submit(theirs.sheet.id, other));
  expect((await history('E1')).versions).toHaveLength(1);
  expect(
    await world.refused('city-office', api.readFigureHistory, {
      query: { indicatorId: 'home', period: lastMonth, unitId: 'beside', enterpriseId: 'E1' },
    }),
  ).toBe('404 figure-unknown');
  expect(await world.wrong([lastMonth])).toEqual([]);
});

test('no fault of our own was noted', () => expect(world.faults).toEqual([]));
