/** Without I, O, S, V and Z, which look like digits (GB 32100-2015). The value of a character is its place. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^(i-1) mod 31 for the characters 1 to 17. */
const outerWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
/** For the first 8 characters of the organisation code (GB 11714). */
const innerWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const codeLength = 18;

/** Who registers, and as what; the first two characters. */
export const creditCodeKinds = {
  11: '机关',
  12: '事业单位',
  13: '群团',
  19: '其他（机构编制）',
  51: '社会团体',
  52: '民办非企业单位',
  53: '基金会',
  59: '其他（民政）',
  91: '企业',
  92: '个体工商户',
  93: '农民专业合作社',
  Y1: '其他',
} as const;
export type CodeKind = keyof typeof creditCodeKinds extends infer K ? `${K & (string | number)}` : never;

/** What speaks against a code. Only the first three forbid it; the others may be right for all that. */
export type CodeFault =
  | { readonly code: 'credit-code-length'; readonly given: number; readonly limit: number }
  | { readonly code: 'credit-code-character'; readonly given: string }
  /** `limit`: what the last character should be. */
  | { readonly code: 'credit-code-check'; readonly given: string; readonly limit: string }
  /** Some old organisation codes break their own rule. */
  | { readonly code: 'credit-code-inner'; readonly given: string; readonly limit: string }
  | { readonly code: 'credit-code-kind'; readonly given: string }
  | { readonly code: 'credit-code-region'; readonly given: string };

/** accept: nothing against it; warn: may be taken by somebody who says that it is right, on record; refuse: cannot be one. */
export type Verdict = 'accept' | 'warn' | 'refuse';

export interface ReadCode {
  /** Cleaned: capitals, half width, no blanks. */
  readonly code: string;
  readonly verdict: Verdict;
  readonly faults: readonly CodeFault[];
  /** Null where the code cannot be one, or is of no known kind. */
  readonly kind: CodeKind | null;
  /** GB/T 2260, as the code was given out. */
  readonly region: string | null;
}

const invisible = /[\s\u00ad\u200b-\u200f\u2060\ufeff\-‐‑–—_.·]/gu;

/** Brings what people type and spreadsheets hold into the usual form: no blanks or dashes, half width, capitals. */
export const cleanCode = (text: string): string => text.normalize('NFKC').replace(invisible, '').toUpperCase();

/**
 * Reads a unified social credit code (GB 32100-2015) in whatever width, case and spacing it was written. The last character
 * vouches for the whole: wrong, or a character outside the alphabet, or another length, and it is refused. A wrong check
 * character of the organisation code inside (GB 11714), an unknown kind and an unknown region are warnings.
 * `isRegion` knows the codes of GB/T 2260; left out: every region is taken.
 */
export function readCreditCode(text: string, isRegion?: (code: string) => boolean): ReadCode {
  const code = cleanCode(text);
  const refused = (fault: CodeFault): ReadCode => ({
    ...{ code, verdict: 'refuse', faults: [fault], kind: null, region: null },
  });
  if (code.length !== codeLength) return refused({ code: 'credit-code-length', given: code.length, limit: codeLength });
  const strange = [...code].find((character) => !alphabet.includes(character));
  if (strange !== undefined) return refused({ code: 'credit-code-character', given: strange });
  const [last = '', wanted] = [code[17], outerCheck(code)];
  if (last !== wanted) return refused({ code: 'credit-code-check', given: last, limit: wanted });
  const [start, region] = [code.slice(0, 2), code.slice(2, 8)];
  const kind = Object.hasOwn(creditCodeKinds, start) ? (start as CodeKind) : null;
  const faults: CodeFault[] = [];
  const [inner = '', innerWanted] = [code[16], innerCheck(code.slice(8, 16))];
  if (inner !== innerWanted) faults.push({ code: 'credit-code-inner', given: inner, limit: innerWanted });
  if (kind === null) faults.push({ code: 'credit-code-kind', given: start });
  if (isRegion !== undefined && !isRegion(region)) faults.push({ code: 'credit-code-region', given: region });
  return { code, verdict: faults.length === 0 ? 'accept' : 'warn', faults, kind, region };
}

/** The character that the first 17 call for. */
export function outerCheck(code: string): string {
  const sum = outerWeights.reduce((total, weight, at) => total + weight * alphabet.indexOf(code[at] ?? '0'), 0);
  return alphabet[(31 - (sum % 31)) % 31] ?? '0';
}

/** The character that the first 8 of an organisation code call for; here letters count from A = 10 without gaps. */
export function innerCheck(body: string): string {
  const sum = innerWeights.reduce((total, weight, at) => total + weight * Number.parseInt(body[at] ?? '0', 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}
