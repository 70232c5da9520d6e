import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { bring, currentId, eventually, type GivenFile, grid } from './steps.ts';

const ITEMS = 3_000;

/** A plan of 120,000 characters with thousands of items, in the form of a real one. */
const lines = Array.from({ length: ITEMS }, (_, at) => {
  const town = `第${at + 1}批示范村镇`;
  return `${at + 1}.推进${town}建设。到2027年，${town}规模以上企业达到${100 + at}家。（市工业和信息化局牵头，市财政局配合）`;
});
const large: GivenFile = {
  name: '大方案.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(['临江市乡村产业振兴行动方案（2025—2027年）', '一、重点任务', ...lines].join('\n')),
};

describe.skipIf(cannotRun !== null)('a plan with thousands of items', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    page = await stage.visitor();
  });
  afterAll(() => stage?.close());

  test('only the rows in sight are drawn; the last one is reached with one key and sorted by one press', async () => {
    await page.goto('/plans');
    await bring(page, large);
    await page.locator('.upload-done a').first().click();
    await grid(page).waitFor();
    const count = Number(await grid(page).getAttribute('aria-rowcount')) - 1;
    expect(count).toBeGreaterThan(ITEMS);
    expect(await grid(page).locator('.jw-item').count()).toBeLessThan(80);
    await grid(page).locator('.jw-item').first().click();
    await page.keyboard.press('End');
    await eventually(
      () => page.locator('.jw-current').getAttribute('aria-rowindex'),
      String(count + 1),
      'the last row',
    );
    const id = await currentId(page);
    await eventually(
      () =>
        page
          .locator(`[data-id="${id}"][data-current]`)
          .count()
          .then((found) => found > 0),
      true,
      'marked',
    );
    await page.getByRole('button', { name: '表格视图' }).click();
    await page.getByRole('tab', { name: /指标/ }).click();
    await grid(page)
      .getByRole('button', { name: /目标值/ })
      .click();
    await eventually(
      () => grid(page).locator('.jw-item').first().innerText(),
      expect.stringContaining('100 家'),
      'the least',
    );
    expect(faultsOn(page)).toEqual([]);
  });
});
