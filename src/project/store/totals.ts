import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../access/index.ts';
import type { Grouping } from '../contract.ts';
import type { Db } from './db.ts';
import { type ProjectSearch, projectCondition, stageSql } from './listing.ts';
import { chainNameAt, regionNameAt, unitNameAt } from './names.ts';

/** Sums of the projects of one group; money in fen. */
export interface GroupSums {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly stuck: number;
  readonly totalFen: number;
  readonly yearPlanFen: number;
  readonly yearDoneFen: number;
  readonly doneFen: number;
}

const keyOf = (by: Grouping, today: string): RawBuilder<string | null> =>
  ({
    library: sql<string>`project.library`,
    stage: stageSql(today),
    region: sql<string>`project.region_id`,
    chain: sql<string | null>`project.chain_id`,
    unit: sql<string>`project.unit_id`,
  })[by];

const nameOf = (by: Grouping): RawBuilder<string | null> => {
  if (by === 'region') return regionNameAt('g.key');
  if (by === 'chain') return chainNameAt('g.key');
  return by === 'unit' ? unitNameAt('g.key') : sql<string>`g.key`;
};

/** Number and investment of the projects that a list would show, group by group. A merged pair is in it once, and so is each of its months. */
export async function sumProjects(
  db: Db,
  search: Omit<ProjectSearch, 'sort'>,
  actor: Actor,
  { by, year }: { readonly by: Grouping; readonly year: number },
): Promise<GroupSums[]> {
  const { rows } = await sql<GroupSums>`
    with p as materialized (
      select project.id, ${keyOf(by, search.today)} as key, project.light, project.total_fen, project.done_fen
      from project where ${projectCondition(search, actor)}),
    plan as (select project_id, fen from project_year where year = ${year}),
    done as (
      select project_id, sum(fen) as fen from (
        select distinct on (1, m.month) coalesce(q.merged_into, q.id) as project_id, m.month, m.fen
        from project_month m join project q on q.id = m.project_id
        where m.month between ${`${year}-01`} and ${`${year}-12`}
        order by 1, m.month, q.merged_into nulls first, q.id) once
      group by project_id),
    g as (
      select p.key, count(*) as count, count(*) filter (where p.light in ('red', 'yellow')) as stuck,
        sum(p.total_fen) as total, sum(p.done_fen) as done, sum(plan.fen) as year_plan, sum(done.fen) as year_done
      from p left join plan on plan.project_id = p.id left join done on done.project_id = p.id group by p.key)
    select coalesce(g.key, '') as key, coalesce(${nameOf(by)}, g.key, '') as name, g.count::integer as count,
      g.stuck::integer as stuck, coalesce(g.total, 0)::bigint as "totalFen", coalesce(g.year_plan, 0)::bigint as "yearPlanFen",
      coalesce(g.year_done, 0)::bigint as "yearDoneFen", coalesce(g.done, 0)::bigint as "doneFen"
    from g order by g.count desc, g.key`.execute(db);
  return rows;
}
