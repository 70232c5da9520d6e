import { sql } from 'kysely';
import type { FigureKey, Vintage } from '../../domain/figure.ts';
import type { Db } from './db.ts';

/** A figure as it stands, by its place in the list that was asked. */
export interface StandingFigure {
  readonly at: number;
  readonly revision: number;
  readonly value: number | null;
  readonly reason: string | null;
  readonly vintage: Vintage;
}

export async function standingOf(db: Db, keys: readonly FigureKey[]): Promise<Map<number, StandingFigure>> {
  const of = (read: (key: FigureKey) => string): string[] => keys.map(read);
  const { rows } = await sql<StandingFigure>`
    select (k.at - 1)::integer as at, o.revision, o.value, o.reason, o.vintage
    from unnest(${of((key) => key.indicatorId)}::text[], ${of((key) => key.period)}::text[],
        ${of((key) => key.unitId)}::text[], ${of((key) => key.enterpriseId)}::text[], ${of((key) => key.chainId)}::text[],
        ${of((key) => key.role)}::text[])
        with ordinality k (indicator_id, period, unit_id, enterprise_id, chain_id, role, at)
      join observation o using (indicator_id, period, unit_id, enterprise_id, chain_id, role)`.execute(db);
  return new Map(rows.map((row) => [row.at, row]));
}

/** What was reported under some keys in earlier periods, oldest first. */
export async function pastOfKeys(
  db: Db,
  keys: readonly FigureKey[],
  periods: readonly string[],
): Promise<Map<number, { readonly periods: readonly string[]; readonly values: readonly number[] }>> {
  const of = (read: (key: FigureKey) => string): string[] => keys.map(read);
  const { rows } = await sql<{ at: number; periods: string[]; values: number[] }>`
    select (k.at - 1)::integer as at, array_agg(o.period order by o.period) as periods,
      array_agg(o.value::float8 order by o.period) as values
    from unnest(${of((key) => key.indicatorId)}::text[], ${of((key) => key.unitId)}::text[],
        ${of((key) => key.enterpriseId)}::text[], ${of((key) => key.chainId)}::text[], ${of((key) => key.role)}::text[])
        with ordinality k (indicator_id, unit_id, enterprise_id, chain_id, role, at)
      join observation o using (indicator_id, unit_id, enterprise_id, chain_id, role)
    where o.period = any (${[...periods]}::text[]) and o.value is not null
    group by k.at`.execute(db);
  return new Map(rows.map(({ at, ...past }) => [at, past]));
}

export interface FigureVersion {
  readonly revision: number;
  readonly value: number | null;
  readonly reason: string | null;
  readonly vintage: Vintage;
  readonly note: string | null;
  readonly savedAt: string;
  readonly byId: string;
  readonly byName: string;
}

/** Every version of a figure, the newest first, and the region that it counts in; undefined when there is none. */
export async function readVersions(
  db: Db,
  key: FigureKey,
): Promise<{ readonly regionId: string; readonly versions: FigureVersion[] } | undefined> {
  const row = await db
    .selectFrom('observation')
    .select(['id', 'region_id as regionId'])
    .where('indicator_id', '=', key.indicatorId)
    .where('period', '=', key.period)
    .where('unit_id', '=', key.unitId)
    .where('enterprise_id', '=', key.enterpriseId)
    .where('chain_id', '=', key.chainId)
    .where('role', '=', key.role)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const versions = await db
    .selectFrom('observation_version')
    .select([
      'revision',
      'value',
      'reason',
      'vintage',
      'note',
      'saved_at as savedAt',
      'by_id as byId',
      'by_name as byName',
    ])
    .where('observation_id', '=', row.id)
    .orderBy('revision', 'desc')
    .execute();
  return { regionId: row.regionId, versions };
}

/** Sheets that hold a figure, and the name that its enterprise bears there. */
export async function sheetsOfFigure(db: Db, key: FigureKey) {
  const { rows } = await sql<{ id: string; formName: string; state: string; title: string }>`
    select s.id, f.name as "formName", s.state, r.title
    from sheet s join form f on f.id = s.form_id
      join sheet_row r on r.sheet_id = s.id and r.enterprise_id = ${key.enterpriseId} and r.figure_chain = ${key.chainId}
      join sheet_cell c on c.sheet_id = s.id and c.row_key = r.row_key and c.indicator_id = ${key.indicatorId}
    where s.unit_id = ${key.unitId} and s.period = ${key.period} order by s.id limit 20`.execute(db);
  return rows;
}

/** Those of some ids that are chains. */
export async function chainsThatAre(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from chain where id = any (${[...ids]}::text[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
