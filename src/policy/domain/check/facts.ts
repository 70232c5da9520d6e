import type { Unit } from './units.ts';

/** One column of what is known of an enterprise (or a person) on a day. */
export type Fact = NumberFact | FlagFact | ChoiceFact;

interface Named {
  /** English id; the column's name in a file. */
  readonly id: string;
  /** 中文名; may stand in formulas just as well. */
  readonly name: string;
  /** Where it comes from: a statement, a list, a certificate. */
  readonly from: string;
  /** `never`: nobody can change it any more; `once`: it happens once, as a year does. Without it: freely. */
  readonly changes?: 'once' | 'never' | undefined;
}

export interface NumberFact extends Named {
  readonly type: 'number';
  /** The unit in files: `万元`, `%`, `年`. */
  readonly written: string;
  readonly unit: Unit;
  /** One whole step of the stored number is `1 / perUnit` of the basic unit: 1 for whole 元, 10000 for 0.01 %. */
  readonly perUnit: number;
  /** A number as written, times this, is the stored whole number. */
  readonly scale: number;
  readonly decimals: number;
  /** Further decimals of a file are rounded instead of refused: a share is often a quotient written out. */
  readonly rounds?: boolean | undefined;
  /** Range of the stored whole number; what lies outside is refused when a file is read. */
  readonly low: number;
  readonly high: number;
}

export interface FlagFact extends Named {
  readonly type: 'flag';
}

export interface ChoiceFact extends Named {
  readonly type: 'choice';
  /** Ids in the order of their numbers, with their Chinese names. */
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** The facts of all packs that are compiled together, each with its number. */
export class FactTable {
  readonly facts: readonly Fact[];
  readonly #numbers = new Map<string, number>();

  constructor(facts: readonly Fact[]) {
    this.facts = facts;
    for (const [at, { id, name }] of facts.entries()) {
      this.#numbers.set(id, at);
      if (!this.#numbers.has(name)) this.#numbers.set(name, at);
    }
  }

  /** By id or Chinese name. */
  numberOf(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  at(number: number): Fact {
    const found = this.facts[number];
    if (found === undefined) throw new RangeError(`no fact ${number}`);
    return found;
  }

  /** A table without any fact: what figures of a policy are made of. */
  get without(): FactTable {
    return new FactTable([]);
  }

  get names(): readonly string[] {
    return this.facts.flatMap(({ id, name }) => [id, name]);
  }
}
