import { type Expression, type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import { cappedCount, type ListedFields, matches, orderOf } from '../../../platform/db/list-sql.ts';
import type { ListRequest } from '../../../platform/http/list-request.ts';
import type { LifeState } from '../contract/fields.ts';
import type { OrganisationTables } from './tables.ts';

/** What the lists of this slice have in common. */

export type Db = Kysely<OrganisationTables>;

/** A page of rows, or all of them for an export. */
export type Asked = Pick<ListRequest, 'words' | 'filter' | 'sort'> & {
  readonly limit: number;
  readonly offset: number;
  /** Only these. */
  readonly ids?: readonly string[] | null;
  readonly except?: readonly string[];
  /** False: nobody will be told how many there are. */
  readonly counted?: false;
};
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly capped: boolean;
}

/** How many rows there are, where it is asked for; else nothing is counted. */
export const countOf = async <DB, TB extends keyof DB, O>(
  db: Db,
  query: SelectQueryBuilder<DB, TB, O>,
  { counted }: Asked,
): Promise<Omit<Page<never>, 'rows'>> =>
  counted === false ? { total: 0, capped: false } : cappedCount(db as never, query);

/** Condition: the row is among those that were ticked, and not among those that were taken out. */
export function amongTicked(
  id: Expression<unknown>,
  { ids, except }: Pick<Asked, 'ids' | 'except'>,
): RawBuilder<SqlBool> {
  const parts = [
    ...(ids == null ? [] : [sql`${id} = any(${[...ids]}::text[])`]),
    ...(except === undefined || except.length === 0 ? [] : [sql`not ${id} = any(${[...except]}::text[])`]),
  ];
  return parts.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(parts, sql` and `)}`;
}

/** `current`, `coming` or `ended` on a day, of a row with both ends. */
export const stateOf = (alias: string, day: string): RawBuilder<LifeState> =>
  sql<LifeState>`case when ${sql.ref(`${alias}.valid_to`)} <= ${day}::date then 'ended'
    when ${sql.ref(`${alias}.valid_from`)} > ${day}::date then 'coming' else 'current' end`;

/** The last name of a region, whatever the day: lists show how it is called now. */
export const regionName = (code: Expression<unknown>): RawBuilder<string> =>
  sql<string>`(select t.name from region_term t where t.code = ${code} order by t.valid_from desc nulls last limit 1)`;

/** Condition: the code lies in one of the regions on a day. */
export const inRegions =
  (code: Expression<unknown>, day: string) =>
  (regions: readonly string[]): RawBuilder<SqlBool> =>
    sql<SqlBool>`${code} in (select c.descendant from region_closure c
      where c.ancestor = any(${[...regions]}::text[]) and ${day}::date >= c.valid_from and ${day}::date < c.valid_to)`;

/** Condition: every word occurs in one of the places, in one of its spellings. */
export function hasWords(
  words: readonly string[],
  searched: readonly Expression<unknown>[],
  spellings: (word: string) => readonly string[] = (word) => [word],
): RawBuilder<SqlBool> {
  const found = words.map((word) => {
    const ways = spellings(word).map((way) => matches({ words: [way], filter: {} }, {}, searched));
    return sql`(${sql.join(ways, sql` or `)})`;
  });
  return found.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(found, sql` and `)}`;
}

export { cappedCount, type ListedFields, matches, orderOf };
