import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { coresOf, isCommon } from './common.ts';

/** Whose password it will be: neither name may stand in it. */
export interface PasswordOwner {
  readonly login: string;
  readonly personName: string;
}

/** Signs that a mixed password has at least, and a long one, for which length is enough. */
export const mixedLength = 10;
export const longLength = 16;
export const mostLength = 128;
const leastKinds = 3;
const leastDifferent = 5;
/** How many earlier passwords must not come back. */
export const rememberedPasswords = 5;

/**
 * Judges a new password: at least ten signs of three kinds (capital letters, small ones, digits, Chinese and other
 * writing, signs), or at least sixteen of any; no login or name inside; no common one; not a few signs over and over.
 * Gives every reason at once, and never the password itself.
 */
export function checkPassword(password: string, owner: PasswordOwner): Result<string> {
  const normal = password.normalize('NFKC');
  const signs = [...normal];
  const refusals: Refusal[] = [];
  const add = (code: string, limit?: number): void => {
    refusals.push({ code, field: 'password', ...(limit !== undefined && { limit }) });
  };
  if (signs.length > mostLength) add('password-too-long', mostLength);
  if (signs.length < mixedLength) add('password-too-short', mixedLength);
  else if (signs.length < longLength && kindsOf(normal) < leastKinds) add('password-too-plain', longLength);
  if (new Set(normal.toLowerCase()).size < leastDifferent) add('password-repeats', leastDifferent);
  if (holdsName(normal, owner)) add('password-holds-name');
  if (isCommon(normal)) add('password-common');
  return refusals.length > 0 ? refuse(...refusals) : ok(normal);
}

function kindsOf(text: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /\p{Lo}/u, /[^\p{L}\p{Nd}]/u].filter((kind) => kind.test(text)).length;
}

/** Names of one or two letters would forbid too much. */
function holdsName(text: string, { login, personName }: PasswordOwner): boolean {
  const places = [text.toLowerCase(), ...coresOf(text)];
  return [login, personName]
    .map((name) => name.normalize('NFKC').toLowerCase())
    .some((name) => [...name].length >= leastNamed(name) && places.some((place) => place.includes(name)));
}

const leastNamed = (name: string): number => (/\p{Script=Han}/u.test(name) ? 2 : 3);
