import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allRead } from './settled.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { bring, eventually, grid, luzhou, seededFaults, stepByStep, textile2025, told } from './steps.ts';

/** The frame around the pages, and the list that people live in; by keyboard wherever a key does it. */
describe.skipIf(cannotRun !== null)('the frame and the list', () => {
  let stage: Stage;
  let page: Page;
  stepByStep(() => page);
  beforeAll(async () => {
    stage = await openStage();
    page = await stage.visitor();
    await page.goto('/plans');
    await bring(page, textile2025, luzhou, seededFaults);
    await page.getByRole('button', { name: '收起已完成的' }).click();
  });
  afterAll(() => stage?.close());

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const names = () => grid(page, '方案').locator('.plan-name a').allInnerTexts();
  const rows = () => grid(page, '方案').locator('.jw-item').count();

  test('whoever has not come in is led to the login, and back to where he wanted to go', async () => {
    const stranger = await stage.visitor({}, null);
    await stranger.goto('/plans?text=%E7%BA%BA%E7%BB%87');
    await stranger.getByLabel('登录名').waitFor();
    expect(new URL(stranger.url()).searchParams.get('next')).toContain('/plans?text=');
    await stranger.close();
  });

  test('the page carries who looks at it and when, over windows too, and in nobody’s way', async () => {
    const mark = page.locator('svg.watermark');
    expect(await mark.textContent()).toMatch(/市链办主任.*链长制办公室.*\d{4}/);
    const how = await mark.evaluate((svg) => {
      const { position, pointerEvents, zIndex, userSelect } = getComputedStyle(svg);
      return { position, pointerEvents, userSelect, over: Number(zIndex) > 1300 };
    });
    expect(how).toEqual({ position: 'fixed', pointerEvents: 'none', userSelect: 'none', over: true });
    await page.emulateMedia({ media: 'print' });
    expect(await mark.isVisible()).toBe(true);
    expect(await page.locator('.shell-head').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });

  test('the menu is walked by arrows, shows only what the post may open, and folds', async () => {
    await press('Alt+m');
    const menu = page.getByRole('navigation', { name: '主导航' });
    expect(await menu.innerText()).toContain('方案清单');
    expect(await menu.innerText()).not.toContain('审计日志');
    await press('Home', 'ArrowDown', 'Enter');
    await eventually(async () => new URL(page.url()).pathname, '/work', 'the second entry');
    await page.getByRole('button', { name: '收起菜单' }).click();
    await page.reload();
    await page.getByRole('button', { name: '展开菜单' }).click();
  });

  test('the search finds plans and pages, and opens them', async () => {
    await press('Control+k');
    const box = page.getByRole('combobox', { name: /搜索方案/ });
    await box.waitFor();
    await page.keyboard.type('芦洲');
    const hit = page.getByRole('option', { name: /芦洲/ }).first();
    await hit.waitFor();
    for (let tries = 0; tries < 12 && (await hit.getAttribute('aria-selected')) !== 'true'; tries += 1)
      await press('ArrowDown');
    await press('Enter');
    await eventually(async () => new URL(page.url()).pathname, expect.not.stringMatching(/^\/work$/), 'opened');
    await box.waitFor({ state: 'hidden' });
    await press('Control+k');
    await box.waitFor();
    await page.keyboard.type('方案清单');
    const first = page.getByRole('option').first();
    await eventually(() => first.innerText(), expect.stringContaining('方案清单'), 'the page is found');
    await press('Enter');
    await grid(page, '方案').waitFor();
    const path = page.getByRole('navigation', { name: '当前位置' });
    await eventually(() => path.innerText(), expect.stringMatching(/方案\s*\/?\s*方案清单/), 'where one is');
  });

  test('headings sort on the server, blanks last', async () => {
    const heading = grid(page, '方案').getByRole('columnheader', { name: /任务/ });
    await heading.getByRole('button').click();
    await eventually(() => heading.getAttribute('aria-sort'), 'ascending', 'upwards');
    // The sign stands in the heading before the rows of this order have come.
    await allRead(page);
    const up = await names();
    await heading.getByRole('button').click();
    await eventually(names, [...up].reverse(), 'downwards');
    expect(new URL(page.url()).searchParams.get('sort')).toBe('-tasks');
  });

  test('conditions narrow the list, stand above it, are in the address, and go again', async () => {
    await page.getByRole('button', { name: /^筛选/ }).click();
    const panel = page.getByRole('dialog', { name: '筛选' });
    await panel.getByLabel('方案中有').fill('芦洲');
    await press('Control+Enter');
    await eventually(rows, 1, 'one left');
    const chips = page.getByRole('list', { name: '现在的条件' });
    expect(await chips.innerText()).toContain('方案：含“芦洲”');
    await page.reload();
    await eventually(rows, 1, 'the address holds the conditions');
    await page.getByRole('button', { name: /去掉条件 方案/ }).click();
    await eventually(rows, 3, 'all again');
    await page.getByLabel('标题、文号或机关中的字').fill('没有这样的方案');
    await page.getByText('没有符合条件的').waitFor();
    await page.getByRole('button', { name: '清除条件' }).click();
    await eventually(rows, 3, 'cleared');
  });

  test('columns are chosen and moved by keyboard; a view keeps them', async () => {
    await page.getByRole('button', { name: '列', exact: true }).click();
    const panel = page.getByRole('dialog', { name: '列' });
    await panel.getByRole('checkbox', { name: '发文机关' }).focus();
    await press('Space', 'Alt+ArrowUp', 'Alt+ArrowUp');
    await panel.getByRole('checkbox', { name: '表格' }).uncheck();
    await press('Escape');
    await panel.waitFor({ state: 'hidden' });
    const heads = () => grid(page, '方案').getByRole('columnheader').allInnerTexts();
    await eventually(async () => (await heads()).join(), expect.stringContaining('发文机关'), 'shown');
    expect((await heads()).join()).not.toContain('表格');
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('menuitem', { name: '把现在的样子存为视图…' }).click();
    await page.getByRole('dialog', { name: '存为视图' }).getByLabel('名称').fill('按机关看');
    await press('Control+Enter');
    await told(page, '视图“按机关看”已保存');
    await page.goto('/plans');
    await grid(page, '方案').waitFor();
    expect((await heads()).join()).not.toContain('发文机关');
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('menuitem', { name: '按机关看' }).click();
    await eventually(async () => (await heads()).join(), expect.stringContaining('发文机关'), 'the view is taken');
  });

  test('ticked rows, then all that match; what is seen is exported', async () => {
    await grid(page, '方案').locator('.jw-item').first().focus();
    await press('Space');
    const bar = page.getByRole('toolbar', { name: '对选中的方案' });
    await bar.getByText('已选 1 条').waitFor();
    await page.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /CSV.*选中的 1 条/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('方案清单.csv');
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString('utf8').trim().split('\r\n');
    expect(lines[0]).toContain('发文机关');
    expect(lines[0]).not.toContain('表格');
    expect(lines).toHaveLength(2);
  });

  test('leaving something unsaved is asked about', async () => {
    await page.goto('/give');
    const title = page.getByRole('form', { name: '交办事项' }).getByLabel('事项');
    await title.fill('核对纺织链的指标');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '方案清单' }).click();
    const asked = page.getByRole('dialog', { name: '还有没保存的内容' });
    await asked.getByRole('button', { name: '留下接着写' }).click();
    await asked.waitFor({ state: 'hidden' });
    expect(await title.inputValue()).toBe('核对纺织链的指标');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '方案清单' }).click();
    await asked.getByRole('button', { name: '不保存，离开' }).click();
    await grid(page, '方案').waitFor();
  });

  test('a session that ends while somebody works keeps the page and what was typed', async () => {
    await page.getByRole('button', { name: /^筛选/ }).click();
    const field = page.getByRole('dialog', { name: '筛选' }).getByLabel('文号中有');
    await field.fill('临府');
    const { request } = page.context();
    const session = (await (await request.get('/api/v1/session')).json()) as { csrfToken: string };
    await request.delete('/api/v1/session', { headers: { 'x-csrf-token': session.csrfToken } });
    await press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: '登录已经结束' });
    await dialog.waitFor();
    const again = await stage.visitor();
    await page.context().addCookies(await again.context().cookies());
    await dialog.getByRole('button', { name: '已登录，继续' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await eventually(async () => (await rows()) > 0, true, 'the list is read again');
    expect(new URL(page.url()).searchParams.get('filter')).toContain('临府');
    expect(faultsOn(page)).toEqual([]);
  });

  test('another post shows other things; what it may not open says so', async () => {
    const reader = await stage.visitor({}, 'lj-public');
    await reader.goto('/admin/audit');
    await reader.getByRole('heading', { name: '没有权限' }).waitFor();
    await reader.goto('/plans');
    await reader.getByText('还没有方案', { exact: true }).waitFor();
    expect(await reader.locator('.drop-zone').count()).toBe(0);

    const office = await stage.visitor();
    await office.goto('/plans');
    await grid(office, '方案').waitFor();
    await office.getByRole('button', { name: /市链办主任/ }).click();
    await office.getByRole('menuitem', { name: /副局长/ }).click();
    await told(office, '副局长');
    await eventually(
      () => office.getByRole('button', { name: /市链办主任，/ }).getAttribute('aria-label'),
      expect.stringContaining('副局长'),
      'acts as the other post',
    );
  });
});
