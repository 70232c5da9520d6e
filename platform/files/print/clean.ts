/**
 * Removes what no document prints: control characters, zero-width marks, soft hyphens, halves of characters. Line
 * feeds and tabs stay. Full-width blanks stay too, since they indent.
 */
export const cleanText = (text: string): string =>
  text
    .replace(
      /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc\ufffe\uffff]/g,
      '',
    )
    .toWellFormed();
