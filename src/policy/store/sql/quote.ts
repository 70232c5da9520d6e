/** The only ways by which anything of a pack enters SQL text. */

/** A name of a column or table. */
export const identifier = (name: string): string => `"${clean(name).replaceAll('"', '""')}"`;

/** A text as SQL's own; backslashes mean nothing in it. */
export const literal = (text: string): string => `'${clean(text).replaceAll("'", "''")}'`;

/** A whole number below 2^53. */
export function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
  return value < 0 ? `(${value})` : String(value);
}

function clean(text: string): string {
  if (text.includes('\0')) throw new RangeError('NUL in a name');
  return text;
}
