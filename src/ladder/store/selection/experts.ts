import { sql } from 'kysely';
import type { SelectionDb } from './tables.ts';

export interface Candidate {
  readonly person_id: string;
  readonly name: string;
  readonly unit_id: string;
  readonly unit_name: string;
}

/** Everybody who may be asked to score. */
export async function readCandidates(db: SelectionDb): Promise<Candidate[]> {
  const { rows } =
    await sql<Candidate>`select person_id, name, unit_id, unit_name from jw_experts() order by name, person_id`.execute(
      db,
    );
  return rows;
}

export const readExperts = (db: SelectionDb, roundId: string) =>
  db
    .selectFrom('selection_expert')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('name')
    .orderBy('person_id')
    .execute();
export type StoredExpert = Awaited<ReturnType<typeof readExperts>>[number];

export async function insertExpert(
  db: SelectionDb,
  row: Candidate & { readonly round_id: string; readonly added_at: string; readonly added_by: string },
): Promise<void> {
  const again = { removed_at: null, removed_reason: null, added_at: row.added_at, added_by: row.added_by };
  await db
    .insertInto('selection_expert')
    .values({ ...row, removed_at: null, removed_reason: null })
    .onConflict((conflict) => conflict.columns(['round_id', 'person_id']).doUpdateSet(again))
    .execute();
}
export async function removeExpertRow(
  db: SelectionDb,
  roundId: string,
  personId: string,
  at: string,
  reason: string,
): Promise<void> {
  await db
    .updateTable('selection_expert')
    .set({ removed_at: at, removed_reason: reason })
    .where('round_id', '=', roundId)
    .where('person_id', '=', personId)
    .execute();
}

export const readConflicts = (db: SelectionDb, roundId: string) =>
  db.selectFrom('selection_conflict').selectAll().where('round_id', '=', roundId).orderBy('at').execute();
export async function insertConflict(
  db: SelectionDb,
  row: {
    readonly round_id: string;
    readonly person_id: string;
    readonly enterprise_id: string;
    readonly reason: string;
    readonly by_name: string;
    readonly at: string;
  },
): Promise<void> {
  await db
    .insertInto('selection_conflict')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['round_id', 'person_id', 'enterprise_id']).doUpdateSet({ reason: row.reason }),
    )
    .execute();
}

export const readSeats = (db: SelectionDb, roundId: string) =>
  db.selectFrom('selection_seat').selectAll().where('round_id', '=', roundId).orderBy('entry_id').execute();
export type StoredSeat = Awaited<ReturnType<typeof readSeats>>[number];
export const seatsOfPerson = (db: SelectionDb, personId: string) =>
  db
    .selectFrom('selection_seat as s')
    .innerJoin('selection_round as r', 'r.id', 's.round_id')
    .innerJoin('selection_entry as n', 'n.id', 's.entry_id')
    .leftJoin('selection_sheet as t', (join) =>
      join.onRef('t.entry_id', '=', 's.entry_id').onRef('t.person_id', '=', 's.person_id'),
    )
    .select([
      's.entry_id',
      's.handed_at',
      'r.id as round_id',
      'r.name as round_name',
      'r.state',
      'r.score_to',
      'r.scheme',
    ])
    .select(['n.name', 'n.code', 'n.statement', 'n.frozen', 't.points', 't.remark', 'n.enterprise_id'])
    .where('s.person_id', '=', personId)
    .where('s.left_at', 'is', null)
    .where('n.state', '=', 'applied')
    .orderBy('r.score_to', 'desc')
    .orderBy('r.id')
    .orderBy('n.name')
    .orderBy('n.id')
    .execute();
export async function insertSeats(
  db: SelectionDb,
  roundId: string,
  seats: readonly { readonly entryId: string; readonly personId: string }[],
): Promise<void> {
  if (seats.length === 0) return;
  await db
    .insertInto('selection_seat')
    .values(
      seats.map(({ entryId, personId }) => ({
        ...{
          round_id: roundId,
          entry_id: entryId,
          person_id: personId,
          handed_at: null,
          left_at: null,
          left_reason: null,
        },
      })),
    )
    .execute();
}
export async function leaveSeat(
  db: SelectionDb,
  entryId: string,
  personId: string,
  at: string,
  reason: string,
): Promise<void> {
  await db
    .updateTable('selection_seat')
    .set({ left_at: at, left_reason: reason, handed_at: null })
    .where('entry_id', '=', entryId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .execute();
}
export async function handSeat(db: SelectionDb, entryId: string, personId: string, at: string | null): Promise<void> {
  await db
    .updateTable('selection_seat')
    .set({ handed_at: at })
    .where('entry_id', '=', entryId)
    .where('person_id', '=', personId)
    .execute();
}

export const readSheet = (db: SelectionDb, entryId: string, personId: string) =>
  db
    .selectFrom('selection_sheet')
    .selectAll()
    .where('entry_id', '=', entryId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
/** What was handed in, as far as it is shown to who asks. */
export const readSheets = (db: SelectionDb, roundId: string) =>
  db
    .selectFrom('selection_sheet as t')
    .innerJoin('selection_seat as s', (join) =>
      join.onRef('s.entry_id', '=', 't.entry_id').onRef('s.person_id', '=', 't.person_id'),
    )
    .select(['t.entry_id', 't.person_id', 't.points', 't.remark'])
    .where('t.round_id', '=', roundId)
    .where('s.left_at', 'is', null)
    .where('s.handed_at', 'is not', null)
    .orderBy('t.entry_id')
    .orderBy('t.person_id')
    .execute();
export async function putSheet(
  db: SelectionDb,
  row: {
    readonly round_id: string;
    readonly entry_id: string;
    readonly person_id: string;
    readonly points: string;
    readonly remark: string;
    readonly at: string;
  },
): Promise<void> {
  const { points, remark, at } = row;
  await db
    .insertInto('selection_sheet')
    .values(row)
    .onConflict((conflict) => conflict.columns(['entry_id', 'person_id']).doUpdateSet({ points, remark, at }))
    .execute();
}
