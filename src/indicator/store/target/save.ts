import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { Target } from '../../domain/target/target.ts';
import type { IndicatorTables } from '../tables.ts';
import { type StoredTarget, type TargetSource, withLedgers } from '../targets.ts';

type Db = Kysely<IndicatorTables>;

/** A target that begins to hold. */
export interface NewTarget {
  readonly target: Target;
  readonly source: TargetSource;
  readonly parentId: string | null;
  readonly handed: boolean;
  readonly replacesId: string | null;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly setOn: string;
}

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const most = 1000;

export async function insertTargets(
  db: Db,
  targets: readonly NewTarget[],
  by: { readonly id: string; readonly name: string },
  at: string,
): Promise<void> {
  for (let from = 0; from < targets.length; from += most)
    await db
      .insertInto('target')
      .values(targets.slice(from, from + most).map((each) => rowOf(each, by, at)))
      .execute();
}

const rowOf = (
  { target, source, ...rest }: NewTarget,
  by: { readonly id: string; readonly name: string },
  at: string,
) => ({
  ...{ id: target.id, indicator_id: target.indicatorId, period: target.period, op: target.op, mode: target.mode },
  ...{ region_id: target.place.regionId, chain_id: target.place.chainId, unit_id: target.place.unitId },
  ...{ enterprise_id: rest.enterpriseId, enterprise_name: rest.enterpriseName },
  ...{ value: `${target.value}`, value2: target.value2 === null ? null : `${target.value2}` },
  ...{ base_period: target.base?.period ?? null, base_per_year: target.base?.perYear ?? false },
  base_value: target.base?.value == null ? null : `${target.base.value}`,
  from_period: target.from,
  ...{ plan_id: source.planId, edition: source.edition, item_id: source.itemId, said: source.said },
  ...{ cell_row: source.cell?.row ?? null, cell_column: source.cell?.column ?? null, remark: source.remark },
  confirmed_edition: source.confirmedEdition,
  ...{ parent_id: rest.parentId, handed: rest.handed, replaces_id: rest.replacesId, set_on: rest.setOn },
  ...{ ended_on: null, created_at: at, by_id: by.id, by_name: by.name },
});

const ofPlan = (db: Db, planId: string) =>
  db
    .selectFrom('target')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('handed', '=', false)
    .where('ended_on', 'is', null)
    .orderBy('id');

/** Targets that a plan itself sets and that are in force, whoever loaded them; held until the transaction ends. */
export async function lockTargetsOfPlan(db: Db, planId: string): Promise<StoredTarget[]> {
  return withLedgers(db, await ofPlan(db, planId).forUpdate().execute());
}

/** The same to look at. */
export async function readTargetsOfPlan(db: Db, planId: string): Promise<StoredTarget[]> {
  return withLedgers(db, await ofPlan(db, planId).execute());
}

/** One target, held until the transaction ends. */
export async function lockTarget(db: Db, id: string): Promise<StoredTarget | undefined> {
  const rows = await db.selectFrom('target').selectAll().where('id', '=', id).forUpdate().execute();
  return (await withLedgers(db, rows))[0];
}

/** What was handed down from some targets and is in force, over any number of steps. */
export async function readHandedBelow(db: Db, ids: readonly string[]): Promise<StoredTarget[]> {
  const rows = await db
    .withRecursive('below', (query) =>
      query
        .selectFrom('target')
        .select(['target.id', 'target.parent_id'])
        .where('parent_id', 'in', [...ids, ''])
        .where('ended_on', 'is', null)
        .unionAll(
          query
            .selectFrom('target')
            .innerJoin('below', 'below.id', 'target.parent_id')
            .select(['target.id', 'target.parent_id'])
            .where('target.ended_on', 'is', null),
        ),
    )
    .selectFrom('target')
    .selectAll()
    .where('id', 'in', (query) => query.selectFrom('below').select('below.id'))
    .orderBy('region_id')
    .orderBy('unit_id')
    .orderBy('enterprise_id')
    .limit(mostBelow)
    .execute();
  return withLedgers(db, rows);
}
/** Of a target's tree so many are shown. */
export const mostBelow = 5000;

/** They hold no longer. */
export async function endTargets(db: Db, ids: readonly string[], day: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`update target set ended_on = greatest(set_on, ${day}::date), revision = revision + 1
    where id = any (${[...ids]}::text[])`.execute(db);
}

/** A later edition says the same. */
export async function confirmTargets(db: Db, ids: readonly string[], edition: number): Promise<void> {
  if (ids.length === 0) return;
  await sql`update target set confirmed_edition = greatest(confirmed_edition, ${edition})
    where id = any (${[...ids]}::text[])`.execute(db);
}

/** Puts targets below others. */
export async function moveTargets(
  db: Db,
  moves: readonly { readonly id: string; readonly parentId: string | null }[],
): Promise<void> {
  if (moves.length === 0) return;
  await sql`update target t set parent_id = m.parent
    from unnest(${moves.map(({ id }) => id)}::text[], ${moves.map(({ parentId }) => parentId)}::text[]) m (id, parent)
    where t.id = m.id and t.parent_id is distinct from m.parent`.execute(db);
}

/** How much stricter it may be handed down, and that something about it has changed. */
export async function touchTarget(db: Db, id: string, change: { readonly overshoot?: number }): Promise<void> {
  await db
    .updateTable('target')
    .set((of) => ({
      revision: of('revision', '+', 1),
      ...(change.overshoot !== undefined && { overshoot: change.overshoot }),
    }))
    .where('id', '=', id)
    .execute();
}

/** The target that stands in the place of one; null: none does. */
export async function readReplacement(db: Db, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('target')
    .select('id')
    .where('replaces_id', '=', id)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}
