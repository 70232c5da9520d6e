import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import { type Reach, withinReach } from '../../../access/index.ts';
import type { Role } from '../../domain/figure.ts';
import type { IndicatorTables } from '../tables.ts';

type Db = Kysely<IndicatorTables>;

/** Regions that stand right below one on a day; '' for the topmost. */
export async function regionsBelow(db: Db, parent: string, day: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from region_term
    where coalesce(parent, '') = ${parent} and (valid_from is null or valid_from <= ${day}::date)
      and (valid_to is null or valid_to > ${day}::date)
    order by code`.execute(db);
  return rows.map(({ code }) => code);
}

/** Chains of which there are sums in some regions; '' among them when there are any. */
export async function chainsIn(db: Db, indicators: readonly string[], regions: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ chain_id: string }>`
    select distinct chain_id from rollup_cell
    where indicator_id = any (${[...indicators]}::text[]) and region_id = any (${[...regions]}::text[]) and unit_id = ''
    order by 1`.execute(db);
  return rows.map(({ chain_id }) => chain_id);
}

/** Sums over one or two enterprises, as `region chain`. */
export async function smallCells(
  db: Db,
  indicators: readonly string[],
  regions: readonly string[],
  periods: readonly string[],
): Promise<{ readonly regionId: string; readonly chainId: string }[]> {
  const { rows } = await sql<{ regionId: string; chainId: string }>`
    select distinct region_id as "regionId", chain_id as "chainId" from rollup_cell
    where indicator_id = any (${[...indicators]}::text[]) and region_id = any (${[...regions]}::text[]) and unit_id = ''
      and period = any (${[...periods]}::text[]) and firms between 1 and 2`.execute(db);
  return rows;
}

export interface UnitFigure {
  readonly unitId: string;
  readonly regionId: string;
  readonly enterpriseId: string;
  readonly chainId: string;
  readonly role: Role;
  readonly period: string;
  readonly value: bigint;
}

/** Numbers that some units reported for an indicator in some periods, oldest first. */
export async function unitFigures(
  db: Db,
  indicatorId: string,
  units: readonly string[],
  periods: readonly string[],
): Promise<UnitFigure[]> {
  const { rows } = await sql<Omit<UnitFigure, 'value'> & { value: string }>`
    select unit_id as "unitId", region_id as "regionId", enterprise_id as "enterpriseId", chain_id as "chainId", role,
      period, value::text as value
    from observation
    where indicator_id = ${indicatorId} and period = any (${[...periods]}::text[])
      and unit_id = any (${[...units]}::text[]) and value is not null
    order by period, enterprise_id, chain_id`.execute(db);
  return rows.map((row) => ({ ...row, value: BigInt(row.value) }));
}

/** Where units stand today. */
export async function unitRegions(db: Db, units: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; region_id: string }>`
    select id, region_id from unit where id = any (${[...units]}::text[])`.execute(db);
  return new Map(rows.map(({ id, region_id }) => [id, region_id]));
}

export interface OwedSheet {
  readonly id: string;
  readonly unitId: string;
  readonly regionId: string;
  readonly period: string;
  /** With an extension the later day. */
  readonly due: string;
  readonly isReported: boolean;
}

/** Sheets of a form that have been opened, of the last so many periods, oldest first. */
export async function owedSheets(db: Db, formId: string, day: string, most: number): Promise<OwedSheet[]> {
  const { rows } = await sql<OwedSheet>`
    select id, unit_id as "unitId", region_id as "regionId", period, coalesce(extended_to, due_on)::text as due,
      state in ('submitted', 'approved') as "isReported"
    from sheet s
    where form_id = ${formId} and opens_on <= ${day}::date
      and exists (select from form f where f.id = s.form_id and f.state = 'open')
      and exists (select from form_unit u where u.form_id = s.form_id and u.unit_id = s.unit_id)
      and period in (
      select period from form_period where form_id = ${formId} order by period desc limit ${most})
    order by unit_id, period`.execute(db);
  return rows;
}

/** How many sheets are owed for an indicator in a region and all below it, and how many were handed in. */
export interface OwedIn {
  readonly indicatorId: string;
  readonly period: string;
  readonly regionId: string;
  /** The chain that the form asks about; '' for none in particular. */
  readonly chainId: string;
  readonly expected: number;
  readonly reported: number;
}

export async function owedIn(
  db: Db,
  indicators: readonly string[],
  regions: readonly string[],
  periods: readonly string[],
): Promise<OwedIn[]> {
  const { rows } = await sql<OwedIn>`
    select asked.indicator_id as "indicatorId", s.period, c.ancestor as "regionId", coalesce(s.chain_id, '') as "chainId",
      count(*)::integer as expected, count(s.submitted_at)::integer as reported
    from form f
      cross join lateral (
        select each ->> 'indicatorId' as indicator_id from jsonb_array_elements(f.content -> 'columns') each) asked
      join sheet s on s.form_id = f.id and s.period = any (${[...periods]}::text[])
      join region_closure c on c.descendant = s.region_id and c.ancestor = any (${[...regions]}::text[])
        and current_date >= c.valid_from and current_date < c.valid_to
    where f.state = 'open' and f.content ->> 'role' = 'part' and asked.indicator_id = any (${[...indicators]}::text[])
    group by 1, 2, 3, 4`.execute(db);
  return rows;
}

/** Names of forms by id. */
export async function namesOfForms(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from form where id = any (${[...ids]}::text[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Names of enterprises as the rosters have them. */
export async function namesOfEnterprises(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct on (enterprise_id) enterprise_id as id, name from roster
    where enterprise_id = any (${[...ids]}::text[]) order by enterprise_id, from_month desc`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Sheets of a form that a unit owes, by period. */
export async function sheetsOf(db: Db, formId: string, unitId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ period: string; id: string }>`
    select period, id from sheet where form_id = ${formId} and unit_id = ${unitId}`.execute(db);
  return new Map(rows.map(({ period, id }) => [period, id]));
}

/** How many targets of some years are in reach. */
export async function countTargets(db: Db, reach: Reach, years: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from target
    where ended_on is null and enterprise_id = '' and first_year <= ${Math.max(...years)} and year >= ${Math.min(...years)}
      and ${withinReach(reach, 'target')}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** A region and all below it today; null: every one. */
export async function regionsWithin(db: Db, regionId: string | null): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct descendant as code from region_closure
    where ${regionId === null ? sql`true` : sql`ancestor = ${regionId}`}
      and current_date >= valid_from and current_date < valid_to`.execute(db);
  return rows.map(({ code }) => code);
}
