import { sql } from 'kysely';
import type { Actor } from '../../access/index.ts';
import { chainNameAt, type Db, inSight, regionNameAt, unitNameAt } from './db.ts';
import type { KeptSide } from './tables.ts';

const columns = [
  ...(['e.id', 'e.name', 'e.code', 'e.region_id', 'e.park_id', 'e.unit_id', 'e.chain_id'] as const),
  ...(['e.industry', 'e.scale', 'e.founded_on', 'e.merged_into'] as const),
] as const;

/** What a diagnosis wants to know of an enterprise in sight; undefined: there is none. */
export const readDiagnosed = (db: Db, actor: Actor, id: string) =>
  db
    .selectFrom('enterprise as e')
    .select(columns)
    .select([
      regionNameAt('e.region_id').as('region_name'),
      chainNameAt('e.chain_id').as('chain_name'),
      unitNameAt('e.unit_id').as('unit_name'),
    ])
    .where('e.id', '=', id)
    .where(inSight(actor, 'e'))
    .executeTakeFirst();

export type Diagnosed = NonNullable<Awaited<ReturnType<typeof readDiagnosed>>>;

/** Writes a fact of the dictionary that holds from a day on; another of the same day gives way. On the platform's behalf. */
export async function putFact(
  db: Db,
  fact: {
    readonly enterpriseId: string;
    readonly fact: string;
    readonly from: string;
    readonly value: number;
    readonly source: string;
    readonly at: string;
    readonly by: string;
  },
): Promise<void> {
  await sql`insert into enterprise_fact (enterprise_id, fact, from_day, value, source, at, by_name)
    values (${fact.enterpriseId}, ${fact.fact}, ${fact.from}, ${fact.value}, ${fact.source}, ${fact.at}, ${fact.by})
    on conflict (enterprise_id, fact, from_day) do update
      set value = excluded.value, source = excluded.source, at = excluded.at, by_name = excluded.by_name`.execute(db);
}

/** Checked results to be compared with, the newest of each enterprise; of everybody, so ask as the system. */
export async function peerRows(db: Db, questionnaireId: string, tableId: string, prefix: string) {
  const { rows } = await sql<{
    id: string;
    industry: string | null;
    region: string;
    scale: string | null;
    score: number;
    sides: readonly KeptSide[] | null;
  }>`
    select distinct on (d.enterprise_id) e.id, left(e.industry, 2) as industry, left(e.region_id, 4) as region, e.scale, d.score,
      d.sides
    from diagnosis d join enterprise e on e.id = d.enterprise_id
    where d.state = 'inspected' and d.questionnaire_id = ${questionnaireId} and d.table_id = ${tableId}
      and e.merged_into is null and (left(e.industry, 2) = ${prefix} or left(e.region_id, 4) in
        (select left(region_id, 4) from enterprise where left(industry, 2) = ${prefix}))
    order by d.enterprise_id, d.inspected_at desc`.execute(db);
  return rows;
}
