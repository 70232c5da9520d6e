/** A value of a row as COPY takes it; null and undefined are blank. */
export type CopyValue = string | number | boolean | null | undefined | readonly string[];

const special = /[\\\n\r\t]/u;
const every = /[\\\n\r\t]/gu;
const written: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escaped = (text: string): string =>
  special.test(text) ? text.replace(every, (sign) => written[sign] ?? sign) : text;

const arrayOf = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/["\\]/gu, '\\$&')}"`).join(',')}}`;

function fieldOf(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return escaped(arrayOf(value));
}

/** One row in the text format of COPY, with its end. Texts must not hold a NUL, which PostgreSQL cannot store. */
export const copyLine = (values: readonly CopyValue[]): string => `${values.map(fieldOf).join('\t')}\n`;
