import { randomInt } from 'node:crypto';

/** Crockford's base 32 in lower case: no letter that reads as a digit. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new random id of ten letters, 50 bits: short enough to say on the telephone, long enough not to be guessed. */
export const newId = (): string => Array.from({ length: 10 }, () => letters[randomInt(32)]).join('');
