import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountApi } from '../../src/account/contract.ts';
import { type AccountWorld, accountOf, bind, codeNow, goodPassword, openAccountWorld } from './world.ts';

let world: AccountWorld;
beforeAll(async () => {
  world = await openAccountWorld();
});
afterAll(() => world.close());
// Another time step each time: a code counts once.
beforeEach(() => world.clock.move(2));

const login = (name: string) => ({ body: { login: name, password: goodPassword } });

describe('binding an authenticator', () => {
  test('needs a first code, ends the other sessions, and is asked for from then on', async () => {
    const [browser, elsewhere] = [await world.loggedIn('finance'), await world.loggedIn('finance')];
    expect(await browser.refused(accountApi.confirmSecondFactor, { body: { code: '123456' } })).toBe(
      '409 second-factor-not-begun',
    );
    const { secret, uri } = await browser.call(accountApi.beginSecondFactor, {});
    expect(uri).toContain(`secret=${secret}`);
    expect(await browser.refused(accountApi.confirmSecondFactor, { body: { code: '000000' } })).toBe('401 code-wrong');
    const before = browser.cookies.get('jw_session');
    const { codes } = await browser.call(accountApi.confirmSecondFactor, {
      body: { code: codeNow(secret, world.clock) },
    });
    expect(new Set(codes).size).toBe(10);
    expect(browser.cookies.get('jw_session')).not.toBe(before);
    expect(await elsewhere.refused(accountApi.listSessions, {})).toBe('401 not-signed-in');
    expect(await browser.refused(accountApi.beginSecondFactor, {})).toBe('409 second-factor-bound');

    const half = await elsewhere.call(accountApi.login, login('finance'));
    expect(half).toMatchObject({ state: 'second-factor', person: null, posts: [], permissions: [] });
    expect(await elsewhere.refused(accountApi.listSessions, {})).toBe('401 not-signed-in');
    expect(await elsewhere.refused(accountApi.readOwnAccount, {})).toBe('401 not-signed-in');
    const halfToken = elsewhere.cookies.get('jw_session') ?? '';
    world.clock.move(1);
    const whole = await elsewhere.call(accountApi.giveSecondFactor, { body: { code: codeNow(secret, world.clock) } });
    expect(whole.state).toBe('open');
    expect(elsewhere.cookies.get('jw_session')).not.toBe(halfToken);
    const old = world.browser({ cookie: `jw_session=${halfToken}` });
    expect((await old.call(accountApi.readSession, {})).state).toBe('nobody');
  });

  test('its secret is sealed in the database, its recovery codes are hashed', async () => {
    const browser = await world.loggedIn('reviewer');
    const { secret, codes } = await bind(browser, world.clock);
    const { owner } = world.database;
    const kept = JSON.stringify([
      await owner.selectFrom('account').selectAll().execute(),
      await owner.selectFrom('recovery_code').selectAll().execute(),
      await owner.selectFrom('audit_entry').selectAll().execute(),
    ]);
    for (const text of [secret, ...codes]) expect(kept).not.toContain(text);
  });
});

describe('codes', () => {
  test('count once, for a step to either side, and not across a later one', async () => {
    const browser = await world.loggedIn('lead-unit');
    const { secret } = await bind(browser, world.clock);
    const give = async (code: string) => {
      const next = world.browser();
      await next.call(accountApi.login, login('lead-unit'));
      return next.refused(accountApi.giveSecondFactor, { body: { code } });
    };
    world.clock.move(5);
    const code = codeNow(secret, world.clock, 1);
    expect(await give(code)).toBe('200');
    expect(await give(code)).toBe('401 code-wrong');
    expect(await give(codeNow(secret, world.clock))).toBe('401 code-wrong');
    world.clock.move(5);
    expect(await give(codeNow(secret, world.clock, -1))).toBe('200');
    expect(await give(codeNow(secret, world.clock, 2))).toBe('401 code-wrong');
    expect(await give(codeNow(secret, world.clock))).toBe('200');
  });

  test('the same one at the same moment lets one in', async () => {
    const { secret } = await bind(await world.loggedIn('chain-chief'), world.clock);
    world.clock.move(5);
    const browsers = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const one = world.browser();
        await one.call(accountApi.login, login('chain-chief'));
        return one;
      }),
    );
    const code = codeNow(secret, world.clock);
    const answers = await Promise.all(
      browsers.map((one) => one.refused(accountApi.giveSecondFactor, { body: { code } })),
    );
    expect(answers.filter((answer) => answer === '200')).toHaveLength(1);
  });

  test('too many wrong ones lock the second step; the password opens no way around', async () => {
    const { secret } = await bind(await world.loggedIn('enterprise'), world.clock);
    world.clock.move(5);
    const attempt = world.browser();
    for (let tries = 0; tries < 5; tries++) {
      await attempt.call(accountApi.login, login('enterprise'));
      expect(await attempt.refused(accountApi.giveSecondFactor, { body: { code: '000000' } })).toBe('401 code-wrong');
    }
    await attempt.call(accountApi.login, login('enterprise'));
    const right = { body: { code: codeNow(secret, world.clock) } };
    expect(await attempt.refused(accountApi.giveSecondFactor, right)).toBe('429 code-locked');
    expect(await world.audit('account.login')).toContain('account.login refused enterprise code-locked');
  });

  test('the first step is good for five minutes, and for nobody without it', async () => {
    const { secret } = await bind(await world.loggedIn('public-reader'), world.clock);
    const late = world.browser();
    await late.call(accountApi.login, login('public-reader'));
    world.clock.move(5.1);
    const body = { code: codeNow(secret, world.clock) };
    expect(await late.refused(accountApi.giveSecondFactor, { body })).toBe('401 login-first');
    expect(await world.browser().refused(accountApi.giveSecondFactor, { body })).toBe('401 login-first');
  });

  test('without the page’s token the second step is refused', async () => {
    const browser = world.browser();
    await browser.call(accountApi.login, login('finance'));
    browser.csrf = null;
    expect(await browser.refused(accountApi.giveSecondFactor, { body: { code: '123456' } })).toBe('403 csrf-wrong');
  });
});

describe('recovery codes', () => {
  test('let in once each, however they are typed, until there are new ones', async () => {
    const browser = await world.loggedIn('reporting-clerk');
    const { codes } = await bind(browser, world.clock);
    const give = async (code: string) => {
      const next = world.browser();
      await next.call(accountApi.login, login('reporting-clerk'));
      return next.refused(accountApi.giveSecondFactor, { body: { code } });
    };
    expect(await give((codes[0] ?? '').toUpperCase().replaceAll('-', ' '))).toBe('200');
    expect(await give(codes[0] ?? '')).toBe('401 code-wrong');
    expect((await browser.call(accountApi.readOwnAccount, {})).secondFactor.recoveryCodesLeft).toBe(9);
    expect(await world.audit('account.use%')).toContain('account.use-recovery-code done reporting-clerk');
    const fresh = await browser.call(accountApi.renewRecoveryCodes, {});
    expect(await give(codes[1] ?? '')).toBe('401 code-wrong');
    expect(await give(fresh.codes[0] ?? '')).toBe('200');
  });
});

describe('what a stranger at an open screen must not do', () => {
  test('needs the password again after ten minutes', async () => {
    const browser = await world.loggedIn('chain-office');
    world.clock.move(11);
    expect(await browser.refused(accountApi.beginSecondFactor, {})).toBe('403 proof-needed');
    expect(await browser.refused(accountApi.prove, { body: { password: 'Wrong-password-1' } })).toBe(
      '422 password-wrong',
    );
    await browser.call(accountApi.prove, { body: { password: goodPassword } });
    await bind(browser, world.clock);
    world.clock.move(11);
    expect(await browser.refused(accountApi.renewRecoveryCodes, {})).toBe('403 proof-needed');
    expect(await browser.refused(accountApi.removeSecondFactor, {})).toBe('403 proof-needed');
    await browser.call(accountApi.prove, { body: { password: goodPassword } });
    expect((await browser.call(accountApi.removeSecondFactor, {})).state).toBe('open');
    expect((await world.browser().call(accountApi.login, login('chain-office'))).state).toBe('open');
    expect(await world.audit('account.remove%')).toContain('account.remove-second-factor done chain-office');
  });
  test('guessing the password there is locked like a login', async () => {
    const browser = await world.loggedIn('chain-office');
    for (let tries = 0; tries < 5; tries++)
      expect(await browser.refused(accountApi.prove, { body: { password: 'Wrong-password-1' } })).toBe(
        '422 password-wrong',
      );
    expect(await browser.refused(accountApi.prove, { body: { password: goodPassword } })).toBe('429 login-locked');
  });
});

describe('rules of the security administrator', () => {
  test('a role that must have one: nothing else works until it is bound, and it stays', async () => {
    const [security, clerk] = [await world.loggedIn('security-admin'), await world.loggedIn('audit-admin')];
    const body = { secondFactorRoles: ['audit-admin'], passwordDays: null };
    expect(await clerk.refused(accountApi.setAccountRules, { body })).toBe('403 not-allowed');
    await security.call(accountApi.setAccountRules, { body });
    const due = await clerk.call(accountApi.readSession, {});
    expect([due.state, due.permissions]).toEqual(['second-factor-due', []]);
    expect(await clerk.refused(accountApi.listSessions, {})).toBe('403 second-factor-due');
    await bind(clerk, world.clock);
    expect((await clerk.call(accountApi.readSession, {})).state).toBe('open');
    expect(await clerk.refused(accountApi.removeSecondFactor, {})).toBe('422 second-factor-required');
    const unknown = { secondFactorRoles: ['nobody'], passwordDays: null };
    expect(await security.refused(accountApi.setAccountRules, { body: unknown })).toBe('422 role-unknown-here');
    expect(await world.audit('account.rules')).toEqual(['account.rules done 账号的安全规则']);
  });

  test('passwords get old: a new one is due, and only the own account is open', async () => {
    const security = await world.loggedIn('security-admin');
    await security.call(accountApi.setAccountRules, { body: { secondFactorRoles: [], passwordDays: 30 } });
    world.clock.move(31 * 24 * 60);
    const browser = world.browser();
    expect((await browser.call(accountApi.login, login('system-admin'))).state).toBe('password-due');
    expect(await browser.refused(accountApi.listAccounts, {})).toBe('403 password-due');
    expect(await browser.refused(accountApi.beginSecondFactor, {})).not.toBe('403 password-due');
    const changed = await browser.call(accountApi.changePassword, { body: { next: 'Maple-bridge-31' } });
    expect(changed.state).toBe('open');
    expect((await browser.send(accountApi.listAccounts, {})).statusCode).toBe(200);
  });
});

test('an authenticator that was sealed by another key opens nothing', async () => {
  const { owner } = world.database;
  const id = accountOf('reviewer');
  await owner.updateTable('account').set({ totp_secret: 'v1.AAAA' }).where('id', '=', id).execute();
  const browser = world.browser();
  await browser.call(accountApi.login, login('reviewer'));
  expect(await browser.refused(accountApi.giveSecondFactor, { body: { code: '123456' } })).toBe('401 code-wrong');
});

test('nothing went wrong on our side', () => expect(world.faults).toEqual([]));
