import { ok, type Result, refuse } from '../../../kernel/index.ts';

const form = /^(\p{Script=Han}{1,12})〔(\d{4})〕([1-9]\d*)号$/u;

/** The parts of `临链督〔2026〕3号`; null for what is no number of a letter. */
export function readLetterNumber(
  text: string,
): { readonly sign: string; readonly year: number; readonly no: number } | null {
  const found = form.exec(text);
  if (found === null) return null;
  const no = Number(found[3]);
  return Number.isSafeInteger(no) ? { sign: found[1] ?? '', year: Number(found[2]), no } : null;
}

/**
 * The number of the next letter of an office's sign in a year: one after the greatest used, beginning with 1 each year; none
 * is used twice and none filled in later. Refuses a sign that is not one to twelve Chinese characters.
 */
export function nextLetterNumber(sign: string, year: number, used: readonly string[]): Result<string> {
  const numbers = used.map(readLetterNumber).filter((each) => each?.sign === sign && each.year === year);
  const next = `${sign}〔${String(year).padStart(4, '0')}〕${Math.max(0, ...numbers.map((each) => each?.no ?? 0)) + 1}号`;
  return readLetterNumber(next) === null ? refuse({ code: 'letter-sign', field: 'sign', given: sign }) : ok(next);
}
