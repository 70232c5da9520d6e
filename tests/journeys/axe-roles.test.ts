import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectClean } from './axe-clean.ts';
import { expectCleanIn, narrowDark, turnTo, twoLooks, wideLight, windowOf } from './looks.ts';
import { allRead } from './settled.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { bring, grid, textile2025 } from './steps.ts';

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

  const seen = new Set<string | null>();
  const menuOf = (page: Page) => page.getByRole('navigation', { name: '主导航' }).getByRole('link');

  test.each(people)(
    'every entry of the menu of %s',
    async (login) => {
      const page = await stage.visitor({}, login);
      await page.goto('/');
      await allRead(page);
      const links = await menuOf(page).evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(links.length).toBeGreaterThan(3);
      for (const [at, link] of links.entries()) {
        await turnTo(page, wideLight);
        await menuOf(page).nth(at).click();
        await page.waitForURL((url) => url.pathname === link);
        // A page that several see is held to it once, and in one of the looks: the journeys see the filled pages in both.
        // That it opens without a fault is held for each of them.
        if (!seen.has(link)) await expectCleanIn([seen.size % 2 ? narrowDark : wideLight], page, `${link} of ${login}`);
        seen.add(link);
        await allRead(page);
      }
      await turnTo(page, narrowDark);
      await page.getByRole('button', { name: '菜单', exact: true }).click();
      await menuOf(page).first().waitFor();
      await expectClean(page, `menu of ${login}`);
      await page.goto('/me');
      await expectCleanIn(twoLooks, page, `/me of ${login}`);
      expect(faultsOn(page)).toEqual([]);
      await page.close();
    },
    180_000,
  );

  test('the windows of the frame and of the list', async () => {
    const page = await stage.visitor(windowOf(wideLight));
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
    const stranger = await stage.visitor(windowOf(narrowDark), null);
    await stranger.goto('/');
    await stranger.getByLabel('登录名').waitFor();
    await expectClean(stranger, 'login');
    const reader = await stage.visitor(windowOf(narrowDark), 'lj-public');
    await reader.goto('/admin/audit');
    await reader.getByRole('heading', { name: '没有权限' }).waitFor();
    await expectClean(reader, 'not allowed');
  });
});
