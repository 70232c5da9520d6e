import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountApi } from '../../src/account/contract.ts';
import { personOf } from '../access/organisation.ts';
import { type AccountWorld, accountOf, goodPassword, openAccountWorld } from './world.ts';

let world: AccountWorld;
beforeAll(async () => {
  world = await openAccountWorld();
});
afterAll(() => world.close());

const login = (name: string, password = goodPassword) => ({ body: { login: name, password } });

describe('coming in', () => {
  test('nobody is told as nobody, and may ask nothing else', async () => {
    const stranger = world.browser();
    const session = await stranger.call(accountApi.readSession, {});
    expect(session).toMatchObject({ state: 'nobody', csrfToken: null, person: null, posts: [], permissions: [] });
    expect(await stranger.refused(accountApi.listSessions, {})).toBe('401 not-signed-in');
    expect(await stranger.refused(accountApi.listAccounts, {})).toBe('401 not-signed-in');
    expect(stranger.setCookies).toEqual([]);
  });

  test('with the right password: person, post, permissions; the login however it is typed', async () => {
    const session = await world.browser().call(accountApi.login, login(' Chain-Office '));
    expect(session).toMatchObject({
      state: 'open',
      person: { id: personOf('chain-office'), login: 'chain-office' },
      post: { roleId: 'chain-office', unitName: '单位own', onBehalfOf: null },
    });
    expect(session.permissions).toContain('plan.publish');
    expect(session.posts.map(({ id }) => id)).toEqual(['post-chain-office']);
    expect(await world.audit('account.login')).toContain('account.login done chain-office');
  });

  test('a wrong password and an unknown login get the same answer, status and headers', async () => {
    const [wrong, unknown] = await Promise.all([
      world.browser().send(accountApi.login, login('finance', 'Wrong-password-1')),
      world.browser().send(accountApi.login, login('nobody-at-all', 'Wrong-password-1')),
    ]);
    expect([wrong.statusCode, wrong.body]).toEqual([unknown.statusCode, unknown.body]);
    expect(wrong.statusCode).toBe(401);
    const { date: _d, 'content-length': _l, ...headers } = wrong.headers;
    expect(unknown.headers).toMatchObject(headers);
    expect(await world.audit('account.login')).toContain('account.login refused finance login-wrong');
  });

  test('what was typed stands nowhere', async () => {
    await world.browser().send(accountApi.login, login('My-Secret-Typed-As-Login-1', 'My-Secret-Password-1'));
    const { owner } = world.database;
    const kept = JSON.stringify([
      await owner.selectFrom('audit_entry').selectAll().execute(),
      await owner.selectFrom('attempt_limit').selectAll().execute(),
      await owner.selectFrom('session').selectAll().execute(),
    ]);
    expect(kept.toLowerCase()).not.toContain('my-secret');
  });

  test.each([
    ["' or 1=1 --", '401 login-wrong'],
    ['"; drop table account; --', '401 login-wrong'],
    ['<script>alert(1)</script>', '401 login-wrong'],
    ['a\u0000b', '400 text-unstorable'],
    ['', '400 value-out-of-bounds'],
  ])('a login like %j is only a wrong one', async (name, answer) => {
    expect(await world.browser().refused(accountApi.login, login(name))).toBe(answer);
  });

  test('fields that do not belong there are refused', async () => {
    const body = { login: 'finance', password: goodPassword, personId: personOf('system-admin') };
    expect(await world.browser().refused(accountApi.login, { body })).toBe('400 field-unexpected');
  });
});

describe('failing', () => {
  test('five times locks the login, known or not, for longer and longer; the right password too', async () => {
    for (const name of ['reviewer', 'nobody-like-this']) {
      const browser = world.browser({ 'x-forwarded-for': '10.0.0.1' });
      for (let tries = 0; tries < 5; tries++)
        expect(await browser.refused(accountApi.login, login(name, 'Wrong-password-1'))).toBe('401 login-wrong');
      expect(await browser.refused(accountApi.login, login(name))).toBe('429 login-locked');
    }
    world.clock.move(1.1);
    const again = world.browser({ 'x-forwarded-for': '10.0.0.1' });
    expect(await again.refused(accountApi.login, login('reviewer', 'Wrong-password-1'))).toBe('401 login-wrong');
    world.clock.move(1.1);
    expect(await again.refused(accountApi.login, login('reviewer'))).toBe('429 login-locked');
    world.clock.move(1);
    expect((await again.call(accountApi.login, login('reviewer'))).state).toBe('open');
    // A success starts anew.
    for (let tries = 0; tries < 4; tries++)
      expect(await again.refused(accountApi.login, login('reviewer', 'Wrong-password-1'))).toBe('401 login-wrong');
    expect((await again.call(accountApi.login, login('reviewer'))).state).toBe('open');
    expect(await world.audit('account.login')).toContain('account.login refused reviewer login-locked');
  });

  test('a lock of one says nothing of another', async () => {
    expect((await world.browser().call(accountApi.login, login('finance'))).state).toBe('open');
  });

  test('twenty attempts at once are no way around it', async () => {
    const browser = world.browser({ 'x-forwarded-for': '10.0.0.2' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => browser.refused(accountApi.login, login('lead-unit', 'Wrong-password-1'))),
    );
    expect(answers.filter((answer) => answer === '401 login-wrong')).toHaveLength(5);
    expect(answers.filter((answer) => answer === '429 login-locked')).toHaveLength(15);
  });

  test('an address that tries many logins is locked out, others are not', async () => {
    const spray = world.browser({ 'x-forwarded-for': '10.0.0.3' });
    const answers = [];
    for (let tries = 0; tries < 51; tries++)
      answers.push(await spray.refused(accountApi.login, login(`guess-${tries}`, 'Wrong-password-1')));
    expect(answers.slice(0, 50)).toEqual(Array(50).fill('401 login-wrong'));
    expect(answers[50]).toBe('429 login-locked');
    expect(await spray.refused(accountApi.login, login('finance'))).toBe('429 login-locked');
    expect((await world.browser().call(accountApi.login, login('finance'))).state).toBe('open');
  });
});

describe('accounts that may not come in', () => {
  test('a disabled one says so only to somebody who knows its password', async () => {
    const { owner } = world.database;
    await owner.updateTable('account').set({ disabled: true }).where('id', '=', accountOf('enterprise')).execute();
    expect(await world.browser().refused(accountApi.login, login('enterprise', 'Wrong-password-1'))).toBe(
      '401 login-wrong',
    );
    expect(await world.browser().refused(accountApi.login, login('enterprise'))).toBe('403 account-disabled');
  });
  test('one without a password cannot be guessed', async () => {
    const { owner } = world.database;
    await owner
      .updateTable('account')
      .set({ password_hash: null })
      .where('id', '=', accountOf('public-reader'))
      .execute();
    expect(await world.browser().refused(accountApi.login, login('public-reader', ''))).toBe('401 login-wrong');
  });
  test('a person who has left', async () => {
    const { owner } = world.database;
    await owner
      .updateTable('person')
      .set({ valid_to: '2026-01-05' })
      .where('id', '=', personOf('chain-chief'))
      .execute();
    expect(await world.browser().refused(accountApi.login, login('chain-chief'))).toBe('403 account-disabled');
  });
});

test('a hash of other costs is replaced at the next login', async () => {
  const { owner } = world.database;
  const id = accountOf('reporting-clerk');
  const weak = await (await import('@node-rs/argon2')).hash(goodPassword, { memoryCost: 8192, timeCost: 1 });
  await owner.updateTable('account').set({ password_hash: weak }).where('id', '=', id).execute();
  await owner.updateTable('account_password').set({ password_hash: weak }).where('account_id', '=', id).execute();
  await world.browser().call(accountApi.login, login('reporting-clerk'));
  const row = await owner.selectFrom('account').select('password_hash').where('id', '=', id).executeTakeFirstOrThrow();
  expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect((await world.browser().call(accountApi.login, login('reporting-clerk'))).state).toBe('open');
});

test('nothing went wrong on our side', () => expect(world.faults).toEqual([]));
