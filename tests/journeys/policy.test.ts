import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inventedPolicies } from '../examples/policies.ts';
import { expectCleanIn, turnTo, twoLooks, wideLight } from './looks.ts';
import { allRead } from './settled.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { bring, eventually, grid, stepByStep, textile2025, told } from './steps.ts';

/** Before the district's first edition ends, and while nobody takes applications yet. */
const day = '2025-06-01';
const first = '/policies/linjiang-textile-2025/above-scale-first';

let stage: Stage;
beforeAll(async () => {
  if (cannotRun !== null) return;
  stage = await openStage({ demo: 'people', library: inventedPolicies });
  const page = await stage.visitor();
  await page.goto('/plans');
  await bring(page, textile2025);
});
afterAll(() => stage?.close());

/** From the library to a clause, to whom stands by it, and to what contradicts it. */
describe.skipIf(cannotRun !== null)('policies', () => {
  let page: Page;
  stepByStep(() => page);
  beforeAll(async () => {
    page = await stage.visitor();
  });

  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  const rows = (name: string) => grid(page, name).locator('.jw-item');

  test('found in the library by words, level and window', async () => {
    await page.goto('/');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '政策库' }).click();
    await page.getByLabel('看哪一天').fill('2025-10-31');
    await eventually(async () => new URL(page.url()).searchParams.get('on'), '2025-10-31', 'the day is in the address');
    await page.getByRole('combobox', { name: '受理' }).click();
    await page.locator('.ant-select-item-option', { hasText: '正在受理' }).click();
    await eventually(() => rows('条款').count(), 1, 'one window is open');
    expect(await rows('条款').innerText()).toContain('正在受理，到 2025-10-31');
    await page.getByRole('combobox', { name: '受理' }).click();
    await page.locator('.ant-select-item-option', { hasText: '全部受理' }).click();
    await page.getByPlaceholder('条款、政策、文号或句子中的字').fill('临府办发 升规');
    await eventually(() => rows('条款').count(), 1, 'both words');
    await page.getByRole('tab', { name: '文件' }).click();
    await rows('政策').filter({ hasText: '临江现代纺织产业奖补' }).getByRole('link').click();
    await heading('临江现代纺织产业奖补').waitFor();
  });

  test('a policy with its times; a day outside of them is said', async () => {
    const times = page.getByRole('region', { name: '时间' });
    await times.getByText('2025-04-15 至 2027-12-31').waitFor();
    await times.getByText('受理（1 条）').waitFor();
    expect(await page.getByRole('region', { name: '就高和并计' }).innerText()).toContain('就高不重复');
    await page.getByLabel('看哪一天').fill('2025-01-10');
    await page.getByText('2025-01-10 不在有效期内，下面是 2025-04-15 的样子。').waitFor();
    await page.getByRole('button', { name: '回到今天' }).click();
    await eventually(() => page.getByText('不在有效期内').count(), 0, 'today');
    await page.getByRole('region', { name: '条款', exact: true }).getByRole('link', { name: '首次升规奖励' }).click();
    await heading('首次升规奖励').waitFor();
  });

  test('the sentence stands beside the document, whose item opens', async () => {
    await page.goto(`${first}?on=${day}`);
    expect(await page.locator('.clause-sentence').innerText()).toContain('首次升规奖励（8万元）');
    const source = page.getByRole('region', { name: '文件原文' });
    await source.getByText('一次性奖励8万元').first().waitFor();
    await source
      .getByRole('link', { name: /^在方案里看/ })
      .first()
      .click();
    await grid(page).waitFor();
    await eventually(
      () => page.locator('.jw-item.jw-current').innerText(),
      expect.stringContaining('升规'),
      'its item',
    );
    await page.goBack();
    await heading('首次升规奖励').waitFor();
  });

  test('an example is opened and explained', async () => {
    const examples = page.getByRole('region', { name: /^算例/ });
    await examples.getByText('上年升规').click();
    const why = examples.locator('.clause-why');
    await why.getByText('首次升规年份为年度（2025年）').waitFor();
    expect(await why.innerText()).toContain('实际 2024，标准 2025');
    await examples.getByText('还没有核').click();
    await examples.getByText(/还要知道：首次升规年份/).waitFor();
  });

  test('countersigned, taken back from the toast, and countersigned again', async () => {
    const countersigns = page.getByRole('region', { name: /^会签/ });
    await countersigns.getByText('会签的是今天的句子：请先回到今天。').waitFor();
    await page.getByRole('button', { name: '回到今天' }).click();
    await countersigns.getByRole('button', { name: '会签这句话' }).click();
    await told(page, '已会签');
    await page.getByRole('heading', { name: '会签（1）' }).waitFor();
    await page.locator('.jw-toast').getByRole('button', { name: '撤销' }).click();
    await page.getByRole('heading', { name: '会签（0）' }).waitFor();
    await countersigns.getByText('以前的会签（1）').click();
    await countersigns.getByText(/已撤回/).waitFor();
    await countersigns.getByRole('button', { name: '会签这句话' }).click();
    await page.getByRole('heading', { name: '会签（1）' }).waitFor();
    expect(await countersigns.getByRole('button', { name: '会签这句话' }).count()).toBe(0);
  });

  test('a colleague sees who stands by it; the public does not', async () => {
    const clerk = await stage.visitor({}, 'lz-clerk');
    await clerk.goto(first);
    await clerk.getByRole('heading', { name: '会签（1）' }).waitFor();
    expect(await clerk.getByRole('button', { name: /会签/ }).count()).toBe(0);
    await clerk.close();
    const reader = await stage.visitor({}, 'lj-public');
    await reader.goto(first);
    await reader.getByRole('heading', { level: 1, name: '首次升规奖励' }).waitFor();
    expect(await reader.getByText('会签（').count()).toBe(0);
    await reader.goto('/policy-conflicts');
    await reader.getByRole('heading', { name: '没有权限' }).waitFor();
    await reader.close();
  });

  test('conflicts of a day, by kind, lead to both clauses and leave as a file', async () => {
    await page.goto(`/policy-conflicts?on=${day}`);
    await page.getByRole('tab', { name: /条件相同，金额不同/ }).click();
    await eventually(() => rows('政策冲突').count(), 1, 'one of this kind');
    expect(await rows('政策冲突').innerText()).toMatch(/200,000[\s\S]*100,000/);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('menuitem', { name: /CSV/ }).click();
    expect(await readFile((await (await download).path()) ?? '', 'utf8')).toContain(
      '条件相同，金额不同,省级单项冠军奖励',
    );
    await rows('政策冲突').getByRole('link', { name: '省级冠军配套奖励' }).click();
    await heading('省级冠军配套奖励').waitFor();
    expect(new URL(page.url()).searchParams.get('on')).toBe(day);
    await page.goBack();
    await page.getByRole('tab', { name: /断档/ }).click();
    await page.getByText('2025-12-25 至 2025-12-31 两份都不施行').waitFor();
  });

  test('on paper there are no buttons, and nothing is cut off', async () => {
    await page.goto(`${first}?on=${day}`);
    await heading('首次升规奖励').waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const name of ['打印', '回到今天', '会签这句话'])
      expect(await page.getByRole('button', { name }).count(), name).toBe(0);
    expect(await page.locator('.clause-sentence').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    expect(faultsOn(page)).toEqual([]);
  });
});

describe.skipIf(cannotRun !== null)('policies by keyboard alone', () => {
  let page: Page;
  stepByStep(() => page);
  beforeAll(async () => {
    page = await stage.visitor();
  });

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const tabTo = async (words: string): Promise<void> => {
    for (let tries = 0; tries < 80; tries += 1) {
      if ((await focused()).trim() === words) return;
      await press('Tab');
    }
    throw new Error(`Tab never comes to ${words}`);
  };

  test('searched, walked and opened', async () => {
    await page.goto('/policies');
    await grid(page, '条款').waitFor();
    await press('/');
    await page.keyboard.type('临府办发 境外');
    await eventually(() => grid(page, '条款').locator('.jw-item').count(), 1, 'found');
    await tabTo('境外参展补贴');
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: '境外参展补贴' }).waitFor();
  });

  test('an example, and standing by the sentence', async () => {
    for (let tries = 0; tries < 80 && !(await focused()).startsWith('没有到上限'); tries += 1) await press('Tab');
    await press('Enter');
    await page.locator('.clause-why').getByText('30,000 元').first().waitFor();
    await tabTo('会签这句话');
    await press('Enter');
    await page.getByRole('heading', { name: '会签（1）' }).waitFor();
  });

  test('kinds of conflict by arrows', async () => {
    await page.goto(`/policy-conflicts?on=${day}`);
    await grid(page, '政策冲突').waitFor();
    await page.getByRole('tab', { selected: true }).focus();
    await press('ArrowRight', 'ArrowRight');
    await eventually(
      () => page.getByRole('tab', { selected: true }).innerText(),
      expect.stringContaining('条件相同'),
      'the third tab',
    );
    await eventually(() => grid(page, '政策冲突').locator('.jw-item').count(), 1, 'one of this kind');
    await tabTo('省级单项冠军奖励');
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: '省级单项冠军奖励' }).waitFor();
    expect(faultsOn(page)).toEqual([]);
  });
});

describe.skipIf(cannotRun !== null)('policies are clean', () => {
  test('at both widths and in both colours', async () => {
    const page = await stage.visitor();
    for (const address of [
      `/policies?on=${day}`,
      `/policies?by=document&on=${day}`,
      `/policies/linjiang-textile-2025?on=${day}`,
      '/policies/yichun-disabled-care-2023',
      `${first}?on=${day}`,
      `/policies/linjiang-textile-2025/fair-abroad?on=${day}`,
      '/policies/yichun-leader-2023/revenue-100?on=2020-01-01',
      `/policy-conflicts?on=${day}`,
      '/policy-conflicts?on=1995-01-01',
    ]) {
      await page.goto(address);
      await turnTo(page, wideLight);
      await allRead(page);
      for (const summary of await page.locator('.clause-examples summary').all()) await summary.click();
      await expectCleanIn(twoLooks, page, address);
    }
    expect(faultsOn(page)).toEqual([]);
    await page.close();
  }, 180_000);
});
