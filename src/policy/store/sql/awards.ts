import type { Certainty } from './certainty.ts';
import { excluded, open, paid } from './decide.ts';
import type { Dialect } from './dialect.ts';
import type { Clause, Parts } from './parts.ts';
import { identifier, literal } from './quote.ts';

/** Every award with its names and one column a payer, as the program writes them; in no order. */
export function awardsQuery({ clauses, contests }: Parts, payers: readonly string[], dialect: Dialect): string {
  const parts = contests.flatMap(({ policy, group, clauses }) =>
    clauses.map((clause) => {
      const columns = [
        'id',
        `${literal(`${policy.id}/${clause.source.id}`)} AS clause`,
        `${literal(`${policy.id}/${group}`)} AS "group"`,
        `${paid(clause)} AS amount_yuan`,
        ...payers.map(
          (payer, at) => `${shareOf(payer, clause, dialect) ?? 0} AS ${identifier(payerColumn(payer, at, payers))}`,
        ),
      ];
      return `SELECT ${columns.join(', ')}\nFROM paid WHERE ${paid(clause)} IS NOT NULL`;
    }),
  );
  return `WITH ${paidRows(clauses)}\n${parts.join('\nUNION ALL\n')}`;
}

/** The same for a program, which knows the names: of each enterprise that gets anything a row, with what each clause pays it. */
export const paidQuery = ({ clauses }: Parts): string => paidColumns(clauses, ['id']);

/** What is not settled: `unknown` with the group that cannot be told yet; `excluded` or `exclusion unknown` with the policy. */
export function openQuery({ excluding, contests }: Parts, { mayBeOpen }: Certainty): string {
  const row = (state: string, of: string, where: string): string =>
    `SELECT id, ${state} AS state, ${literal(of)} AS "of"\nFROM decided WHERE ${where} IS NOT NULL`;
  const left = (at: number): string => `CASE ${excluded(at)} WHEN 2 THEN 'excluded' ELSE 'exclusion unknown' END`;
  return [
    ...contests
      .filter(mayBeOpen)
      .map((contest) => row("'unknown'", `${contest.policy.id}/${contest.group}`, open(contest))),
    ...excluding.map(({ policy, exclusion }) => row(left(exclusion), policy, excluded(exclusion))),
  ].join('\nUNION ALL\n');
}

/** Most enterprises get little: those that get nothing are left out before each clause is looked for. */
export const paidRows = (clauses: readonly Clause[], keys: readonly string[] = ['id']): string =>
  `paid AS MATERIALIZED (\n${paidColumns(clauses, keys)}\n)`;

function paidColumns(clauses: readonly Clause[], keys: readonly string[]): string {
  const columns = clauses.map(paid);
  return `SELECT ${[...keys, ...columns].join(', ')}\nFROM decided\nWHERE COALESCE(${[...columns, 'NULL'].join(', ')}) IS NOT NULL`;
}

const ownColumns = ['id', 'clause', 'group', 'amount_yuan'];

/** PostgreSQL cuts names after 63 bytes and DuckDB does not tell capitals apart: two columns could become one. */
function payerColumn(payer: string, at: number, payers: readonly string[]): string {
  const [own, ...others] = [payer, ...ownColumns, ...payers.filter((_, other) => other !== at)].map((name) =>
    name.toLowerCase(),
  );
  const isLong = new TextEncoder().encode(payer).length > 63;
  return isLong || others.includes(own ?? '') ? `payer_${at + 1}` : payer;
}

const million = 1_000_000;

/** What a payer pays of a clause's award, in 元; null when nothing of it ever falls to this one. */
export function shareOf(payer: string, clause: Clause, dialect: Dialect): string | null {
  const { payers, most } = clause.source;
  const floor = (millionths: number): string => floorOf(paid(clause), millionths, most, dialect);
  const shares = payers
    .filter((each) => each.payer === payer && (each.rest || each.millionths > 0))
    .map((own) => {
      if (!own.rest) return floor(own.millionths);
      const others = payers.filter((other) => other !== own && other.millionths > 0);
      return [paid(clause), ...others.map(({ millionths }) => floor(millionths))].join(' - ');
    });
  return shares.length === 0 ? null : shares.join(' + ');
}

function floorOf(amount: string, millionths: number, most: number, { divide }: Dialect): string {
  if (BigInt(most) * BigInt(millionths) < 2n ** 63n) return `(${amount} * ${millionths} ${divide} ${million})`;
  // Too great to be multiplied whole: the millions and what is left of them each by itself.
  return `(${amount} ${divide} ${million} * ${millionths} + ${amount} % ${million} * ${millionths} ${divide} ${million})`;
}
