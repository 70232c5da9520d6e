import { type SqlBool, sql, type Updateable } from 'kysely';
import { type Actor, withinReach } from '../../../access/index.ts';
import type { SelectionDb, SelectionTables } from './tables.ts';

/** The name that a region bears today. */
export const regionNameAt = (column: string) => sql<string>`coalesce((select t.name from region_term t
  where t.code = ${sql.ref(column)} order by (t.valid_to is null) desc, t.valid_to desc limit 1), ${sql.ref(column)})`;
const unitNameAt = (column: string) =>
  sql<string>`(select named.name from unit named where named.id = ${sql.ref(column)})`;
const chainNameAt = (column: string) =>
  sql<string | null>`(select named.name from chain named where named.id = ${sql.ref(column)})`;

/** Rounds that somebody reads: those in reach, and those above him that are open to all. */
const inSight = ({ reach, permissions }: Actor) =>
  sql<SqlBool>`((${withinReach(reach, 'r')} or r.region_id = any (${[...reach.above]}::text[]))
    and (r.state <> 'draft' or (${permissions.has('ladder.select')}::boolean and ${withinReach(reach, 'r')})))`;

export const roundRows = (db: SelectionDb, actor: Actor) =>
  db
    .selectFrom('selection_round as r')
    .selectAll('r')
    .select([
      regionNameAt('r.region_id').as('region_name'),
      unitNameAt('r.unit_id').as('unit_name'),
      chainNameAt('r.chain_id').as('chain_name'),
    ])
    .where(inSight(actor));
export type StoredRound = Awaited<ReturnType<ReturnType<typeof roundRows>['executeTakeFirstOrThrow']>>;

export const readRoundRow = (db: SelectionDb, actor: Actor, id: string): Promise<StoredRound | undefined> =>
  roundRows(db, actor).where('r.id', '=', id).executeTakeFirst();

/** To be changed, held until the transaction ends. Whoever only applies holds it too: it cannot close under his hands. */
export const lockRoundRow = (db: SelectionDb, id: string) =>
  db.selectFrom('selection_round').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
/** Whoever may not write a row may not lock it either; he reads it once more inside. */
export const plainRoundRow = (db: SelectionDb, id: string) =>
  db.selectFrom('selection_round').selectAll().where('id', '=', id).executeTakeFirst();
export type RoundRow = NonNullable<Awaited<ReturnType<typeof plainRoundRow>>>;

export const listRoundRows = (db: SelectionDb, actor: Actor, most: number): Promise<StoredRound[]> =>
  roundRows(db, actor)
    .orderBy(sql`r.state in ('listed', 'ended')`)
    .orderBy('r.apply_to', 'desc')
    .orderBy('r.id')
    .limit(most)
    .execute();

/** How many take part, and how many are on the list. */
export async function roundCounts(
  db: SelectionDb,
  ids: readonly string[],
): Promise<Map<string, { applied: number; chosen: number }>> {
  const { rows } = await sql<{ id: string; applied: number; chosen: number }>`
    select round_id as id, count(*) filter (where state = 'applied')::int as applied,
      count(*) filter (where chosen)::int as chosen
    from selection_entry where round_id = any (${[...ids]}::text[]) group by round_id`.execute(db);
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

export async function insertRound(
  db: SelectionDb,
  row: Pick<
    RoundRow,
    | (
        | 'id'
        | 'name'
        | 'title_kind'
        | 'region_id'
        | 'unit_id'
        | 'chain_id'
        | 'state'
        | 'apply_from'
        | 'apply_to'
        | 'score_to'
      )
    | ('publicity_days' | 'note' | 'draw' | 'created_at' | 'created_by_id' | 'created_by' | 'changed_at')
  > & { scheme: string; measures: string },
): Promise<void> {
  await db.insertInto('selection_round').values(row).execute();
}

export async function saveRound(
  db: SelectionDb,
  id: string,
  change: Updateable<SelectionTables['selection_round']>,
): Promise<void> {
  await db
    .updateTable('selection_round')
    .set({ ...change, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute();
}

export const insertStep = async (
  db: SelectionDb,
  step: { readonly round_id: string; readonly at: string; readonly by_name: string; readonly words: string },
): Promise<void> => {
  await db.insertInto('selection_step').values(step).execute();
};
export const readSteps = (db: SelectionDb, roundId: string) =>
  db
    .selectFrom('selection_step')
    .select(['at', 'by_name', 'words'])
    .where('round_id', '=', roundId)
    .orderBy('number')
    .execute();

export async function placeMissing(
  db: SelectionDb,
  regionId: string,
  chainId: string | null,
): Promise<'region' | 'chain' | null> {
  const { rows } = await sql<{ region: boolean; chain: boolean }>`select
    exists (select from region where code = ${regionId}) as region,
    ${chainId}::text is null or exists (select from chain where id = ${chainId}) as chain`.execute(db);
  return rows[0]?.region === false ? 'region' : rows[0]?.chain === false ? 'chain' : null;
}

/** Whether an enterprise lies in the region and belongs to the chain of a round. */
export async function isInside(
  db: SelectionDb,
  enterprise: { readonly regionId: string; readonly chainId: string | null },
  round: { readonly region_id: string; readonly chain_id: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ inside: boolean }>`select
    exists (select from region_closure where ancestor = ${round.region_id} and descendant = ${enterprise.regionId}
      and current_date >= valid_from and current_date < valid_to)
    and (${round.chain_id}::text is null
      or exists (select from chain_closure where ancestor = ${round.chain_id} and descendant = ${enterprise.chainId})) as inside`.execute(
    db,
  );
  return rows[0]?.inside === true;
}

export async function insertRanking(
  db: SelectionDb,
  row: {
    readonly round_id: string;
    readonly input: string;
    readonly sm3: string;
    readonly at: string;
    readonly by_name: string;
  },
): Promise<void> {
  await db.insertInto('selection_ranking').values(row).execute();
}
export const readRankingRow = (db: SelectionDb, roundId: string) =>
  db.selectFrom('selection_ranking').selectAll().where('round_id', '=', roundId).executeTakeFirst();

export async function regionNames(db: SelectionDb, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`select c.code, ${regionNameAt('c.code')} as name
    from unnest(${[...new Set(codes)]}::text[]) c (code)`.execute(db);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
