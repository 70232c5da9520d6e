import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A real identity provider on loopback, at which somebody signs in by name and agrees to everything. */
export interface TestProvider {
  readonly issuer: string;
  /** Who will sign in next: his subject, and what the provider says of him. */
  person: { readonly sub: string; readonly preferred_username?: string };
  /** Goes the whole way as a browser does: from our redirect to the provider and back; gives where it sends the browser. */
  readonly signIn: (url: string) => Promise<URL>;
  readonly close: () => Promise<void>;
}

export const client = { id: 'jingwei', secret: 'client-secret-of-the-test' };

export async function openProvider(redirectUri: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: TestProvider = {
    issuer,
    person: { sub: 'nobody' },
    signIn: (url) => follow(url, redirectUri, provider.person.sub),
    close: () => stop(server),
  };
  const oidc = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...provider.person, sub }) }),
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ['a key for the test'] },
  });
  server.on('request', oidc.callback());
  return provider;
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Follows redirects with cookies, and answers the provider's two pages (sign in, agree), until it comes back to us. */
async function follow(start: string, redirectUri: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let request: { url: URL; body?: URLSearchParams } = { url: new URL(start) };
  for (let steps = 0; steps < 20; steps++) {
    const { url, body } = request;
    if (url.href.startsWith(redirectUri)) return url;
    const answer = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(body !== undefined && { body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location !== null) request = { url: new URL(location, url) };
    else request = { url: new URL(actionOf(await answer.text()), url), body: formFor(login, answer.url) };
  }
  throw new Error('the provider does not send the browser back');
}

const actionOf = (page: string): string => {
  const [, action = ''] = /<form[^>]+action="([^"]+)"/.exec(page) ?? [];
  if (action === '') throw new Error(`no form: ${page.slice(0, 500)}`);
  forms.set(action, /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? 'login');
  return action;
};
const forms = new Map<string, string>();
const formFor = (login: string, url: string): URLSearchParams => {
  const prompt = [...forms].findLast(([action]) => action.includes(url.split('/').at(-1) ?? ''))?.[1] ?? 'login';
  return new URLSearchParams(prompt === 'login' ? { prompt, login, password: 'any' } : { prompt });
};
