import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectCleanIn, twoLooks } from './looks.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { eventually, stepByStep } from './steps.ts';

const address = '/sandbox?policy=hunan-textile-2023&on=2025-12-31';
const csv = [
  'id,region,chain,city,dishonest_3y,accident_3y,rd_extra_deduction_delta,hightech_field,applied_on',
  'A,430100,textile,hunan,0,0,500,1,2025-03-10',
  'B,430100,textile,hunan,0,0,250,0,2025-03-11',
  'C,430200,textile,hunan,0,0,249.9999,0,2025-04-01',
].join('\n');
const file = (content: string) => ({ name: '企业.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });

let stage: Stage;
beforeAll(async () => {
  if (cannotRun === null) stage = await openStage();
});
afterAll(() => stage?.close());

const start = (page: Page) => page.getByRole('button', { name: '开始试算' });
const report = (page: Page) => page.locator('.try-report');

describe.skipIf(cannotRun !== null)('a change is tried before it is signed', () => {
  let page: Page;
  stepByStep(() => page);
  beforeAll(async () => {
    page = await stage.visitor({}, 'lj-finance');
  });

  test('the finance bureau finds it in the menu; figures stand with unit and present value', async () => {
    await page.goto('/');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '试算' }).click();
    await start(page).waitFor();
    await page.goto(address);
    await start(page).waitFor();
    const row = page.getByRole('row', { name: /8%/ }).first();
    expect(await row.innerText()).toContain('%');
  });

  test('what is wrong stands at its figure and field, by keyboard alone', async () => {
    const rate = page.getByRole('row', { name: /8%/ }).first().getByRole('textbox').first();
    await rate.fill('120');
    await page.getByRole('radio', { name: '传一个企业文件' }).press('Space');
    await rate.press('Enter');
    await page.getByRole('alert').filter({ hasText: '要在 0 到 100% 之间' }).waitFor();
    await page.getByRole('alert').filter({ hasText: '请选一个文件' }).waitFor();
    await eventually(
      () => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')),
      'true',
      'the focus',
    );
    await rate.fill('7');
  });

  test('a file is tried: costs, who loses, the cliff, the day the money ends', async () => {
    await page.locator('input[type="file"]').setInputFiles(file(csv));
    await page.getByLabel(/^预算/).fill('70');
    await page.getByLabel(/^预算/).press('Enter');
    await report(page).waitFor();
    const text = await report(page).innerText();
    expect(text).toMatch(/8% → 7%/);
    expect(text).toMatch(/一年花费[\s\S]*80 万元 → 60 万元/);
    expect(await page.getByRole('region', { name: '谁多得、谁少得' }).innerText()).toMatch(
      /少得的 1 户，共 20 万元[\s\S]*B/,
    );
    const budget = await page.getByRole('region', { name: '预算用到哪一天' }).innerText();
    expect(budget).toMatch(/现行的：2025-03-11 用完，一共缺 10 万元；改后的：够用/);
    expect(text).toContain('文件没有这些列');
    const head = await page
      .getByRole('region', { name: '少得的', exact: true })
      .getByRole('columnheader')
      .allInnerTexts();
    expect(head).toEqual(['编号', '现行', '改后']);
  });

  test('the results are taken along as files', async () => {
    const [csvFile] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '逐户（CSV）' }).click(),
    ]);
    expect(await readFile(await csvFile.path(), 'utf8')).toContain('B,430100,纺织服装,湖南,200000,0,-200000');
    const [book] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '各张表（Excel）' }).click(),
    ]);
    expect(book.suggestedFilename()).toMatch(/试算\.xlsx$/);
    expect((await readFile(await book.path())).subarray(0, 2).toString()).toBe('PK');
  });

  test('a broken file is told by line and column, and nothing else is shown for it', async () => {
    await page.locator('input[type="file"]').setInputFiles(file(csv.replace('250,', '二百五,')));
    await start(page).press('Enter');
    await page.getByRole('alert').filter({ hasText: '企业.csv:3 rd_extra_deduction_delta' }).waitFor();
    expect(await report(page).count()).toBe(0);
  });

  test('a long trial is stopped; invented people answer too, and the funnel is looked through', async () => {
    await page.getByRole('radio', { name: '虚构的临江市企业' }).check();
    await page.getByLabel('户数').fill('100000');
    await start(page).press('Enter');
    const stop = page.getByRole('button', { name: /停\s?下/ });
    await stop.press('Enter');
    await eventually(() => stop.count(), 0, 'stopped');
    await page.getByLabel('户数').fill('500');
    await start(page).press('Enter');
    await report(page).waitFor();
    expect(await report(page).innerText()).toContain('500 户虚构企业');
    await page.getByLabel('哪一条').selectOption({ index: 1 });
    await page.getByRole('region', { name: '逐个条件之后还剩多少户' }).getByRole('row', { name: /^全部/ }).waitFor();
    expect(faultsOn(page)).toEqual([]);
  });
});

describe.skipIf(cannotRun !== null)('the sandbox, for everybody', () => {
  test('at both widths and in both colours', async () => {
    const page = await stage.visitor();
    await page.goto(address);
    await start(page).waitFor();
    await expectCleanIn(twoLooks, page, 'the form');
    await page.getByLabel('户数').fill('400');
    await page.getByLabel(/^预算/).fill('100');
    await start(page).click();
    await report(page).waitFor();
    await page.getByRole('button', { name: '看表格' }).click();
    for (const fold of await report(page)
      .getByRole('button', { name: /^看其中/ })
      .all())
      await fold.click();
    await expectCleanIn(twoLooks, page, 'the report');
    expect(faultsOn(page)).toEqual([]);
    await page.close();
  });

  test('who may not try is told so', async () => {
    const page = await stage.visitor({}, 'lj-clerk');
    await page.goto(address);
    await page.getByRole('alert').filter({ hasText: '没有权限' }).waitFor();
    await page.close();
  });
});
