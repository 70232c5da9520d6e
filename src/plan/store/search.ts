import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import { type Reach, withinReach } from '../../access/index.ts';
import type { PlanTables } from './tables.ts';

export interface FoundItem {
  readonly planId: string;
  readonly itemId: string;
  readonly title: string;
  readonly planName: string;
}

/**
 * Indicators or tasks, in the version by which somebody sees each plan, whose words have all of the given ones; those of
 * the plans changed last come first. Items that reviewers rejected are left out.
 */
export async function searchItems(
  db: Kysely<PlanTables>,
  kind: 'indicator' | 'task',
  words: readonly string[],
  reach: Reach,
  limit: number,
): Promise<FoundItem[]> {
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const whole = withinReach(reach, 'plan_listing');
  const published = sql`(plan_listing.face = 'published' and plan_listing.region_id = any (${[...reach.above]}::text[])
    and (${whole}) is not true)`;
  const title =
    kind === 'indicator' ? sql`i.content ->> 'name'` : sql`coalesce(i.content ->> 'title', i.content ->> 'text')`;
  const { rows } = await sql<FoundItem>`
    with shown as materialized (
      select plan_id, face, name, updated_at from plan_listing
      where status <> 'discarded' and (plan_listing.face = 'whole' and ${whole} or ${published}))
    select s.plan_id as "planId", i.id as "itemId", ${title} as title, s.name as "planName"
    from shown s
      join lateral (
        select v.id from plan_version v
        where v.plan_id = s.plan_id and (s.face = 'whole' or v.number is not null)
        order by (v.number is null and v.discarded_at is null) desc, v.number desc nulls last limit 1) v on true
      join plan_item i on i.version_id = v.id and i.kind = ${kind} and i.review <> 'rejected'
    where ${title} ilike all (${patterns}::text[])
    order by s.updated_at desc, s.plan_id, i.start_at
    limit ${limit}`.execute(db);
  return rows;
}
