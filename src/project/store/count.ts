import { type SqlBool, sql } from 'kysely';
import type { Position } from '../domain/model/index.ts';
import type { Db } from './db.ts';
import { mergedAt } from './months.ts';

/** Which projects are counted. Sums are whole fen, days `YYYY-MM-DD`, months `YYYY-MM`. */
export interface CountCondition {
  /** In this region or below it. */
  readonly regionId?: string | undefined;
  /** Of this chain or below it. */
  readonly chainId?: string | undefined;
  /** Have come at least so far. */
  readonly position?: Position | undefined;
  /** Came there on this day or later. */
  readonly from?: string | undefined;
  /** Came there on this day or earlier. */
  readonly to?: string | undefined;
  /** Total investment of at least so much. */
  readonly atLeastFen?: number | undefined;
  /** Only what a second person has confirmed. */
  readonly confirmed?: boolean | undefined;
  /** As it was known at the end of this day in China; now unless given. */
  readonly asOf?: string | undefined;
}

export interface DoneSpan {
  /** Months of investment, both included; all of them unless given. */
  readonly doneFrom?: string | undefined;
  readonly doneTo?: string | undefined;
}

export interface Counted {
  readonly projects: number;
  readonly totalFen: number;
  readonly doneFen: number;
}

/**
 * How many projects there are, their total investment, and what was invested in them in a span of months. The figures are
 * those known at `asOf`: events, contents and months that were written down later are not in it, and a pair that was merged
 * later was still two. Row-level security holds.
 */
export async function countProjectRows(db: Db, condition: CountCondition & DoneSpan): Promise<Counted> {
  const { asOf, position = 'planned', confirmed = false } = condition;
  const until = asOf === undefined ? 'infinity' : `${asOf}T24:00:00+08:00`;
  const [doneFrom, doneTo] = [condition.doneFrom ?? '0000-01', condition.doneTo ?? '9999-12'];
  const inRegion =
    condition.regionId === undefined
      ? sql<SqlBool>`true`
      : sql<SqlBool>`p.region_id in (select descendant from region_closure where ancestor = ${condition.regionId}
          and current_date >= valid_from and current_date < valid_to)`;
  const inChain =
    condition.chainId === undefined
      ? sql<SqlBool>`true`
      : sql<SqlBool>`p.chain_id in (select descendant from chain_closure where ancestor = ${condition.chainId})`;
  // What was done before monthly reports began has no months: it is in the sum of all, and in no other.
  const isWhole = condition.doneFrom === undefined && condition.doneTo === undefined;
  const withBefore = isWhole ? sql`coalesce((s.content #>> '{before,fen}')::bigint, 0)` : sql`0`;
  const { rows } = await sql<Counted>`
    with known as materialized (
      select p.id, c.content from project p
        cross join lateral (select v.content from project_version v where v.project_id = p.id and v.at <= ${until}::timestamptz
          order by v.revision desc limit 1) c
      where ${inRegion} and ${inChain} and ${asOf === undefined ? sql`p.counts` : stillApart(until)}),
    standing as (
      select k.id, k.content, e.happened_on, e.rank from known k
        cross join lateral (
          select max(x.rank) as rank, max(x.happened_on) filter (where x.position = ${position}) as happened_on
          from (
            select e.position, e.happened_on,
              array_position('{planned,waiting,started,completed,producing,reached}'::text[], e.position) as rank
            from project_event e
            where e.project_id = k.id and e.kind = 'step' and e.at <= ${until}::timestamptz
              and not (e.agreed is false and e.decided_at <= ${until}::timestamptz)
              and (not ${confirmed} or (e.agreed and e.decided_at <= ${until}::timestamptz))
              and not exists (
                select from project_event b where b.project_id = k.id and b.kind = 'back' and b.seq > e.seq
                  and b.at <= ${until}::timestamptz
                  and array_position('{planned,waiting,started,completed,producing,reached}'::text[], b.position)
                    < array_position('{planned,waiting,started,completed,producing,reached}'::text[], e.position))) x) e
      where e.rank >= array_position('{planned,waiting,started,completed,producing,reached}'::text[], ${position})
        and (k.content #>> '{facts,totalFen}')::bigint >= ${condition.atLeastFen ?? 0}
        and (${condition.from ?? null}::date is null or e.happened_on >= ${condition.from ?? null}::date)
        and (${condition.to ?? null}::date is null or e.happened_on <= ${condition.to ?? null}::date))
    select count(*)::integer as projects, coalesce(sum((s.content #>> '{facts,totalFen}')::bigint), 0)::bigint as "totalFen",
      coalesce(sum(coalesce(d.fen, 0) + ${withBefore}), 0)::bigint as "doneFen"
    from standing s left join lateral (
      select sum(m.fen) as fen from (
        select distinct on (v.month) v.month, v.fen, v.vintage from project_month_version v
        where (v.project_id = s.id or v.project_id in (${mergedAt(sql`s.id`, until)}))
          and v.at <= ${until}::timestamptz and v.month between ${doneFrom} and ${doneTo}
          and v.month > coalesce(s.content #>> '{before,until}', '')
        order by v.month, (v.project_id = s.id) desc, v.project_id, v.revision desc) m
      where not ${confirmed} or m.vintage = 'confirmed') d on true`.execute(db);
  return rows[0] ?? { projects: 0, totalFen: 0, doneFen: 0 };
}

/** At an instant a project was in the libraries, and one with no other. */
const stillApart = (until: string) => sql<SqlBool>`
  not exists (
    select from project_pair r join lateral (
      select s.step, s.kept_id from project_pair_step s where s.pair_id = r.id and s.at <= ${until}::timestamptz
      order by s.id desc limit 1) last on true
    where (r.first_id = p.id or r.second_id = p.id) and last.step = 'same' and last.kept_id <> p.id)
  and coalesce((select e.kind from project_event e where e.project_id = p.id and e.at <= ${until}::timestamptz
    and e.kind in ('withdraw', 'restore') order by e.seq desc limit 1), 'restore') = 'restore'`;
