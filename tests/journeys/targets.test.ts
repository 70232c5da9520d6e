import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectClean } from './axe-clean.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { bring, eventually, grid, sendAs, stepByStep, told } from './steps.ts';

/** An action plan of the city, invented, with a fault in one row of its table. */
const plan = `# 临江市重点产业链提升行动方案（2026—2027年）

临府发〔2026〕3号

## 一、目标

到2027年，全市现代纺织产业链营业收入达到600亿元。

## 二、附则

附件：临江市重点产业链目标表

临江市人民政府

2026年1月20日

附件

## 临江市重点产业链目标表（亿元）

| 产业链 | 年份 | 指标 | 全市 | 望江区 | 芦洲区 |
|---|---|---|---|---|---|
| 智能装备产业链 | 2026 | 营业收入 | 50 | 20 | 30 |
| 智能装备产业链 | 2027 | 营业收入 | 60 | 24 | 36 |
| 绿色食品产业链 | 2026 | 营业收入 | 40 | 20 | 12 |
`;

let stage: Stage;
beforeAll(async () => {
  if (cannotRun === null) stage = await openStage({ demo: 'people' });
});
afterAll(() => stage?.close());

/** Load from a plan, hand down, adjust with a second person, drill to the sentence: by keyboard. */
describe.skipIf(cannotRun !== null)('targets', () => {
  let page: Page;
  let planId = '';
  stepByStep(() => page);
  beforeAll(async () => {
    page = await stage.visitor();
  });
  /** Puts the focus on something as Tab would and presses a key there. */
  const press = async (name: string | RegExp, role: 'button' | 'link' | 'tab' = 'button', key = 'Enter') => {
    const target = page.getByRole(role, { name }).first();
    await target.waitFor();
    await target.focus();
    await page.keyboard.press(key);
  };

  test('a published plan is chosen among the plans', async () => {
    await page.goto('/plans');
    await bring(page, { name: '方案.md', mimeType: 'text/markdown', buffer: Buffer.from(plan) });
    const link = await page.locator('.upload-done a').first().getAttribute('href');
    planId = /plans\/([^?/]+)/u.exec(link ?? '')?.[1] ?? '';
    const { request } = page.context();
    const draft = (await (await request.get(`/api/v1/plans/${planId}/draft`)).json()) as {
      revision: number;
      items: { id: string }[];
    };
    await sendAs(page, 'POST', `/plans/${planId}/items/review`, {
      revision: draft.revision,
      review: 'confirmed',
      itemIds: draft.items.map(({ id }) => id),
    });
    const { revision } = (await (await request.get(`/api/v1/plans/${planId}`)).json()) as { revision: number };
    await sendAs(page, 'POST', `/plans/${planId}/publish`, { revision, acknowledge: '照印发稿' });
    await page.goto('/targets');
    await page.getByText('还没有目标').waitFor();
    await expectClean(page, 'no targets yet');
    await press('从方案载入目标');
    await press(/临江市重点产业链提升行动方案/u, 'link');
    await page.getByRole('heading', { level: 1, name: /载入目标/u }).waitFor();
  });

  test('the faulty row is flagged, settled with a reason, and what is ready is loaded', async () => {
    await press(/^有错/u, 'tab');
    await eventually(() => grid(page, '方案的各行').locator('.jw-item').count(), 3, 'the cells of one row');
    await grid(page, '方案的各行').getByRole('row').nth(1).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page
      .getByText(/各分项相加得32/u)
      .first()
      .waitFor();
    await page.getByLabel('不载入这一行').focus();
    await page.keyboard.press('Space');
    await page.getByLabel(/^理由/u).fill('分项漏了一格，等下一版');
    await page.keyboard.press('Control+Enter');
    await eventually(
      () => page.getByRole('tab', { name: /^有错/u }).innerText(),
      expect.stringContaining('2'),
      'one left out',
    );
    await expectClean(page, 'lines of a plan');
    await press(/^载入 7 个目标/u);
    await told(page, /已载入：新增 7 个/u);
  });

  test('what is not handed down is red in the list; the target opens', async () => {
    await page.goto('/targets');
    await grid(page, '目标').locator('.jw-item').first().waitFor();
    await expectClean(page, 'list of targets');
    const textile = grid(page, '目标').locator('.jw-item', { hasText: '现代纺织产业链' });
    expect(await textile.locator('.target-red').first().innerText()).toBe('没有分解');
    await textile.getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /临江市 · 现代纺织产业链/u }).waitFor();
    await page.getByText('还有 600 亿元没有分下去。').waitFor();
  });

  test('it is divided by hand, kept as a draft, and handed down', async () => {
    await page.getByLabel('望江区的目标').focus();
    await page.keyboard.type('2500000');
    await page.getByLabel('芦洲区的目标').focus();
    await page.keyboard.type('3000000.555');
    await eventually(() => page.getByLabel('芦洲区的目标').getAttribute('aria-invalid'), 'true', 'too many decimals');
    await page.keyboard.press('Backspace');
    await page.getByText('还有 499,999.45 万元没有分下去。').waitFor();
    await page.getByLabel('芦洲区的目标').fill('3000000');
    await page.getByText('还有 50 亿元没有分下去。').waitFor();
    await press('存草稿');
    await told(page, '草稿已存');
    await expectClean(page, 'a target with a draft');
    await press('下达');
    await page.getByRole('dialog', { name: '下达目标' }).waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /下\s*达/u })
      .focus();
    await page.keyboard.press('Enter');
    await told(page, '已下达');
    await eventually(() => page.locator('.target-tree').getByText('已下达').count(), 2, 'two have it');
  });

  test('an adjustment waits for a second person; the first value stays to be seen', async () => {
    await page.locator('.target-tree').getByRole('link', { name: '芦洲区' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^芦洲区/u }).waitFor();
    await press('申请调整');
    await page.getByLabel(/^调整为/u).fill('2800000');
    await page.getByLabel('理由').fill('重点项目推迟投产');
    await page.keyboard.press('Control+Enter');
    await told(page, '已申请');
    const second = await stage.visitor({}, 'lj-office-2');
    await second.goto(new URL(page.url()).pathname);
    await second.getByRole('button', { name: '提交意见' }).focus();
    await second.keyboard.press('Enter');
    await told(second, '已批准');
    await second.getByText('最初的目标', { exact: true }).waitFor();
    await eventually(
      () => second.getByRole('heading', { level: 1 }).innerText(),
      expect.stringContaining('280 亿元'),
      'it holds',
    );
    await second.close();
  });

  test('the district sees it, objects, and drills to the sentence', async () => {
    const district = await stage.visitor({ viewport: { width: 390, height: 844 } }, 'lz-office');
    await district.goto('/targets');
    await grid(district, '目标').locator('.jw-item', { hasText: '现代纺织' }).first().waitFor();
    await expectClean(district, 'list at 390');
    await district.goto(new URL(page.url()).pathname);
    await district.getByText('280 亿元').first().waitFor();
    await expectClean(district, 'a target at 390');
    await district.getByRole('button', { name: '提出异议' }).focus();
    await district.keyboard.press('Enter');
    await district.getByLabel('理由').fill('基数偏高');
    await district.keyboard.press('Control+Enter');
    await told(district, '已提出');
    await district.getByRole('link', { name: '看原文' }).focus();
    await district.keyboard.press('Enter');
    await district.waitForURL(/\/plans\/.*at=I/u);
    // On a telephone the items come first; the text is one tap away, with the sentence marked.
    await district.locator('.jw-item.jw-current', { hasText: '600' }).waitFor();
    expect(faultsOn(district)).toEqual([]);
    await district.close();
  });

  test('from the list to the sentence in the text', async () => {
    await page.goto('/targets');
    await grid(page, '目标').locator('.jw-item', { hasText: '智能装备' }).first().getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await press('看原文', 'link');
    await page.waitForURL(/\/plans\/.*at=/u);
    await page.getByText('智能装备产业链').first().waitFor();
    await eventually(() => page.locator('.jw-item.jw-current').count(), 1, 'its item');
  });

  test('nothing went wrong on the way', () => {
    expect(faultsOn(page)).toEqual([]);
  });
});
