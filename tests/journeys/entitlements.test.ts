import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectCleanIn, widths, windowOf } from './looks.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { eventually, stepByStep, told } from './steps.ts';

const day = '2025-12-31';
/** A textile enterprise of Nanchang with two titles and a booth; one level short of an award. */
const link =
  `/public/entitlements#who=firm&on=${day}&chain=0&city=0&dishonest_3y=0&accident_3y=0&digital_level=4` +
  '&little_giant_national_year=2025&zjtx_province_year=2025&domestic_fair=1&booth_fee=15000&booths=3';

let stage: Stage;
beforeAll(async () => {
  if (cannotRun === null) stage = await openStage();
});
afterAll(() => stage?.close());

/** Somebody from the street, without a mouse. */
describe.skipIf(cannotRun !== null)('what can I get, by keyboard, known to nobody', () => {
  let page: Page;
  const asked: string[] = [];
  stepByStep(() => page);
  beforeAll(async () => {
    page = await stage.visitor({}, null);
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  });

  const question = () => page.locator('.ask-card h2').innerText();
  const totals = () => page.getByRole('status').filter({ hasText: '能拿到' }).innerText();
  const focusWords = () => page.evaluate(() => document.activeElement?.textContent?.replaceAll(/\s/g, '') ?? '');
  /** Tab until the focus is on something of this name. */
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      if ((await focusWords()) === name) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${name} is not reached by Tab`);
  };
  const answer = async (asking: string, choice: string): Promise<void> => {
    await eventually(question, asking, `${asking} is asked`);
    await tabTo(choice);
    await page.keyboard.press('Enter');
  };

  test('says first whom it is for; the day is theirs to choose', async () => {
    await page.goto('/public/entitlements');
    await page.getByRole('heading', { name: '给谁看？' }).waitFor();
    expect(await page.getByText('不传到服务器').count()).toBe(1);
    await page.getByLabel('按哪一天算').fill(day);
    await tabTo('企业或单位');
    await page.keyboard.press('Enter');
    expect(await totals()).toMatch(/能拿到\s*0 元/);
    await eventually(async () => (await focusWords()) === (await question()), true, 'the first question has the focus');
  });

  test('asks what settles most first, and tells after each answer what is sure', async () => {
    await answer('所在地是哪一个？', '南昌');
    await answer('产业链是哪一个？', '纺织服装');
    expect(await page.getByRole('heading', { name: /^不符合的/ }).count()).toBe(0);
    await page.getByRole('button', { name: /不符合的（\d+）/ }).waitFor();
    // The focus went along: the next question is read out.
    await eventually(async () => (await focusWords()) === (await question()), true, 'the question has the focus');
  });

  test('a question is skipped, and is not asked again', async () => {
    const skipped = await question();
    await tabTo('不知道，跳过');
    await page.keyboard.press('Enter');
    await eventually(async () => (await question()) !== skipped, true, 'the next one');
    await page.getByRole('heading', { name: '我的回答（3）' }).waitFor();
    await page.getByText('不知道', { exact: true }).waitFor();
  });

  test('what is wrong stands at its field; a figure may be typed in another unit', async () => {
    await page.goto(`${link}&domestic_fair=1`);
    await page.reload();
    await page.getByRole('button', { name: '改展位费' }).focus();
    await page.keyboard.press('Enter');
    await eventually(question, '展位费是多少？', 'asked again');
    const field = page.getByLabel('展位费', { exact: true });
    expect(await field.inputValue()).toBe('1.5');
    await field.fill('很多');
    await page.keyboard.press('Enter');
    const wrong = page.getByRole('alert').filter({ hasText: '这不是一个数' });
    await wrong.waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill('2');
    await page.keyboard.press('Enter');
    await page.locator('.ask-answered li', { hasText: '展位费' }).getByText('2 万元/个').waitFor();
    expect(await totals()).toContain('31.20 万元');
  });

  test('yes with payers and documents, given up for more, one step short with the gap and the day', async () => {
    const giant = page.locator('.ask-clause', { hasText: '国家专精特新小巨人奖励' });
    expect(await giant.innerText()).toMatch(/30 万元[\s\S]*市级 50%（15 万元）[\s\S]*要交/);
    await page.getByRole('button', { name: /就高不重复，不再给的/ }).press('Enter');
    const lesser = page.locator('.ask-clause', { hasText: '省级专精特新奖励' });
    expect(await lesser.innerText()).toMatch(/本可得 6 万元[\s\S]*同一组里给更高的一条/);
    const level = page.locator('.ask-clause', { hasText: '数字化等级奖励' });
    expect(await level.innerText()).toMatch(
      /可得 4 万元[\s\S]*2025-12-31 以前做到[\s\S]*现在 4 级，要至少 5 级，还差 1 级/,
    );
    expect(await page.locator('.ask-replay').innerText()).toMatch(/按 2025-12-31 的规定算[\s\S]*sha256:[0-9a-f]{64}/);
  });

  test('an answer is taken back, all of them are; the window forgets nothing else and the server heard nothing', async () => {
    await page.getByRole('button', { name: '清掉展位数' }).press('Enter');
    await page.getByRole('heading', { name: '我的回答（9）' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '我的回答（9）' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await page.getByRole('button', { name: '全部清掉' }).press('Enter');
    await eventually(() => page.locator('.ask-answered').count(), 0, 'nothing is answered');
    expect(new Set(asked.filter((each) => each.includes('/api/')))).toEqual(new Set(['GET /api/v1/entitlements']));
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /entitle|chain/.test(key)))).toEqual([]);
    expect(faultsOn(page)).toEqual([]);
  });

  test('people are asked about themselves alone', async () => {
    await page.getByLabel('按哪一天算').fill('2024-12-31');
    await page.getByRole('button', { name: '个人或家庭' }).press('Enter');
    await eventually(async () => (await totals()).includes('0 元'), true, 'begun');
    const text = await page.locator('.ask-outcome').innerText();
    expect(text).toContain('契税补贴');
    expect(text).not.toContain('数字化等级');
  });
});

describe.skipIf(cannotRun !== null)('what can I get, for everybody', () => {
  test.each(widths)('%s', async (_name, looks) => {
    const page = await stage.visitor(windowOf(looks[0]), null);
    await page.goto('/public/entitlements');
    await page.getByRole('heading', { name: '给谁看？' }).waitFor();
    await expectCleanIn(looks, page, 'whom it is for');
    await page.goto(link);
    await page.reload();
    await page.locator('.ask-totals').waitFor();
    await expectCleanIn(looks, page, 'answers and outcome');
    for (const fold of await page.locator('.ask-outcome .policy-fold > button[aria-expanded="false"]').all()) {
      if (await fold.isVisible()) await fold.click();
    }
    await expectCleanIn(looks, page, 'all unfolded');
    const answers = page.getByRole('button', { name: /我的回答/ });
    if ((await answers.count()) > 0) await answers.click();
    for (const name of ['改数字化等级', '改国家小巨人认定年份', '改所在地']) {
      await page.getByRole('button', { name }).click();
      await expectCleanIn(looks, page, name, '.ask-card');
    }
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.ask-card').isVisible()).toBe(false);
    expect(await page.locator('.ask-replay').isVisible()).toBe(true);
    expect(faultsOn(page)).toEqual([]);
    await page.close();
  });

  test('within the frame a clause leads to its page, and the link is copied for others', async () => {
    const page = await stage.visitor({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(link.replace('/public', ''));
    await page.getByRole('link', { name: '国家专精特新小巨人奖励' }).waitFor();
    await page.getByRole('button', { name: '复制链接' }).click();
    await told(page, '链接已复制');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`${link.slice(0, 40)}`);
    const [kept] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '存下回答' }).click(),
    ]);
    expect(await readFile(await kept.path(), 'utf8')).toMatch(
      /^\uFEFFid,chain,city,[\s\S]*\r\n我,textile,nanchang,0,0,/,
    );
    await page.getByRole('link', { name: '国家专精特新小巨人奖励' }).click();
    await page.getByRole('heading', { level: 1, name: /小巨人/ }).waitFor();
    expect(faultsOn(page)).toEqual([]);
    await page.close();
  });
});
