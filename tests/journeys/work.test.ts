import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectCleanIn, twoLooks } from './looks.ts';
import { settled } from './settled.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { eventually, stepByStep, told } from './steps.ts';

const title = '报送现代纺织产业链一季度营业收入';
/** The chain office gives something to a department, a clerk answers, the office hears of it: by keyboard alone. */
describe.skipIf(cannotRun !== null)('the workbench', () => {
  let stage: Stage;
  let office: Page;
  let clerk: Page;
  stepByStep(() => clerk);
  beforeAll(async () => {
    stage = await openStage();
    office = await stage.visitor();
    clerk = await stage.visitor({}, 'lj-clerk');
  });
  afterAll(() => stage?.close());

  /** Tab until the focus is on something of this name. */
  const tabTo = async (page: Page, name: string): Promise<void> => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const words = await page.evaluate(() => document.activeElement?.textContent?.replaceAll(/\s/g, '') ?? '');
      if (words === name) return;
    }
    throw new Error(`${name} is not reached by Tab`);
  };

  test('the office gives it to a department', async () => {
    await office.goto('/give');
    await office.getByRole('form', { name: '交办事项' }).waitFor();
    await office.keyboard.type(title);
    await office.keyboard.press('Tab');
    await office.keyboard.type('临江市工业和信息化局');
    await office.locator('.ant-select-item-option-active', { hasText: '临江市工业和信息化局' }).waitFor();
    await office.keyboard.press('Enter');
    await office.keyboard.press('Escape');
    await office.keyboard.press('Control+Enter');
    await told(office, '已经交办');
    await office.getByRole('link', { name: title }).waitFor();
    expect(new URL(office.url()).searchParams.get('box')).toBe('given');
  });

  test('a clerk of the department finds it on the first page, takes it and answers', async () => {
    await clerk.goto('/');
    await clerk.locator('.desk-main').getByRole('link', { name: title }).waitFor();
    await tabTo(clerk, title);
    await clerk.keyboard.press('Enter');
    await clerk.getByRole('heading', { name: new RegExp(title) }).waitFor();
    await tabTo(clerk, '接办');
    await clerk.keyboard.press('Enter');
    await told(clerk, '接办了');
    await tabTo(clerk, '办结');
    await clerk.keyboard.press('Enter');
    await clerk.getByRole('form', { name: '办结' }).waitFor();
    await clerk.keyboard.type('已报送，口径同统计局。');
    await clerk.keyboard.press('Control+Enter');
    await clerk.locator('.work-state-done').waitFor();
    expect(await clerk.locator('.work-steps').innerText()).toMatch(/交办[\s\S]*接办[\s\S]*办结[\s\S]*口径同统计局/);
  });

  test('the office is told, and reading it takes it from the bell', async () => {
    const message = office.locator('[role="row"][data-key]', { hasText: `已办结：${title}` });
    const reread = async (): Promise<number> => {
      await office.goto('/messages');
      await office.getByRole('heading', { name: '消息' }).waitFor();
      await settled(office);
      return message.count();
    };
    await eventually(reread, 1, 'the message has come');
    const bell = office.locator('.shell-bell');
    const unread = Number(/(\d+) 条未读/.exec((await bell.getAttribute('aria-label')) ?? '')?.[1]);
    expect(unread).toBeGreaterThan(0);
    await message.focus();
    await office.keyboard.press('Enter');
    await office.getByRole('dialog', { name: new RegExp(title) }).waitFor();
    const left = unread === 1 ? '消息，没有未读' : `消息，${unread - 1} 条未读`;
    await eventually(() => bell.getAttribute('aria-label'), left, 'the bell counts one less');
    await office.keyboard.press('Escape');
  });

  test('the first page stays as it was arranged', async () => {
    await clerk.goto('/');
    await clerk.getByRole('button', { name: /布\s?置/ }).click();
    await clerk.getByRole('checkbox', { name: '抄送' }).uncheck();
    await clerk.getByRole('button', { name: '本周到期往前' }).click();
    await clerk.getByRole('button', { name: /完\s?成/ }).click();
    await clerk.getByRole('tab', { name: '已办' }).click();
    const done = clerk.locator('.desk-main').getByRole('link', { name: title });
    await done.waitFor();
    await settled(clerk);
    await clerk.reload();
    await done.waitFor();
    await eventually(() => clerk.getByRole('tab').count(), 3, 'without the copies');
    expect(await clerk.locator('.desk-side h2').allInnerTexts()).toEqual([
      expect.stringContaining('本周到期'),
      expect.stringContaining('消息'),
    ]);
  });

  test.each([
    ['lj-clerk', ['/', '/work?box=done', '/messages', '/messages/mail']],
    ['lj-office', ['/', '/work?box=scope', '/give']],
    ['system', ['/admin/notice', '/admin/outbox']],
  ])('for everybody, at both widths and in both colours: %s', async (login, paths) => {
    const page = await stage.visitor({}, login);
    for (const path of paths) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectCleanIn(twoLooks, page, path);
    }
    expect(faultsOn(page)).toEqual([]);
    await page.close();
  });
});
