import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayAt, shifted } from '../../src/kernel/index.ts';
import type { CycleJson } from '../../src/task/contract.ts';
import { expectCleanIn, turnTo, twoLooks, wideLight } from './looks.ts';
import { allRead } from './settled.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { eventually, grid, sendAs, stepByStep, told } from './steps.ts';

const today = dayAt(new Date().toISOString());
const lastMonth = shifted(today.slice(0, 7), -1);
const late = '外贸订单对接会';
const made = '订单融资专场';
const dayMs = 86_400_000;

/** A round is frozen when its day is over; what it froze becomes a bulletin that is changed, compared, signed, sent and kept. */
describe.skipIf(cannotRun !== null)('from the frozen round to the paper and the meeting', () => {
  let stage: Stage;
  let office: Page;
  let signer: Page;
  let shown: Page | undefined;
  let daysOn = 0;
  let cycleId = '';
  stepByStep(() => shown);
  const clock = { now: () => new Date(Date.now() + daysOn * dayMs).toISOString() };
  const read = async (page: Page) =>
    (await (await page.context().request.get(`/api/v1/dispatch/cycles/${cycleId}`)).json()) as CycleJson;
  const bulletin = (): string => new URL(office.url()).pathname.split('/')[2] ?? '';

  beforeAll(async () => {
    stage = await openStage({ demo: 'people', clock });
    const before = await stage.visitor();
    for (const [title, unitId, unitName, dueOn] of [
      [late, 'lj-swj', '临江市商务局', addDays(today, -45)],
      ['数字车间改造', 'lj-gxj', '临江市工业和信息化局', addDays(today, 60)],
    ])
      await sendAs(before, 'POST', '/tasks', {
        ...{ title, words: null, source: { kind: 'instruction' }, chains: ['lj-textile'], milestones: [] },
        duties: [{ unitId, unitName, role: 'lead', part: null, dueOn }],
        ...{ deliverables: [], dependsOn: [], send: true },
      });
    await sendAs(before, 'POST', '/dispatch/cycles', { period: lastMonth, opensOn: today, dueOn: today });
    const { rows } = (await (await before.context().request.get('/api/v1/dispatch/cycles')).json()) as {
      rows: CycleJson[];
    };
    cycleId = rows.find(({ period }) => period === lastMonth)?.id ?? '';
    // The platform opens and closes it by itself; whoever is first has done it.
    const step = async (page: Page, which: string) =>
      sendAs(page, 'POST', `/dispatch/cycles/${cycleId}/${which}`, { revision: (await read(page)).revision }).catch(
        () => null,
      );
    await step(before, 'open');
    daysOn = 1;
    office = await stage.visitor();
    signer = await stage.visitor({}, 'lj-office-2');
    await step(office, 'close');
  });
  afterAll(() => stage?.close());

  test('the office freezes the round and has a bulletin written from it', async () => {
    shown = office;
    await eventually(async () => (await read(office)).state, 'closed', 'reporting is over');
    await office.goto(`/dispatch/${cycleId}`);
    await office.getByRole('button', { name: '冻结', exact: true }).click();
    await office.getByRole('dialog').getByRole('button', { name: '冻结', exact: true }).click();
    await grid(office, '单位名次').locator('.jw-item', { hasText: '临江市商务局' }).waitFor();
    await office.goto(`/bulletins/new?cycle=${cycleId}`);
    await office.getByLabel('机关代字').fill('临链办通');
    await office.getByRole('button', { name: '生成文稿' }).click();
    await office.getByRole('heading', { level: 1, name: /关于.*通报/u }).waitFor();
    await expectCleanIn(twoLooks, office, 'a paper');
    await turnTo(office, wideLight);
    await office.getByRole('button', { name: '红灯责任' }).first().click();
    await office.getByRole('dialog').getByText(/冻结/u).first().waitFor();
    await office.keyboard.press('Escape');
  });

  test('a sentence is changed by keyboard, and stands beside what was composed', async () => {
    await office.goto(`/bulletins/${bulletin()}/edit`);
    const line = office.locator('.edit-line').first();
    await line.focus();
    await office.keyboard.press('End');
    await office.keyboard.type('请各单位对照整改，三天内报送。');
    await office.keyboard.press('Control+Enter');
    await told(office, '已保存');
    await expectCleanIn(twoLooks, office, 'a paper that is changed');
    await turnTo(office, wideLight);
    await office.getByRole('tab', { name: '对照生成稿' }).click();
    await office.locator('.compare-list ins', { hasText: '请各单位对照整改' }).waitFor();
    await expectCleanIn(twoLooks, office, 'a comparison');
    await turnTo(office, wideLight);
  });

  test('another signs it and it has its number; it is sent, made into a file and archived', async () => {
    const address = `/bulletins/${bulletin()}`;
    await office.goto(address);
    await office.getByRole('button', { name: '送签' }).click();
    await told(office, '已送签');
    shown = signer;
    await signer.goto(address);
    await signer.getByRole('button', { name: '签发' }).click();
    await signer.getByRole('dialog').getByRole('button', { name: '签发' }).click();
    await signer
      .getByText(`临链办通〔${clock.now().slice(0, 4)}〕1号`)
      .first()
      .waitFor();
    shown = office;
    await office.reload();
    await office.getByRole('button', { name: '发送' }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByRole('combobox', { name: /发给/u }).fill('商务局');
    await office
      .getByRole('option', { name: /临江市商务局/u })
      .first()
      .waitFor({ state: 'attached' });
    await office.keyboard.press('Enter');
    await office.keyboard.press('Escape');
    await dialog.getByRole('button', { name: '发送' }).click();
    await told(office, '已发送');
    await office.getByRole('button', { name: '生成Word' }).click();
    await office.getByRole('button', { name: '下载Word' }).waitFor();
    await office.getByRole('button', { name: '归档' }).click();
    await office.getByRole('dialog').getByText('没有 PDF，只归档 Word 文档').click();
    await office.getByRole('dialog').getByRole('button', { name: '归档' }).click();
    await told(office, '已归档');
    await office.goto('/bulletins');
    await allRead(office);
    await office.getByText('已归档').first().waitFor();
    await expectCleanIn(twoLooks, office, 'papers');
    await turnTo(office, wideLight);
    expect([...faultsOn(office), ...faultsOn(signer)]).toEqual([]);
  });

  test('a meeting has what is red on its agenda, and a decision is a task before the next item', async () => {
    await office.goto('/meetings/new');
    await office.getByLabel('会议名称').fill('纺织链月调度会');
    await office.getByRole('button', { name: '排出议程' }).click();
    const item = office.locator('.meeting-item', { hasText: late });
    await item.waitFor();
    await expectCleanIn(twoLooks, office, 'an agenda');
    await turnTo(office, wideLight);
    await item.getByRole('button', { name: '立任务' }).click();
    const form = office.getByRole('form', { name: '立任务' });
    await form.getByLabel('任务', { exact: true }).fill(made);
    await form.getByRole('combobox', { name: '第 1 个单位', exact: true }).focus();
    await office.keyboard.type('临江市工业和信息化局');
    await office.locator('.ant-select-item-option-active', { hasText: '临江市工业和信息化局' }).waitFor();
    await office.keyboard.press('Enter');
    await form.getByLabel('第 1 个单位的时限').fill(addDays(today, 40));
    await office.keyboard.press('Tab');
    await form.getByRole('button', { name: '议定' }).click();
    await told(office, '已立任务并下达');
    await item.getByText(made).waitFor();
    await item.getByRole('link', { name: '看任务' }).last().click();
    await office.getByRole('heading', { level: 1, name: made }).waitFor();
    expect(faultsOn(office)).toEqual([]);
  });
});
