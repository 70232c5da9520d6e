import type { FormulaFault } from './model.ts';

export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

/** Different spellings of one sign: offices write Chinese ones. */
const spellings: Readonly<Record<string, string>> = {
  '×': '*',
  '÷': '/',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '<>': '!=',
  '==': '=',
  '＝': '=',
  '＞': '>',
  '＜': '<',
  '（': '(',
  '）': ')',
  '，': ',',
  '＋': '+',
  '－': '-',
  且: 'and',
  并且: 'and',
  或: 'or',
  或者: 'or',
  非: 'not',
  不是: 'not',
};

const space = /\s+/uy;
const number = /\d+(?:\.\d+)?/uy;
const sign = /<=|>=|!=|<>|==|[-+*/×÷()（），,＋－=＝<>＜＞≥≤≠%]/uy;
const name = /[\p{Script=Han}A-Za-z_][\p{Script=Han}A-Za-z0-9_]*/uy;

/** The parts of a formula, ended by one of kind `end`; or what no formula has. */
export function tokensOf(text: string): readonly Token[] | FormulaFault {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? null;
  };
  while (at < text.length) {
    const blank = take(space);
    if (blank !== null) {
      at += blank.length;
      continue;
    }
    const digits = take(number);
    const found = digits ?? take(sign) ?? take(name);
    if (found === null)
      return { code: 'policy-formula-sign', at, given: String.fromCodePoint(text.codePointAt(at) ?? 0) };
    const spelled = Object.hasOwn(spellings, found) ? (spellings[found] ?? found) : found;
    const kind = digits !== null ? 'number' : /^[\p{L}_]/u.test(spelled) ? 'name' : 'sign';
    tokens.push({ kind, text: spelled, at });
    at += found.length;
  }
  return [...tokens, { kind: 'end', text: '', at }];
}
