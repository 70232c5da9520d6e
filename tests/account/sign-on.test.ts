import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSignOn } from '../../platform/sign-on/index.ts';
import { accountApi } from '../../src/account/contract.ts';
import { client, openProvider, type TestProvider } from './provider.ts';
import { type AccountWorld, accountOf, type Browser, bind, codeNow, openAccountWorld } from './world.ts';

const redirectUri = 'http://127.0.0.1:7140/api/v1/sign-on/callback';
let provider: TestProvider;
let world: AccountWorld;
beforeAll(async () => {
  provider = await openProvider(redirectUri);
  world = await openAccountWorld({ signOn: signOnAt(provider.issuer) });
});
afterAll(async () => {
  await world.close();
  await provider.close();
});

const signOnAt = (issuer: string) =>
  openSignOn({
    ...{ issuer, clientId: client.id, clientSecret: client.secret, redirectUri },
    ...{ claim: 'preferred_username', name: '临江市统一身份认证' },
  });

/** Sets out from our page to the provider; gives the provider's address. */
async function setOut(browser: Browser, next = '/plans'): Promise<string> {
  const answer = await browser.send(accountApi.startSignOn, { query: { next } });
  expect(answer.statusCode).toBe(302);
  return String(answer.headers.location);
}

/** Comes back to us with what the provider sent along; gives where we send the browser. */
async function comeBack(browser: Browser, back: URL): Promise<string> {
  const answer = await world.app.inject({
    url: back.pathname + back.search,
    headers: { cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') },
  });
  for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
    if (value === '') browser.cookies.delete(name);
    else browser.cookies.set(name, value);
  }
  expect(answer.statusCode).toBe(302);
  return String(answer.headers.location);
}

const signOn = async (browser: Browser, next?: string): Promise<string> =>
  comeBack(browser, await provider.signIn(await setOut(browser, next)));

describe('single sign-on', () => {
  test('lets somebody in whose claim is the login of an account, on to the page he wanted', async () => {
    provider.person = { sub: 'u-1', preferred_username: 'Finance' };
    const browser = world.browser();
    const url = new URL(await setOut(browser));
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      client_id: client.id,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(url.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    expect(browser.setCookies[0]).toMatch(/^jw_sign_on=v1\.[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/);
    expect(await comeBack(browser, await provider.signIn(url.href))).toBe('/login?next=%2Fplans');
    expect([...browser.cookies.keys()]).toEqual(['jw_session']);
    const session = await browser.call(accountApi.readSession, {});
    expect(session).toMatchObject({
      state: 'open',
      person: { login: 'finance' },
      signOn: { name: '临江市统一身份认证' },
    });
    expect(await world.audit('account.%')).toEqual(['account.bind-sign-on done finance', 'account.login done finance']);
  });

  test('and again; but another identity under the same name does not get in', async () => {
    provider.person = { sub: 'u-1', preferred_username: 'finance' };
    expect(await signOn(world.browser())).toBe('/login?next=%2Fplans');
    provider.person = { sub: 'u-2', preferred_username: 'finance' };
    expect(await signOn(world.browser())).toBe('/login?refused=sign-on-other');
    const security = await world.loggedIn('security-admin');
    await security.call(accountApi.resetSecondFactor, { params: { accountId: accountOf('finance') } });
    expect(await signOn(world.browser())).toBe('/login?next=%2Fplans');
  });

  test('makes no account for somebody who has none', async () => {
    provider.person = { sub: 'u-9', preferred_username: 'somebody.new' };
    const browser = world.browser();
    expect(await signOn(browser)).toBe('/login?refused=sign-on-unknown');
    provider.person = { sub: 'u-10' };
    expect(await signOn(browser)).toBe('/login?refused=sign-on-unknown');
    expect((await browser.call(accountApi.readSession, {})).state).toBe('nobody');
  });

  test('asks for the second factor where one is bound', async () => {
    const { secret } = await bind(await world.loggedIn('reviewer'), world.clock);
    provider.person = { sub: 'u-3', preferred_username: 'reviewer' };
    const browser = world.browser();
    await signOn(browser);
    expect((await browser.call(accountApi.readSession, {})).state).toBe('second-factor');
    world.clock.move(2);
    const body = { code: codeNow(secret, world.clock) };
    expect((await browser.call(accountApi.giveSecondFactor, { body })).state).toBe('open');
  });

  test('ends whatever session the browser had', async () => {
    const browser = await world.loggedIn('lead-unit');
    const before = browser.cookies.get('jw_session') ?? '';
    provider.person = { sub: 'u-4', preferred_username: 'chain-chief' };
    await signOn(browser);
    expect((await world.browser({ cookie: `jw_session=${before}` }).call(accountApi.readSession, {})).state).toBe(
      'nobody',
    );
  });
});

describe('what comes back', () => {
  const failed = '/login?refused=sign-on-failed';
  test('counts once, in the browser that set out, within ten minutes', async () => {
    provider.person = { sub: 'u-5', preferred_username: 'chain-office' };
    const browser = world.browser();
    const back = await provider.signIn(await setOut(browser));
    expect(await comeBack(world.browser(), back)).toBe(failed);
    const trip = browser.cookies.get('jw_sign_on') ?? '';
    expect(await comeBack(browser, back)).toBe('/login?next=%2Fplans');
    // The same code again, with the trip kept on purpose: the provider knows it was used.
    const replay = world.browser();
    replay.cookies.set('jw_sign_on', trip);
    expect(await comeBack(replay, back)).toBe(failed);

    const late = world.browser();
    const lateBack = await provider.signIn(await setOut(late));
    world.clock.move(11);
    expect(await comeBack(late, lateBack)).toBe(failed);
  });

  test('must be what was asked for: foreign code, state and trip are refused', async () => {
    provider.person = { sub: 'u-6', preferred_username: 'enterprise' };
    const [mine, other] = [world.browser(), world.browser()];
    const [myBack, otherBack] = [await provider.signIn(await setOut(mine)), await provider.signIn(await setOut(other))];
    // Somebody else's code put into my trip, as an attacker would who wants me in his account.
    const mixed = new URL(otherBack.href);
    mixed.searchParams.set('state', myBack.searchParams.get('state') ?? '');
    expect(await comeBack(mine, mixed)).toBe(failed);
    expect(await comeBack(mine, new URL(`${redirectUri}?code=x&state=y`))).toBe(failed);
    expect(await comeBack(mine, new URL(`${redirectUri}?error=access_denied`))).toBe(failed);
    const forged = world.browser();
    forged.cookies.set('jw_sign_on', 'v1.AAAA');
    expect(await comeBack(forged, otherBack)).toBe(failed);
    expect(await world.audit('account.login')).toContain('account.login refused  sign-on-failed');
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'nobody is sent on to %s',
    async (next) => {
      provider.person = { sub: 'u-7', preferred_username: 'audit-admin' };
      expect(await signOn(world.browser(), next)).toBe('/login?next=%2F');
    },
  );
});

test('a provider that is away, or that does not trust us, is told on the login page', async () => {
  const away = await openAccountWorld({ signOn: signOnAt('http://127.0.0.1:9') });
  const answer = await away.browser().send(accountApi.startSignOn, { query: {} });
  expect(answer.headers.location).toBe('/login?refused=sign-on-away');
  await away.close();
  const off = await openAccountWorld();
  const none = await off.browser().send(accountApi.startSignOn, { query: {} });
  expect(none.headers.location).toBe('/login?refused=sign-on-off');
  expect((await off.browser().call(accountApi.readSession, {})).signOn).toBeNull();
  await off.close();
});

test('nothing went wrong on our side', () => expect(world.faults).toEqual([]));
