import { sql } from 'kysely';
import { binaryBytes } from '../../../platform/db/index.ts';
import type { KeptColumn } from '../domain/index.ts';
import type { KeptProgram, LadderDb } from './tables.ts';

/** Enterprises of one block; see src/enterprise/store/settle.ts. */
export const blockSize = 16_384;

/** What a block is judged by, so that nothing is judged twice. */
export interface JudgedBy {
  readonly day: string;
  /** Fingerprint of all editions of the day. */
  readonly editions: string;
}

const notJudged = ({ day, editions }: JudgedBy) => sql`
  from enterprise_block b left join ladder_block l on l.block = b.block
  where b.fact = '' and (l.block is null or l.on_day <> ${day}::date or l.editions <> ${editions} or l.version <> b.version)`;

/** A block whose columns are of the day and that was not judged by them yet; undefined: none. As the system. */
export async function blockToJudge(
  db: LadderDb,
  by: JudgedBy,
): Promise<{ readonly block: number; readonly version: number } | undefined> {
  const { rows } = await sql<{ block: number; version: number }>`
    select b.block, b.version ${notJudged(by)} and b.on_day = ${by.day}::date order by b.block limit 1`.execute(db);
  return rows[0];
}

/** How many blocks wait for being judged, of how many; and since when what is shown holds. As the system. */
export async function judgedSoFar(
  db: LadderDb,
  by: JudgedBy,
): Promise<{ readonly waiting: number; readonly blocks: number; readonly day: string | null }> {
  const { rows } = await sql<{ waiting: number; blocks: number; day: string | null }>`
    select (select count(*) ${notJudged(by)}) as waiting, (select count(*) from enterprise_block where fact = '') as blocks,
      (select min(on_day) from ladder_block) as day`.execute(db);
  return rows[0] ?? { waiting: 0, blocks: 0, day: null };
}

/** Every title that enterprises of a block were ever given, as the database sends it; see `RowsAsked.given`. */
export const titleBytes = (db: LadderDb, block: number): Promise<Uint8Array> => {
  const from = Math.trunc(block) * blockSize;
  return binaryBytes(
    db,
    `select e.no::integer, t.kind, t.given_on::text, t.ends_on::text, t.ended_on::text from enterprise_title t
      join enterprise e on e.id = t.enterprise_id where e.no > ${from} and e.no <= ${from + blockSize}`,
  );
};

/** Keeps what is judged by, once. */
export async function putPrograms(
  db: LadderDb,
  programs: readonly { readonly id: string; readonly content: KeptProgram }[],
): Promise<void> {
  if (programs.length === 0) return;
  await db
    .insertInto('ladder_program')
    .values(
      programs.map(({ id, content }) => ({
        ...{ id, edition: content.edition.id, title: content.edition.title },
        content: JSON.stringify(content),
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/**
 * Puts the judgements of a block in the place of those before. What is as before is not
 * written again; what comes out as before keeps the day from which on it has. As the system, within a transaction.
 */
export async function putStandings(
  db: LadderDb,
  { block, columns }: { readonly block: number; readonly columns: Readonly<Record<KeptColumn, string>> },
  { day }: JudgedBy,
): Promise<void> {
  const {
    no,
    title,
    standing,
    given_on,
    ends_on,
    program_id,
    verdict,
    reach,
    within,
    unmet,
    open,
    least,
    most,
    facts,
  } = columns;
  await sql`
    with judged as (
      select * from unnest(${no}::integer[], ${title}::text[], ${standing}::text[], ${given_on}::date[], ${ends_on}::date[],
        ${program_id}::text[], ${verdict}::text[], ${reach}::smallint[], ${within}::boolean[], ${unmet}::bigint[], ${open}::bigint[],
        ${least}::smallint[], ${most}::smallint[], ${facts}::text[])
      as j(no, title, standing, given_on, ends_on, program_id, verdict, reach, within, unmet, open, least, most, facts)
    ), placed as (
      select e.id, e.region_id, e.unit_id, e.chain_id, e.park_id, j.* from judged j join enterprise e on e.no = j.no
    ), gone as (
      delete from ladder_standing s where s.block = ${block}
        and not exists (select from placed p where p.id = s.enterprise_id and p.title = s.title)
    )
    insert into ladder_standing as s (enterprise_id, title, block, standing, given_on, ends_on, program_id, verdict, reach, within, unmet,
      open, least, most, facts, judged_on, since, region_id, unit_id, chain_id, park_id)
    select id, title, ${block}, standing, given_on, ends_on, program_id, verdict, reach, within, unmet, open, least, most, facts,
      ${day}::date, ${day}::date, region_id, unit_id, chain_id, park_id from placed
    on conflict (enterprise_id, title) do update set block = excluded.block, standing = excluded.standing,
      given_on = excluded.given_on, ends_on = excluded.ends_on, program_id = excluded.program_id, verdict = excluded.verdict,
      reach = excluded.reach, within = excluded.within, unmet = excluded.unmet, open = excluded.open, least = excluded.least, most = excluded.most,
      facts = excluded.facts, judged_on = excluded.judged_on,
      since = case when (s.standing, s.program_id, s.verdict, s.reach) is not distinct from
        (excluded.standing, excluded.program_id, excluded.verdict, excluded.reach) then s.since else excluded.since end,
      region_id = excluded.region_id, unit_id = excluded.unit_id,
      chain_id = excluded.chain_id, park_id = excluded.park_id
    where (s.standing, s.given_on, s.ends_on, s.program_id, s.verdict, s.reach, s.within, s.unmet, s.open, s.least, s.most,
        s.facts, s.region_id, s.unit_id, s.chain_id, s.park_id)
      is distinct from (excluded.standing, excluded.given_on, excluded.ends_on, excluded.program_id, excluded.verdict,
        excluded.reach, excluded.within, excluded.unmet, excluded.open, excluded.least, excluded.most, excluded.facts, excluded.region_id, excluded.unit_id,
        excluded.chain_id, excluded.park_id)`.execute(db);
}

/** Up to when and over which columns a block was judged. */
export async function putJudged(
  db: LadderDb,
  { block, version, at }: { readonly block: number; readonly version: number; readonly at: string },
  { day, editions }: JudgedBy,
): Promise<void> {
  const row = { on_day: day, editions, version, judged_at: at };
  await db
    .insertInto('ladder_block')
    .values({ block, ...row })
    .onConflict((conflict) => conflict.column('block').doUpdateSet(row))
    .execute();
}
