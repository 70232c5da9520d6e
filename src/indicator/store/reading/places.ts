import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { IndicatorTables } from '../tables.ts';

type Db = Kysely<IndicatorTables>;
export type Axis = 'region' | 'unit';

/** A place on a day, by either tree. */
export interface PlaceNode {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  /** There are others below it. */
  readonly opens: boolean;
  /** Of a region: what it is (`county`, `town` …); of a unit its kind. */
  readonly level: string;
}

const onDay = (table: string, day: string) => sql`
  (${sql.ref(`${table}.valid_from`)} is null or ${sql.ref(`${table}.valid_from`)} <= ${day}::date)
  and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${day}::date)`;

const nodeColumns = (axis: Axis, day: string) =>
  axis === 'region'
    ? sql`select t.code as id, t.name, t.parent, r.level,
        exists (select from region_term c where c.parent = t.code and ${onDay('c', day)}) as opens
      from region_term t join region r on r.code = t.code`
    : sql`select t.id, t.name, t.parent, t.kind as level,
        exists (select from unit c where c.parent = t.id and ${onDay('c', day)}) as opens
      from unit t`;
const idColumn = (axis: Axis) => sql.ref(axis === 'region' ? 't.code' : 't.id');

/** Some places as they were on a day (`YYYY-MM-DD`), in any order; those that there were not are left out. */
export async function readPlaces(db: Db, axis: Axis, ids: readonly string[], day: string): Promise<PlaceNode[]> {
  const { rows } = await sql<PlaceNode>`${nodeColumns(axis, day)}
    where ${idColumn(axis)} = any (${[...ids]}::text[]) and ${onDay('t', day)}`.execute(db);
  return rows;
}

/** The places right below one, in the order of their codes. */
export async function readChildren(db: Db, axis: Axis, id: string, day: string): Promise<PlaceNode[]> {
  const { rows } = await sql<PlaceNode>`${nodeColumns(axis, day)}
    where t.parent = ${id} and ${onDay('t', day)} order by 1`.execute(db);
  return rows;
}

/** Every place below one and itself, in the order of their codes. */
export async function readBelow(db: Db, axis: Axis, id: string, day: string): Promise<PlaceNode[]> {
  const closure =
    axis === 'region'
      ? sql`select descendant from region_closure
          where ancestor = ${id} and ${day}::date >= valid_from and ${day}::date < valid_to`
      : sql`select descendant from unit_closure where ancestor = ${id}`;
  const { rows } = await sql<PlaceNode>`${nodeColumns(axis, day)}
    where ${idColumn(axis)} in (${closure}) and ${onDay('t', day)} order by 1`.execute(db);
  return rows;
}

/** What lies above a place, the top first. */
export async function readAbove(db: Db, axis: Axis, id: string, day: string): Promise<{ id: string; name: string }[]> {
  const { rows } =
    axis === 'region'
      ? await sql<{ id: string; name: string }>`
          select t.code as id, t.name from region_closure c join region_term t on t.code = c.ancestor
          where c.descendant = ${id} and c.ancestor <> ${id} and ${day}::date >= c.valid_from
            and ${day}::date < c.valid_to and ${onDay('t', day)}
          order by (select count(*) from region_closure d where d.descendant = c.ancestor
            and ${day}::date >= d.valid_from and ${day}::date < d.valid_to), 1`.execute(db)
      : await sql<{ id: string; name: string }>`
          select t.id, t.name from unit_closure c join unit t on t.id = c.ancestor
          where c.descendant = ${id} and c.ancestor <> ${id}
          order by (select count(*) from unit_closure d where d.descendant = c.ancestor), 1`.execute(db);
  return rows;
}

/** The region that everything else lies in: where somebody without a post begins. */
export async function readTop(db: Db, day: string): Promise<string | null> {
  const { rows } = await sql<{ code: string }>`
    select t.code from region_term t where t.parent is null and ${onDay('t', day)}
    order by exists (select from rollup_cell c where c.region_id = t.code limit 1) desc, 1 limit 1`.execute(db);
  return rows[0]?.code ?? null;
}

export interface ChainNode {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly regionId: string;
}

/** Every chain that there is on a day, in the order of their ids. */
export async function readChains(db: Db, day: string): Promise<ChainNode[]> {
  const { rows } = await sql<ChainNode>`
    select t.id, t.name, t.parent, t.region_id as "regionId" from chain t where ${onDay('t', day)} order by 1`.execute(
    db,
  );
  return rows;
}

/** Where some regions stood on a day: code and the one above, for every region or unit that there was. */
export async function readParents(db: Db, axis: Axis, day: string): Promise<Map<string, string | null>> {
  const { rows } =
    axis === 'region'
      ? await sql<{ id: string; parent: string | null }>`
          select t.code as id, t.parent from region_term t where ${onDay('t', day)}`.execute(db)
      : await sql<{ id: string; parent: string | null }>`select t.id, t.parent from unit t`.execute(db);
  return new Map(rows.map(({ id, parent }) => [id, parent]));
}

/** Every chain that ever was, with the one above it. */
export async function readChainParents(db: Db): Promise<{ id: string; parent: string | null }[]> {
  const { rows } = await sql<{ id: string; parent: string | null }>`select id, parent from chain order by id`.execute(
    db,
  );
  return rows;
}

/** The region that a unit stands in now; null when there is no such unit. */
export async function regionOfUnit(db: Db, id: string): Promise<string | null> {
  const { rows } = await sql<{ region: string }>`select region_id as region from unit where id = ${id}`.execute(db);
  return rows[0]?.region ?? null;
}
