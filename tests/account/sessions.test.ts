import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountApi } from '../../src/account/contract.ts';
import { personOf, postOf } from '../access/organisation.ts';
import { type AccountWorld, accountOf, goodPassword, openAccountWorld } from './world.ts';

let world: AccountWorld;
beforeAll(async () => {
  world = await openAccountWorld();
});
afterAll(() => world.close());

const login = (name: string) => ({ body: { login: name, password: goodPassword } });
const stateOf = async (browser: ReturnType<AccountWorld['browser']>) =>
  (await browser.call(accountApi.readSession, {})).state;

describe('the cookie', () => {
  test('scripts cannot read it and other sites do not send it; only its hash is kept', async () => {
    const browser = world.browser();
    await browser.call(accountApi.login, login('finance'));
    expect(browser.setCookies).toHaveLength(1);
    expect(browser.setCookies[0]).toMatch(/^jw_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const token = browser.cookies.get('jw_session') ?? '';
    const rows = JSON.stringify(await world.database.owner.selectFrom('session').selectAll().execute());
    expect(rows).not.toContain(token);
    expect(rows).toContain('sm3:');
  });
  test('behind a trusted proxy with TLS it is bound to the host and never sent in the clear', async () => {
    const browser = world.browser({ 'x-forwarded-proto': 'https' });
    await browser.call(accountApi.login, login('finance'));
    expect(browser.setCookies[0]).toMatch(/^__Host-jw_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    expect(await stateOf(browser)).toBe('open');
    // Under the plain name it does not count there.
    const token = browser.cookies.get('__Host-jw_session') ?? '';
    const planted = world.browser({ 'x-forwarded-proto': 'https', cookie: `jw_session=${token}` });
    expect(await stateOf(planted)).toBe('nobody');
  });
  test.each(['', 'x', 'a'.repeat(43), '../../etc/passwd', '%00', "' or 1=1 --"])(
    'a token of one’s own making is nobody’s: %j',
    async (token) => {
      const forged = world.browser({ cookie: `jw_session=${token}` });
      expect(await stateOf(forged)).toBe('nobody');
      expect(await forged.refused(accountApi.listSessions, {})).toBe('401 not-signed-in');
    },
  );
});

describe('no session can be prepared for somebody else', () => {
  test('a token from before the login is worth nothing after it', async () => {
    const browser = await world.loggedIn('finance');
    const before = browser.cookies.get('jw_session') ?? '';
    await browser.call(accountApi.login, login('reviewer'));
    expect(browser.cookies.get('jw_session')).not.toBe(before);
    expect(await stateOf(world.browser({ cookie: `jw_session=${before}` }))).toBe('nobody');
    expect(await stateOf(browser)).toBe('open');
  });
  test('a new token at a switch of post, a proof and a new password; the old one opens nothing', async () => {
    await sql`insert into post (id, person_id, unit_id, title) values ('second', ${personOf('lead-unit')}, 'beside', '第二岗位')
      on conflict do nothing`.execute(world.database.owner);
    const browser = await world.loggedIn('lead-unit');
    const steps = [
      () => browser.call(accountApi.switchPost, { body: { postId: 'second' } }),
      () => browser.call(accountApi.prove, { body: { password: goodPassword } }),
      () => browser.call(accountApi.changePassword, { body: { current: goodPassword, next: 'Maple-bridge-31' } }),
    ];
    for (const step of steps) {
      const [token, csrf] = [browser.cookies.get('jw_session') ?? '', browser.csrf ?? ''];
      await step();
      expect(browser.cookies.get('jw_session')).not.toBe(token);
      expect(browser.csrf).not.toBe(csrf);
      const old = world.browser({ cookie: `jw_session=${token}`, 'x-csrf-token': csrf });
      expect(await old.refused(accountApi.listSessions, {})).toBe('401 not-signed-in');
    }
  });
});

describe('changes need the token that only our pages know', () => {
  test('missing, foreign or of an earlier step: refused and noted, nothing done', async () => {
    const [mine, other] = [await world.loggedIn('finance'), await world.loggedIn('reviewer')];
    const right = mine.csrf;
    for (const wrong of [null, '', other.csrf, `${right}x`]) {
      mine.csrf = wrong;
      expect(await mine.refused(accountApi.endSessions, {})).toBe('403 csrf-wrong');
      expect(await mine.refused(accountApi.switchPost, { body: { postId: postOf('finance') } })).toBe('403 csrf-wrong');
      expect(await mine.refused(accountApi.logout, {})).toBe('403 csrf-wrong');
    }
    mine.csrf = right;
    expect(await stateOf(mine)).toBe('open');
    expect(await world.audit('request.refuse')).toContain('request.refuse refused 让我在别处的登录全部退出 csrf-wrong');
  });
  test.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['a foreign site', { 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused even with it', async (_what, headers) => {
    const browser = await world.loggedIn('finance');
    expect(await browser.refused(accountApi.endSessions, { headers })).toBe('403 origin-foreign');
    expect(await world.browser().refused(accountApi.login, { ...login('finance'), headers })).toBe(
      '403 origin-foreign',
    );
  });
  test('a look needs none', async () => {
    const browser = await world.loggedIn('finance');
    browser.csrf = null;
    expect((await browser.send(accountApi.readOwnAccount, {})).statusCode).toBe(200);
  });
});

describe('where one is logged in', () => {
  test('seen, ended one by one, all but this one, and this one; others’ are none of one’s own', async () => {
    const [here, there, third] = [
      await world.loggedIn('chain-office'),
      await world.loggedIn('chain-office'),
      await world.loggedIn('chain-office'),
    ];
    const { sessions } = await here.call(accountApi.listSessions, {});
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ own }) => own)).toHaveLength(1);
    const foreign = (await (await world.loggedIn('reviewer')).call(accountApi.listSessions, {})).sessions[0]?.id ?? '';
    expect(await here.call(accountApi.endSession, { params: { sessionId: foreign } })).toEqual({ ended: 0 });

    const thirdId = (await third.call(accountApi.listSessions, {})).sessions.find(({ own }) => own)?.id ?? '';
    expect(await here.call(accountApi.endSession, { params: { sessionId: thirdId } })).toEqual({ ended: 1 });
    expect(await stateOf(third)).toBe('nobody');
    expect(await here.call(accountApi.endSessions, {})).toEqual({ ended: 1 });
    expect(await there.refused(accountApi.listSessions, {})).toBe('401 not-signed-in');

    const token = here.cookies.get('jw_session') ?? '';
    expect((await here.call(accountApi.logout, {})).state).toBe('nobody');
    expect(here.cookies.size).toBe(0);
    expect(await stateOf(world.browser({ cookie: `jw_session=${token}` }))).toBe('nobody');
    expect(await world.audit('account.logout')).toContain('account.logout done chain-office');
  });
});

describe('a session ends by itself', () => {
  test('after half an hour without a request, while each one begins it anew', async () => {
    const browser = await world.loggedIn('finance');
    for (let times = 0; times < 3; times++) {
      world.clock.move(25);
      expect((await browser.send(accountApi.listSessions, {})).statusCode).toBe(200);
    }
    world.clock.move(31);
    expect(await browser.refused(accountApi.listSessions, {})).toBe('401 not-signed-in');
  });
  test('after twelve hours whatever is done', async () => {
    const browser = await world.loggedIn('finance');
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      world.clock.move(20);
      expect((await browser.send(accountApi.listSessions, {})).statusCode).toBe(200);
    }
    world.clock.move(21);
    expect(await browser.refused(accountApi.listSessions, {})).toBe('401 not-signed-in');
  });
});

describe('the post', () => {
  test('decides what is allowed; one that is not held is refused', async () => {
    const { owner } = world.database;
    await sql`insert into post (id, person_id, unit_id, title) values ('audits', ${personOf('reviewer')}, 'beside', '审计员')`.execute(
      owner,
    );
    await sql`insert into post_grant (post_id, role_id, state, changed_at, changed_by)
      values ('audits', 'audit-admin', 'granted', now(), 'x')`.execute(owner);
    const browser = await world.loggedIn('reviewer');
    const before = await browser.call(accountApi.readSession, {});
    expect(before.posts.map(({ id }) => id)).toEqual(['audits', postOf('reviewer')].sort());
    expect(before.post?.id).toBe(before.posts[0]?.id);
    const asAuditor = await browser.call(accountApi.switchPost, { body: { postId: 'audits' } });
    expect([asAuditor.post?.roleId, asAuditor.permissions.includes('plan.review')]).toEqual(['audit-admin', false]);
    const back = await browser.call(accountApi.switchPost, { body: { postId: postOf('reviewer') } });
    expect(back.permissions).toContain('plan.review');
    expect(back.permissions).not.toContain('audit.read');
    for (const postId of [postOf('system-admin'), 'none', ''])
      expect(await browser.refused(accountApi.switchPost, { body: { postId } })).toMatch(/^4\d\d /);
    expect(await world.audit('account.switch-post')).toContain('account.switch-post done reviewer');
  });

  test('of somebody else comes by a delegation and goes with it, at once', async () => {
    const { owner } = world.database;
    const browser = await world.loggedIn('finance');
    const chief = postOf('chain-chief');
    expect(await browser.refused(accountApi.switchPost, { body: { postId: chief } })).toBe('422 post-not-held');
    await sql`insert into delegation (id, post_id, to_person, valid_from, valid_to, reason, created_at, created_by)
      values ('d1', ${chief}, ${personOf('finance')}, '2026-01-01', '2026-01-31', '外出', now(), 'x')`.execute(owner);
    const acting = await browser.call(accountApi.switchPost, { body: { postId: chief } });
    expect(acting.post).toMatchObject({
      id: chief,
      roleId: 'chain-chief',
      onBehalfOf: { id: personOf('chain-chief') },
    });
    await sql`update delegation set revoked_at = now() where id = 'd1'`.execute(owner);
    const after = await browser.call(accountApi.readSession, {});
    expect([after.state, after.post, after.permissions]).toEqual(['open', null, []]);
    expect(after.posts.map(({ id }) => id)).toEqual([postOf('finance')]);
  });

  test('without its grant it may do nothing from the next request on', async () => {
    const browser = await world.loggedIn('system-admin');
    expect((await browser.send(accountApi.listAccounts, {})).statusCode).toBe(200);
    await sql`update post_grant set state = 'withdrawn' where post_id = ${postOf('system-admin')}`.execute(
      world.database.owner,
    );
    expect(await browser.refused(accountApi.listAccounts, {})).toBe('403 not-allowed');
    await sql`update post_grant set state = 'granted' where post_id = ${postOf('system-admin')}`.execute(
      world.database.owner,
    );
  });
});

test('a disabled account and a person who left lose their sessions at once', async () => {
  const { owner } = world.database;
  const [one, other] = [await world.loggedIn('enterprise'), await world.loggedIn('public-reader')];
  await owner.updateTable('account').set({ disabled: true }).where('id', '=', accountOf('enterprise')).execute();
  expect(await one.refused(accountApi.listSessions, {})).toBe('401 not-signed-in');
  await owner
    .updateTable('person')
    .set({ valid_to: '2026-01-01' })
    .where('id', '=', personOf('public-reader'))
    .execute();
  expect(await other.refused(accountApi.listSessions, {})).toBe('401 not-signed-in');
});

describe('rates', () => {
  test('somebody who asks without end is slowed down; others, and other addresses, are not', async () => {
    const slow = { perSecond: 1, burst: 4 };
    const narrow = await openAccountWorld({ rates: { known: slow, strange: slow, entering: slow } });
    const [busy, calm] = [await narrow.loggedIn('finance'), await narrow.loggedIn('reviewer')];
    const ask = () => busy.refused(accountApi.listSessions, {});
    expect([await ask(), await ask(), await ask(), await ask(), await ask()]).toEqual([
      ...Array(4).fill('200'),
      '429 too-many-requests',
    ]);
    expect((await busy.send(accountApi.listSessions, {})).headers['retry-after']).toBe('1');
    expect((await calm.send(accountApi.listSessions, {})).statusCode).toBe(200);

    const enter = (from: string) =>
      narrow.browser({ 'x-forwarded-for': from }).refused(accountApi.login, login('lead-unit'));
    for (let times = 0; times < 4; times++) expect(await enter('10.0.0.9')).toBe('200');
    expect(await enter('10.0.0.9')).toBe('429 too-many-requests');
    expect(await enter('10.0.0.10')).toBe('200');
    narrow.clock.move(1);
    expect([await ask(), await enter('10.0.0.9')]).toEqual(['200', '200']);
    expect(await narrow.audit('request.%')).toEqual([]);
    await narrow.close();
  });
});

test('nothing went wrong on our side', () => expect(world.faults).toEqual([]));
