import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectClean } from './axe-clean.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { stepByStep } from './steps.ts';

let stage: Stage;
beforeAll(async () => {
  if (cannotRun === null) stage = await openStage({ demo: 'people' });
});
afterAll(() => stage?.close());

/** The office writes who runs a chain and what its chief did, by keyboard; whoever works below sees it and changes nothing. */
describe.skipIf(cannotRun !== null)('the file of a chain', () => {
  let page: Page;
  stepByStep(() => page);
  beforeAll(async () => {
    page = await stage.visitor();
  });
  const press = async (name: string | RegExp, role: 'button' | 'link' | 'tab' = 'button') => {
    const target = page.getByRole(role, { name }).first();
    await target.waitFor();
    await target.focus();
    await page.keyboard.press('Enter');
  };
  const slots = (label: string) => page.getByRole('list', { name: label }).getByRole('listitem');

  test('from the list of chains to one that has no file yet, and who runs it', async () => {
    await page.goto('/chains');
    await press('现代纺织产业链', 'link');
    await page.getByRole('heading', { name: /现代纺织产业链/u }).waitFor();
    await press('编辑档案');
    await page.getByLabel('链长', { exact: true }).fill('常务副市长 现代纺织产业链链长');
    await page.keyboard.press('Enter');
    const lead = page.getByRole('combobox', { name: '牵头单位' });
    await lead.fill('临江市工业和信息化局');
    await page
      .getByRole('option', { name: /临江市工业和信息化局/u })
      .first()
      .waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByText('常务副市长', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: '临江市工业和信息化局' }).waitFor();
    await expectClean(page, 'a chain');
  });

  test('a visit counts for its month, and is struck out with a reason', async () => {
    await page.goto('/chains/lj-textile?year=2025');
    await press('登记活动');
    await page.getByLabel('日期').fill('2025-03-12');
    await page.keyboard.press('Tab');
    await page.getByLabel('主题').fill('了解订单和用工');
    await page.keyboard.press('Control+Enter');
    await slots('专题调研').filter({ hasText: '3月：已做，1 次' }).waitFor();
    await press(/^撤销 2025-03-12/u);
    await page.getByLabel('理由').fill('日期写错');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已撤销：日期写错').waitFor();
    await slots('专题调研').filter({ hasText: '3月：没有做' }).waitFor();
  });

  test('a weak link is written into its list', async () => {
    await press('薄弱环节清单', 'tab');
    await press('加一条');
    await page.getByLabel('名称').fill('印染后整理');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('印染后整理').first().waitFor();
  });

  test('on a phone a clerk of the city reads all of it and finds no button to change it', async () => {
    const clerk = await stage.visitor({ viewport: { width: 390, height: 844 } }, 'lz-liupu');
    await clerk.goto('/chains/lj-textile');
    await clerk.getByText('常务副市长', { exact: true }).first().waitFor();
    expect(await clerk.getByRole('button', { name: '编辑档案' }).count()).toBe(0);
    await expectClean(clerk, 'a chain on a phone');
    expect(faultsOn(clerk)).toEqual([]);
    expect(faultsOn(page)).toEqual([]);
  });
});
