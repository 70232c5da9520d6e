import { paidRows, shareOf } from './awards.ts';
import type { Certainty } from './certainty.ts';
import { excluded, open, paid } from './decide.ts';
import type { Dialect } from './dialect.ts';
import type { Clause, Contest, Parts } from './parts.ts';
import { identifier, literal } from './quote.ts';

/** By what sums may be told apart. */
export type DivisionName = 'region' | 'chain' | 'city';

/** Its column, which no fact's can be called. */
export const divisionColumn = (name: DivisionName): string => `by ${name}`;

/**
 * Counts and totals as rows of `part`, `key`, `count` and `total_yuan`: of the enterprises all `rows`, those `excluded` by
 * a policy, those of which something is `unknown`, and in which `unknown-group`; of the awards each `clause` and `group`
 * (`policy/id`), `payer` (those to which it gives something), region, chain and city. What never occurs has no row.
 * Awards are added up once, by clause and division; all other sums are made of these.
 */
export function summaryQuery(
  parts: Parts,
  payers: readonly string[],
  divisions: readonly DivisionName[],
  { mayBeOpen }: Certainty,
  dialect: Dialect,
): string {
  const { clauses, contests } = parts;
  const keys = divisions.map((name) => identifier(divisionColumn(name)));
  const opens = contests.filter(mayBeOpen);
  const groups = [...Map.groupBy(opens, ({ policy, group }) => `${policy.id}/${group}`)];
  const cells = contests.flatMap(({ policy, group, clauses: own }) =>
    own.map((clause) => {
      const names = [`${policy.id}/${group}`, `${policy.id}/${clause.source.id}`].map(literal);
      return cellsOf(clause, names, keys, payers, dialect);
    }),
  );
  const rows = [
    ...['rows', 'excluded', 'unknown'].map((part) => row(part, "''", `all_${part}`, '0', 'counts')),
    ...groups.map(([key], at) => row('unknown-group', literal(key), `unknown_${at}`, '0', 'counts')),
    ...['group', 'clause'].map((part) => summed(part, identifier(part), identifier(part))),
    ...divisions.map((part, at) => summed(part, `CAST(${keys[at]} AS VARCHAR)`, keys[at] ?? '')),
    ...payers.map((payer, at) => row('payer', literal(payer), `SUM(count_${at})`, `SUM(total_${at})`, 'cells')),
  ];
  return [
    `WITH ${paidRows(clauses, ['id', ...keys])},`,
    `cells AS MATERIALIZED (\n${cells.join('\nUNION ALL\n')}\n),`,
    `counts AS MATERIALIZED (\n${countsOf(parts, opens, groups)}\n)`,
    rows.join('\nUNION ALL\n'),
  ].join('\n');
}

/** Sums of one clause, and of each payer's part in it. */
function cellsOf(
  clause: Clause,
  [group = '', name = '']: readonly string[],
  keys: readonly string[],
  payers: readonly string[],
  dialect: Dialect,
): string {
  const shares = payers.map((payer, at) => {
    const share = shareOf(payer, clause, dialect);
    if (share === null) return `0 AS count_${at}, 0 AS total_${at}`;
    const count = share === paid(clause) ? 'COUNT(*)' : `COUNT(NULLIF(${share}, 0))`;
    return `${count} AS count_${at}, SUM(${share}) AS total_${at}`;
  });
  const sums = ['COUNT(*) AS awards', `SUM(${paid(clause)}) AS total_yuan`, ...shares];
  const grouped = keys.length === 0 ? '' : ` GROUP BY ${keys.join(', ')}`;
  return `SELECT ${group} AS "group", ${name} AS "clause", ${[...keys, ...sums].join(', ')}
FROM paid WHERE ${paid(clause)} IS NOT NULL${grouped}`;
}

function countsOf(
  { exclusions }: Parts,
  opens: readonly Contest[],
  groups: readonly (readonly [string, readonly Contest[]])[],
): string {
  const out = exclusions.map((_, at) => `${excluded(at)} = 2`);
  const columns = [
    'COUNT(*) AS all_rows',
    `COUNT(CASE WHEN ${out.join(' OR ') || 'FALSE'} THEN 1 END) AS all_excluded`,
    `${countOpen(opens)} AS all_unknown`,
    ...groups.map(([, of], at) => `${countOpen(of)} AS unknown_${at}`),
  ];
  return `SELECT ${columns.join(', ')}\nFROM decided`;
}

const countOpen = (contests: readonly Contest[]): string =>
  `COUNT(COALESCE(${[...contests.map(open), 'NULL'].join(', ')}))`;

const row = (part: string, key: string, count: string, total: string, from: string): string =>
  `SELECT ${literal(part)} AS part, ${key} AS "key", ${count} AS "count", ${total} AS total_yuan FROM ${from}`;

const summed = (part: string, key: string, by: string): string =>
  `${row(part, key, 'SUM(awards)', 'SUM(total_yuan)', 'cells')} GROUP BY ${by}`;
