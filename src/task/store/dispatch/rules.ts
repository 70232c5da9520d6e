import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { Day } from '../../../kernel/index.ts';
import { type DispatchRules, type RuleKind, ruleKinds, usualRules } from '../../domain/index.ts';
import type { TaskTables } from '../tables.ts';

type Db = Kysely<TaskTables>;

/** A rule that holds in a region, and which region has set it. */
export interface HeldRule {
  readonly regionId: string;
  readonly kind: RuleKind;
  readonly setIn: string;
  readonly from: Day;
  readonly content: unknown;
}

/**
 * Of each region and kind what was set there by a day or, where nothing was, in the nearest region above; kinds for which
 * nobody has set anything are left out.
 */
export async function heldRules(db: Db, regionIds: readonly string[], day: Day): Promise<HeldRule[]> {
  const { rows } = await sql<HeldRule>`
    with holding as (
      select distinct on (region_id, kind) region_id, kind, from_day, content from dispatch_rules
      where from_day <= ${day}::date order by region_id, kind, from_day desc, id desc)
    select distinct on (c.descendant, h.kind) c.descendant as "regionId", h.kind, h.region_id as "setIn",
      h.from_day as "from", h.content
    from region_closure c join holding h on h.region_id = c.ancestor and h.content is not null
    where c.descendant = any (${[...regionIds]}::text[]) and current_date >= c.valid_from and current_date < c.valid_to
    order by c.descendant, h.kind, (
      select count(*) from region_closure u
      where u.descendant = c.ancestor and current_date >= u.valid_from and current_date < u.valid_to) desc`.execute(db);
  return rows;
}

/** By what is dispatched in each of some regions on a day. */
export async function rulesOfRegions(
  db: Db,
  regionIds: readonly string[],
  day: Day,
): Promise<(regionId: string) => DispatchRules> {
  const held = Map.groupBy(await heldRules(db, regionIds, day), ({ regionId }) => regionId);
  const found = new Map([...held].map(([regionId, rules]) => [regionId, rulesFrom(rules)]));
  return (regionId) => found.get(regionId) ?? usualRules;
}

/** By what is dispatched in a region on a day: lights, weights, urging, cycles and the sign of letters. */
export async function rulesFor(db: Db, regionId: string, day: Day): Promise<DispatchRules> {
  return (await rulesOfRegions(db, [regionId], day))(regionId);
}

const rulesFrom = (rules: readonly HeldRule[]): DispatchRules => ({
  ...usualRules,
  ...Object.fromEntries(rules.map(({ kind, content }) => [kind, content])),
});

export interface SetRule {
  readonly id: number;
  readonly regionId: string;
  readonly kind: RuleKind;
  readonly from: Day;
  readonly content: unknown;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

/** Everything that was ever set in a region, newest first. */
export async function rulesHistory(db: Db, regionId: string): Promise<SetRule[]> {
  const rows = await db
    .selectFrom('dispatch_rules')
    .selectAll()
    .where('region_id', '=', regionId)
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
  return rows.map(({ id, region_id, kind, from_day, content, reason, at, by_name }) => ({
    ...{ id, regionId: region_id, kind, from: from_day, content, reason, at, by: by_name },
  }));
}

/** Adds a rule to the history of a region; nothing that was set before is touched. `content` null: what holds above again. */
export async function putRule(
  db: Db,
  { regionId, kind, from, content, reason }: Omit<SetRule, 'id' | 'at' | 'by'>,
  by: { readonly id: string; readonly name: string },
  at: string,
): Promise<void> {
  await db
    .insertInto('dispatch_rules')
    .values({
      ...{ region_id: regionId, kind, from_day: from, reason, at, by_id: by.id, by_name: by.name },
      content: content === null ? null : JSON.stringify(content),
    })
    .execute();
}

/** How many rules were ever set in a region: who changes them says how many he saw. Takes the region for this transaction. */
export async function countRules(db: Db, regionId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`dispatch-rules ${regionId}`}, 0))`.execute(db);
  const { n } = await db
    .selectFrom('dispatch_rules')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('region_id', '=', regionId)
    .executeTakeFirstOrThrow();
  return n;
}

export const isRuleKind = (text: string): text is RuleKind => (ruleKinds as readonly string[]).includes(text);
