/** A text without white space and with one form of each sign: what two printings of the same sentence share. */
export const normal = (text: string | null): string =>
  (text ?? '')
    .replace(/[\s\u3000]+/g, '')
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .toLowerCase();

/** The pairs of neighbouring characters of a text, for comparing wordings. A single character is a pair of its own. */
export function bigrams(text: string): Set<string> {
  const signs = normal(text);
  if (signs.length < 2) return new Set(signs === '' ? [] : [signs]);
  return new Set(Array.from({ length: signs.length - 1 }, (_, at) => signs.slice(at, at + 2)));
}
