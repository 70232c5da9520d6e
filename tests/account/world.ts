import fastify, { type FastifyInstance } from 'fastify';
import { asSystem } from '../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { checked } from '../../platform/http/check.ts';
import { addressOf, type CallInput } from '../../platform/http/client.ts';
import type { AnswerOf, Endpoint } from '../../platform/http/endpoint.ts';
import { answerErrors } from '../../platform/http/errors.ts';
import { guard } from '../../platform/http/safety.ts';
import { serializerCompiler, validatorCompiler } from '../../platform/http/validation.ts';
import { newId } from '../../platform/ids/index.ts';
import { fromBase32, hashPassword, openSecretKey, totpCode } from '../../platform/secrets/index.ts';
import { loginKey } from '../../src/account/commands/attempts.ts';
import type { AccountDeps } from '../../src/account/commands/deps.ts';
import { accountApi } from '../../src/account/contract.ts';
import { stepAt } from '../../src/account/domain/index.ts';
import type { Rates } from '../../src/account/routes/gate.ts';
import { edgeFor, routes, sessionGate } from '../../src/account/routes.ts';
import { type AccountTables, insertAccounts, setPassword } from '../../src/account/store.ts';
import { fillOrganisation, personOf, roles } from '../access/organisation.ts';

/** A password that fulfils the rules, for everybody in these tests. */
export const goodPassword = 'Willow-river-27';

export interface Clock {
  readonly now: () => string;
  readonly move: (minutes: number) => void;
}

function clockAt(start: string): Clock {
  let at = Date.parse(start);
  return {
    // A millisecond passes each time, as it would.
    now: () => new Date(at++).toISOString(),
    move: (minutes) => {
      at += minutes * 60_000;
    },
  };
}

export interface AccountWorld {
  readonly app: FastifyInstance;
  readonly deps: AccountDeps;
  readonly clock: Clock;
  readonly database: TestDatabase<AccountTables>;
  readonly faults: unknown[];
  /** A new browser, nothing remembered. */
  readonly browser: (headers?: Readonly<Record<string, string>>) => Browser;
  /** A browser in which the holder of the role's post is logged in. */
  readonly loggedIn: (roleId: string) => Promise<Browser>;
  /** What the audit says last of an action: `action outcome record code`. */
  readonly audit: (like: string) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

export const loginOf = (roleId: string): string => roleId;
export const accountOf = (roleId: string): string =>
  `${[...roles].findIndex(({ id }) => id === roleId)}`.padStart(10, 'a');

/** The account API over a real database in which every ready-made role has one person with a password. */
export async function openAccountWorld(
  changed: Partial<AccountDeps> & { readonly publicUrl?: string; readonly rates?: Rates } = {},
): Promise<AccountWorld> {
  const database = await testDatabase<AccountTables>();
  await fillOrganisation(database.owner);
  const clock = clockAt('2026-01-05T01:00:00.000Z');
  const faults: unknown[] = [];
  const { publicUrl = null, rates, ...instead } = changed;
  const deps: AccountDeps = {
    db: database.db,
    clock,
    newId,
    key: openSecretKey('k'.repeat(32), '/nowhere'),
    limits: { idleMinutes: 30, hours: 12 },
    secondFactorForAdministrators: false,
    signOn: null,
    noteFault: (_number, cause) => void faults.push(cause),
    ...instead,
  };
  await fillAccounts(deps);
  const app = await openApp(deps, publicUrl, rates);
  const browser = (headers: Readonly<Record<string, string>> = {}) => openBrowser(app, headers);
  return {
    app,
    deps,
    clock,
    database,
    faults,
    browser,
    loggedIn: async (roleId) => {
      const one = browser();
      await one.call(accountApi.login, { body: { login: loginOf(roleId), password: goodPassword } });
      return one;
    },
    audit: async (like) => {
      const rows = await database.owner
        .selectFrom('audit_entry')
        .select(['action', 'outcome', 'record_name', 'refusals'])
        .where('action', 'like', like)
        .orderBy('seq')
        .execute();
      return rows.map(({ action, outcome, record_name, refusals }) =>
        [action, outcome, record_name, ...(refusals as { code: string }[]).map(({ code }) => code)].join(' '),
      );
    },
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}

export async function fillAccounts(deps: AccountDeps): Promise<void> {
  const hash = await hashPassword(goodPassword);
  const createdAt = '2026-01-01T00:00:00.000Z';
  await asSystem(async () => {
    await insertAccounts(
      deps.db,
      roles.map(({ id }) => ({
        ...{ id: accountOf(id), personId: personOf(id), login: loginOf(id) },
        ...{ loginKey: loginKey(loginOf(id), deps), createdAt },
      })),
    );
    for (const { id } of roles) await setPassword(deps.db, accountOf(id), hash, createdAt, 5);
  });
}

async function openApp(deps: AccountDeps, publicUrl: string | null, rates?: Rates): Promise<FastifyInstance> {
  const app = fastify({ trustProxy: ['127.0.0.1'] });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const edge = edgeFor(publicUrl);
  app.decorate('gate', sessionGate(deps, edge, rates));
  app.decorateRequest('actor', null);
  app.decorateRequest('knock', null);
  answerErrors(app, () => ({}), deps.noteFault);
  guard(app, { onlyThisMachine: false, publicUrl: null });
  routes(app, deps, edge);
  return app;
}

/** What a browser keeps and sends: its cookies, and the token that our pages send along with changes. */
export interface Browser {
  readonly cookies: Map<string, string>;
  csrf: string | null;
  /** Header lines of the last answer that set a cookie. */
  setCookies: readonly string[];
  readonly send: (
    endpoint: Endpoint,
    input: CallInput<Endpoint> & { body?: unknown },
  ) => ReturnType<FastifyInstance['inject']> extends infer R ? Promise<Awaited<R>> : never;
  /** Asks and gives the answer, checked against the contract; fails when it is refused. */
  readonly call: <E extends Endpoint>(endpoint: E, input: CallInput<E>) => Promise<AnswerOf<E>>;
  /** Asks something that is to be refused: status and codes. */
  readonly refused: (endpoint: Endpoint, input: CallInput<Endpoint> & { body?: unknown }) => Promise<string>;
}

export function openBrowser(app: FastifyInstance, ownHeaders: Readonly<Record<string, string>>): Browser {
  const browser: Browser = {
    cookies: new Map(),
    csrf: null,
    setCookies: [],
    send: async (endpoint, input) => {
      const answer = await app.inject({
        method: endpoint.method,
        url: addressOf('', endpoint, input.params, input.query),
        headers: {
          ...(browser.cookies.size > 0 && { cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') }),
          ...(browser.csrf !== null && { 'x-csrf-token': browser.csrf }),
          ...ownHeaders,
          ...input.headers,
        },
        ...(input.body !== undefined && { payload: input.body as object }),
      });
      browser.setCookies = [answer.headers['set-cookie'] ?? []].flat();
      for (const line of browser.setCookies) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
        if (value === '') browser.cookies.delete(name);
        else browser.cookies.set(name, value);
      }
      const told = answer.headers['content-type']?.toString().includes('json') ? answer.json() : null;
      if (told !== null && typeof told === 'object' && 'csrfToken' in told) browser.csrf = told.csrfToken;
      return answer;
    },
    call: async (endpoint, input) => {
      const answer = await browser.send(endpoint, input as CallInput<Endpoint>);
      if (answer.statusCode !== endpoint.status) throw new Error(`${answer.statusCode}: ${answer.body.slice(0, 500)}`);
      if (endpoint.answer !== undefined) checked(endpoint.answer, answer.json(), 'answer');
      return answer.json();
    },
    refused: async (endpoint, input) => {
      const answer = await browser.send(endpoint, input);
      const { refusals } = answer.json<{ refusals?: { code: string; message: string }[] }>();
      for (const { message } of refusals ?? [])
        if (!message.endsWith('。') || message.includes('没有通过检查')) throw new Error(`not a sentence: ${message}`);
      return [answer.statusCode, ...(refusals ?? []).map(({ code }) => code)].join(' ');
    },
  };
  return browser;
}

/** The code that an authenticator with this secret shows now. */
export const codeNow = (secret: string, clock: Clock, steps = 0): string =>
  totpCode(fromBase32(secret), stepAt(clock.now()) + steps);

/** Binds an authenticator; gives its secret and the recovery codes. */
export async function bind(browser: Browser, clock: Clock): Promise<{ secret: string; codes: readonly string[] }> {
  const { secret } = await browser.call(accountApi.beginSecondFactor, {});
  const { codes } = await browser.call(accountApi.confirmSecondFactor, { body: { code: codeNow(secret, clock) } });
  return { secret, codes };
}
