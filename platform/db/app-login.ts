import { createHmac } from 'node:crypto';
import pg from 'pg';
import { RefusalError } from '../../src/kernel/index.ts';

/**
 * The address by which the server itself uses the database that `ownerAddress` owns: a login of its own that is neither
 * superuser nor owner and cannot bypass row-level security. It is named after the owner with `_app`, and its password
 * follows from the owner's, so that several servers agree without keeping it anywhere. Creates the login where it is
 * missing; refuses (`app-login-not-made`) when the owner may not, with the remedy of giving DATABASE_APP_URL.
 */
export async function appAddress(ownerAddress: string): Promise<string> {
  const owner = new URL(ownerAddress);
  const user = `${decodeURIComponent(owner.username) || 'jingwei'}_app`;
  const secret = decodeURIComponent(owner.password) || decodeURIComponent(owner.username);
  const password = createHmac('sha256', secret).update(`jingwei app login ${user}`).digest('base64url');
  const address = new URL(ownerAddress);
  address.username = encodeURIComponent(user);
  address.password = password;
  if (!(await answers(address.href))) await makeLogin(ownerAddress, user, password);
  return address.href;
}

async function answers(address: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeLogin(ownerAddress: string, user: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerAddress });
  const name = pg.escapeIdentifier(user);
  const rights = `login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${pg.escapeLiteral(password)}`;
  await client.connect();
  try {
    await client
      .query(`create role ${name} ${rights}`)
      // Several servers may start at once, and a restored database may bring another password.
      .catch(() => client.query(`alter role ${name} ${rights}`));
    await client.query(`grant connect on database ${pg.escapeIdentifier(databaseOf(ownerAddress))} to ${name}`);
  } catch (cause) {
    if (await answers(withLogin(ownerAddress, user, password))) return;
    const given = cause instanceof Error ? cause.message : null;
    throw new RefusalError({ code: 'app-login-not-made', field: 'DATABASE_URL', given, limit: user });
  } finally {
    await client.end();
  }
}

function withLogin(address: string, user: string, password: string): string {
  const changed = new URL(address);
  changed.username = encodeURIComponent(user);
  changed.password = password;
  return changed.href;
}

const databaseOf = (address: string): string => decodeURIComponent(new URL(address).pathname.slice(1));
