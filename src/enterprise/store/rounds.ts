import { sql } from 'kysely';
import type { Db } from './db.ts';
import { blockSize } from './settle.ts';

/** A block whose days are of an earlier day; undefined: all are of today. As the system. */
export async function blockToLook(db: Db, day: string): Promise<number | undefined> {
  const { rows } = await sql<{ block: number }>`
    select b.block from (select generate_series(0, (coalesce((select max(no) from enterprise), 0) - 1) / ${blockSize}) as block) b
    left join enterprise_look l on l.block = b.block
    where (l.looked_on is null or l.looked_on < ${day}::date) and exists (select from enterprise) order by 1 limit 1`.execute(
    db,
  );
  return rows[0]?.block;
}

/** The highest number that an enterprise has; 0: there is none. As the system. */
export async function newestNumber(db: Db): Promise<number> {
  const { rows } = await sql<{ no: number | null }>`select max(no) as no from enterprise`.execute(db);
  return rows[0]?.no ?? 0;
}

/** Says of the blocks that began after a number that they are of a day: all in them was made on it. As the system. */
export async function putLooksAfter(db: Db, number: number, day: string): Promise<void> {
  const first = number === 0 ? 0 : Math.floor((number - 1) / blockSize) + 1;
  await sql`insert into enterprise_look (block, looked_on)
    select b, ${day}::date from generate_series(${first}::integer, ((select max(no) from enterprise) - 1)::integer / ${blockSize}::integer) b
    on conflict (block) do update set looked_on = excluded.looked_on`.execute(db);
}

export async function putLook(db: Db, block: number, day: string): Promise<void> {
  await db
    .insertInto('enterprise_look')
    .values({ block, looked_on: day })
    .onConflict((conflict) => conflict.column('block').doUpdateSet({ looked_on: day }))
    .execute();
}

/** A title that soon ends, with where its enterprise stands. */
export interface EndingTitle {
  readonly id: string;
  readonly kind: string;
  readonly endsOn: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly regionId: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly chainId: string | null;
}

/**
 * Titles of a block that end within some days, for which nobody has been asked yet, of enterprises that are, and that no later
 * one of the same kind takes the place of. As the system.
 */
export async function endingTitles(db: Db, block: number, day: string, days: number): Promise<EndingTitle[]> {
  const { rows } = await sql<EndingTitle>`
    select t.id, t.kind, t.ends_on as "endsOn", e.id as "enterpriseId", e.name as "enterpriseName", e.region_id as "regionId",
      e.unit_id as "unitId", (select u.name from unit u where u.id = e.unit_id) as "unitName", e.chain_id as "chainId"
    from enterprise_title t join enterprise e on e.id = t.enterprise_id
    where e.no > ${block * blockSize} and e.no <= ${(block + 1) * blockSize} and e.counts and e.state in ('open', 'suspended')
      and t.ended_on is null and t.ends_on > ${day}::date and t.ends_on <= ${day}::date + ${days}::integer
      and not exists (select from enterprise_title later where later.enterprise_id = t.enterprise_id and later.kind = t.kind
        and later.ended_on is null and (later.ends_on is null or later.ends_on > t.ends_on))
      and not exists (select from work_item w
        where w.origin_slice = 'enterprise' and w.origin_kind = 'title' and w.origin_id = t.id)
    order by t.ends_on, t.id`.execute(db);
  return rows;
}

/** Titles for which somebody was asked and that are no longer about to end: gone, over, taken away, renewed, moved on. */
export async function settledTitles(db: Db, day: string): Promise<{ id: string; outcome: string }[]> {
  const { rows } = await sql<{ id: string; outcome: string }>`
    select distinct w.origin_id as id, case when t.id is null then '登记已删去'
      when t.ended_on is not null then '称号已取消'
      when t.ends_on <= ${day}::date then '称号已到期'
      when e.merged_into is not null or e.state not in ('open', 'suspended') then '企业已不在册'
      else '已有新的称号' end as outcome
    from work_item w left join enterprise_title t on t.id = w.origin_id left join enterprise e on e.id = t.enterprise_id
    where w.origin_slice = 'enterprise' and w.origin_kind = 'title' and w.state not in ('done', 'withdrawn')
      and (t.id is null or t.ended_on is not null or t.ends_on <= ${day}::date or e.merged_into is not null
        or e.state not in ('open', 'suspended')
        or exists (select from enterprise_title later where later.enterprise_id = t.enterprise_id and later.kind = t.kind
          and later.ended_on is null and (later.ends_on is null or later.ends_on > t.ends_on)))`.execute(db);
  return rows;
}
