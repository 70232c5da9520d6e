import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectCleanIn, twoLooks } from './looks.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { bring, grid, stepByStep, textile2025 } from './steps.ts';

const auditor = 'audit';
/** The audit administrator sees who did what, by keyboard alone; nobody else sees the page. */
describe.skipIf(cannotRun !== null)('the log', () => {
  let stage: Stage;
  let page: Page;
  stepByStep(() => page);
  beforeAll(async () => {
    stage = await openStage();
    const office = await stage.visitor();
    await office.goto('/plans');
    await bring(office, textile2025);
    page = await stage.visitor({}, auditor);
  });
  afterAll(() => stage?.close());

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => (document.activeElement?.textContent ?? '').replace(/\s/g, ''));
  const tabTo = async (words: string): Promise<void> => {
    for (let tries = 0; tries < 60 && (await focused()) !== words; tries += 1) await press('Tab');
    expect(await focused()).toBe(words);
  };

  test('an import is found by its words and opened: who, as which post, what', async () => {
    await page.goto('/admin/audit');
    await grid(page, '审计日志').waitFor();
    await press('/');
    await page.keyboard.type('纺织');
    await page.waitForFunction(() => new URL(location.href).searchParams.get('text') !== null);
    await grid(page, '审计日志').getByText('导入方案').waitFor();
    await tabTo('导入方案');
    await press('Enter');
    await page.getByRole('heading', { name: /导入方案/ }).waitFor();
    const facts = await page.locator('.audit-facts').innerText();
    expect(facts).toContain('市链办主任');
    expect(facts).toMatch(/sm3:[0-9a-f]{64}/);
    expect(await page.locator('.audit-changes').innerText()).toContain('文件');
  });

  test('the check tells that nothing was touched', async () => {
    await page.goto('/admin/audit');
    await grid(page, '审计日志').waitFor();
    await tabTo('核验');
    await press('Enter');
    expect(await page.locator('.audit-sound').innerText()).toMatch(/完好：核验了 \d+ 条/);
  });

  test('an end that was noted wrongly is said at once, and one of another log is found', async () => {
    const noted = page.getByLabel('另外记下的末尾');
    await noted.focus();
    await page.keyboard.type('12');
    expect(await page.locator('.audit-check-wrong').innerText()).toContain('序号:sm3');
    await press('Control+a');
    await page.keyboard.type(`1:sm3:${'0'.repeat(64)}`);
    await tabTo('核验');
    await press('Enter');
    expect(await page.locator('.audit-broken').first().innerText()).toContain('另外记下的不一样');
  });

  test('others are refused the page, and that they tried is in the log', async () => {
    const office = await stage.visitor();
    await office.goto('/admin/audit');
    await office.getByText('没有权限').waitFor();
    await page.goto(`/admin/audit?filter=${encodeURIComponent(JSON.stringify({ outcome: { in: ['refused'] } }))}`);
    await grid(page, '审计日志').getByText('查找审计日志，最近的在前').first().waitFor();
  });

  test('every reader can use it, at both widths and in both colours', async () => {
    const visitor = await stage.visitor({}, auditor);
    for (const path of ['/admin/audit', '/admin/audit/1']) {
      await visitor.goto(path);
      await visitor.locator('.log-action, .audit-facts').first().waitFor();
      await expectCleanIn(twoLooks, visitor, path);
    }
    expect(faultsOn(visitor)).toEqual([]);
  });

  test('nothing went wrong on the way', () => {
    expect(faultsOn(page)).toEqual([]);
  });
});
