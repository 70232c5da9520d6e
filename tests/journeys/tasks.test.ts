import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayAt } from '../../src/kernel/index.ts';
import type { TaskJson } from '../../src/task/contract.ts';
import { expectClean } from './axe-clean.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { eventually, type GivenFile, grid, sendAs, stepByStep, told } from './steps.ts';

const phone: BrowserContextOptions = { colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true };
const title = '建设现代纺织专业园区一期';
const today = dayAt(new Date().toISOString());
const due = addDays(today, 60);

/** From the office to the unit, to its telephone without signal, and back to a second person. */
describe.skipIf(cannotRun !== null)('a task from the office to its close-out', () => {
  let stage: Stage;
  let office: Page;
  let unit: Page;
  let mobile: Page;
  let path = '';
  let shown: Page | undefined;
  stepByStep(() => shown);
  beforeAll(async () => {
    stage = await openStage();
    office = await stage.visitor();
    unit = await stage.visitor({}, 'lj-lead');
    mobile = await stage.visitor(phone, 'lj-clerk');
  });
  afterAll(() => stage?.close());

  const read = async (): Promise<TaskJson> =>
    (await (await office.context().request.get(`/api/v1${path}`)).json()) as TaskJson;
  /** Puts the focus on a button as Tab would and presses it. */
  const press = async (page: Page, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> => {
    const target = page.getByRole(role, { name }).first();
    await target.waitFor();
    await target.focus();
    await page.keyboard.press('Enter');
  };

  test('the office makes it and sends it, by keyboard', async () => {
    shown = office;
    await office.goto('/tasks');
    await office.getByText('还没有任务').waitFor();
    await press(office, '新建任务', 'link');
    await office.getByRole('form', { name: '新建任务' }).waitFor();
    await office.getByLabel('任务', { exact: true }).focus();
    await office.keyboard.type(title);
    await office.keyboard.press('Control+Enter');
    await office.getByText('第 1 个责任单位没有选。').waitFor();
    await expectClean(office, 'a new task with faults');
    await office.getByRole('combobox', { name: '第 1 个单位', exact: true }).focus();
    await office.keyboard.type('临江市工业和信息化局');
    await office.locator('.ant-select-item-option-active', { hasText: '临江市工业和信息化局' }).waitFor();
    await office.keyboard.press('Enter');
    await office.getByLabel('第 1 个单位的时限').fill(due);
    await press(office, '加一项成果');
    await office.getByLabel('第 1 项成果的名称').fill('签约项目');
    await office.getByLabel('第 1 项成果的目标').fill('12');
    await office.keyboard.press('Control+Enter');
    await told(office, '任务已立项并下达');
    await office.getByRole('heading', { name: title }).waitFor();
    path = new URL(office.url()).pathname;
    await expectClean(office, 'a task');
  });

  test('it is seen in four ways, each reached by keys', async () => {
    await sendAs(office, 'POST', '/tasks', {
      ...{ title: '培育中小企业', words: null, source: { kind: 'instruction' }, chains: [], milestones: [] },
      duties: [{ unitId: 'lj-swj', unitName: '临江市商务局', role: 'lead', part: null, dueOn: addDays(today, -3) }],
      ...{ deliverables: [], dependsOn: [path.slice('/tasks/'.length)], send: true },
    });
    await office.goto('/tasks');
    await eventually(() => grid(office, '任务').locator('.jw-item').count(), 2, 'both are listed');
    await expectClean(office, 'list');
    await press(office, /^红灯/u);
    await eventually(() => grid(office, '任务').locator('.jw-item').count(), 1, 'only what is red');
    await press(office, /^红灯/u);
    await press(office, '看板');
    await office.locator('.board-card').nth(1).waitFor();
    await expectClean(office, 'board');
    await office.locator('.board-card[tabindex="0"]').focus();
    await office.keyboard.press('ArrowRight');
    const card = (): Promise<string> => office.evaluate(() => document.activeElement?.textContent ?? '');
    expect(await card()).toContain(title);
    await press(office, '甘特');
    await office.getByRole('grid', { name: '甘特图' }).locator('.timeline-bar').nth(1).waitFor();
    await expectClean(office, 'time axis');
    expect(await office.locator('.timeline-overdue').count()).toBeGreaterThan(1);
    expect(await office.locator('.timeline-link').count()).toBe(1);
    await office.locator('.timeline-row[tabindex="0"]').focus();
    await office.keyboard.press('ArrowDown');
    await eventually(card, expect.stringContaining(title), 'the next row has the focus');
    await press(office, '日历');
    await office.getByRole('grid', { name: /^日历/u }).waitFor();
    await expectClean(office, 'calendar');
    await office.locator(`[data-day="${today}"]`).focus();
    for (const letter of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await office.keyboard.press(letter);
    await office.locator('.calendar-day', { hasText: '培育中小企业' }).waitFor();
    expect(faultsOn(office)).toEqual([]);
  });

  test('the unit signs for it', async () => {
    shown = unit;
    await unit.goto(path);
    await unit.getByText('还没有签收').first().waitFor();
    await press(unit, /^签收：/u);
    await told(unit, '已签收');
    await unit.getByRole('button', { name: /^报进展：/u }).waitFor();
  });

  test('on a telephone it is reported with a photograph; without signal it waits and is sent once', async () => {
    shown = mobile;
    await mobile.goto(path);
    await press(mobile, /^报进展：/u);
    const form = mobile.getByRole('form', { name: '报进展' });
    await form.getByRole('button', { name: '报送' }).click();
    await form.getByText('请写一句到了哪一步').waitFor();
    await form.getByLabel(/^签约项目/u).fill('5');
    await form.getByLabel('做了什么，到了哪一步').fill('五个项目签约，两个开工。');
    await mobile.locator('input[capture]').setInputFiles(await photograph(mobile));
    await form.getByText('现场.jpg').waitFor();
    await form.getByText('草稿存在这台设备上').waitFor();
    await expectClean(mobile, 'a report');
    // What is written outlives the page.
    await mobile.reload();
    await form.getByText('现场.jpg').waitFor();
    expect(await form.getByLabel(/^签约项目/u).inputValue()).toBe('5');
    await mobile.context().setOffline(true);
    await form.getByLabel('做了什么，到了哪一步').focus();
    await mobile.keyboard.press('Control+Enter');
    await form.getByText('未报送：现在连不上服务').waitFor();
    expect((await read()).duties[0]?.reports).toEqual([]);
    await mobile.context().setOffline(false);
    await mobile.getByRole('heading', { name: '已报送' }).waitFor();
    await expectClean(mobile, 'reported');
    const [report, ...more] = (await read()).duties[0]?.reports ?? [];
    expect(more).toEqual([]);
    expect(report).toMatchObject({ figures: [{ value: 5 }], evidence: [{ kind: 'photo', name: '现场.jpg' }] });
    const photo = await office.context().request.get(`/api/v1${path}/files/${report?.evidence[0]?.id}`);
    expect(photo.headers()['content-type']).toContain('image/jpeg');
    expect((await photo.body()).length).toBeLessThanOrEqual(1_500_000);
    await press(mobile, '看这项任务', 'link');
    await mobile.getByText('五个项目签约').first().waitFor();
    await expectClean(mobile, 'a task on a telephone');
    expect(faultsOn(mobile)).toEqual([]);
  });

  test('the unit asks for the close-out with evidence', async () => {
    shown = unit;
    await unit.reload();
    await press(unit, /^申请销号：/u);
    const dialog = unit.getByRole('dialog');
    await dialog.getByLabel('完成情况').fill('十二个项目全部签约，验收表附后。');
    await unit.keyboard.press('Control+Enter');
    await dialog.getByText('请选择证明材料。').waitFor();
    await dialog.locator('input[type="file"]').setInputFiles({
      ...{ name: '验收表.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
    });
    await dialog.getByText('验收表.pdf').waitFor();
    await expectClean(unit, 'asking for a close-out', '[role="dialog"]');
    await dialog.getByLabel('完成情况').focus();
    await unit.keyboard.press('Control+Enter');
    await told(unit, '等第二个人审定');
    await unit.getByText('待销号').first().waitFor();
  });

  test('a second person looks at it and closes it', async () => {
    shown = office;
    await office.goto(path);
    await press(office, /^销号：/u);
    const dialog = office.getByRole('dialog');
    await dialog.getByText('十二个项目全部签约').waitFor();
    await dialog.getByRole('link', { name: /验收表\.pdf/u }).waitFor();
    await expectClean(office, 'closing out', '[role="dialog"]');
    await dialog.getByRole('button', { name: '同意销号' }).focus();
    await office.keyboard.press('Enter');
    await told(office, '已销号');
    await office.locator('.task-head').getByText('已办结').waitFor();
    await office.getByRole('complementary', { name: /^经过/u }).getByText('十二个项目全部签约').waitFor();
    expect((await read()).state).toBe('closed');
    expect(faultsOn(office)).toEqual([]);
  });
});

/** A photograph as a telephone takes it: too large to be sent as it is, with nothing that could be pressed together. */
async function photograph(page: Page): Promise<GivenFile> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1200, 900];
    const pen = canvas.getContext('2d');
    const noise = new ImageData(canvas.width, canvas.height);
    let seed = 7;
    for (let at = 0; at < noise.data.length; at += 1) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      noise.data[at] = at % 4 === 3 ? 255 : seed >>> 24;
    }
    pen?.putImageData(noise, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  const buffer = Buffer.from(base64, 'base64');
  expect(buffer.length).toBeGreaterThan(1_500_000);
  return { name: '现场.png', mimeType: 'image/png', buffer };
}
