import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Places } from './places.ts';

/** The password of the embedded database: made once, kept in the data folder, readable by its owner only. */
export function passwordOf(places: Places): string {
  const known = readPassword(places);
  if (known !== null) return known;
  const password = randomBytes(24).toString('base64url');
  const unfinished = `${places.secret}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify({ password })}\n`, { mode: 0o600 });
  renameSync(unfinished, places.secret);
  return password;
}

function readPassword(places: Places): string | null {
  try {
    const { password } = JSON.parse(readFileSync(places.secret, 'utf8')) as { password?: unknown };
    return typeof password === 'string' ? password : null;
  } catch {
    return null;
  }
}
