import { type Selectable, sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { Ledger } from '../domain/decompose/adjust.ts';
import type { Target } from '../domain/target/target.ts';
import type { IndicatorTables } from './tables.ts';
import type { TargetTable } from './target/tables.ts';

type Db = Kysely<IndicatorTables>;

/** A cell of a table of a plan, counted from 0. */
export interface SourceCell {
  readonly row: number;
  readonly column: number;
}

/** Where a target comes from: the item of an edition, and the cell if the item is a table. */
export interface TargetSource {
  readonly planId: string;
  readonly edition: number;
  readonly itemId: string;
  readonly cell: SourceCell | null;
  /** As the plan says it. */
  readonly said: string;
  /** Why it was taken although something is wrong with it. */
  readonly remark: string | null;
  /** Latest edition that says the same. */
  readonly confirmedEdition: number;
}

/** A target as it stands. `target.value` is the first value; `ledger` has what came after it. */
export interface StoredTarget {
  readonly target: Target;
  readonly ledger: Ledger;
  readonly source: TargetSource;
  /** The target of the place above that it is a part of; null at the top. */
  readonly parentId: string | null;
  /** Handed down by a person; else the plan itself says what this place has to do. */
  readonly handed: boolean;
  readonly replacesId: string | null;
  /** '' unless it is of one enterprise. */
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  /** How much stricter it may be handed down, in millionths. */
  readonly overshoot: number;
  readonly endedOn: string | null;
  readonly revision: number;
  readonly createdAt: string;
  readonly by: { readonly id: string; readonly name: string };
}

export interface TargetsAsked {
  readonly indicatorIds?: readonly string[];
  readonly regionIds?: readonly string[];
  /** '' for all chains together. */
  readonly chainIds?: readonly string[];
  /** '' for a region's own. */
  readonly unitIds?: readonly string[];
  /** A target of several years counts for each of them. */
  readonly years: readonly number[];
  /** Also those of single enterprises. */
  readonly enterprises?: boolean;
}

/** Targets in force that the asker may see, the newest edition first. */
export async function readTargets(db: Db, asked: TargetsAsked): Promise<StoredTarget[]> {
  if (asked.years.length === 0) return [];
  const [first, last] = [Math.min(...asked.years), Math.max(...asked.years)];
  const among = (ids: readonly string[] | undefined) => (ids === undefined ? undefined : [...ids]);
  const [indicators, regions] = [among(asked.indicatorIds), among(asked.regionIds)];
  const [chains, units] = [among(asked.chainIds), among(asked.unitIds)];
  let query = db
    .selectFrom('target')
    .selectAll()
    .where('ended_on', 'is', null)
    .where('year', '>=', first)
    .where('first_year', '<=', last)
    .where(
      sql<boolean>`exists (select from unnest(${[...asked.years]}::integer[]) y where y between first_year and year)`,
    );
  if (indicators !== undefined) query = query.where(sql<boolean>`indicator_id = any (${indicators}::text[])`);
  if (regions !== undefined) query = query.where(sql<boolean>`region_id = any (${regions}::text[])`);
  if (chains !== undefined) query = query.where(sql<boolean>`chain_id = any (${chains}::text[])`);
  if (units !== undefined) query = query.where(sql<boolean>`unit_id = any (${units}::text[])`);
  if (asked.enterprises !== true) query = query.where('enterprise_id', '=', '');
  return withLedgers(db, await query.orderBy('created_at', 'desc').orderBy('id').execute());
}

/** Targets by their ids, ended or not, that the asker may see; in the order of the ids. */
export async function readTargetsById(db: Db, ids: readonly string[]): Promise<StoredTarget[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('target')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  const found = new Map((await withLedgers(db, rows)).map((each) => [each.target.id, each]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Rows as targets, each with what was approved after its first value. */
export async function withLedgers(db: Db, rows: readonly Selectable<TargetTable>[]): Promise<StoredTarget[]> {
  if (rows.length === 0) return [];
  const adjustments = await db
    .selectFrom('target_adjustment')
    .select(['target_id', 'holds_on', 'value', 'reason', 'decided_by_name'])
    .where(sql<boolean>`target_id = any (${rows.map(({ id }) => id)}::text[])`)
    .where('state', '=', 'approved')
    .orderBy('number')
    .execute();
  const byTarget = Map.groupBy(adjustments, ({ target_id }) => target_id);
  return rows.map((row) => {
    const ledger: Ledger = {
      first: { on: row.set_on, value: BigInt(row.value) },
      adjustments: (byTarget.get(row.id) ?? []).map((each) => ({
        ...{ on: each.holds_on, value: BigInt(each.value), reason: each.reason },
        approver: each.decided_by_name ?? '',
      })),
    };
    return storedOf(row, ledger);
  });
}

function storedOf(row: Selectable<TargetTable>, ledger: Ledger): StoredTarget {
  return {
    target: targetOf(row),
    ledger,
    source: {
      ...{ planId: row.plan_id, edition: row.edition, itemId: row.item_id, said: row.said, remark: row.remark },
      cell: row.cell_row === null || row.cell_column === null ? null : { row: row.cell_row, column: row.cell_column },
      confirmedEdition: row.confirmed_edition,
    },
    ...{
      parentId: row.parent_id,
      handed: row.handed,
      replacesId: row.replaces_id,
      overshoot: row.overshoot,
      endedOn: row.ended_on,
    },
    ...{ enterpriseId: row.enterprise_id, enterpriseName: row.enterprise_name },
    ...{ revision: row.revision, createdAt: row.created_at, by: { id: row.by_id, name: row.by_name } },
  };
}

function targetOf(row: Selectable<TargetTable>): Target {
  const base =
    row.base_period === null
      ? null
      : {
          ...{ period: row.base_period, perYear: row.base_per_year },
          value: row.base_value === null ? null : BigInt(row.base_value),
        };
  return {
    ...{ id: row.id, indicatorId: row.indicator_id, period: row.period, op: row.op, mode: row.mode },
    place: { regionId: row.region_id, chainId: row.chain_id, unitId: row.unit_id },
    edition: editionKey(row.plan_id, row.edition),
    value: BigInt(row.value),
    value2: row.value2 === null ? null : BigInt(row.value2),
    ...{ base, from: row.from_period },
  };
}

/** An edition of a plan as one word. */
export const editionKey = (planId: string, edition: number): string => `${planId}@${edition}`;
