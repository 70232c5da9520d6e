import type { Fact } from '../../domain/index.ts';
import type { Dialect } from './dialect.ts';
import { factColumn } from './expression.ts';
import { identifier, literal, whole } from './quote.ts';
import { type DivisionName, divisionColumn } from './summary.ts';

/**
 * How a column of a view, as people fill it, becomes what policies reckon with: figures as whole numbers of the smallest
 * step, yes and no as 1 and 0, options by their number. A cell that no fact may have is unknown, and told by `faultsQuery`.
 */
export class Cells {
  readonly #dialect: Dialect;
  readonly #view: string;

  /** `view` as it stands in the text, quoted. */
  constructor(dialect: Dialect, view: string) {
    this.#dialect = dialect;
    this.#view = view;
  }

  /** Two steps of a `WITH`: the cells scaled, then what of them may be. `stored` is what `decideQuery` reads. */
  steps(facts: readonly Fact[], divisions: readonly (readonly [DivisionName, Fact | null])[]): string {
    const { once } = this.#dialect;
    const scaled = [
      '"id"',
      ...divisions.map(([name, fact]) => `${divisionOf(name, fact)} AS ${identifier(divisionColumn(name))}`),
      ...facts.map((fact) => `${this.#cell(fact)} AS ${identifier(factColumn(fact))}`),
    ];
    const stored = [
      '"id"',
      ...divisions.map(([name]) => identifier(divisionColumn(name))),
      ...facts.map((fact) => {
        const column = identifier(factColumn(fact));
        return fact.type === 'number'
          ? `CASE WHEN ${isRight(column, fact)} THEN CAST(${column} AS BIGINT) END AS ${column}`
          : column;
      }),
    ];
    return `scaled AS (\nSELECT\n  ${scaled.join(',\n  ')}\nFROM ${this.#view}${once}\n),\nstored AS (\nSELECT\n  ${stored.join(',\n  ')}\nFROM scaled${once}\n)`;
  }

  /** Cells that no fact may have: enterprise, column, and what stands there. */
  faults(facts: readonly Fact[]): string {
    return facts
      .map((fact) => {
        const column = identifier(fact.id);
        const isWrong =
          fact.type === 'number'
            ? `NOT (${isRight(`(${this.#cell(fact)})`, fact)})`
            : `${text(column)} <> '' AND ${this.#cell(fact)} IS NULL`;
        return `SELECT "id", ${literal(fact.id)} AS "column", CAST(${column} AS VARCHAR) AS given\nFROM ${this.#view} WHERE ${isWrong}`;
      })
      .join('\nUNION ALL\n');
  }

  #cell(fact: Fact): string {
    const column = identifier(fact.id);
    switch (fact.type) {
      case 'number':
        return `${this.#dialect.decimal(column)}${fact.scale === 1 ? '' : ` * ${whole(fact.scale)}`}`;
      case 'flag':
        return `CASE LOWER(${text(column)}) ${[...yes.map(when(1)), ...no.map(when(0))].join(' ')} END`;
      case 'choice':
        return choiceOf(fact, (_, at) => whole(at));
    }
  }
}

const yes = ['1', '是', 'true', 'yes'];
const no = ['0', '否', 'false', 'no'];
const when =
  (value: number) =>
  (word: string): string =>
    `WHEN ${literal(word)} THEN ${value}`;

const text = (column: string): string => `TRIM(CAST(${column} AS VARCHAR))`;

const isRight = (value: string, { low, high }: Extract<Fact, { type: 'number' }>): string =>
  `${value} = TRUNC(${value}) AND ${value} BETWEEN ${whole(low)} AND ${whole(high)}`;

type Choice = Extract<Fact, { type: 'choice' }>;

/** An option may be written by its id or by its name. */
function choiceOf({ id, options }: Choice, value: (option: Choice['options'][number], at: number) => string): string {
  const words = options.flatMap((option, at) =>
    [...new Set([option.id, option.name])].map((word) => `WHEN ${literal(word)} THEN ${value(option, at)}`),
  );
  return `CASE ${text(identifier(id))} ${words.join(' ')} END`;
}

/** How an empty cell is called where sums are told apart. */
const unnamed = literal('未填');

const divisionOf = (name: DivisionName, fact: Fact | null): string =>
  fact?.type === 'choice'
    ? `COALESCE(${choiceOf(fact, ({ id }) => literal(id))}, ${unnamed})`
    : `COALESCE(NULLIF(${text(identifier(name))}, ''), ${unnamed})`;
