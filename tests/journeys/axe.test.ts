import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectCleanIn, turnTo, widths, windowOf } from './looks.ts';
import { cannotRun, openStage, type Stage } from './stage.ts';
import { bring, grid, seededFaults, sendAs, textile2025, textile2026 } from './steps.ts';

describe.skipIf(cannotRun !== null)('every page for everybody', () => {
  let stage: Stage;
  let draft: string;
  let published: string;
  beforeAll(async () => {
    stage = await openStage();
    const page = await stage.visitor();
    await page.goto('/plans');
    await bring(page, seededFaults);
    draft = (await page.locator('.upload-done a').first().getAttribute('href')) ?? '';
    await page.getByRole('button', { name: '收起已完成的' }).click();
    await bring(page, textile2025);
    published = (await page.locator('.upload-done a').first().getAttribute('href')) ?? '';
    await twoEditions(page, published.split('/').at(-1) ?? '');
  });
  afterAll(() => stage?.close());

  describe.each(widths)('%s', (_name, looks) => {
    let page: Page;
    const [first] = looks;
    const { narrow } = first;
    beforeAll(async () => {
      page = await stage.visitor(windowOf(first));
    });
    const clean = (what: string): Promise<void> => expectCleanIn(looks, page, what);
    const cleanWindow = (what: string): Promise<void> => expectCleanIn([first], page, what, '[role="dialog"]');
    const side = async (words: RegExp): Promise<void> => {
      if (narrow) await page.locator('.side-switch button', { hasText: words }).click();
    };

    test('the list of plans, also with a refused file', async () => {
      await page.goto('/plans');
      await grid(page, '方案').waitFor();
      await bring(page, { name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
      await clean('list');
    });

    test('the workbench: items, forms, findings, outline', async () => {
      await page.goto(draft);
      await grid(page).waitFor();
      await clean('items');
      await grid(page).locator('.jw-item').first().click();
      await page.getByRole('button', { name: '更正', exact: true }).click();
      await page.getByRole('form', { name: /更正/ }).waitFor();
      await clean('form');
      await page.getByRole('button', { name: '取消' }).click();
      await page.getByRole('tab', { name: /体检/ }).click();
      await grid(page, '体检发现').locator('.jw-item').first().click();
      await page.getByRole('link', { name: '这条规则的说明' }).first().waitFor();
      await clean('findings');
      await side(/原文/);
      await clean('document');
      await side(/条目/);
      await page.getByRole('tab', { name: /大纲/ }).click();
      await clean('outline');
    });

    // Both widths and both colours, but not each with each: a window looks the same over any page.
    test('the windows: publish, shortcuts, parents, history', async () => {
      await turnTo(page, first);
      await page.goto(draft);
      await grid(page).waitFor();
      await page.getByRole('button', { name: '发布', exact: true }).click();
      await page.getByRole('dialog').waitFor();
      await cleanWindow('publish');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await cleanWindow('shortcuts');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      for (const words of [/上位规划/, /修改记录/]) {
        await page.getByRole('button', { name: '更多' }).click();
        await page.getByRole('menuitem', { name: words }).click();
        await page.getByRole('dialog').waitFor();
        await cleanWindow(String(words));
        await page.getByRole('dialog').getByRole('button', { name: '关闭' }).first().click();
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      }
    });

    test('an edition, the comparison, the rules', async () => {
      await page.goto(`${published}?edition=1`);
      await grid(page).waitFor();
      await clean('edition');
      await page.goto(`${published}/diff?from=1&to=2`);
      await grid(page, '变化的条目').waitFor();
      await clean('comparison');
      await page.goto('/rules');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await clean('rules');
      await page.goto('/rules/table-column-sum');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await clean('rule');
    });
  });

  test('the choice of colours is remembered', async () => {
    const page = await stage.visitor({ colorScheme: 'light' });
    await page.goto('/plans');
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    expect(await theme()).toBe('light');
    await page.getByRole('button', { name: '深色' }).click();
    expect(await theme()).toBe('dark');
    await page.reload();
    expect(await theme()).toBe('dark');
  });
});

/** Publishes the draft, and the next file as a second edition, without the pages. */
async function twoEditions(page: Page, planId: string): Promise<void> {
  const publish = async (): Promise<void> => {
    const answer = await page.context().request.get(`/api/v1/plans/${planId}`);
    const { revision } = (await answer.json()) as { revision: number };
    await sendAs(page, 'POST', `/plans/${planId}/publish`, { revision, acknowledge: '示范' });
  };
  await publish();
  const form = new FormData();
  form.append('asEditionOf', planId);
  form.append('file', new File([new Uint8Array(await readFile(textile2026))], 'document.docx'));
  await sendAs(page, 'POST', '/imports', form);
  await publish();
}
