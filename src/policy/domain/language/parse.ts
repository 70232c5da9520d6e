import type { BinaryOperator, Formula, FormulaFault } from './model.ts';
import { type Token, tokensOf } from './tokens.ts';
import { thingWords } from './unit-words.ts';

/** Deeper than any office writes; a formula beyond it is a mistake or an attack. */
const deepest = 40;
const longest = 1000;

const functions: Readonly<Record<string, 'min' | 'max'>> = {
  min: 'min',
  最小: 'min',
  取小: 'min',
  max: 'max',
  最大: 'max',
  取大: 'max',
};
/** From the loosest to the tightest. */
const levels: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/'],
];
const comparing = 2;

class Fault extends Error {
  readonly fault: FormulaFault;
  constructor(fault: FormulaFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/**
 * Reads a formula such as `营业收入 > 50亿元 且 增幅 >= 全市增幅`: numbers with units, names of facts and parameters,
 * arithmetic, comparison, 且/或/非 (and/or/not), 最小/最大 (min/max). Total: gives the formula or one fault with its place.
 */
export function parseFormula(text: string): Formula | { readonly fault: FormulaFault } {
  if (text.length > longest) return { fault: { code: 'policy-formula-long', at: longest, given: String(text.length) } };
  const tokens = tokensOf(text);
  if (!Array.isArray(tokens)) return { fault: tokens as FormulaFault };
  try {
    return new Reader(tokens as readonly Token[]).whole();
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault };
    throw error;
  }
}

class Reader {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Formula {
    const formula = this.#level(0);
    if (this.#here().kind !== 'end') this.#fail('policy-formula-wants');
    return formula;
  }

  #here(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', at: 0 };
  }

  #fail(code: FormulaFault['code']): never {
    const { kind, text, at } = this.#here();
    throw new Fault({
      code: kind === 'end' && code === 'policy-formula-wants' ? 'policy-formula-end' : code,
      at,
      given: text,
    });
  }

  #took(text: string): boolean {
    const here = this.#here();
    if (here.kind === 'end' || here.kind === 'number' || here.text !== text) return false;
    this.#next += 1;
    return true;
  }

  #level(level: number): Formula {
    const operators = levels[level];
    if (operators === undefined) return this.#unary();
    this.#depth += 1;
    if (this.#depth > deepest * levels.length) this.#fail('policy-formula-deep');
    let left = this.#level(level + 1);
    for (;;) {
      const { text, at } = this.#here();
      const op = operators.find((each) => each === text);
      if (op === undefined || !this.#took(op)) break;
      left = { kind: 'binary', at, op, left, right: this.#level(level + 1) };
      // `a < b < c` means something else to everybody.
      if (level === comparing && operators.some((each) => each === this.#here().text))
        this.#fail('policy-formula-wants');
    }
    this.#depth -= 1;
    return left;
  }

  #unary(): Formula {
    const { at } = this.#here();
    this.#depth += 1;
    if (this.#depth > deepest * levels.length) this.#fail('policy-formula-deep');
    const formula: Formula = this.#took('-')
      ? { kind: 'minus', at, of: this.#unary() }
      : this.#took('not')
        ? { kind: 'not', at, of: this.#level(comparing) }
        : this.#atom();
    this.#depth -= 1;
    return formula;
  }

  #atom(): Formula {
    const { kind, text, at } = this.#here();
    if (this.#took('(')) {
      const inside = this.#level(0);
      if (!this.#took(')')) this.#fail('policy-formula-wants');
      return inside;
    }
    if (kind === 'number') {
      this.#next += 1;
      return { kind: 'number', at, digits: text, unit: this.#unit() };
    }
    if (kind !== 'name' || text === 'and' || text === 'or') this.#fail('policy-formula-wants');
    this.#next += 1;
    if (!this.#took('(')) return { kind: 'name', at, name: text };
    const name = Object.hasOwn(functions, text) ? functions[text] : undefined;
    if (name === undefined) throw new Fault({ code: 'policy-formula-function', at, given: text });
    const of = [this.#level(0)];
    while (this.#took(',')) of.push(this.#level(0));
    if (!this.#took(')')) this.#fail('policy-formula-wants');
    return { kind: 'call', at, name, of };
  }

  /** `%`, `万元`, `万元/个`, `元/平方米/月`: what stands right behind a number, as written. */
  #unit(): string {
    if (this.#took('%')) return '%';
    const { kind, text } = this.#here();
    if (kind !== 'name' || ['and', 'or', 'not'].includes(text)) return '';
    this.#next += 1;
    let unit = text;
    for (;;) {
      const [sign, below, after] = this.#tokens.slice(this.#next, this.#next + 3);
      if (sign?.text !== '/' || below?.kind !== 'name' || below.at !== sign.at + 1 || after?.text === '(') return unit;
      // `100万元/人数` divides by a fact; `2万元/个` is a unit. Only words for things stand in units.
      if (!thingWords.has(below.text)) return unit;
      this.#next += 2;
      unit += `/${below.text}`;
    }
  }
}
