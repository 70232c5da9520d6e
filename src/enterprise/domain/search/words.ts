/**
 * What an enterprise is found by: every pair of neighbouring Chinese signs (and the last sign alone), and whole words of
 * letters and digits, each with its place. Two signs are the usual length of what people look for, and no dictionary knows the
 * names of companies. Codes are looked up by their beginning and stand in an index of their own. The function jw_enterprise_words of the database makes the same from the same texts.
 */
export interface FoundBy {
  readonly name: string;
  readonly shortName: string;
  readonly otherNames: readonly string[];
  readonly legalRepresentative: string;
  readonly products: readonly string[];
}

/** The texts of an enterprise that are looked through, the names of its tags last, in one order here and in the database. */
export const foundIn = (content: FoundBy, tagNames: readonly string[] = []): string =>
  [
    ...[content.name, content.shortName, ...content.otherNames],
    ...[content.legalRepresentative, ...content.products, ...tagNames],
  ].join(' ');

/** Below U+2E80 only letters and digits count; above it everything but punctuation. Said the same way in the database. */
const runs = /[a-z0-9]+|[^\u0000-\u2e7f\u3000-\u303f\uff00-\uffef]+/gu;
const mostLength = 4000;
const mostPlace = 16_000;
/** A longer word of letters and digits is found by its beginning. */
const longestWord = 100;
const isWord = (run: string): boolean => /^[a-z0-9]/u.test(run);
const plain = (text: string): string =>
  [...text.slice(0, 2 * mostLength)].slice(0, mostLength).join('').normalize('NFKC').toLowerCase();

/** The text form of a tsvector, to be written with the row: `'纺织':1 '织':2 'abb':5`. */
export function searchedOf(text: string): string {
  const parts: string[] = [];
  let at = 1;
  for (const [run] of plain(text).matchAll(runs)) {
    if (isWord(run)) parts.push(`${run.slice(0, longestWord)}:${at}`);
    else {
      const signs = [...run];
      for (const [i, sign] of signs.entries()) parts.push(`${sign}${signs[i + 1] ?? ''}:${at + i}`);
      at += signs.length;
    }
    at += 2;
    if (at > mostPlace) break;
  }
  return parts.join(' ');
}

/**
 * What finds a word, as the text form of a tsquery: signs as they stand together, a single sign anywhere, words of letters and
 * digits by their beginning. Null: there is nothing in it to look for.
 */
export function queryOf(word: string): string | null {
  const parts = [...plain(word).matchAll(runs)].map(([run]) => {
    const signs = [...run];
    if (isWord(run) || signs.length === 1) return `${run.slice(0, longestWord)}:*`;
    return `(${signs
      .slice(0, -1)
      .map((sign, i) => `${sign}${signs[i + 1]}`)
      .join(' <-> ')})`;
  });
  return parts.length === 0 ? null : parts.join(' & ');
}

/** The beginning of a credit code, when a word may be one. */
export const codeStartOf = (word: string): string | null => {
  const code = word.normalize('NFKC').toUpperCase();
  return /^[0-9ANY][0-9A-Z]{1,17}$/u.test(code) ? code : null;
};

/**
 * What every text has that contains some words as they stand: only runs of Chinese, since a word of letters may be met in its
 * middle. Null: nothing that can be looked up.
 */
export function queryInside(words: string): string | null {
  const parts = [...plain(words).matchAll(runs)].flatMap(([run]) => (isWord(run) ? [] : [queryOf(run) ?? '']));
  return parts.length === 0 ? null : parts.join(' & ');
}
