import { sql } from 'kysely';
import type { Vintage } from '../../domain/figure.ts';
import type { FormContent, SheetRow } from '../../domain/form/model.ts';
import type { Db } from './db.ts';
import type { StoredSheet } from './sheets.ts';

/**
 * Figures are looked up by unit and period, and brought to the rows of a sheet here: a join would be planned by statistics
 * that do not know the period that is just being reported.
 */
type OfUnit = Pick<StoredSheet, 'unitId' | 'period'>;

export interface PastCell {
  readonly row: string;
  readonly indicatorId: string;
  /** Both in one order, oldest first. */
  readonly periods: readonly string[];
  readonly values: readonly number[];
}

/** What the unit reported for each cell in some periods. An enterprise's figures are its own whatever chain it was in. */
export async function readPast(
  db: Db,
  sheet: OfUnit,
  form: FormContent,
  rows: readonly SheetRow[],
  periods: readonly string[],
): Promise<PastCell[]> {
  const indicators = form.columns.map(({ indicatorId }) => indicatorId);
  const isFirms = form.rows === 'enterprises';
  const of = isFirms ? sql.ref('o.enterprise_id') : sql.ref('o.chain_id');
  const found = await sql<{ of: string; indicatorId: string; periods: string[]; values: number[] }>`
    select ${of} as "of", o.indicator_id as "indicatorId", array_agg(o.period) as periods,
      array_agg(o.value::float8) as values
    from observation o
    where o.unit_id = ${sheet.unitId} and o.period = any (${[...periods]}::text[])
      and o.indicator_id = any (${indicators}::text[]) and o.role = ${form.role} and o.value is not null
      and ${isFirms ? sql`o.enterprise_id <> ''` : sql`o.enterprise_id = ''`}
    group by 1, 2`.execute(db);
  const keys = new Map(rows.map((row) => [isFirms ? row.enterpriseId : row.chainId, row.key]));
  return found.rows.flatMap((past): PastCell[] => {
    const row = keys.get(past.of);
    return row === undefined ? [] : [{ row, indicatorId: past.indicatorId, ...inOrder(past) }];
  });
}

/** Sorted here: a sort for each of thousands of groups takes the database longer. */
function inOrder({ periods, values }: { readonly periods: readonly string[]; readonly values: readonly number[] }) {
  const order = periods.map((_, at) => at).sort((a, b) => ((periods[a] ?? '') < (periods[b] ?? '') ? -1 : 1));
  return { periods: order.map((at) => periods[at] ?? ''), values: order.map((at) => values[at] ?? 0) };
}

/** A figure that stands under the key of a cell. */
export interface StandingCell {
  readonly row: string;
  readonly indicatorId: string;
  readonly observationId: number;
  readonly revision: number;
  readonly value: number | null;
  readonly reason: string | null;
  readonly vintage: Vintage;
}

/** The unit's own figures of the sheet's period, by cell. */
export async function readStanding(
  db: Db,
  sheet: OfUnit,
  form: FormContent,
  rows: readonly SheetRow[],
): Promise<StandingCell[]> {
  const indicators = form.columns.map(({ indicatorId }) => indicatorId);
  const found = await sql<Omit<StandingCell, 'row'> & { enterpriseId: string; chainId: string }>`
    select o.enterprise_id as "enterpriseId", o.chain_id as "chainId", o.indicator_id as "indicatorId",
      o.id as "observationId", o.revision, o.value, o.reason, o.vintage
    from observation o
    where o.unit_id = ${sheet.unitId} and o.period = ${sheet.period} and o.role = ${form.role}
      and o.indicator_id = any (${indicators}::text[])`.execute(db);
  const keys = new Map(rows.map(({ key, enterpriseId, chainId }) => [`${enterpriseId}\n${chainId}`, key]));
  return found.rows.flatMap(({ enterpriseId, chainId, ...figure }): StandingCell[] => {
    const row = keys.get(`${enterpriseId}\n${chainId}`);
    return row === undefined ? [] : [{ row, ...figure }];
  });
}

export interface ForeignCell {
  readonly row: string;
  readonly indicatorId: string;
  readonly observationId: number;
  readonly revision: number;
  readonly value: number;
  readonly unitId: string;
  readonly unitName: string;
}

/**
 * Keeps other units from handing in figures of the same enterprises until the transaction ends, so that whoever comes second
 * finds those of the first. By the share of a hash, in order: few locks whatever the number of enterprises, and no deadlock.
 */
export async function lockEnterprises(db: Db, rows: readonly SheetRow[]): Promise<void> {
  const ids = rows.map(({ enterpriseId }) => enterpriseId).filter((id) => id !== '');
  if (ids.length === 0) return;
  await sql`
    select pg_advisory_xact_lock(hashtext('figures of an enterprise'), share)
    from (select distinct hashtext(id) & 255 as share from unnest(${ids}::text[]) id order by share) shares`.execute(
    db,
  );
}

/** Figures that other units have reported of the same enterprises, for the same period; as the system. */
export async function readForeign(
  db: Db,
  sheet: OfUnit,
  form: FormContent,
  rows: readonly SheetRow[],
): Promise<ForeignCell[]> {
  if (form.rows !== 'enterprises' || form.role === 'own' || rows.length === 0) return [];
  const indicators = form.columns.map(({ indicatorId }) => indicatorId);
  const found = await sql<ForeignCell>`
    select o.enterprise_id as "row", o.indicator_id as "indicatorId", o.id as "observationId", o.revision, o.value,
      o.unit_id as "unitId", (select u.name from unit u where u.id = o.unit_id) as "unitName"
    from observation o
    where o.enterprise_id = any (${rows.map(({ enterpriseId }) => enterpriseId)}::text[]) and o.enterprise_id <> ''
      and o.indicator_id = any (${indicators}::text[]) and o.period = ${sheet.period} and o.role = 'part'
      and o.unit_id <> ${sheet.unitId} and o.value is not null
    order by o.id`.execute(db);
  // An enterprise's row is named after it; of several units the first one counts.
  const first = new Map<string, ForeignCell>();
  for (const figure of found.rows) {
    const key = `${figure.row}\n${figure.indicatorId}`;
    if (!first.has(key)) first.set(key, figure);
  }
  return [...first.values()];
}
