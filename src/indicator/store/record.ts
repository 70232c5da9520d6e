import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import { lastDay } from '../../kernel/index.ts';
import type { Definition } from '../domain/definition.ts';
import { type Difference, differencesOf, type Figure, type FigureKey, type Vintage } from '../domain/figure.ts';
import type { IndicatorTables } from './tables.ts';

/** A figure to be saved. */
export interface Entry {
  readonly key: FigureKey;
  readonly figure: Figure;
  /** Where it counts; null: where its unit stood in the period. Of a figure that is there already its place stays. */
  readonly regionId: string | null;
  /** The revision that was seen; 0: there was none. */
  readonly seen: number;
  readonly note: string | null;
}

/** A figure as it stands. */
export interface Standing {
  readonly id: number;
  readonly revision: number;
  readonly regionId: string;
  readonly figure: Figure;
}

export interface Saved {
  readonly entry: Entry;
  /** null: it was new. */
  readonly before: Standing | null;
  readonly after: Standing;
}

export type Recorded =
  | { readonly ok: true; readonly saved: readonly Saved[] }
  /** Somebody else saved these since they were seen; nothing was written. */
  | { readonly ok: false; readonly stale: readonly { readonly entry: Entry; readonly standing: Standing | null }[] };

/**
 * Saves figures, their versions and what they change in the sums; inside a transaction. What is saved as it already stands
 * makes no version. No two entries may have one key. `counts`: the indicators that count enterprises by these figures.
 */
export async function recordFigures(
  db: Kysely<IndicatorTables>,
  entries: readonly Entry[],
  counts: readonly Definition[],
  by: { readonly id: string; readonly name: string },
  at: string,
): Promise<Recorded> {
  const standing = await lockStanding(db, entries);
  const stale = entries.filter((entry) => (standing.get(keyText(entry.key))?.revision ?? 0) !== entry.seen);
  if (stale.length > 0) return { ok: false, stale: staleOf(stale, standing) };
  const changed = entries.filter((entry) => !sameFigure(standing.get(keyText(entry.key))?.figure, entry.figure));
  if (changed.length === 0) return { ok: true, saved: [] };
  const after = await upsert(db, changed, at);
  // Another transaction put the same new figure in between the look and the writing.
  const lost = changed.filter((entry) => !after.has(keyText(entry.key)));
  if (lost.length > 0) return { ok: false, stale: staleOf(lost, await lockStanding(db, lost)) };
  const saved = changed.flatMap((entry): Saved[] => {
    const key = keyText(entry.key);
    const now = after.get(key);
    return now === undefined ? [] : [{ entry, before: standing.get(key) ?? null, after: now }];
  });
  await insertVersions(db, saved, by, at);
  await insertPending(db, saved, counts);
  return { ok: true, saved };
}

const staleOf = (entries: readonly Entry[], standing: ReadonlyMap<string, Standing>) =>
  entries.map((entry) => ({ entry, standing: standing.get(keyText(entry.key)) ?? null }));

const keyText = ({ indicatorId, period, unitId, enterpriseId, chainId, role }: FigureKey): string =>
  JSON.stringify([indicatorId, period, unitId, enterpriseId, chainId, role]);

const sameFigure = (a: Figure | undefined, b: Figure): boolean =>
  a !== undefined && a.value === b.value && a.reason === b.reason && a.vintage === b.vintage;

/** The keys as columns, to be joined. */
function keyColumns(entries: readonly Entry[]) {
  const column = (of: (key: FigureKey) => string) => entries.map(({ key }) => of(key));
  return sql`unnest(${column((key) => key.indicatorId)}::text[], ${column((key) => key.period)}::text[],
    ${column((key) => key.unitId)}::text[], ${column((key) => key.enterpriseId)}::text[],
    ${column((key) => key.chainId)}::text[], ${column((key) => key.role)}::text[])`;
}

interface StandingRow {
  readonly id: number;
  readonly indicator_id: string;
  readonly period: string;
  readonly unit_id: string;
  readonly enterprise_id: string;
  readonly chain_id: string;
  readonly role: FigureKey['role'];
  readonly region_id: string;
  readonly revision: number;
  readonly value: number | null;
  readonly reason: string | null;
  readonly vintage: Vintage;
}

const standingOf = (rows: readonly StandingRow[]): Map<string, Standing> =>
  new Map(
    rows.map((row) => [
      keyText({
        ...{ indicatorId: row.indicator_id, period: row.period, unitId: row.unit_id, role: row.role },
        ...{ enterpriseId: row.enterprise_id, chainId: row.chain_id },
      }),
      {
        ...{ id: row.id, revision: row.revision, regionId: row.region_id },
        figure: { value: row.value, reason: row.reason, vintage: row.vintage },
      },
    ]),
  );

/** More kinds of key than this are looked up together, at the mercy of the planner. */
const mostGroups = 60;

/**
 * In one order, so that two who save the same figures wait for each other instead of forever. Figures of one indicator,
 * period and unit are looked up together: a join of thousands of keys is planned by statistics that do not know the period
 * that is just being reported, and may read all of it once for each key.
 */
async function lockStanding(db: Kysely<IndicatorTables>, entries: readonly Entry[]): Promise<Map<string, Standing>> {
  const groups = Map.groupBy(entries, ({ key }) => [key.indicatorId, key.period, key.unitId, key.role].join('\n'));
  if (groups.size > mostGroups) return standingOf(await lockJoined(db, entries));
  const wanted = new Set(entries.map(({ key }) => keyText(key)));
  const found: StandingRow[] = [];
  for (const group of [...groups.keys()].sort()) {
    const [first] = groups.get(group) ?? [];
    if (first === undefined) continue;
    const { indicatorId, period, unitId, role } = first.key;
    const enterprises = [...new Set((groups.get(group) ?? []).map(({ key }) => key.enterpriseId))];
    const { rows } = await sql<StandingRow>`
      select o.* from observation o
      where o.indicator_id = ${indicatorId} and o.period = ${period} and o.unit_id = ${unitId} and o.role = ${role}
        and o.enterprise_id = any (${enterprises}::text[])
      order by o.id for update of o`.execute(db);
    found.push(...rows);
  }
  return new Map([...standingOf(found)].filter(([key]) => wanted.has(key)));
}

async function lockJoined(db: Kysely<IndicatorTables>, entries: readonly Entry[]): Promise<readonly StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select o.* from observation o
      join ${keyColumns(entries)} k (indicator_id, period, unit_id, enterprise_id, chain_id, role)
        using (indicator_id, period, unit_id, enterprise_id, chain_id, role)
    order by o.indicator_id collate "C", o.period collate "C", o.unit_id collate "C", o.role collate "C", o.id
    for update of o`.execute(db);
  return rows;
}

async function upsert(
  db: Kysely<IndicatorTables>,
  entries: readonly Entry[],
  at: string,
): Promise<Map<string, Standing>> {
  const { rows } = await sql<StandingRow>`
    insert into observation as o (indicator_id, period, period_end, unit_id, enterprise_id, chain_id, role, region_id,
      revision, value, reason, vintage, saved_at)
    select k.indicator_id, k.period, k.period_end::date, k.unit_id, k.enterprise_id, k.chain_id, k.role,
      coalesce(k.region_id, (
        select p.region_id from unit_place p
        where p.unit_id = k.unit_id and k.period_end::date >= p.valid_from and k.period_end::date < p.valid_to)),
      k.seen + 1, k.value, k.reason, k.vintage, ${at}::timestamptz
    from unnest(${entries.map(({ key }) => key.indicatorId)}::text[], ${entries.map(({ key }) => key.period)}::text[],
      ${entries.map(({ key }) => lastDay(key.period))}::text[], ${entries.map(({ key }) => key.unitId)}::text[],
      ${entries.map(({ key }) => key.enterpriseId)}::text[], ${entries.map(({ key }) => key.chainId)}::text[],
      ${entries.map(({ key }) => key.role)}::text[], ${entries.map(({ regionId }) => regionId)}::text[],
      ${entries.map(({ seen }) => seen)}::integer[], ${entries.map(({ figure }) => figure.value)}::bigint[],
      ${entries.map(({ figure }) => figure.reason)}::text[], ${entries.map(({ figure }) => figure.vintage)}::text[])
      k (indicator_id, period, period_end, unit_id, enterprise_id, chain_id, role, region_id, seen, value, reason, vintage)
    order by 1, 2, 4, 5, 6, 7
    on conflict (indicator_id, period, unit_id, enterprise_id, chain_id, role) do update
      set revision = excluded.revision, value = excluded.value, reason = excluded.reason, vintage = excluded.vintage,
        saved_at = excluded.saved_at
      where o.revision = excluded.revision - 1
    returning o.*`.execute(db);
  return standingOf(rows);
}

async function insertVersions(
  db: Kysely<IndicatorTables>,
  saved: readonly Saved[],
  by: { readonly id: string; readonly name: string },
  at: string,
): Promise<void> {
  await sql`
    insert into observation_version (observation_id, revision, value, reason, vintage, note, saved_at, by_id, by_name)
    select v.*, ${at}::timestamptz, ${by.id}, ${by.name}
    from unnest(${saved.map(({ after }) => after.id)}::bigint[], ${saved.map(({ after }) => after.revision)}::integer[],
      ${saved.map(({ after }) => after.figure.value)}::bigint[], ${saved.map(({ after }) => after.figure.reason)}::text[],
      ${saved.map(({ after }) => after.figure.vintage)}::text[], ${saved.map(({ entry }) => entry.note)}::text[]) v`.execute(
    db,
  );
}

async function insertPending(
  db: Kysely<IndicatorTables>,
  saved: readonly Saved[],
  counts: readonly Definition[],
): Promise<void> {
  const rows = saved.flatMap(({ entry: { key }, before, after }) =>
    differencesOf(key, before?.figure ?? null, after.figure, counts).map((difference) => ({ key, after, difference })),
  );
  if (rows.length === 0) return;
  const of = <T>(read: (row: { key: FigureKey; after: Standing; difference: Difference }) => T): T[] => rows.map(read);
  await sql`
    insert into rollup_pending (indicator_id, period, period_end, region_id, unit_id, chain_id, total, figures, firms,
      revised, final)
    select p.indicator_id, p.period, p.period_end::date, p.region_id, p.unit_id, p.chain_id, p.total, p.figures, p.firms,
      p.revised, p.final
    from unnest(${of((row) => row.difference.indicatorId)}::text[], ${of((row) => row.key.period)}::text[],
      ${of((row) => lastDay(row.key.period))}::text[], ${of((row) => row.after.regionId)}::text[],
      ${of((row) => row.key.unitId)}::text[], ${of((row) => row.key.chainId)}::text[],
      ${of((row) => String(row.difference.total))}::numeric[], ${of((row) => row.difference.figures)}::integer[],
      ${of((row) => row.difference.firms)}::integer[], ${of((row) => row.difference.revised)}::integer[],
      ${of((row) => row.difference.final)}::integer[])
      p (indicator_id, period, period_end, region_id, unit_id, chain_id, total, figures, firms, revised, final)`.execute(
    db,
  );
}
