import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountApi } from '../../src/account/contract.ts';
import { type AccountWorld, accountOf, bind, codeNow, goodPassword, loginOf, openAccountWorld } from './world.ts';

let world: AccountWorld;
beforeAll(async () => {
  world = await openAccountWorld();
});
afterAll(() => world.close());

const fresh = 'Maple-bridge-31';
async function linkFor(roleId: string): Promise<string> {
  const admin = await world.loggedIn('system-admin');
  const { path } = await admin.call(accountApi.handLink, { params: { accountId: accountOf(roleId) } });
  expect(path).toMatch(/^\/welcome#[\w-]{43}$/);
  return path.slice('/welcome#'.length);
}

describe('a one-time link', () => {
  test('says whom it is for, sets a password once, ends other sessions, and lets in', async () => {
    const elsewhere = await world.loggedIn('finance');
    const link = await linkFor('finance');
    const browser = world.browser();
    expect(await browser.call(accountApi.readLink, { body: { link } })).toMatchObject({
      login: loginOf('finance'),
      firstTime: false,
    });
    const session = await browser.call(accountApi.redeemLink, { body: { link, password: fresh } });
    expect(session).toMatchObject({ state: 'open', person: { login: 'finance' } });
    expect(await elsewhere.refused(accountApi.listSessions, {})).toBe('401 not-signed-in');
    for (const attempt of [accountApi.readLink, accountApi.redeemLink] as const)
      expect(
        await world
          .browser()
          .refused(attempt, { body: { link, ...(attempt === accountApi.redeemLink && { password: fresh }) } }),
      ).toBe('409 link-spent');
    const login = { body: { login: 'finance', password: goodPassword } };
    expect(await world.browser().refused(accountApi.login, login)).toBe('401 login-wrong');
    expect(await world.audit('account.redeem-link')).toEqual([
      'account.redeem-link done finance',
      'account.redeem-link refused  link-spent',
      'account.redeem-link refused  link-spent',
    ]);
  });

  test('stays good when the password is refused', async () => {
    const link = await linkFor('reviewer');
    const redeem = (password: string) => world.browser().refused(accountApi.redeemLink, { body: { link, password } });
    expect(await redeem('short')).toBe('422 password-too-short');
    expect(await redeem('Password@2025')).toBe('422 password-common');
    expect(await redeem(goodPassword)).toBe('422 password-reused');
    expect(await redeem(fresh)).toBe('200');
  });

  test('two at once: one comes in', async () => {
    const link = await linkFor('lead-unit');
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        world.browser().refused(accountApi.redeemLink, { body: { link, password: fresh } }),
      ),
    );
    expect(answers.sort()).toEqual(['200', ...Array(3).fill('409 link-spent')]);
  });

  test('ends after a day, with a newer one, and with the account', async () => {
    const read = (link: string) => world.browser().refused(accountApi.readLink, { body: { link } });
    const old = await linkFor('enterprise');
    const newer = await linkFor('enterprise');
    expect([await read(old), await read(newer)]).toEqual(['409 link-spent', '200']);
    world.clock.move(24 * 60 + 1);
    expect(await read(newer)).toBe('409 link-spent');
    const last = await linkFor('enterprise');
    const admin = await world.loggedIn('system-admin');
    await admin.call(accountApi.setAccount, {
      params: { accountId: accountOf('enterprise') },
      body: { enabled: false },
    });
    expect(await read(last)).toBe('409 link-spent');
    expect(await admin.refused(accountApi.handLink, { params: { accountId: accountOf('enterprise') } })).toBe(
      '403 account-disabled',
    );
  });

  test('does not let whoever hands it out in where a second factor is bound', async () => {
    const security = await world.loggedIn('security-admin');
    const { secret } = await bind(security, world.clock);
    const link = await linkFor('security-admin');
    const thief = world.browser();
    const half = await thief.call(accountApi.redeemLink, { body: { link, password: fresh } });
    expect([half.state, half.permissions]).toEqual(['second-factor', []]);
    expect(await thief.refused(accountApi.listAccounts, {})).toBe('401 not-signed-in');
    world.clock.move(2);
    const code = codeNow(secret, world.clock);
    expect((await thief.call(accountApi.giveSecondFactor, { body: { code } })).state).toBe('open');
  });

  test.each(['x'.repeat(43), '../../../../etc/passwd', "' or ''='' -- or ''=''"])(
    'one of one’s own making: %j',
    async (link) => {
      expect(await world.browser().refused(accountApi.readLink, { body: { link } })).toBe('409 link-spent');
    },
  );

  test('only its hash is kept', async () => {
    const link = await linkFor('chain-chief');
    const rows = await world.database.owner.selectFrom('one_time_link').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(link);
    const log = await world.database.owner.selectFrom('audit_entry').selectAll().execute();
    expect(JSON.stringify(log)).not.toContain(link);
  });
});

describe('a new password', () => {
  test('is none of the last five, and the sixth before may come back', async () => {
    const browser = await world.loggedIn('reporting-clerk');
    let current = goodPassword;
    const change = (next: string) => browser.refused(accountApi.changePassword, { body: { current, next } });
    for (const next of ['River-stone-01', 'River-stone-02', 'River-stone-03', 'River-stone-04']) {
      expect(await change(next)).toBe('200');
      current = next;
    }
    expect(await change(goodPassword)).toBe('422 password-reused');
    expect(await change(current)).toBe('422 password-reused');
    expect(await change('River-stone-05')).toBe('200');
    current = 'River-stone-05';
    expect(await change(goodPassword)).toBe('200');
  });
  test('needs the present one, and failures count like a login', async () => {
    const browser = await world.loggedIn('public-reader');
    const change = (body: object) => browser.refused(accountApi.changePassword, { body });
    expect(await change({ next: fresh })).toBe('400 field-missing');
    for (let tries = 0; tries < 5; tries++)
      expect(await change({ current: 'Wrong-password-1', next: fresh })).toBe('422 password-wrong');
    expect(await change({ current: goodPassword, next: fresh })).toBe('429 login-locked');
  });
  test('ends the sessions elsewhere', async () => {
    const [here, there] = [await world.loggedIn('chain-office'), await world.loggedIn('chain-office')];
    await here.call(accountApi.changePassword, { body: { current: goodPassword, next: fresh } });
    expect((await here.call(accountApi.readSession, {})).state).toBe('open');
    expect((await there.call(accountApi.readSession, {})).state).toBe('nobody');
  });
});

test('nothing went wrong on our side', () => expect(world.faults).toEqual([]));
