import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBase32, totpCode } from '../../platform/secrets/index.ts';
import { stepAt } from '../../src/account/domain/index.ts';
import { expectClean } from './axe-clean.ts';
import { cannotRun, faultsOn, openStage, type Stage } from './stage.ts';
import { stepByStep, told } from './steps.ts';

/**
 * A new installation, from the printed links on: the administrators come in, bind their authenticators, and one of them
 * keeps another's account. By keyboard alone.
 */
describe.skipIf(cannotRun !== null)('the way in', () => {
  let stage: Stage;
  let page: Page;
  let other: Page;
  let secret: string;
  let used: string;
  let recovery: string;
  const lines: string[] = [];
  beforeAll(async () => {
    stage = await openStage({ say: (line) => lines.push(line) });
    page = await stage.visitor({}, null);
    other = await stage.visitor({ colorScheme: 'dark', viewport: { width: 390, height: 844 } }, null);
  });
  afterAll(() => stage?.close());
  stepByStep(() => page);

  const linkOf = (who: string): string =>
    /\/welcome#\S+/.exec(lines.find((line) => line.includes(who)) ?? '')?.[0] ?? '';
  const codeNow = (): string => totpCode(fromBase32(secret), stepAt(new Date().toISOString()));
  const type = (text: string) => page.keyboard.type(text);
  const press = (key: string) => page.keyboard.press(key);
  /** Tab until the focus is on something named so. */
  async function tabTo(on: Page, name: string | RegExp): Promise<void> {
    const wanted = typeof name === 'string' ? (text: string) => text === name : (text: string) => name.test(text);
    for (let steps = 0; steps < 80; steps++) {
      await on.keyboard.press('Tab');
      const found = await on.evaluate(() => {
        const at = document.activeElement as HTMLInputElement | null;
        const label = at?.labels?.[0]?.textContent ?? at?.getAttribute('aria-label') ?? at?.textContent ?? '';
        return label.trim();
      });
      if (wanted(found)) return;
    }
    throw new Error(`no way to ${name} by Tab`);
  }

  test('without a session every page leads to the login, which says what to do', async () => {
    await page.goto('/admin/accounts');
    await page.waitForURL('**/login?next=**');
    await page.getByLabel('登录名').waitFor();
    await expectClean(page, 'login');
    await type('nobody');
    await press('Tab');
    await type('Wrong-password-1');
    await press('Enter');
    await page.getByRole('alert').filter({ hasText: '登录名或密码不对' }).waitFor();
    await expectClean(page, 'login refused');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('password');
  });

  test('the printed link sets a password, held to the rules while it is typed', async () => {
    await page.goto(linkOf('系统管理员'));
    await page.getByLabel('新密码').waitFor();
    await type('Admin@2025');
    await page.getByText('容易被猜到').first().waitFor();
    await expectClean(page, 'welcome');
    await press('Control+a');
    await type('Willow-river-27');
    await page.getByText('可以用').waitFor();
    await tabTo(page, '再输一次');
    await type('Willow-river-27');
    await press('Enter');
    await page.waitForURL('**/me');
  });

  test('an administrator binds an authenticator before anything else opens', async () => {
    await page.goto('/admin/accounts');
    await page.waitForURL('**/me');
    await tabTo(page, '绑定验证器');
    await press('Enter');
    await page.getByRole('img', { name: '绑定用的二维码' }).waitFor();
    await expectClean(page, 'enrolment');
    secret = await page.locator('.me-enrol .account-secret').innerText();
    await type('000000');
    await press('Enter');
    await page.getByRole('alert').filter({ hasText: '动态口令不对' }).waitFor();
    await press('Control+a');
    used = codeNow();
    await type(used);
    await press('Enter');
    await page.locator('.account-codes').waitFor();
    await expectClean(page, 'recovery codes');
    recovery = await page.locator('.account-codes li').first().innerText();
    await tabTo(page, /我已经把恢复码/);
    await press('Space');
    await tabTo(page, '完成');
    await press('Enter');
    await page.getByText('还有 10 个恢复码').waitFor();
    await page.goto('/admin/accounts');
    await page.getByRole('grid', { name: '账号' }).waitFor();
  });

  test('from then on the login asks for its code; a used one does not count, a recovery code does', async () => {
    await page.context().clearCookies();
    await page.goto('/login?next=%2Fadmin%2Faccounts');
    await page.getByLabel('登录名').waitFor();
    await type('SysAdmin');
    await press('Tab');
    await type('Willow-river-27');
    await press('Enter');
    await page.getByLabel('动态口令').waitFor();
    await expectClean(page, 'second step');
    await type(used);
    await press('Enter');
    await page.getByRole('alert').filter({ hasText: '已经用过' }).waitFor();
    await tabTo(page, /用恢复码/);
    await press('Enter');
    await page.getByLabel('恢复码').waitFor();
    await type(recovery.toUpperCase());
    await press('Enter');
    await page.waitForURL('**/admin/accounts');
    await page.getByRole('grid', { name: '账号' }).waitFor();
  });

  test('a link for another administrator, handed over by keyboard', async () => {
    await tabTo(page, 'secadmin');
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: '安全管理员（secadmin）' });
    await dialog.waitFor();
    await expectClean(page, 'account', '[role="dialog"]');
    await tabTo(page, '发一次性链接');
    await press('Enter');
    const links = page.getByRole('dialog', { name: '一次性链接' });
    await links.waitFor();
    await expectClean(page, 'links', '[role="dialog"]');
    const url = await links.locator('code').innerText();

    // The one that was printed at the start is void now.
    await other.goto(linkOf('安全管理员'));
    await other.getByText('链接不能用').waitFor();
    await expectClean(other, 'link spent');
    await other.goto('about:blank');
    await other.goto(url);
    await other.getByLabel('新密码').fill('Maple-bridge-31');
    await other.getByLabel('再输一次').fill('Maple-bridge-31');
    await other.keyboard.press('Enter');
    await other.waitForURL('**/me');
    await other.getByRole('button', { name: '绑定验证器' }).waitFor();
    await expectClean(other, 'second factor due');
    await tabTo(page, '交好了');
    await press('Enter');
    await links.waitFor({ state: 'hidden' });
  });

  test('the last administrator of a kind cannot be disabled, and the window says why', async () => {
    await page.goto('/admin/accounts?text=auditadmin');
    await page.getByRole('grid', { name: '账号' }).waitFor();
    await tabTo(page, 'auditadmin');
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, '停用');
    await press('Enter');
    await page.locator('.ant-popconfirm').waitFor();
    await page.locator('.ant-popconfirm').getByRole('button', { name: '停用' }).focus();
    await press('Enter');
    await page.getByRole('alert').filter({ hasText: '最后一个' }).waitFor();
    await expectClean(page, 'last administrator', '[role="dialog"]');
  });

  test('a new password, after the present one; wrong ones say so where they are typed', async () => {
    await page.goto('/me');
    await page.getByRole('button', { name: '改密码' }).waitFor();
    await expectClean(page, 'own account');
    await tabTo(page, '改密码');
    await press('Enter');
    await page.getByLabel('现在的密码').waitFor();
    await type('Wrong-password-1');
    await tabTo(page, '新密码');
    await type('Silver-birch-64');
    await tabTo(page, '再输一次');
    await type('Silver-birch-64');
    await press('Enter');
    await page.getByRole('alert').filter({ hasText: '现在的密码不对' }).waitFor();
    await expectClean(page, 'change refused');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('current');
    await press('Control+a');
    await type('Willow-river-27');
    await press('Enter');
    await told(page, '密码已改');
    expect([...faultsOn(page), ...faultsOn(other)]).toEqual([]);
  });
});
