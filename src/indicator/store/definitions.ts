import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { Definition } from '../domain/definition.ts';
import type { IndicatorTables } from './tables.ts';

type Db = Kysely<IndicatorTables>;

/** A definition as it stands in the database. */
export interface StoredDefinition {
  readonly definition: Definition;
  /** Pack or edition that it came from. */
  readonly origin: string;
  readonly regionId: string | null;
  readonly unitId: string | null;
  readonly chainId: string | null;
}

/**
 * Indicators that hold, by name; all of them or those of the ids. An id without one is left out. `jw_may` is asked by
 * the table itself.
 */
export async function readDefinitions(db: Db, ids?: readonly string[]): Promise<StoredDefinition[]> {
  const rows = await db
    .selectFrom('indicator')
    .select(['definition', 'origin', 'region_id', 'unit_id', 'chain_id'])
    .where('valid_to', 'is', null)
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? []), '']))
    .orderBy('created_at')
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ definition, origin, region_id: regionId, unit_id: unitId, chain_id: chainId }) => ({
    ...{ definition, origin, regionId, unitId, chainId },
  }));
}

/** Puts definitions of one origin; gives the ids of those that are new or changed. Those of another origin stay. */
export async function putDefinitions(
  db: Db,
  definitions: readonly StoredDefinition[],
  at: string,
): Promise<readonly string[]> {
  if (definitions.length === 0) return [];
  const of = <T>(read: (stored: StoredDefinition) => T): T[] => definitions.map(read);
  const { rows } = await sql<{ id: string }>`
    insert into indicator (id, definition, origin, region_id, unit_id, chain_id, position, created_at)
    select d.id, d.definition::jsonb, d.origin, d.region_id, d.unit_id, d.chain_id, d.position, ${at}
    from unnest(${of(({ definition }) => definition.id)}::text[],
      ${of(({ definition }) => JSON.stringify(definition))}::text[], ${of(({ origin }) => origin)}::text[],
      ${of(({ regionId }) => regionId)}::text[], ${of(({ unitId }) => unitId)}::text[],
      ${of(({ chainId }) => chainId)}::text[])
      with ordinality d (id, definition, origin, region_id, unit_id, chain_id, position)
    on conflict (id) do update set definition = excluded.definition, position = excluded.position, valid_to = null
      where indicator.origin = excluded.origin
        and (indicator.definition is distinct from excluded.definition or indicator.position <> excluded.position
          or indicator.valid_to is not null)
    returning id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Ends those of an origin that it does not have any more; figures of them stay. */
export async function endDefinitions(db: Db, origin: string, kept: readonly string[], day: string): Promise<void> {
  await db
    .updateTable('indicator')
    .set({ valid_to: day })
    .where('origin', '=', origin)
    .where('valid_to', 'is', null)
    .where('id', 'not in', [...kept, ''])
    .execute();
}

/** Every period of which there are figures. */
export async function periodsWithFigures(db: Db): Promise<string[]> {
  const { rows } = await sql<{ period: string }>`
    with recursive p as (
      (select period from observation order by period limit 1)
      union all
      select (select o.period from observation o where o.period > p.period order by o.period limit 1) from p
      where p.period is not null)
    select period from p where period is not null`.execute(db);
  return rows.map(({ period }) => period);
}
