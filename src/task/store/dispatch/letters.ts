import { sql } from 'kysely';
import type { Kysely } from '../../../../platform/db/index.ts';
import type { Place } from '../../../access/index.ts';
import type { Result } from '../../../kernel/index.ts';
import { nextLetterNumber, readLetterNumber } from '../../domain/index.ts';
import type { TaskTables } from '../tables.ts';

type Db = Kysely<TaskTables>;

/** A letter of supervision as it was sent. */
export interface SentLetter {
  readonly number: string;
  readonly taskId: string;
  readonly dutyId: string;
  readonly unit: { readonly id: string | null; readonly name: string };
  readonly on: string;
  readonly replyBy: string | null;
  readonly words: string;
  readonly at: string;
  /** The paper that it is; a paper is one letter about several tasks. */
  readonly paperId?: string | undefined;
  readonly by: { readonly id: string; readonly name: string };
  readonly place: Place & { readonly regionId: string };
}

/**
 * Takes the next number of a sign in a year, for this transaction: another that wants one waits, and a transaction that does not
 * hold gives it back. Refuses (`letter-sign`) a sign that is none.
 */
export async function takeLetterNumber(db: Db, sign: string, year: number): Promise<Result<string>> {
  const { rows } = await sql<{ last: number }>`
    insert into dispatch_letter_count as c (sign, year, last) values (${sign}, ${year}, 0)
    on conflict (sign, year) do update set last = c.last returning c.last`.execute(db);
  const last = rows[0]?.last ?? 0;
  const next = nextLetterNumber(sign, year, last === 0 ? [] : [`${sign}〔${String(year).padStart(4, '0')}〕${last}号`]);
  if (next.ok)
    await db
      .updateTable('dispatch_letter_count')
      .set({ last: readLetterNumber(next.value)?.no ?? last + 1 })
      .where('sign', '=', sign)
      .where('year', '=', year)
      .execute();
  return next;
}

/**
 * The number after the last of a sign in a year, at least `least`, for something else than a letter about a task, for this
 * transaction: of one sign no number is given twice, whoever gives it. As the system.
 */
export async function takeSeriesNumber(db: Db, sign: string, year: number, least: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into dispatch_letter_count as c (sign, year, last) values (${sign}, ${year}, ${least})
    on conflict (sign, year) do update set last = greatest(c.last + 1, excluded.last) returning last`.execute(db);
  return rows[0]?.last ?? least;
}

export async function insertLetter(db: Db, letter: SentLetter): Promise<void> {
  const parts = readLetterNumber(letter.number);
  if (parts === null) throw new Error(`no number of a letter: ${letter.number}`);
  await db
    .insertInto('dispatch_letter')
    .values({
      ...{
        number: letter.number,
        ...parts,
        paper_id: letter.paperId ?? null,
        task_id: letter.taskId,
        duty_id: letter.dutyId,
      },
      ...{ to_unit_id: letter.unit.id, to_unit_name: letter.unit.name, on_day: letter.on, reply_by: letter.replyBy },
      ...{ words: letter.words, at: letter.at, by_id: letter.by.id, by_name: letter.by.name },
      ...{ region_id: letter.place.regionId, unit_id: letter.place.unitId, chain_id: letter.place.chainId },
    })
    .execute();
}

/** A letter in a list, with its answer. */
export interface ListedLetter {
  readonly number: string;
  readonly taskId: string;
  readonly dutyId: string;
  readonly title: string;
  readonly unitId: string | null;
  readonly unitName: string;
  readonly on: string;
  readonly replyBy: string | null;
  readonly words: string;
  readonly paperId: string | null;
  readonly by: string;
  readonly answeredOn: string | null;
  readonly answer: string | null;
}

/** The letters about tasks in sight, the newest first. */
export async function readLetters(db: Db): Promise<ListedLetter[]> {
  const { rows } = await sql<ListedLetter>`
    select l.number, l.task_id as "taskId", l.duty_id as "dutyId", t.title, l.to_unit_id as "unitId",
      l.to_unit_name as "unitName", l.on_day as "on", l.reply_by as "replyBy", l.words, l.paper_id as "paperId",
      l.by_name as by,
      e.on_day as "answeredOn", e.body ->> 'words' as answer
    from dispatch_letter l join task t on t.id = l.task_id
      left join task_event e on e.kind = 'letter-answered' and e.body ->> 'number' = l.number and e.task_id = l.task_id
        and e.duty_id = l.duty_id
    order by l.on_day desc, l.at desc, l.number, l.task_id, l.duty_id
    limit 20000`.execute(db);
  return rows;
}

/** The duties that a paper stands in as a letter. */
export const dutiesOfPaper = (db: Db, paperId: string): Promise<{ taskId: string; dutyId: string; number: string }[]> =>
  db
    .selectFrom('dispatch_letter')
    .select(['task_id as taskId', 'duty_id as dutyId', 'number'])
    .where('paper_id', '=', paperId)
    .orderBy('task_id')
    .orderBy('duty_id')
    .execute();
