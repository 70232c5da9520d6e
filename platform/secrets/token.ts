import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { sm3 } from '../digest/index.ts';

const tokenBytes = 32;

/** A new secret of 256 random bits in base64url, 43 signs: what a session, a link or a sign-on is known by. */
export const newToken = (): string => randomBytes(tokenBytes).toString('base64url');

/** What is kept of a token: its SM3. The token is random enough that nothing slower is needed. */
export const tokenHash = (token: string): string => sm3(token);

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(one!, other!);
}

/** Crockford's base 32 in lower case: no letter that reads as a digit. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const pick = (from: string, length: number): string =>
  Array.from({ length }, () => from[randomInt(from.length)]).join('');

/** A recovery code of 75 random bits, `a1b2c-d3e4f-g5h6j`: easy to copy from paper. */
export const newRecoveryCode = (): string => [5, 5, 5].map((length) => pick(letters, length)).join('-');

const upper = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const lower = 'abcdefghijkmnpqrstuvwxyz';
const digits = '23456789';

/** A random password of over 80 bits that fulfils the rules, without signs that are taken for one another. */
export const randomPassword = (): string =>
  [pick(upper, 1) + pick(lower, 4), pick(upper, 1) + pick(lower, 4), pick(digits, 4) + pick(lower, 2)].join('-');
