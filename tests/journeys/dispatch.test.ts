import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayAt, shifted } from '../../src/kernel/index.ts';
import type { CycleJson } from '../../src/task/contract.ts';
import { expectCleanIn, turnTo, twoLooks, wideLight } from './looks.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { eventually, grid, sendAs, stepByStep, told } from './steps.ts';

const today = dayAt(new Date().toISOString());
const lastMonth = shifted(today.slice(0, 7), -1);
const late = '外贸订单对接会';
const due = addDays(today, 40);
const [year, month, day] = due.split('-').map(Number);
const instruction = `请临江市工业和信息化局牵头、临江市商务局配合，${year}年${month}月${day}日前把外贸企业融资对接会办好。每家企业都要见到银行。`;

/** What needs the chief becomes a task in two sentences; the office writes a letter, opens a round and reminds. */
describe.skipIf(cannotRun !== null)('the chief and the dispatch', () => {
  let stage: Stage;
  let office: Page;
  let chief: Page;
  let shown: Page | undefined;
  stepByStep(() => shown);
  beforeAll(async () => {
    stage = await openStage();
    office = await stage.visitor();
    chief = await stage.visitor({}, 'lj-chief');
    await sendAs(office, 'POST', '/tasks', {
      ...{ title: late, words: null, source: { kind: 'instruction' }, chains: ['lj-textile'], milestones: [] },
      duties: [{ unitId: 'lj-swj', unitName: '临江市商务局', role: 'lead', part: null, dueOn: addDays(today, -45) }],
      ...{ deliverables: [], dependsOn: [], send: true },
    });
    const settings = await office.context().request.get('/api/v1/dispatch/settings');
    const { revision } = (await settings.json()) as { revision: number };
    await sendAs(office, 'POST', '/dispatch/settings', {
      ...{ regionId: '990100', revision, from: today, reason: '启用督办函' },
      rule: { kind: 'sign', content: '临链督' },
    });
  });
  afterAll(() => stage?.close());

  test('the chief sees what is red, and says in two sentences what is to be done', async () => {
    shown = chief;
    await chief.goto('/chief');
    const need = chief.locator('.chief-need', { hasText: late }).first();
    await need.getByText(/超期/u).first().waitFor();
    await chief.getByRole('textbox', { name: /^要办的事/u }).fill(instruction);
    await chief.keyboard.press('Control+Enter');
    const form = chief.getByRole('form', { name: '交办的任务' });
    await form.waitFor();
    await eventually(() => form.getByLabel('第 1 个单位的时限').inputValue(), due, 'the day was understood');
    await expectCleanIn(twoLooks, chief, 'an instruction as a task');
    await turnTo(chief, wideLight);
    await form.getByRole('button', { name: '交办', exact: true }).click();
    await told(chief, '已交办');
    await chief.getByRole('status').getByRole('link').click();
    await chief.getByRole('heading', { level: 1, name: /融资对接会/u }).waitFor();
    await chief.getByText('临江市工业和信息化局').first().waitFor();
    expect(faultsOn(chief)).toEqual([]);
  });

  test('the office sends a letter of supervision with a number', async () => {
    shown = office;
    await office.goto('/dispatch/urging');
    await grid(office, '该催办的').locator('.jw-item', { hasText: late }).first().waitFor();
    await expectCleanIn(twoLooks, office, 'what is to be urged');
    await turnTo(office, wideLight);
    await grid(office, '该催办的').locator('.jw-item', { hasText: late }).first().focus();
    await office.keyboard.press('Space');
    await office.getByRole('button', { name: '发督办函' }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByRole('button', { name: '发督办函' }).click();
    await dialog.getByText(`临链督〔${today.slice(0, 4)}〕1号`).waitFor();
    await office.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
  });

  test('a round begins; who has not reported is told so, and its end cannot come before its day', async () => {
    const { request } = office.context();
    const days = { period: lastMonth, opensOn: today, dueOn: addDays(today, 1) };
    await sendAs(office, 'POST', '/dispatch/cycles', days);
    const { rows } = (await (await request.get('/api/v1/dispatch/cycles')).json()) as { rows: CycleJson[] };
    const id = rows.find(({ period }) => period === lastMonth)?.id ?? '';
    const read = async () => (await (await request.get(`/api/v1/dispatch/cycles/${id}`)).json()) as CycleJson;
    // The platform opens it by itself; whoever is first has done it.
    const { state, revision } = await read();
    if (state === 'planned')
      await sendAs(office, 'POST', `/dispatch/cycles/${id}/open`, { revision }).catch(() => null);
    await eventually(async () => (await read()).state, 'open', 'reporting has begun');
    await office.goto(`/dispatch/${id}`);
    await grid(office, '各单位的报送').locator('.jw-item', { hasText: '临江市商务局' }).waitFor();
    expect(await office.getByRole('button', { name: '截止填报' }).isDisabled()).toBe(true);
    await expectCleanIn(twoLooks, office, 'a round that is open');
    await turnTo(office, wideLight);
    await office.getByRole('button', { name: '提醒没有报的' }).click();
    await office.getByRole('dialog').getByRole('button', { name: /提醒/u }).last().click();
    await told(office, /提醒了 \d+ 个单位/u);
    await office.getByRole('term').filter({ hasText: '最近提醒' }).waitFor();
    expect(faultsOn(office)).toEqual([]);
  });
});
