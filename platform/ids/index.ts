import { randomInt } from 'node:crypto';

/** Crockford's base 32 in lower case: no letter that reads as a digit. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new random id of ten letters, 50 bits: short enough to say on the telephone, long enough not to be guessed. */
export const newId = (): string => Array.from({ length: 10 }, () => letters[randomInt(32)]).join('');

const span = 32 ** 10;

/**
 * Ids for very many rows that are written one after another: each a little higher than the one before, by steps that nobody
 * knows, so that their places in the indexes lie side by side. `first` is an id like any other.
 */
export function ascendingIds(first: string): () => string {
  let at = [...first].reduce((sum, letter) => sum * 32 + letters.indexOf(letter), 0);
  return () => {
    at = (at + 1 + randomInt(1024)) % span;
    let [rest, id] = [at, ''];
    for (let place = 0; place < 10; place += 1) {
      id = (letters[rest % 32] ?? '0') + id;
      rest = Math.floor(rest / 32);
    }
    return id;
  };
}
