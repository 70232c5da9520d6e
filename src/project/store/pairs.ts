import { type Selectable, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../access/index.ts';
import type { Likeness } from '../domain/double/model.ts';
import type { Db } from './db.ts';
import { inSight, readProjectRows, type StoredProject } from './project.ts';
import type { PairTable } from './tables.ts';

/** What is compared of a project that may be the same as another. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly enterprise: string;
  readonly creditCode: string | null;
  readonly site: string;
  readonly scope: string;
  readonly totalFen: number;
  readonly regionId: string;
  readonly regionName: string;
  readonly unitName: string;
  readonly createdAt: string;
}

/** Projects that share a key with one, whoever keeps them; ask as the system. */
export async function candidatesOf(
  db: Db,
  keys: readonly string[],
  except: readonly string[],
  most: number,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select p.id, p.name, p.code, p.enterprise, p.content #>> '{facts,creditCode}' as "creditCode",
      p.content #>> '{facts,site}' as site, p.content #>> '{facts,scope}' as scope, p.total_fen as "totalFen",
      p.region_id as "regionId", u.name as "unitName", p.created_at as "createdAt",
      coalesce((select t.name from region_term t where t.code = p.region_id
        order by (t.valid_to is null) desc, t.valid_to desc limit 1), p.region_id) as "regionName"
    from project p join unit u on u.id = p.unit_id
    where p.likeness_keys && ${[...keys]}::text[] and p.id <> all (${[...except]}::text[]) and p.merged_into is null
    limit ${most}`.execute(db);
  return rows;
}

export interface NewPair {
  readonly id: string;
  readonly firstId: string;
  readonly secondId: string;
  readonly likeness: Likeness;
  readonly regionId: string | null;
  readonly at: string;
}

/** Puts pairs that are not known yet; gives those that are new. As the system. */
export async function insertPairs(db: Db, pairs: readonly NewPair[]): Promise<NewPair[]> {
  const found: NewPair[] = [];
  for (const pair of pairs) {
    const row = await db
      .insertInto('project_pair')
      .values({
        ...{ id: pair.id, revision: 1, first_id: pair.firstId, second_id: pair.secondId, state: 'open' },
        ...{ score: pair.likeness.score, reasons: JSON.stringify(pair.likeness.reasons), found_at: pair.at },
        region_id: pair.regionId,
      })
      .onConflict((conflict) => conflict.columns(['first_id', 'second_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (row !== undefined) found.push(pair);
  }
  return found;
}

/** Pairs of a project that nobody has decided and that are no longer alike. As the system. */
export async function dropOpenPairs(db: Db, projectId: string, alike: readonly string[]): Promise<string[]> {
  const rows = await db
    .deleteFrom('project_pair')
    .where('state', '=', 'open')
    .where(sql<SqlBool>`(first_id = ${projectId} and second_id <> all (${[...alike]}::text[])
      or second_id = ${projectId} and first_id <> all (${[...alike]}::text[]))`)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export type StoredPair = Selectable<PairTable>;

export interface PairSearch {
  readonly box: 'open' | 'same' | 'other' | 'all';
  readonly projectId: string | null;
}

const pairsIn = (db: Db, actor: Actor, { box, projectId }: PairSearch) =>
  db
    .selectFrom('project_pair')
    .where(sql<SqlBool>`exists (select from project where project.id = project_pair.first_id and ${inSight(actor)})`)
    .where(sql<SqlBool>`exists (select from project where project.id = project_pair.second_id and ${inSight(actor)})`)
    .$if(box !== 'all', (query) => query.where('state', '=', box === 'all' ? 'open' : box))
    // A pair with a project that is one with a third waits for that one.
    .$if(box === 'open', (query) =>
      query.where(sql<SqlBool>`not exists (select from project m where m.merged_into is not null
        and m.id in (project_pair.first_id, project_pair.second_id))`),
    )
    .$if(projectId !== null, (query) =>
      query.where(sql<SqlBool>`${projectId} in (project_pair.first_id, project_pair.second_id)`),
    );

export async function listPairRows(
  db: Db,
  actor: Actor,
  search: PairSearch,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; pairs: StoredPair[] }> {
  const query = pairsIn(db, actor, search);
  const pairs = await query
    .selectAll()
    .orderBy(sql`(project_pair.state = 'open') desc, score desc, found_at desc, id`)
    .limit(limit)
    .offset(offset)
    .execute();
  return { total: await countPairRows(db, actor, search), pairs };
}

export async function countPairRows(db: Db, actor: Actor, search: PairSearch): Promise<number> {
  const row = await pairsIn(db, actor, search)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export const readPairRow = (db: Db, id: string): Promise<StoredPair | undefined> =>
  db.selectFrom('project_pair').selectAll().where('id', '=', id).executeTakeFirst();

/** Both projects of some pairs, as far as they are in sight. */
export async function sidesOf(
  db: Db,
  actor: Actor,
  pairs: readonly StoredPair[],
): Promise<ReadonlyMap<string, StoredProject>> {
  const ids = pairs.flatMap((pair) => [pair.first_id, pair.second_id]);
  return new Map((await readProjectRows(db, actor, [...new Set(ids)])).map((row) => [row.id, row]));
}

export interface PairDecision {
  readonly state: 'open' | 'same' | 'other';
  readonly keptId: string | null;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly reason: string;
}

/** Gives whether the pair was still as it had been seen. */
export async function putDecision(
  db: Db,
  pairId: string,
  revision: number,
  { state, keptId, at, by, reason }: PairDecision,
): Promise<boolean> {
  const isOpen = state === 'open';
  const row = await db
    .updateTable('project_pair')
    .set({
      ...{ state, kept_id: keptId, revision: sql`revision + 1`, decided_at: isOpen ? null : at },
      ...{ decided_by_id: isOpen ? null : by.id, decided_by: isOpen ? null : by.name },
      decided_reason: isOpen ? null : reason,
    })
    .where('id', '=', pairId)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return false;
  await db
    .insertInto('project_pair_step')
    .values({
      ...{ pair_id: pairId, step: isOpen ? 'undo' : state, kept_id: keptId, reason, at },
      ...{ by_id: by.id, by_name: by.name },
    })
    .execute();
  return true;
}
