import type { Formula } from '../language/model.ts';
import { parseFormula } from '../language/parse.ts';
import { type WordNames, wordsOf } from '../sentence/words.ts';
import { conditionOf, Meaningless, meaningOf, type Names, type Typed } from './formula.ts';
import type { Condition, Fraction } from './program.ts';
import { sameUnit, type Unit, unitText } from './units.ts';
import { TooGreat } from './whole.ts';

export type Path = readonly (string | number)[];

/** One thing that is wrong in a policy; `policy-` and what it is, the place, and what was meant. */
export interface PolicyFault {
  readonly code: string;
  readonly path: Path;
  readonly given: string | null;
  readonly limit: string | null;
}

/** Reads the formulas of one policy: gives what they mean, and notes what they cannot mean with its place. */
export class Clerk {
  readonly faults: PolicyFault[] = [];
  readonly names: Names;
  readonly words: WordNames;

  constructor(names: Names, words: WordNames) {
    this.names = names;
    this.words = words;
  }

  note(code: string, path: Path, given: string | null = null, limit: string | null = null): null {
    this.faults.push({ code, path, given, limit });
    return null;
  }

  parse(text: string, path: Path): Formula | null {
    const formula = parseFormula(text);
    if (!('fault' in formula)) return formula;
    const { code, at, given } = formula.fault;
    return this.note(code, path, given, `${text.slice(0, at)}▲${text.slice(at, at + 20)}`);
  }

  /** What happens to a formula's text; null and a fault when it has no meaning. */
  meaning(text: string, path: Path): { readonly formula: Formula; readonly typed: Typed } | null {
    const formula = this.parse(text, path);
    if (formula === null) return null;
    const typed = this.attempt(path, () => meaningOf(formula, this.names));
    return typed === null ? null : { formula, typed };
  }

  condition(text: string, path: Path): { readonly formula: Formula; readonly condition: Condition } | null {
    const formula = this.parse(text, path);
    if (formula === null) return null;
    const found = this.attempt(path, () => conditionOf(meaningOf(formula, this.names), formula.at, this.names));
    return found === null ? null : { formula, condition: found };
  }

  /** A number of the wanted unit. */
  number(
    text: string,
    path: Path,
    unit: Unit | null,
  ): { readonly value: Fraction; readonly unit: Unit; readonly words: string } | null {
    const found = this.meaning(text, path);
    if (found === null) return null;
    const { formula, typed } = found;
    if (typed.is === 'word') {
      this.attempt(path, () => conditionOf(typed, formula.at, this.names));
      return null;
    }
    if (typed.is !== 'number') return this.note('policy-wants-number', path, text);
    if (unit !== null && !sameUnit(typed.unit, unit))
      return this.note('policy-unit-mismatch', path, unitText(typed.unit), unitText(unit));
    return { value: typed.value, unit: typed.unit, words: wordsOf(formula, this.words) };
  }

  /** Runs a step that may find a meaning impossible or too great. */
  attempt<T>(path: Path, step: () => T): T | null {
    try {
      return step();
    } catch (error) {
      if (error instanceof Meaningless) {
        const { code, given, limit } = error.fault;
        return this.note(code, path, given, limit ?? null);
      }
      if (error instanceof TooGreat) return this.note('policy-too-great', path);
      throw error;
    }
  }
}
