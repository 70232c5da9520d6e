import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '../../platform/http/endpoint.ts';
import { permissions } from '../../src/access/index.ts';
import { accountApi } from '../../src/account/contract.ts';
import { chainPost, personOf, roles, unitChainPost } from '../access/organisation.ts';
import { type AccountWorld, accountOf, type Browser, bind, goodPassword, openAccountWorld } from './world.ts';

let world: AccountWorld;
let browsers: Map<string, Browser>;
beforeAll(async () => {
  world = await openAccountWorld();
  browsers = new Map();
  for (const { id } of roles) browsers.set(id, await world.loggedIn(id));
});
afterAll(() => world.close());

const as = (roleId: string): Browser => browsers.get(roleId)!;
const of = (roleId: string) => ({ params: { accountId: accountOf(roleId) } });

describe('each endpoint is for those who hold its permission', () => {
  const guarded = Object.entries(accountApi).filter(([, { permission }]) => Object.hasOwn(permissions, permission));
  const input: Readonly<Record<string, object>> = {
    createAccounts: { body: { accounts: [{ personId: 'nobody', login: 'nobody' }] } },
    setAccount: { body: { enabled: true } },
    setAccountRules: { body: { secondFactorRoles: [], passwordDays: null } },
  };
  test.each(guarded)('%s', async (name, endpoint: Endpoint) => {
    for (const { id, permissions: held } of roles) {
      const answer = await as(id).refused(endpoint, {
        ...of('nobody'),
        ...input[name],
        params: { accountId: '0000000000' },
      });
      const may = (held as readonly string[]).includes(endpoint.permission);
      expect(`${id}: ${answer === '403 not-allowed' ? 'refused' : 'let through'}`).toBe(
        `${id}: ${may ? 'let through' : 'refused'}`,
      );
    }
    expect(await world.browser().refused(endpoint, { params: { accountId: '0000000000' } })).toBe('401 not-signed-in');
  });
  test('the three administrators have different parts of it, and nobody else has any', () => {
    const who = Object.fromEntries(
      guarded.map(([name, { permission }]) => [
        name,
        roles.filter(({ permissions: held }) => (held as readonly string[]).includes(permission)).map(({ id }) => id),
      ]),
    );
    expect(who.createAccounts).toEqual(['system-admin']);
    expect(who.handLink).toEqual(['system-admin']);
    expect(who.setAccount).toEqual(['system-admin']);
    expect(who.unlockAccount).toEqual(['security-admin']);
    expect(who.forceOff).toEqual(['security-admin']);
    expect(who.resetSecondFactor).toEqual(['security-admin']);
    expect(who.setAccountRules).toEqual(['security-admin']);
    expect(who.listAccounts).toEqual(['system-admin', 'security-admin']);
  });
});

describe('opening accounts', () => {
  const create = (accounts: readonly object[]) =>
    as('system-admin').refused(accountApi.createAccounts, { body: { accounts } });
  test('several at once, each with a link', async () => {
    const { people } = await as('system-admin').call(accountApi.listCandidates, { query: { text: 'textile' } });
    expect(people.map(({ id }) => id).sort()).toEqual([chainPost, unitChainPost].sort());
    const accounts = [
      { personId: chainPost, login: 'Lian.Zhang' },
      { personId: unitChainPost, login: '李科' },
    ];
    const { links } = await as('system-admin').call(accountApi.createAccounts, { body: { accounts } });
    expect(links.map(({ login }) => login)).toEqual(['lian.zhang', '李科']);
    const link = links[0]?.path.split('#')[1] ?? '';
    const session = await world.browser().call(accountApi.redeemLink, { body: { link, password: goodPassword } });
    expect(session).toMatchObject({ state: 'open', person: { login: 'lian.zhang' }, post: { id: chainPost } });
    expect(await world.audit('account.create')).toEqual(['account.create done lian.zhang', 'account.create done 李科']);
  });
  test('all or none: every fault is named by its place', async () => {
    const count = () => world.database.owner.selectFrom('account').select(sql<number>`count(*)`.as('n')).execute();
    const before = await count();
    expect(
      await create([
        { personId: 'city-office', login: 'good.one' },
        { personId: 'nobody', login: 'x1' },
        { personId: personOf('finance'), login: 'x2' },
        { personId: 'city-office', login: 'reviewer' },
        { personId: 'none', login: '<b>' },
      ]),
    ).toBe('422 person-not-there person-has-account person-has-account login-taken person-not-there login-malformed');
    expect(await count()).toEqual(before);
    expect(await create([])).toBe('400 value-out-of-bounds');
    expect(await create([{ personId: 'city-office', login: 'ok', role: 'system-admin' }])).toBe('400 field-unexpected');
  });
});

describe('the list', () => {
  test('finds, filters, sorts and pages on the server', async () => {
    const list = (query: object) => as('security-admin').call(accountApi.listAccounts, { query } as never);
    const all = await list({ pageSize: 5, sort: '-login' });
    expect([all.total, all.rows.length, all.rows[0]?.login]).toEqual([roles.length + 2, 5, '李科']);
    expect((await list({ text: 'finan' })).rows.map(({ login }) => login)).toEqual(['finance']);
    const invited = await list({ filter: JSON.stringify({ state: { in: ['invited'] } }) });
    expect(invited.rows.map(({ login, linkExpiresAt }) => [login, linkExpiresAt !== null])).toEqual([['李科', true]]);
    const finance = (await list({ text: 'finance' })).rows[0];
    expect(finance).toMatchObject({
      roleName: '财政',
      unitName: '单位own',
      state: 'active',
      secondFactor: 'none',
      openSessions: 1,
    });
    const today = await list({ filter: JSON.stringify({ lastLoginAt: { from: '2026-01-05', to: '2026-01-05' } }) });
    expect(today.total).toBe(roles.length + 1);
    expect(await as('security-admin').refused(accountApi.listAccounts, { query: { sort: 'password_hash' } })).toMatch(
      /^400 /,
    );
  });
  test('shows no secret', async () => {
    const answer = await as('system-admin').send(accountApi.listAccounts, {});
    expect(answer.body).not.toMatch(/argon2|totp|hash|secret/i);
  });
});

describe('disabling', () => {
  test('ends every session at once and can be taken back', async () => {
    const browser = await world.loggedIn('enterprise');
    const off = await as('system-admin').call(accountApi.setAccount, { ...of('enterprise'), body: { enabled: false } });
    expect([off.state, off.openSessions]).toEqual(['disabled', 0]);
    expect(await browser.refused(accountApi.listSessions, {})).toBe('401 not-signed-in');
    expect(
      await as('system-admin').refused(accountApi.setAccount, { ...of('enterprise'), body: { enabled: false } }),
    ).toBe('409 account-already');
    await as('system-admin').call(accountApi.setAccount, { ...of('enterprise'), body: { enabled: true } });
    expect((await world.loggedIn('enterprise')).cookies.size).toBe(1);
    expect(await world.audit('account.%able')).toEqual([
      'account.disable done enterprise',
      'account.enable done enterprise',
    ]);
  });
  test.each(['audit-admin', 'security-admin'])('the last %s stays', async (roleId) => {
    expect(await as('system-admin').refused(accountApi.setAccount, { ...of(roleId), body: { enabled: false } })).toBe(
      '409 last-administrator',
    );
  });
  test('with a second one it may go; never one’s own', async () => {
    const { owner } = world.database;
    await sql`insert into post (id, person_id, unit_id, title) values ('audit-2', ${personOf('finance')}, 'beside', '审计员')`.execute(
      owner,
    );
    await sql`insert into post_grant (post_id, role_id, state, changed_at, changed_by)
      values ('audit-2', 'audit-admin', 'granted', now(), 'x')`.execute(owner);
    await as('system-admin').call(accountApi.setAccount, { ...of('audit-admin'), body: { enabled: false } });
    await as('system-admin').call(accountApi.setAccount, { ...of('audit-admin'), body: { enabled: true } });
    expect(
      await as('system-admin').refused(accountApi.setAccount, { ...of('system-admin'), body: { enabled: false } }),
    ).toBe('403 account-own');
  });
});

describe('securing', () => {
  test('unlocks somebody who failed too often', async () => {
    const login = (password: string) =>
      world
        .browser({ 'x-forwarded-for': '10.1.1.1' })
        .refused(accountApi.login, { body: { login: 'lead-unit', password } });
    for (let tries = 0; tries < 5; tries++) await login('Wrong-password-1');
    expect(await login(goodPassword)).toBe('429 login-locked');
    const shown = await as('security-admin').call(accountApi.readAccount, of('lead-unit'));
    expect(shown.state).toBe('locked');
    expect((await as('security-admin').call(accountApi.unlockAccount, of('lead-unit'))).state).toBe('active');
    expect(await login(goodPassword)).toBe('200');
  });
  test('forces off at once', async () => {
    const browser = await world.loggedIn('chain-chief');
    expect((await as('security-admin').call(accountApi.forceOff, of('chain-chief'))).openSessions).toBe(0);
    expect(await browser.refused(accountApi.listSessions, {})).toBe('401 not-signed-in');
    expect(await as('security-admin').refused(accountApi.forceOff, of('security-admin'))).toBe('403 account-own');
  });
  test('resets a lost second factor; who had it comes in by password and binds anew', async () => {
    const browser = await world.loggedIn('public-reader');
    const { codes } = await bind(browser, world.clock);
    expect((await as('security-admin').call(accountApi.readAccount, of('public-reader'))).secondFactor).toBe('bound');
    await as('security-admin').call(accountApi.resetSecondFactor, of('public-reader'));
    expect(await browser.refused(accountApi.listSessions, {})).toBe('401 not-signed-in');
    const again = world.browser();
    expect(
      (await again.call(accountApi.login, { body: { login: 'public-reader', password: goodPassword } })).state,
    ).toBe('open');
    expect(await again.refused(accountApi.giveSecondFactor, { body: { code: codes[0] ?? '' } })).toBe(
      '401 login-first',
    );
  });
  test.each(['unlockAccount', 'forceOff', 'resetSecondFactor'] as const)('%s of nobody', async (name) => {
    expect(await as('security-admin').refused(accountApi[name], { params: { accountId: '0000000000' } })).toBe(
      '404 account-unknown',
    );
    expect(await as('security-admin').refused(accountApi[name], { params: { accountId: '../x' } })).toMatch(/^40[04] /);
  });
});

test('refused attempts stand in the audit under whoever made them', async () => {
  await as('finance').refused(accountApi.forceOff, of('reviewer'));
  const row = await world.database.owner
    .selectFrom('audit_entry')
    .select(['action', 'outcome', 'actor_id', 'role_name', 'record_id'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  expect(row).toMatchObject({ outcome: 'refused', actor_id: personOf('finance'), role_name: '财政' });
});

test('nothing went wrong on our side', () => expect(world.faults).toEqual([]));
