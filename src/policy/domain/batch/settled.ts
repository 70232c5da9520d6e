import type { Condition, Fraction, Whole } from '../check/program.ts';

/** What can be told in every row of some, by whether a fact is known in all of them. */
export class Settled {
  readonly #isFull: (fact: number) => boolean;

  constructor(isFull: (fact: number) => boolean) {
    this.#isFull = isFull;
  }

  /** Whether a figure has a value in every row. */
  figure(part: Whole): boolean {
    if (part.op === 'const') return true;
    if (part.op === 'fact') return this.#isFull(part.fact);
    return (part.op !== 'if' || this.condition(part.when)) && this.figure(part.a) && this.figure(part.b);
  }

  /** Whether a condition is true or false in every row. */
  condition(part: Condition): boolean {
    switch (part.op) {
      case 'always':
        return true;
      case 'flag':
      case 'is':
        return this.#isFull(part.fact);
      case 'not':
        return this.condition(part.of);
      case 'all':
      case 'any':
        return part.of.every((each) => this.condition(each));
      case 'compare':
        return this.figure(part.a) && this.figure(part.b) && part.divisors.every((each) => this.divisor(each));
    }
  }

  fraction({ of, by }: Fraction): boolean {
    return this.figure(of) && (by === null || this.divisor(by));
  }

  /** What is divided by must not be 0 either. */
  divisor(part: Whole): boolean {
    return part.low > 0 && this.figure(part);
  }
}
