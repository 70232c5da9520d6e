import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import { causeOf, type WarningRule } from '../../domain/warning/model.ts';
import { urgencyOf } from '../../domain/warning/urgency.ts';
import { toKept } from '../../domain/watch/evidence-text.ts';
import type { Found } from '../../domain/watch/model.ts';
import type { IndicatorTables } from '../tables.ts';

type Db = Kysely<IndicatorTables>;

/** Whose warnings are looked at anew. */
export interface Scope {
  readonly about: string;
  readonly rules: readonly WarningRule[];
  /** Regions themselves, or units; of a form all of them. */
  readonly regions?: readonly string[];
  readonly units?: readonly string[];
}

/** Causes in a scope that are not over, held until the transaction ends. */
export async function openCauses(db: Db, { about, rules, regions, units }: Scope): Promise<{ cause: string }[]> {
  return db
    .selectFrom('warning')
    .select('cause')
    .where('about', '=', about)
    .where('state', '<>', 'over')
    .where(sql<boolean>`rule = any (${[...rules]}::text[])`)
    .$if(regions !== undefined, (query) =>
      query.where('unit_id', '=', '').where(sql<boolean>`region_id = any (${[...(regions ?? [])]}::text[])`),
    )
    .$if(units !== undefined, (query) => query.where(sql<boolean>`unit_id = any (${[...(units ?? [])]}::text[])`))
    .orderBy('id')
    .forUpdate()
    .execute();
}

/**
 * Saves what was found anew and what lasts. A cause that was over comes back as it was told: open, and nobody is told again.
 * What was put aside until a day that has come is open again.
 */
export async function saveFound(
  db: Db,
  found: readonly Found[],
  { at, day, newId }: { readonly at: string; readonly day: string; readonly newId: () => string },
): Promise<void> {
  if (found.length === 0) return;
  const of = <T>(read: (each: Found) => T): T[] => found.map(read);
  await sql`
    insert into warning as w (id, cause, rule, light, about, region_id, unit_id, chain_id, since, period, evidence, behind,
      small, state, raised_at, last_found_at)
    select f.id, f.cause, f.rule, f.light, f.about, f.region_id, f.unit_id, f.chain_id, f.since, f.period,
      f.evidence::jsonb, f.behind::jsonb, f.small, 'open', ${at}::timestamptz, ${at}::timestamptz
    from unnest(${of(newId)}::text[], ${of(({ warning }) => causeOf(warning))}::text[],
      ${of(({ warning }) => warning.evidence.rule)}::text[],
      ${of(({ warning }) => urgencyOf(warning.evidence))}::text[],
      ${of(({ warning }) => warning.subject.indicatorId)}::text[], ${of(({ place }) => place.regionId)}::text[],
      ${of(({ place }) => place.unitId)}::text[], ${of(({ warning }) => warning.subject.chainId)}::text[],
      ${of(({ warning }) => warning.since)}::text[], ${of(({ warning }) => warning.period)}::text[],
      ${of(({ warning }) => toKept(warning.evidence))}::text[], ${of(({ behind }) => toKept(behind))}::text[],
      ${of(({ isSmall }) => isSmall)}::boolean[])
      f (id, cause, rule, light, about, region_id, unit_id, chain_id, since, period, evidence, behind, small)
    on conflict (cause) do update set light = excluded.light, region_id = excluded.region_id, period = excluded.period,
      evidence = excluded.evidence, behind = excluded.behind, small = excluded.small, last_found_at = excluded.last_found_at,
      over_at = null,
      state = case when w.state = 'aside' and (w.aside_until is null or w.aside_until > ${day}::date) then 'aside' else 'open' end,
      aside_by_id = case when w.state = 'aside' and (w.aside_until is null or w.aside_until > ${day}::date) then w.aside_by_id end,
      revision = w.revision + case when w.state = 'over'
        or w.state = 'aside' and w.aside_until <= ${day}::date then 1 else 0 end`.execute(db);
}

/** Ends causes. */
export async function saveOver(db: Db, causes: readonly string[], at: string): Promise<void> {
  if (causes.length === 0) return;
  await db
    .updateTable('warning')
    .set({ state: 'over', over_at: at, aside_by_id: null, revision: sql`revision + 1` })
    .where(sql<boolean>`cause = any (${[...causes]}::text[])`)
    .execute();
}
