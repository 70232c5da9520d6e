import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectClean } from './axe-clean.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { bring, eventually, grid, textile2025 } from './steps.ts';

/** Both widths and both colours, but not each with each. */
const screens: readonly (readonly [string, BrowserContextOptions])[] = [
  ['1440 light', { colorScheme: 'light' }],
  ['390 dark', { colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true }],
];
/** Together they see every page of the menu. */
const people = ['lj-office', 'system', 'security', 'audit'];

describe.skipIf(cannotRun !== null)('every page of every role', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    const page = await stage.visitor();
    await page.goto('/plans');
    await bring(page, textile2025);
  });
  afterAll(() => stage?.close());

  const quiet = async (page: Page): Promise<void> => {
    await page.waitForLoadState('networkidle');
    await eventually(() => page.locator('.jw-waiting').count(), 0, 'read');
  };

  describe.each(screens)('%s', (_name, options) => {
    test.each(people)(
      '%s',
      async (login) => {
        const page = await stage.visitor(options, login);
        await page.goto('/');
        await quiet(page);
        if (options.viewport !== undefined) await page.getByRole('button', { name: '菜单', exact: true }).click();
        const menu = page.getByRole('navigation', { name: '主导航' });
        await menu.getByRole('link').first().waitFor();
        const links = await menu.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
        await expectClean(page, `menu of ${login}`);
        expect(links.length).toBeGreaterThan(3);
        for (const link of [...links, '/me']) {
          await page.goto(link ?? '');
          await quiet(page);
          await expectClean(page, `${link} of ${login}`);
        }
        expect(faultsOn(page)).toEqual([]);
        await page.close();
      },
      180_000,
    );

    test('the windows of the frame and of the list', async () => {
      const page = await stage.visitor(options);
      await page.goto('/plans');
      await grid(page, '方案').waitFor();
      for (const name of [/^筛选/, /^列$/]) {
        await page.getByRole('button', { name }).click();
        await page.getByRole('dialog').waitFor();
        await expectClean(page, String(name), '[role="dialog"]');
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      }
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /搜索方案/ }).waitFor();
      await page.keyboard.type('纺织');
      await page.getByRole('option', { name: /纺织/ }).first().waitFor();
      await expectClean(page, 'search', '[role="dialog"]');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await grid(page, '方案').locator('.jw-item').first().focus();
      await page.keyboard.press('Space');
      await page.getByRole('toolbar', { name: '对选中的方案' }).waitFor();
      await expectClean(page, 'ticked rows');
    });

    test('the way in, and what a post may not open', async () => {
      const stranger = await stage.visitor(options, null);
      await stranger.goto('/');
      await stranger.getByLabel('登录名').waitFor();
      await expectClean(stranger, 'login');
      const reader = await stage.visitor(options, 'lj-public');
      await reader.goto('/admin/audit');
      await reader.getByRole('heading', { name: '没有权限' }).waitFor();
      await expectClean(reader, 'not allowed');
    });
  });
});
