import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from '../../platform/http/client.ts';
import { accountApi } from '../../src/account/contract.ts';

/** A session at a running server, as the headers that a browser and our pages send. */
export interface SignedIn {
  readonly cookie: string;
  readonly 'x-csrf-token': string;
}

/** Comes in as somebody of the demo, by the password that is kept in the data folder; as a chain office unless named. */
export async function signIn(address: string, dataDir: string, login = 'lj-office'): Promise<SignedIn> {
  const kept: Record<string, string> = JSON.parse(readFileSync(join(dataDir, 'demo-logins.json'), 'utf8'));
  const answer = await fetch(addressOf(address, accountApi.login, undefined, undefined), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: kept[login] }),
  });
  if (!answer.ok) throw new Error(`${login}: ${answer.status} ${await answer.text()}`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '', 'x-csrf-token': csrfToken };
}
