import type { BatchProgram, Condition, Fact, FactTable, Fraction, Whole } from '../../domain/index.ts';
import { type ColumnForm, formOf, Settled } from '../../domain/index.ts';
import type { Dialect } from './dialect.ts';
import { identifier, whole } from './quote.ts';

/** One beyond everything that arithmetic of a policy can come to: stands for unknown where SQL would pass it over. */
const beyond = String(2 ** 53);

/** The column of a fact is called as the fact is, unless a column of every table is called so. */
export const factColumn = ({ id }: Fact): string => (id === 'id' ? 'fact id' : id);

type BatchClause = BatchProgram['policies'][number]['clauses'][number];

/** What is known of the columns of a table. */
export interface Columns {
  /** Facts for which there is none, so that nobody's is known. */
  readonly absent: ReadonlySet<number>;
  /** Facts that are known of everybody. */
  readonly full: ReadonlySet<number>;
}

/** Whether a fact's column is narrower than what is reckoned with. */
export const isNarrow = (fact: Fact): boolean => formOf(fact) !== ('double' satisfies ColumnForm);

/** Read without brackets what they stand beside. */
const simple: ReadonlySet<Condition['op']> = new Set(['always', 'flag', 'is']);

/** Conditions and amounts as SQL over the columns of facts; NULL is unknown, as SQL itself reckons. */
export class Expressions {
  /** Facts whose columns the text asks for. */
  readonly asked = new Set<number>();
  readonly #facts: FactTable;
  readonly #dialect: Dialect;
  readonly #columns: Columns;
  readonly settled: Settled;

  constructor(facts: FactTable, dialect: Dialect, columns: Columns) {
    this.#facts = facts;
    this.#dialect = dialect;
    this.#columns = columns;
    this.settled = new Settled((fact) => columns.full.has(fact) && !columns.absent.has(fact));
  }

  #column(fact: number): string {
    if (this.#columns.absent.has(fact)) return 'CAST(NULL AS BIGINT)';
    this.asked.add(fact);
    return identifier(factColumn(this.#facts.at(fact)));
  }

  /** Whether the award of a clause can be told in every row. */
  isSettledClause({ conditions, amount }: BatchClause): boolean {
    return conditions.every((each) => this.settled.condition(each)) && this.settled.fraction(amount);
  }

  /** In 64 bits, save for constants; in brackets where it is more than one word. */
  figure(part: Whole): string {
    switch (part.op) {
      case 'const':
        return whole(part.value);
      case 'fact': {
        const column = this.#column(part.fact);
        return isNarrow(this.#facts.at(part.fact)) ? `CAST(${column} AS BIGINT)` : column;
      }
      case 'if': {
        const [a, b] = this.#pair(part.a, part.b);
        if (this.settled.condition(part.when))
          return `(CASE WHEN ${this.condition(part.when)} THEN ${a} ELSE ${b} END)`;
        return `(CASE (${this.condition(part.when)}) WHEN TRUE THEN ${a} WHEN FALSE THEN ${b} END)`;
      }
      case 'min':
      case 'max':
        return this.#extreme(part);
      default: {
        const [a, b] = this.#pair(part.a, part.b);
        return `(${a} ${{ add: '+', sub: '-', mul: '*' }[part.op]} ${b})`;
      }
    }
  }

  condition(part: Condition): string {
    switch (part.op) {
      case 'always':
        return part.value ? 'TRUE' : 'FALSE';
      case 'flag':
        return `${this.#column(part.fact)} <> 0`;
      case 'is':
        return part.options.length === 1
          ? `${this.#column(part.fact)} = ${part.options.map(whole).join()}`
          : `${this.#column(part.fact)} IN (${part.options.map(whole).join(', ')})`;
      case 'not':
        return `NOT (${this.condition(part.of)})`;
      case 'compare':
        return this.#comparison(part);
      case 'all':
      case 'any':
        return this.#joined(part.op, part.of);
    }
  }

  #joined(op: 'all' | 'any', of: readonly Condition[]): string {
    if (of.length === 0) return op === 'all' ? 'TRUE' : 'FALSE';
    const parts = of.map((each) => (simple.has(each.op) ? this.condition(each) : `(${this.condition(each)})`));
    return parts.join(op === 'all' ? ' AND ' : ' OR ');
  }

  /** What a clause awards by itself, in 元: NULL while it cannot be told, 0 for nothing. */
  award({ conditions, amount, rounding }: BatchClause): string {
    const paid = this.#rounded(amount, rounding);
    if (conditions.every((each) => this.settled.condition(each)))
      return `CASE WHEN ${this.#joined('all', conditions)} THEN ${paid} ELSE 0 END`;
    return `CASE (${this.#joined('all', conditions)}) WHEN TRUE THEN ${paid} WHEN FALSE THEN 0 END`;
  }

  #rounded({ of, per, by }: Fraction, { step, mode }: BatchClause['rounding']): string {
    const { divide } = this.#dialect;
    const divisor = per * step;
    const above = this.#wide(of);
    const below = by === null ? null : this.figure(by);
    const times = (count: number): string =>
      below === null ? whole(count * divisor) : `${below} * ${bigint(count * divisor)}`;
    const over = (count: number): string => (below === null ? times(count) : `NULLIF(${times(count)}, 0)`);
    if (below === null && divisor === 1) return above;
    const steps = {
      'half-up': () => `(2 * ${above} + ${times(1)}) ${divide} ${over(2)}`,
      down: () => `${above} ${divide} ${over(1)}`,
      up: () => `(${above} + ${times(1)} - 1) ${divide} ${over(1)}`,
    }[mode]();
    return step === 1 ? steps : `${steps} * ${step}`;
  }

  /** A figure in 64 bits: constants alone would be reckoned in 32. */
  #wide(part: Whole): string {
    return part.op === 'const' ? bigint(part.value) : this.figure(part);
  }

  #pair(a: Whole, b: Whole): [string, string] {
    return b.op === 'const' ? [this.#wide(a), this.figure(b)] : [this.figure(a), this.figure(b)];
  }

  /** LEAST and GREATEST pass NULL over; a figure beyond all others stands for it and is made NULL again. */
  #extreme({ op, a, b }: Extract<Whole, { op: 'min' | 'max' | 'add' | 'sub' | 'mul' }>): string {
    const unknown = op === 'min' ? `(-${beyond})` : beyond;
    const sides = [a, b].map((side) => {
      if (side.op === 'const') return bigint(side.value);
      return this.settled.figure(side) ? this.figure(side) : `COALESCE(${this.figure(side)}, ${unknown})`;
    });
    const extreme = `${op === 'min' ? 'LEAST' : 'GREATEST'}(${sides.join(', ')})`;
    return [a, b].every((side) => this.settled.figure(side)) ? extreme : `NULLIF(${extreme}, ${unknown})`;
  }

  #comparison({ order, a, b, divisors }: Extract<Condition, { op: 'compare' }>): string {
    const side = (part: Whole): string => (part.op === 'fact' ? this.#column(part.fact) : this.figure(part));
    const compared = `${side(a)} ${order === '!=' ? '<>' : order} ${side(b)}`;
    if (divisors.length === 0) return compared;
    // Multiplied out, a divisor of 0 would compare 0 with 0.
    const sound = divisors.map((divisor) => `${this.figure(divisor)} <> 0`).join(' AND ');
    return `CASE WHEN ${sound} THEN ${compared} END`;
  }
}

const bigint = (value: number): string => `CAST(${whole(value)} AS BIGINT)`;
