import type { Fact, FactTable } from '../../domain/index.ts';
import { type BatchProgram, payersOf } from '../../domain/index.ts';
import { awardsQuery, openQuery, paidQuery } from './awards.ts';
import { certainty } from './certainty.ts';
import { decideQuery } from './decide.ts';
import type { Dialect } from './dialect.ts';
import { type Columns, Expressions } from './expression.ts';
import { type Parts, partsOf } from './parts.ts';
import { identifier } from './quote.ts';
import { type DivisionName, divisionColumn, summaryQuery } from './summary.ts';

/** Policies as plain SQL over a table of enterprises. */
export interface PolicySql {
  readonly parts: Parts;
  /** Facts that are asked for, with their numbers; their columns must be in the table beside `id` and the divisions. */
  readonly facts: readonly { readonly number: number; readonly fact: Fact }[];
  /** One row an enterprise: what each clause pays it. The other queries read its rows as `decided`. */
  readonly decide: string;
  /** `id`, `clause`, `group`, `amount_yuan` and one column a payer. */
  readonly awards: string;
  /** The same for programs: see `paidQuery`. */
  readonly paid: string;
  /** What is not settled: see `openQuery`. */
  readonly open: string;
  /** `part`, `key`, `count`, `total_yuan`: see `summaryQuery`. */
  readonly summary: string;
}

/** Adds up every column of a table: what it costs just to look at it, to compare with. */
export const scanQuery = (table: string, columns: readonly { readonly name: string }[]): string =>
  `SELECT COUNT(*), ${columns.map(({ name }) => `SUM(${identifier(name)})`).join(', ')} FROM ${identifier(table)}`;

export interface SqlOptions extends Columns {
  readonly dialect: Dialect;
  readonly table: string;
  readonly divisions: readonly DivisionName[];
  /** A comment, ended by no line break, that stands before what a clause awards; null: none. */
  readonly note?: (policy: string, clause: number) => string | null;
}

/** PostgreSQL's rows have at most 1,664 columns, and a clause takes two and a half of them on its way. */
export const mostClauses = 600;

/**
 * Makes the SQL of a run over a table: one row an enterprise, with `id`, a column for each division and one for each fact,
 * as stored; NULL where it is missing. Of a policy only ids, names of payers and whole numbers enter the text, each quoted.
 * Throws on no clause at all and on more than `mostClauses`.
 */
export function sqlOf(program: BatchProgram, facts: FactTable, options: SqlOptions): PolicySql {
  const { dialect, table, divisions, note = () => null } = options;
  const parts = partsOf(program);
  if (parts.clauses.length === 0 || parts.clauses.length > mostClauses)
    throw new RangeError(`${parts.clauses.length} clauses`);
  const payers = payersOf(program);
  const expressions = new Expressions(facts, dialect, options);
  const certain = certainty(parts, expressions);
  const from = { table, kept: divisions.map(divisionColumn), note };
  const decide = decideQuery(from, parts, expressions, certain, dialect);
  return {
    ...{ parts, decide },
    facts: [...expressions.asked].toSorted((a, b) => a - b).map((number) => ({ number, fact: facts.at(number) })),
    awards: awardsQuery(parts, payers, dialect),
    paid: paidQuery(parts),
    open: openQuery(parts, certain),
    summary: summaryQuery(parts, payers, divisions, certain, dialect),
  };
}
