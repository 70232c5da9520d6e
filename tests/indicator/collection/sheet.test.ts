import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSystem } from '../../../platform/db/index.ts';
import { collectionApi as api } from '../../../src/indicator/contract.ts';
import { readCells } from '../../../src/indicator/store.ts';
import { regions } from '../../access/organisation.ts';
import {
  type CollectionWorld,
  clerk,
  formContent,
  lastMonth,
  lead,
  office,
  openCollectionWorld,
  reviewer,
  whole,
} from './world.ts';

let world: CollectionWorld;
beforeAll(async () => {
  world = await openCollectionWorld();
});
afterAll(() => world.close());

const revisionOf = async (sheetId: string) =>
  (await world.as('city-office', api.readSheetRow, { params: { sheetId } })).revision;
const move = async (post: string, endpoint: typeof api.submitSheet | typeof api.approveSheet, sheetId: string) =>
  world.as(post, endpoint, { params: { sheetId }, body: { revision: await revisionOf(sheetId) } });
const refused = async (post: string, endpoint: keyof typeof api, sheetId: string, body: object = {}) =>
  world.refused(post, api[endpoint], { params: { sheetId }, body: { revision: await revisionOf(sheetId), ...body } });
const total = async (indicatorId: string) => {
  const asked = { indicators: [indicatorId], periods: [lastMonth], places: [regions.city], chains: [''] };
  const cells = await asSystem(() => readCells(world.deps.db, { ...asked, axis: 'region' }));
  return cells[0]?.total ?? null;
};
const workOf = async (sheetId: string) => {
  const { rows } = await sql<{ kind: string; state: string; assignee_key: string }>`
    select kind, state, assignee_key from work_item where origin_id = ${sheetId} order by created_at, id`.execute(
    world.database.owner,
  );
  return rows.map(({ kind, state, assignee_key }) => `${kind} ${state} ${assignee_key}`);
};

describe('one sheet from its opening to its revision', () => {
  let formId: string;
  let sheetId: string;
  beforeAll(async () => {
    formId = await world.open(formContent());
    sheetId = (await world.sheetOf(formId)).sheet.id;
  });

  test('is made with its row, columns, what may be done, and work for the unit', async () => {
    const detail = await world.as(clerk, api.readSheet, { params: { sheetId } });
    expect(detail.sheet).toMatchObject({ state: 'open', filled: 0, wanted: 2, punctuality: 'in-time', unitId: 'own' });
    expect(detail.rows.map(({ key }) => key)).toEqual(['unit']);
    expect(detail.columns.map(({ indicatorId, unit, high }) => [indicatorId, unit, high])).toEqual([
      ['output', '万元', 100_000_000],
      ['export', '万元', 100_000_000],
      ['home', '万元', 100_000_000],
    ]);
    expect(detail.sheet.may).toMatchObject({ fill: true, submit: true, review: false });
    expect(await workOf(sheetId)).toEqual(['report open unit:own']);
  });

  test('blank cells, a broken sum and an odd figure are each named, and nothing counts', async () => {
    expect(await refused(clerk, 'submitSheet', sheetId)).toBe('422 sheet-blank sheet-blank');
    await world.fill(clerk, sheetId, [
      ['unit', 'output', 12_000],
      ['unit', 'export', 5_000],
      ['unit', 'home', 6_000],
    ]);
    expect(await refused(clerk, 'submitSheet', sheetId)).toBe('422 sheet-hard');
    const { findings } = await world.as(clerk, api.readSheetFindings, { params: { sheetId } });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['sum-differs', 'hard']]);
    await world.fill(clerk, sheetId, [['unit', 'output', 200_000_000]]);
    expect(await refused(clerk, 'submitSheet', sheetId)).toBe('422 sheet-hard sheet-hard');
    expect(await total('output')).toBeNull();
    await world.fill(clerk, sheetId, whole);
  });

  test('blank is not 0 and “none” needs its reason', async () => {
    await world.fill(clerk, sheetId, [['unit', 'export', null, '没有出口']]);
    const { sheet } = await world.as(clerk, api.readSheet, { params: { sheetId } });
    expect(sheet).toMatchObject({ filled: 2, share: 100 });
    await world.fill(clerk, sheetId, [['unit', 'export', null]]);
    expect(await refused(clerk, 'submitSheet', sheetId)).toBe('422 sheet-blank');
    await world.fill(clerk, sheetId, whole);
  });

  test('handed in it counts at once; the reviewers have it, the unit has done its part', async () => {
    const row = await move(clerk, api.submitSheet, sheetId);
    expect(row).toMatchObject({ state: 'submitted', may: { fill: false, withdraw: true } });
    expect(await total('output')).toBe(12_000n);
    expect(await total('large')).toBeNull();
    expect((await workOf(sheetId)).toSorted()).toEqual([
      'report done unit:own',
      'review open holders:indicator.review',
    ]);
    const waiting = await world.as(reviewer, api.listSheets, { query: { scope: 'review' } });
    expect(waiting.rows.map(({ id }) => id)).toContain(sheetId);
    expect(
      await world.refused(clerk, api.saveCells, { params: { sheetId }, body: { cells: [cell('output', 1)] } }),
    ).toBe('409 sheet-state');
  });

  test('who saw another revision changes nothing', async () => {
    expect(await world.refused(clerk, api.withdrawSheet, { params: { sheetId }, body: { revision: 1 } })).toBe(
      '409 record-changed',
    );
  });

  test('taken back and handed in again', async () => {
    expect(await move(clerk, api.withdrawSheet, sheetId)).toMatchObject({ state: 'open', submittedAt: null });
    expect(await refused(clerk, 'withdrawSheet', sheetId)).toBe('409 sheet-state');
    await world.fill(clerk, sheetId, [
      ['unit', 'output', 12_500],
      ['unit', 'home', 7_500],
    ]);
    await move(clerk, api.submitSheet, sheetId);
    expect(await total('output')).toBe(12_500n);
  });

  test('the one who handed it in does not review it; a stranger does not see it', async () => {
    const own = await world.open(
      formContent({
        name: '牵头单位自己报',
        columns: [{ indicatorId: 'home', required: true }],
        checks: { sums: [], ratios: [], cell: null },
      }),
    );
    const { sheet } = await world.sheetOf(own);
    await world.fill(lead, sheet.id, [['unit', 'home', 7_500]]);
    await move(lead, api.submitSheet, sheet.id);
    expect(await refused(lead, 'approveSheet', sheet.id)).toBe('403 sheet-second-person');
    expect(await refused(clerk, 'approveSheet', sheet.id)).toBe('403 not-allowed');
  });

  test('a cell comes back with its reason, is corrected, and its mark goes', async () => {
    expect(await refused(reviewer, 'returnSheet', sheetId, { reason: '', cells: [] })).toBe('422 sheet-reason-missing');
    expect(
      await refused(reviewer, 'returnSheet', sheetId, {
        reason: '',
        cells: [{ row: 'unit', indicatorId: 'staff', reason: '多了' }],
      }),
    ).toBe('422 sheet-cell-unknown');
    const body = {
      revision: await revisionOf(sheetId),
      reason: '',
      cells: [{ row: 'unit', indicatorId: 'export', reason: '比海关少' }],
    };
    const row = await world.as(reviewer, api.returnSheet, { params: { sheetId }, body });
    expect(row).toMatchObject({ state: 'returned', returnedCells: 1 });
    const detail = await world.as(clerk, api.readSheet, { params: { sheetId } });
    expect(detail.cells.filter(({ returned }) => returned !== undefined)).toMatchObject([
      { indicatorId: 'export', returned: '比海关少' },
    ]);
    await world.fill(clerk, sheetId, [
      ['unit', 'export', 6_000],
      ['unit', 'home', 6_500],
    ]);
    expect(
      (await world.as(clerk, api.readSheet, { params: { sheetId } })).cells.every(
        ({ returned }) => returned === undefined,
      ),
    ).toBe(true);
    await move(clerk, api.submitSheet, sheetId);
    expect(await total('export')).toBe(6_000n);
  });

  test('approved by a second person its figures are final', async () => {
    expect(await move(reviewer, api.approveSheet, sheetId)).toMatchObject({ state: 'approved', wasApproved: true });
    const query = { indicatorId: 'export', period: lastMonth, unitId: 'own' };
    const history = await world.as(clerk, api.readFigureHistory, { query });
    expect(history.versions.map(({ value, vintage }) => [value, vintage])).toEqual([
      [6_000, 'final'],
      [6_000, 'preliminary'],
      [5_000, 'preliminary'],
    ]);
    const [newest, middle, oldest] = history.versions;
    expect([newest?.until, middle?.until, oldest?.until]).toEqual([null, newest?.from, middle?.from]);
    const then = await world.as(clerk, api.readFigureHistory, { query: { ...query, at: oldest?.from ?? '' } });
    expect(then.seenAt).toBe(1);
    const before = await world.as(clerk, api.readFigureHistory, {
      query: { ...query, at: '2001-01-01T00:00:00.000Z' },
    });
    expect(before.seenAt).toBeNull();
  });

  test('opened again with a reason, what changes is revised, what does not stays final', async () => {
    expect(await refused(reviewer, 'reopenSheet', sheetId, { reason: ' ', cells: [] })).toBe(
      '422 sheet-reason-missing',
    );
    await world.as(reviewer, api.reopenSheet, {
      params: { sheetId },
      body: { revision: await revisionOf(sheetId), reason: '企业更正', cells: [] },
    });
    await world.fill(clerk, sheetId, [
      ['unit', 'output', 13_000],
      ['unit', 'home', 7_000],
    ]);
    await move(clerk, api.submitSheet, sheetId);
    const vintage = async (indicatorId: string) =>
      (await world.as(clerk, api.readFigureHistory, { query: { indicatorId, period: lastMonth, unitId: 'own' } }))
        .versions[0]?.vintage;
    expect([await vintage('output'), await vintage('export')]).toEqual(['revised', 'final']);
    await move(reviewer, api.approveSheet, sheetId);
    expect([await vintage('output'), await vintage('export')]).toEqual(['final', 'final']);
    expect(await total('output')).toBe(13_000n);
  });

  test('every step stands in its history, and the sums are those of a recount', async () => {
    const { steps } = await world.as(clerk, api.readSheet, { params: { sheetId } });
    expect(steps.map(({ step }) => step).toReversed()).toEqual([
      ...['make', 'submit', 'withdraw', 'submit', 'return', 'submit', 'approve', 'reopen', 'submit', 'approve'],
    ]);
    expect(await world.wrong([lastMonth])).toEqual([]);
  });

  test('more time is asked, refused, asked again and granted', async () => {
    const other = await world.open(
      formContent({
        name: '延期',
        columns: [{ indicatorId: 'home', required: true }],
        checks: { sums: [], ratios: [], cell: null },
      }),
    );
    const { sheet } = await world.sheetOf(other);
    const ask = { to: sheet.dueOn, reason: '核对' };
    expect(await refused(clerk, 'askExtension', sheet.id, ask)).toBe('422 sheet-extension-day');
    const to = new Date(Date.parse(sheet.dueOn) + 5 * 86_400_000).toISOString().slice(0, 10);
    expect(await refused(reviewer, 'answerExtension', sheet.id, { to, note: '' })).toBe('409 sheet-nothing-asked');
    const asked = async () =>
      world.as(clerk, api.askExtension, {
        params: { sheetId: sheet.id },
        body: { revision: await revisionOf(sheet.id), to, reason: '核对' },
      });
    expect(await asked()).toMatchObject({ extension: 'asked', asked: { to, reason: '核对' } });
    const answer = async (day: string | null) =>
      world.as(reviewer, api.answerExtension, {
        params: { sheetId: sheet.id },
        body: { revision: await revisionOf(sheet.id), to: day, note: '尽快' },
      });
    expect(await answer(null)).toMatchObject({ extension: 'none', extendedTo: null });
    await asked();
    expect(await answer(to)).toMatchObject({ extension: 'granted', extendedTo: to, dueOn: sheet.dueOn });
  });

  test('a foreign office neither sees nor changes it', async () => {
    expect(await world.refused('chain-chief-textile', api.readSheet, { params: { sheetId } })).toBe(
      '404 sheet-missing',
    );
    const foreign = await world.as('city-office', api.createForm, {
      body: formContent({ name: '望江', units: ['foreign'] }),
    });
    await world.as('city-office', api.setFormState, {
      params: { formId: foreign.id },
      body: { revision: 1, state: 'open' },
    });
    expect(
      await world.refused(office, api.setFormState, {
        params: { formId: foreign.id },
        body: { revision: 2, state: 'closed' },
      }),
    ).toBe('404 form-unknown');
    expect(await world.refused(office, api.createForm, { body: formContent({ units: ['foreign'] }) })).toBe(
      '403 form-unit-foreign',
    );
  });

  test('no fault of our own was noted', () => expect(world.faults).toEqual([]));
});

const cell = (indicatorId: string, value: number) => ({
  row: 'unit',
  indicatorId,
  value,
  reason: null,
  note: null,
  revision: 0,
});
