import { type RawBuilder, sql } from 'kysely';
import { rulesOn, type TagCondition, type TagRule } from '../domain/tag/rule.ts';
import type { Db } from './db.ts';

/**
 * What follows from an enterprise, its titles and figures on a day, reckoned by the database for one or for a whole block in the
 * same words: titles that hold, the newest yearly figures, tags, and what it is found by.
 */

/** Which: some by id, those of one import, or one block of 16,384 by their numbers. */
export type Settled = { readonly ids: readonly string[] } | { readonly importId: string } | { readonly block: number };

export const blockSize = 16_384;

const which = (some: Settled): RawBuilder<unknown> => {
  if ('ids' in some) return sql`e.id = any (${[...some.ids]}::text[])`;
  if ('importId' in some) return sql`e.import_id = ${some.importId}`;
  return sql`e.no > ${some.block * blockSize} and e.no <= ${(some.block + 1) * blockSize}`;
};

const holdsOn = (day: string) => sql`t.given_on <= ${day}::date and (t.ends_on is null or t.ends_on > ${day}::date)
  and (t.ended_on is null or t.ended_on > ${day}::date)`;

/** Brings some enterprises up to a day; writes only those for which anything is another. Gives how many. */
export async function settleRows(db: Db, some: Settled, day: string, rules: readonly TagRule[]): Promise<number> {
  const result = await sql`
    with known as (
      select e.id, e.name, e.short_name, e.other_names, e.legal_representative, e.products, e.scope, e.state, e.scale,
        e.industry, e.chain_id, e.park_id, e.founded_on,
        array(select distinct t.kind from enterprise_title t where t.enterprise_id = e.id and ${holdsOn(day)} order by 1) as titles,
        (select jsonb_object_agg(x.key, x.value) from (
          select distinct on (f.key) f.key, f.value, y.period from enterprise_figures y, jsonb_each(y.figures) f
          where y.enterprise_id = e.id and length(y.period) = 4 order by f.key, y.period desc) x) as figures,
        (select max(y.period) from enterprise_figures y
          where y.enterprise_id = e.id and length(y.period) = 4 and y.figures ? 'revenue') as revenue_year
      from enterprise e where ${which(some)}
    ), tagged as (
      select known.*, ${tagsOf(rulesOn(rules, day), day)} as tags from known
    ), reckoned as (
      select id, titles, tags, (figures ->> 'revenue')::bigint as revenue, revenue_year::smallint as revenue_year,
        (figures ->> 'employees')::bigint as employees,
        jw_enterprise_words(variadic array[name, short_name] || other_names
          || array[legal_representative] || products || ${tagNames(rules)}) as searched
      from tagged
    )
    update enterprise set titles = r.titles, tags = r.tags, revenue = r.revenue, revenue_year = r.revenue_year,
      employees = r.employees, searched = r.searched
    from reckoned r
    where r.id = enterprise.id and (enterprise.titles, enterprise.tags, enterprise.revenue, enterprise.revenue_year,
      enterprise.employees, enterprise.searched) is distinct from (r.titles, r.tags, r.revenue, r.revenue_year, r.employees, r.searched)`.execute(
    db,
  );
  return Number(result.numAffectedRows ?? 0n);
}

/** The names of the tags that a row has: they are looked for too. */
const tagNames = (rules: readonly TagRule[]): RawBuilder<unknown> => sql`array(select n.name from unnest(
  ${rules.map(({ id }) => id)}::text[], ${rules.map(({ name }) => name)}::text[]) n (id, name) where n.id = any (tags))`;

function tagsOf(rules: readonly TagRule[], day: string): RawBuilder<unknown> {
  if (rules.length === 0) return sql`'{}'::text[]`;
  const each = rules.map(({ id, when }) => sql`case when ${holds(when, day)} then ${id}::text end`);
  return sql`array_remove(array[${sql.join(each)}], null)`;
}

function holds(when: TagCondition, day: string): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [];
  const among = (column: string, values: readonly string[]): void => {
    if (values.length > 0) all.push(sql`coalesce(${sql.ref(`known.${column}`)} = any (${[...values]}::text[]), false)`);
  };
  among('state', when.states);
  among('scale', when.scales);
  among('chain_id', when.chains);
  if (when.industries.length > 0)
    all.push(sql`coalesce(known.industry like any (${when.industries.map((code) => `${code}%`)}::text[]), false)`);
  if (when.titles.length > 0) all.push(sql`known.titles && ${[...when.titles]}::text[]`);
  if (when.withoutTitles.length > 0) all.push(sql`not known.titles && ${[...when.withoutTitles]}::text[]`);
  if (when.titleEndsWithin !== null) {
    const { titles, days } = when.titleEndsWithin;
    all.push(sql`exists (select from enterprise_title t where t.enterprise_id = known.id and ${holdsOn(day)}
      and t.kind = any (${[...titles]}::text[]) and t.ends_on <= ${day}::date + ${days}::integer)`);
  }
  if (when.inPark !== null) all.push(when.inPark ? sql`known.park_id is not null` : sql`known.park_id is null`);
  const founded = (years: number) => sql`(${day}::date - make_interval(years => ${years}))`;
  if (when.yearsAtMost !== null) all.push(sql`coalesce(known.founded_on >= ${founded(when.yearsAtMost)}, false)`);
  if (when.yearsAtLeast !== null) all.push(sql`coalesce(known.founded_on <= ${founded(when.yearsAtLeast)}, false)`);
  if (when.words.length > 0)
    all.push(sql`exists (select from unnest(${[...when.words]}::text[]) w
      where strpos(known.name || ' ' || array_to_string(known.products, ' ') || ' ' || known.scope, w) > 0)`);
  for (const { figure, least, most } of when.figures) {
    const value = sql`(known.figures ->> ${figure})::bigint`;
    if (least !== null) all.push(sql`coalesce(${value} >= ${least}, false)`);
    if (most !== null) all.push(sql`coalesce(${value} <= ${most}, false)`);
  }
  return all.length === 0 ? sql`true` : sql`(${sql.join(all, sql` and `)})`;
}
