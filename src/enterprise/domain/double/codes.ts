import { cleanCode, readCreditCode } from '../../../kernel/index.ts';

export interface ReadLikenessCode {
  readonly code: string;
  readonly valid: boolean;
}

/** A code as far as it tells anything: placeholders and scraps are no code. */
export function readCode(text: string): ReadLikenessCode {
  const code = cleanCode(text);
  if (code.length < 15 || code.length > 20 || /^(.)\1+$/u.test(code) || !/\d{4}/u.test(code))
    return { code: '', valid: false };
  return { code, valid: readCreditCode(code).verdict !== 'refuse' };
}

export type CodeFinding = 'same' | 'same-broken' | 'near' | 'broken' | 'other' | 'other-near' | 'missing';

/** How two codes stand to each other. `near`: one of them does not keep the rules and would by one stroke be the other. */
export function compareCodes(a: ReadLikenessCode, b: ReadLikenessCode): CodeFinding {
  if (a.code === '' || b.code === '') return 'missing';
  if (a.code === b.code) return a.valid ? 'same' : 'same-broken';
  const strokes = strokesBetween(a.code, b.code);
  if (a.valid && b.valid) return strokes <= 4 && a.code.length === b.code.length ? 'other-near' : 'other';
  return strokes <= 2 ? 'near' : 'broken';
}

/** Signs that differ, two neighbours that changed places counting as one; one sign too many or too few as one. */
function strokesBetween(a: string, b: string): number {
  if (a.length !== b.length) {
    const [long, short] = a.length > b.length ? [a, b] : [b, a];
    if (long.length - short.length > 1) return 9;
    for (let at = 0; at < long.length; at++) if (long.slice(0, at) + long.slice(at + 1) === short) return 1;
    return 9;
  }
  let strokes = 0;
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue;
    strokes += 1;
    if (a[at] === b[at + 1] && a[at + 1] === b[at]) at += 1;
  }
  return strokes;
}
