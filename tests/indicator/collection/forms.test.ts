import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asSystem } from '../../../platform/db/index.ts';
import { collectionApi as api, type FormContentJson } from '../../../src/indicator/contract.ts';
import { keepForms } from '../../../src/indicator/routes.ts';
import { lastDay, shifted } from '../../../src/kernel/index.ts';
import { type CollectionWorld, clerk, formContent, lastMonth, office, openCollectionWorld, reviewer } from './world.ts';

let world: CollectionWorld;
beforeAll(async () => {
  world = await openCollectionWorld();
});
afterAll(() => world.close());

const create = (body: FormContentJson) => world.refused(office, api.createForm, { body });
const column = (indicatorId: string) => ({ indicatorId, required: true });
const plain = { sums: [], ratios: [], cell: null };

test.each<[string, Partial<FormContentJson>, string]>([
  ['an indicator that there is none of', { columns: [column('none')], checks: plain }, '404 indicator-missing'],
  ['one twice', { columns: [column('home'), column('home')], checks: plain }, '422 form-column-twice'],
  ['one that is reckoned', { columns: [column('rate')], checks: plain }, '422 form-column-reckoned'],
  ['one of another frequency', { columns: [column('yearly')], checks: plain }, '422 form-column-frequency'],
  ['a deadline before its beginning', { opensAfter: 9, dueAfter: 5 }, '422 form-days'],
  ['a first period of another length', { firstPeriod: '2026' }, '422 form-first-period'],
  ['a beginning years ago', { firstPeriod: '2015-01' }, '422 form-too-far-back'],
  ['rows for chains without any', { rows: 'chains' }, '422 form-chains-missing'],
  ['own figures of enterprises', { rows: 'enterprises', role: 'own' }, '422 form-own-rows'],
  ['a rule over what is not asked', { columns: [column('output')] }, '422 form-rule-indicator form-rule-indicator'],
  ['a unit that there is none of', { units: ['nobody'] }, '404 unit-unknown'],
  ['a unit of others', { units: ['foreign'] }, '403 form-unit-foreign'],
  ['a unit twice', { units: ['own', 'own'] }, '422 form-unit-twice'],
  ['a chain that there is none of', { chainId: 'nothing' }, '404 chain-unknown'],
])('a form with %s is refused', async (_what, changes, refusal) => {
  expect(await create(formContent(changes))).toBe(refusal);
});

test('only who keeps forms makes them, and a form without units does not open', async () => {
  expect(await world.refused(clerk, api.createForm, { body: formContent() })).toBe('403 not-allowed');
  const form = await world.as(office, api.createForm, { body: formContent({ units: [] }) });
  const params = { formId: form.id };
  expect(await world.refused(office, api.setFormState, { params, body: { revision: 1, state: 'open' } })).toBe(
    '422 form-units-missing',
  );
});

test('sheets are made once, whoever makes them and however often', async () => {
  const form = await world.as(office, api.createForm, { body: formContent({ units: ['own', 'below'] }) });
  await world.as(office, api.setFormState, { params: { formId: form.id }, body: { revision: 1, state: 'open' } });
  const made = await Promise.all(Array.from({ length: 6 }, () => asSystem(() => keepForms(world.deps))));
  while ((await asSystem(() => keepForms(world.deps))) > 0);
  expect(made.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
  const { rows } = await world.as(office, api.listSheets, { query: { formId: form.id } });
  expect(rows.map(({ unitId, period }) => [unitId, period]).toSorted()).toEqual([
    ['below', lastMonth],
    ['own', lastMonth],
  ]);
  const work = await sql<{
    n: number;
  }>`select count(*) as n from work_item where origin_id = any (${rows.map(({ id }) => id)})`.execute(
    world.database.owner,
  );
  expect(work.rows[0]?.n).toBe(2);
});

test('a change holds from the next period on; a unit that joins reports the newest', async () => {
  const formId = await world.open(formContent({ name: '会改的表' }));
  const form = await world.as(office, api.readForm, { params: { formId } });
  const content = formContent({ name: '改过的表', columns: [column('home')], checks: plain, units: ['own', 'beside'] });
  const changed = await world.as(office, api.changeForm, {
    params: { formId },
    body: { revision: form.revision, content },
  });
  expect(changed.units.map(({ id, fromPeriod }) => [id, fromPeriod]).toSorted()).toEqual([
    ['beside', lastMonth],
    ['own', null],
  ]);
  while ((await asSystem(() => keepForms(world.deps))) > 0);
  const [mine, theirs] = [await world.sheetOf(formId), await world.sheetOf(formId, 'beside')];
  // Of one period all are alike.
  expect([mine.columns.length, theirs.columns.length]).toEqual([3, 3]);
  const later = world.at(`${lastDay(shifted(lastMonth, 1))}T23:30:00.000Z`);
  while ((await asSystem(() => keepForms(later))) > 0);
  const next = await world.sheetOf(formId, 'own', shifted(lastMonth, 1));
  expect(next.columns.map(({ indicatorId }) => indicatorId)).toEqual(['home']);
  const quarterly = { ...content, frequency: 'quarter' as const, firstPeriod: '2026-Q1' };
  const body = { revision: changed.revision, content: quarterly };
  expect(await world.refused(office, api.changeForm, { params: { formId }, body })).toMatch(
    /^422 form-column-frequency|form-frequency-fixed/u,
  );
  expect(await world.refused(office, api.changeForm, { params: { formId }, body: { revision: 1, content } })).toBe(
    '409 record-changed',
  );
});

test('a copy is a draft of its own; a closed form makes no more sheets', async () => {
  const formId = await world.open(formContent({ name: '会停的表' }));
  const copy = await world.as(office, api.copyForm, { params: { formId }, body: { name: '抄来的表' } });
  expect(copy).toMatchObject({ state: 'draft', name: '抄来的表', revision: 1, columns: [{}, {}, {}] });
  await world.as(office, api.setFormState, { params: { formId }, body: { revision: 2, state: 'closed' } });
  expect(
    await world.refused(office, api.setFormState, { params: { formId }, body: { revision: 3, state: 'closed' } }),
  ).toBe('409 form-state');
  const later = world.at(`${lastDay(shifted(lastMonth, 1))}T23:30:00.000Z`);
  while ((await asSystem(() => keepForms(later))) > 0);
  const { rows } = await world.as(office, api.listSheets, { query: { formId } });
  expect(rows.map(({ period }) => period)).toEqual([lastMonth]);
});

test('a unit is reminded once before the deadline and told once when it has passed', async () => {
  const formId = await world.open(formContent({ name: '提醒', units: ['beside'] }));
  const { sheet } = await world.sheetOf(formId, 'beside');
  const near = world.at(new Date(Date.parse(sheet.dueOn) - 2 * 86_400_000).toISOString());
  const past = world.at(new Date(Date.parse(sheet.dueOn) + 2 * 86_400_000).toISOString());
  for (const deps of [near, near, past, past]) while ((await asSystem(() => keepForms(deps))) > 0);
  const { rows } = await sql<{ key: string }>`
    select key from notice where key like ${`sheet:${sheet.id}:due-%`} order by key`.execute(world.database.owner);
  expect(rows.map(({ key }) => key)).toEqual([
    `sheet:${sheet.id}:due-near:${sheet.dueOn}`,
    `sheet:${sheet.id}:due-past:${sheet.dueOn}`,
  ]);
});

test('the board counts, urges those who are late, and leaves alone who was urged within the hour', async () => {
  const form = formContent({
    name: '逾期的表',
    firstPeriod: shifted(lastMonth, -1),
    dueAfter: 3,
    units: ['own', 'below', 'beside'],
  });
  const formId = await world.open(form);
  const period = shifted(lastMonth, -1);
  const board = await world.as(reviewer, api.readBoard, { params: { formId }, query: { period } });
  expect(board.counts).toMatchObject({ units: 3, open: 3, late: 3, untouched: 3, submitted: 0, wanted: 6, filled: 0 });
  const { sheet } = await world.sheetOf(formId, 'below', period);
  const urge = (sheetIds: string[] | null) =>
    world.as(reviewer, api.urge, { params: { formId }, body: { period, sheetIds, note: '今天要' } });
  expect(await urge([sheet.id])).toMatchObject({ urged: 1, skipped: [] });
  expect(await urge(null)).toMatchObject({ urged: 2, skipped: [{ sheetId: sheet.id, why: 'just-urged' }] });
  expect(await urge(['0000000000'])).toMatchObject({ urged: 0, skipped: [{ why: 'unknown' }] });
  const row = await world.as(clerk, api.readSheetRow, { params: { sheetId: sheet.id } });
  expect(row).toMatchObject({ urgedTimes: 1, punctuality: 'late' });
  const late = JSON.stringify({ punctuality: { in: ['late'] } });
  const list = await world.as(reviewer, api.listSheets, {
    query: { formId, period, filter: late, sort: '-urgedAt,unit' },
  });
  expect(list.total).toBe(3);
  expect(await world.refused(reviewer, api.readBoard, { params: { formId }, query: { period: '2001-01' } })).toBe(
    '404 form-period-unknown',
  );
  const file = await world.text(reviewer, `/sheets/export?format=csv&formId=${formId}&period=${period}`);
  expect(file.status).toBe(200);
  expect(file.body.split('\r\n').filter((line) => line !== '')).toHaveLength(4);
});

test('no fault of our own was noted', () => expect(world.faults).toEqual([]));
