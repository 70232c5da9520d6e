import { sql } from 'kysely';
import type { Kysely } from '../../../platform/db/index.ts';
import { type Reach, withinReach } from '../../access/index.ts';
import type { PlanTables } from './tables.ts';
import { itemIdsWith } from './words.ts';

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
  const few = await itemIdsWith(db, kind, words);
  if (few?.length === 0) return [];
  const whole = withinReach(reach, 'plan_listing');
  const published = sql`(plan_listing.face = 'published' and plan_listing.region_id = any (${[...reach.above]}::text[])
    and (${whole}) is not true)`;
  const title =
    kind === 'indicator' ? sql`i.content ->> 'name'` : sql`coalesce(i.content ->> 'title', i.content ->> 'text')`;
  const { rows } = await sql<FoundItem>`
    select plan_listing.plan_id as "planId", i.id as "itemId", ${title} as title, plan_listing.name as "planName"
    from plan_listing
      join lateral (
        select v.id from plan_version v
        where v.plan_id = plan_listing.plan_id and (plan_listing.face = 'whole' or v.number is not null)
        order by (v.number is null and v.discarded_at is null) desc, v.number desc nulls last limit 1) v on true
      join plan_item i on i.version_id = v.id and i.kind = ${kind} and i.review <> 'rejected'
    where plan_listing.status <> 'discarded' and (plan_listing.face = 'whole' and ${whole} or ${published})
      and ${few === null ? withWords(words) : amongItems(few)}
    order by plan_listing.updated_at desc, plan_listing.plan_id, i.start_at
    limit ${limit}`.execute(db);
  return rows;
}

const withWords = (words: readonly string[]) => sql`item_words(i.content) like all (like_all(${[...words]}::text[]))`;

/** Only the items of `version/item`, and only the plans they are in: the list is not walked for them. */
function amongItems(ids: readonly string[]) {
  const versions = ids.map((id) => id.slice(0, id.lastIndexOf('/')));
  return sql`plan_listing.plan_id in (select v.plan_id from plan_version v where v.id = any (${versions}::text[]))
    and (i.version_id || '/' || i.id) = any (${[...ids]}::text[])`;
}
