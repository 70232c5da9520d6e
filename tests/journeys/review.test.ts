import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import {
  bring,
  currentId,
  drop,
  eventually,
  grid,
  inSight,
  row,
  seededFaults,
  stepByStep,
  textile2025,
  textile2026,
  told,
} from './steps.ts';

/** Import → review → correct → publish → next edition → comparison, in one window as an office does it. */
describe.skipIf(cannotRun !== null)('from a file to two editions', () => {
  let stage: Stage;
  let page: Page;
  stepByStep(() => page);
  beforeAll(async () => {
    stage = await openStage();
    page = await stage.visitor();
  });
  afterAll(() => stage?.close());

  test('a document that is dropped becomes a plan in the list, with what it holds', async () => {
    await page.goto('/plans');
    await page.getByText('还没有方案').waitFor();
    await drop(page, textile2025);
    const line = grid(page, '方案').locator('.jw-item').first();
    await line.waitFor();
    const text = await line.innerText();
    expect(text).toContain('临江市现代纺织产业提质升级三年行动方案（2025—2027年）');
    expect(text).toContain('临府办发〔2025〕8号');
    expect(text).toContain('草案');
    await line.getByRole('link').click();
    await grid(page).waitFor();
    expect(await page.locator('h1').innerText()).toContain('临江市现代纺织产业');
  });

  test('either side brings the other into sight', async () => {
    await page.getByRole('tab', { name: /任务/ }).click();
    await row(page, '建设专业园区').click();
    await page.keyboard.press('End');
    await eventually(() => currentId(page), expect.not.stringMatching(/^T1$/), 'the last task');
    const id = await currentId(page);
    const mark = page.locator(`[data-id="${id}"]`).first();
    await eventually(() => inSight(mark, page.locator('.document-scroll')), true, 'the document shows the task');
    expect(await mark.getAttribute('data-current')).not.toBeNull();

    await page.locator('.paper .mk-indicator', { hasText: '198亿元' }).first().click();
    await eventually(
      () => page.getByRole('tab', { selected: true }).innerText(),
      expect.stringContaining('指标'),
      'its tab',
    );
    await eventually(() => page.locator('.jw-current').innerText(), expect.stringContaining('198 亿元'), 'its row');
  });

  test('a correction is checked, saved, shown, undone and redone', async () => {
    await page.getByRole('button', { name: '更正', exact: true }).click();
    const value = page.getByLabel('目标值');
    await value.fill('');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('请填写目标值。').waitFor();
    await value.fill('199');
    await page.getByRole('button', { name: '保存' }).click();
    await told(page, '已更正');
    expect(await page.locator('.jw-current').innerText()).toContain('199 亿元');
    expect(await page.locator('.jw-current').innerText()).toContain('已更正');
    await page.getByRole('button', { name: '撤销' }).first().click();
    await eventually(() => page.locator('.jw-current').innerText(), expect.stringContaining('198 亿元'), 'undone');
    await page.getByRole('button', { name: '重做' }).click();
    await eventually(() => page.locator('.jw-current').innerText(), expect.stringContaining('199 亿元'), 'redone');
  });

  test('filters narrow the list, ticked rows are confirmed together', async () => {
    await page.getByRole('tab', { name: /全部/ }).click();
    await page.getByLabel('搜索条目').fill('链主');
    await eventually(async () => (await grid(page).locator('.jw-item').count()) > 1, true, 'found');
    await page.getByLabel('全部选中').check();
    await page.getByRole('toolbar', { name: '对勾选的条目' }).getByRole('button', { name: '确认' }).click();
    await told(page, /条已确认/);
    await eventually(() => grid(page).locator('.review-unreviewed:visible').count(), 0, 'all confirmed');
    await page.getByLabel('搜索条目').fill('');
    expect(await page.locator('.review-progress').innerText()).toMatch(/已核 [1-9]\d* \/ \d+/);
  });

  test('the list with the whole width sorts by its headings', async () => {
    await page.getByRole('button', { name: '表格视图' }).click();
    await page.getByRole('tab', { name: /指标/ }).click();
    const heading = grid(page).getByRole('columnheader', { name: /目标值/ });
    await heading.getByRole('button').click();
    await heading.getByRole('button').click();
    await eventually(() => heading.getAttribute('aria-sort'), 'descending', 'downwards');
    const first = grid(page).locator('.jw-item').first();
    await eventually(() => first.innerText(), expect.stringContaining('5,000'), 'the greatest');
    await page.getByRole('button', { name: '原文并排' }).click();
  });

  test('publishing tells what is open, and makes an edition that cannot be changed', async () => {
    await page.getByRole('button', { name: '发布', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '发布第1版' });
    await dialog.getByText(/还有 \d+ 条待核/).waitFor();
    const reason = dialog.getByLabel(/照样发布的理由/);
    if ((await reason.count()) > 0) await reason.fill('已请示，照此印发');
    await dialog.getByLabel('发布说明').fill('第一次发布');
    await dialog.getByRole('button', { name: '发布第1版' }).click();
    await told(page, '第1版已发布');
    await page.getByRole('button', { name: '起草修订' }).waitFor();
    expect(await page.getByRole('button', { name: '更正', exact: true }).count()).toBe(0);
    expect(page.url()).toContain('edition=1');
  });

  test('the next file becomes the next edition; what did not change stays reviewed', async () => {
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: /导入下一版文件/ }).click();
    await page.getByRole('dialog', { name: '导入下一版文件' }).waitFor();
    await page.locator('input[type="file"]').last().setInputFiles(textile2026);
    await told(page, '新版文件已成为草案');
    await page.getByText('修订中').first().waitFor();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '发布第2版' });
    const reason = dialog.getByLabel(/照样发布的理由/);
    await dialog.getByLabel('发布说明').waitFor();
    if ((await reason.count()) > 0) await reason.fill('已请示，照此印发');
    await dialog.getByRole('button', { name: '发布第2版' }).click();
    await told(page, '第2版已发布');
  });

  test('the comparison shows item by item what was and what is', async () => {
    await page.getByRole('button', { name: '与第1版比较' }).click();
    await grid(page, '变化的条目').waitFor();
    const changed = grid(page, '变化的条目').locator('.jw-item', { hasText: '改动' }).first();
    expect(await changed.locator('del').count()).toBeGreaterThan(0);
    expect(await changed.locator('ins').count()).toBeGreaterThan(0);
    const numbers = await page.locator('.diff-filter').innerText();
    expect(numbers).toMatch(/新增 [1-9]/);
    expect(numbers).toMatch(/另有 [1-9]\d* 条没有变化/);
  });

  test('exports are offered for what is on the screen', async () => {
    await page.goBack();
    await page.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /Excel/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  });

  test('a finding stands beside the text with its arithmetic, leads to its rule, and can be set aside', async () => {
    await page.goto('/plans');
    await bring(page, seededFaults);
    await page.locator('.upload-done a').first().click();
    await page
      .getByRole('button', { name: /体检错误/ })
      .first()
      .click();
    const note = page.locator('.finding-note');
    expect(await note.locator('.arithmetic').innerText()).toMatch(/\d/);
    expect(await note.getByRole('link', { name: '这条规则的说明' }).getAttribute('href')).toMatch(/^\/rules\/[a-z-]+$/);
    const before = await page.locator('.flag').count();
    await note.getByRole('button', { name: '不必处理' }).click();
    await note.getByLabel('不必处理的理由').fill('原文如此，已核对');
    await note.getByRole('button', { name: '注明' }).click();
    await told(page, '已注明不必处理');
    await eventually(() => page.locator('.flag').count(), before - 1, 'one flag less');
    expect(faultsOn(page)).toEqual([]);
  });
});
