/**
 * What the log never keeps whole. A field is known by its name, and what people write into other fields by its form:
 * telephone 138****1234, identity number, bank account and e-mail in part; secrets not at all.
 */
const secretNames = /passw|secret|token|cookie|credential|^t?otp|recovery|private[-_]?key|api[-_]?key/iu;
const fieldRules: readonly (readonly [name: RegExp, mask: (text: string) => string])[] = [
  [/phone|mobile|^tel$/iu, (text) => between(text, 3, 4)],
  [/id[-_]?(?:number|card)|identity/iu, (text) => between(text, 3, 4)],
  [/account[-_]?(?:no|number)|bank[-_]?account/iu, (text) => between(text, 0, 4)],
  [/e[-_]?mail/iu, mailbox],
];

/** Forms in running text; digits on either side would make them part of another number. */
const formRules: readonly (readonly [form: RegExp, mask: (text: string) => string])[] = [
  [
    /(?<![0-9])[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9])/gu,
    (text) => between(text, 3, 4),
  ],
  [/(?<![0-9])1[3-9]\d{9}(?![0-9])/gu, (text) => between(text, 3, 4)],
  [/(?<!\d\.?)[1-9]\d{15,18}(?!\.?\d)/gu, (text) => (hasCheckDigit(text) ? between(text, 0, 4) : text)],
  [/[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/gu, mailbox],
];

/** What stands for a secret that there is. */
export const secretMask = '******';

/** A value as the log keeps it, by the name of its field; inside objects by the names there. */
export function masked(field: string, value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value ?? null;
  const name = lastPart(field);
  if (secretNames.test(name)) return secretMask;
  if (Array.isArray(value)) return value.map((each) => masked(field, each));
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [maskedText(key), masked(key, inner)]));
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const rule = fieldRules.find(([pattern]) => pattern.test(name));
  if (rule !== undefined) return rule[1](String(value));
  return typeof value === 'string' ? maskedText(value) : value;
}

/** Running text without whole telephone, identity and account numbers or mailboxes. */
export const maskedText = (text: string): string =>
  formRules.reduce((kept, [form, mask]) => kept.replace(form, (found) => mask(found)), text);

const lastPart = (field: string): string => field.split('.').findLast((part) => !/^\d*$/u.test(part)) ?? field;

/** The first and last signs, stars for the rest; short texts show nothing. */
function between(text: string, first: number, last: number): string {
  const signs = [...text];
  if (signs.length <= first + last) return '*'.repeat(signs.length);
  return [...signs.slice(0, first), '*'.repeat(signs.length - first - last), ...signs.slice(signs.length - last)].join(
    '',
  );
}

function mailbox(text: string): string {
  const at = text.lastIndexOf('@');
  return at < 1 ? '*'.repeat([...text].length) : `${[...text][0]}***${text.slice(at)}`;
}

/** The check digit of bank cards (ISO/IEC 7812-1, Luhn). */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
