import { type SqlBool, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import { type Actor, withinReach } from '../../access/index.ts';
import type { DiagnosisTables } from './tables.ts';

export type Db = Kysely<DiagnosisTables>;

/** The name that a region bears today. */
export const regionNameAt = (column: string) => sql<string>`coalesce((select t.name from region_term t
  where t.code = ${sql.ref(column)} order by (t.valid_to is null) desc, t.valid_to desc limit 1), ${sql.ref(column)})`;
export const chainNameAt = (column: string) =>
  sql<string | null>`(select named.name from chain named where named.id = ${sql.ref(column)})`;
export const unitNameAt = (column: string) =>
  sql<string>`(select named.name from unit named where named.id = ${sql.ref(column)})`;

/** Enterprises in the actor's reach: by their place, or by the park that they lie in. */
export const inSight = ({ reach }: Pick<Actor, 'reach'>, alias: string) =>
  reach.everything || reach.units.size === 0
    ? withinReach(reach, alias)
    : sql<SqlBool>`(${withinReach(reach, alias)} or ${sql.ref(`${alias}.park_id`)} = any (${[...reach.units]}::text[]))`;

/** A region with all below it, today. */
export const belowRegion = (column: string, region: string) =>
  sql<SqlBool>`${sql.ref(column)} in (select descendant from region_closure where ancestor = ${region}
    and current_date >= valid_from and current_date < valid_to)`;
export const belowChain = (column: string, chain: string) =>
  sql<SqlBool>`${sql.ref(column)} in (select descendant from chain_closure where ancestor = ${chain})`;
