/**
 * What every engine runs: whole-number arithmetic over facts, and conditions over it. Formulas are lowered to it once, with
 * every amount as a fraction `of / (per × by)`, so that no engine ever needs more than whole numbers below 2^53.
 */
export type Whole =
  | { readonly op: 'const'; readonly value: number; readonly low: number; readonly high: number }
  | { readonly op: 'fact'; readonly fact: number; readonly low: number; readonly high: number }
  | {
      readonly op: 'add' | 'sub' | 'mul' | 'min' | 'max';
      readonly a: Whole;
      readonly b: Whole;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly op: 'if';
      readonly when: Condition;
      readonly a: Whole;
      readonly b: Whole;
      readonly low: number;
      readonly high: number;
    };

/** A number as a fraction: `of` divided by the constant `per` and, if there is one, by `by`, which is never below 0. */
export interface Fraction {
  readonly of: Whole;
  readonly per: number;
  readonly by: Whole | null;
}

export type Order = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** True, false, or unknown while a fact is missing that it turns on. */
export type Condition =
  | { readonly op: 'always'; readonly value: boolean }
  | { readonly op: 'flag'; readonly fact: number }
  | { readonly op: 'is'; readonly fact: number; readonly options: readonly number[] }
  | {
      readonly op: 'compare';
      readonly order: Order;
      readonly a: Whole;
      readonly b: Whole;
      readonly divisors: readonly Whole[];
    }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] };

/** The greatest whole number that a double holds exactly, with all below it. */
export const greatest = Number.MAX_SAFE_INTEGER;

/** Facts that a number or a condition turns on, each once. */
export function factsOf(part: Whole | Condition, found: Set<number> = new Set()): Set<number> {
  switch (part.op) {
    case 'fact':
    case 'flag':
    case 'is':
      found.add(part.fact);
      break;
    case 'add':
    case 'sub':
    case 'mul':
    case 'min':
    case 'max':
      factsOf(part.a, found);
      factsOf(part.b, found);
      break;
    case 'compare':
      for (const each of [part.a, part.b, ...part.divisors]) factsOf(each, found);
      break;
    case 'if':
      for (const each of [part.when, part.a, part.b]) factsOf(each, found);
      break;
    case 'not':
      factsOf(part.of, found);
      break;
    case 'all':
    case 'any':
      for (const each of part.of) factsOf(each, found);
      break;
    case 'const':
    case 'always':
      break;
  }
  return found;
}
