import { hash, verify } from '@node-rs/argon2';

/**
 * Argon2id with the least cost that OWASP's password storage cheat sheet recommends for it: 19 MiB, two passes, one lane.
 * A hash of other costs still opens; it is replaced at the next login (`isCurrentHash`).
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const current = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

/** The same password however its signs were composed on a keyboard. */
const normal = (password: string): string => password.normalize('NFKC');

/** The hash of a password, with a new random salt and the costs written into it. Works in a thread. */
export const hashPassword = (password: string): Promise<string> => hash(normal(password), cost);

/** Whether a password fits a hash. A hash that is none fits nothing. */
export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  verify(stored, normal(password)).catch(() => false);

/** False when the hash was made with other costs than today's. */
export const isCurrentHash = (stored: string): boolean => stored.startsWith(current);

let dummy: Promise<string> | null = null;

/** Takes as long as checking a password, where there is none to check, so that the time does not tell that. */
export async function spendHashingTime(password: string): Promise<void> {
  dummy ??= hashPassword('the password of nobody');
  await verifyPassword(await dummy, password);
}
