import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import type { Place } from '../../access/index.ts';
import type { PlanStatus, Signature } from '../domain/model.ts';
import type { PlanTables } from './tables.ts';

/** A plan without its contents. */
export interface PlanRecord {
  readonly id: string;
  readonly revision: number;
  readonly nextItem: number;
  readonly status: PlanStatus;
  readonly latestEdition: number | null;
  readonly place: Place;
  /** Of the open draft, else of the latest edition. */
  readonly title: string | null;
}

/** A plan; `locked` holds off every change of it until the transaction ends. */
export async function readPlan(
  db: Kysely<PlanTables>,
  planId: string,
  how: 'free' | 'locked' = 'free',
): Promise<PlanRecord | undefined> {
  const query = db
    .selectFrom('plan')
    .selectAll()
    .select(
      sql<string | null>`(select v.title from plan_version v where v.plan_id = plan.id
        order by v.number desc nulls first limit 1)`.as('title'),
    )
    .where('id', '=', planId);
  const row = await (how === 'locked' ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) return undefined;
  const { id, revision, status } = row;
  const place = { regionId: row.region_id, unitId: row.unit_id, chainId: row.chain_id };
  return { id, revision, nextItem: row.next_item, status, latestEdition: row.latest_edition, place, title: row.title };
}

export async function insertPlan(
  db: Kysely<PlanTables>,
  plan: { readonly id: string; readonly nextItem: number; readonly place: Place },
  { by, at }: Signature,
): Promise<void> {
  await db
    .insertInto('plan')
    .values({
      id: plan.id,
      revision: 1,
      next_item: plan.nextItem,
      status: 'draft',
      latest_edition: null,
      region_id: plan.place.regionId,
      unit_id: plan.place.unitId,
      chain_id: plan.place.chainId,
      created_at: at,
      created_by_id: by.id,
      created_by_name: by.name,
      updated_at: at,
    })
    .execute();
}
