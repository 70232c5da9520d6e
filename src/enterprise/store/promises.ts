import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../../access/index.ts';
import type { PromiseKind, PromiseSide } from '../domain/promise/index.ts';
import type { Db } from './db.ts';
import { type Doing, inSight } from './enterprise.ts';
import { unitNameAt } from './names.ts';

/** What the register tells of it; null: nothing. */
const measuredOn = (day: string) => sql<number | null>`jw_promise_measured(p.id, ${day}::date)`;

/** In reach with its enterprise, or with the unit that has to do with it. */
const inView = (actor: Actor) =>
  actor.reach.everything
    ? sql<SqlBool>`true`
    : sql<SqlBool>`((e.id is not null and ${inSight(actor, 'e')}) or p.unit_id = any (${[...actor.reach.units]}::text[]))`;

const named = (db: Db, day: string) =>
  db
    .selectFrom('enterprise_promise as p')
    .leftJoin('enterprise as e', 'e.id', 'p.enterprise_id')
    .select([
      ...(['p.id', 'p.enterprise_id', 'p.revision', 'p.side', 'p.kind', 'p.words', 'p.unit_id'] as const),
      ...(['p.signed_on', 'p.due_on', 'p.amount', 'p.year', 'p.source', 'p.outcome', 'p.outcome_on'] as const),
      ...(['p.outcome_words', 'p.outcome_amount', 'p.is_asked', 'p.at', 'p.by_name'] as const),
      ...(['e.region_id', 'e.park_id', 'e.chain_id', 'e.unit_id as own_unit_id', 'e.merged_into'] as const),
      sql<string>`coalesce(e.name, p.enterprise_name)`.as('enterprise_name'),
      unitNameAt('p.unit_id').as('unit_name'),
      measuredOn(day).as('measured'),
    ]);
export type StoredPromise = Awaited<ReturnType<ReturnType<typeof named>['execute']>>[number];

/** The first days first; `until`: only what was signed by that day. */
export async function listPromiseRows(
  db: Db,
  actor: Actor,
  asked: {
    readonly enterpriseId: string | null;
    readonly promiseId: string | null;
    readonly decided: boolean | null;
    readonly overdue: boolean;
    readonly on: string;
  },
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: StoredPromise[]; total: number }> {
  const { enterpriseId, promiseId, decided, overdue, on } = asked;
  const query = named(db, on)
    .where(inView(actor))
    .where('p.signed_on', '<=', on)
    .$if(enterpriseId !== null, (q) => q.where('p.enterprise_id', '=', enterpriseId ?? ''))
    .$if(promiseId !== null, (q) => q.where('p.id', '=', promiseId ?? ''))
    .$if(decided !== null, (q) => q.where(sql<SqlBool>`${settled(on)} = ${decided}`))
    .$if(overdue, (q) => q.where('p.due_on', '<', on));
  const rows = await query.orderBy('p.due_on').orderBy('p.id').limit(page.limit).offset(page.offset).execute();
  const { total } = await query.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  return { rows, total };
}

/** Whether it is decided how it came out; as src/enterprise/domain/promise/standing.ts. */
const settled = (on: string) => sql`(
  (p.outcome is not null and p.outcome_on <= ${on}::date)
  or (p.amount is not null and p.kind <> 'reward'
    and (coalesce(${measuredOn(on)} >= p.amount, false) or (p.due_on < ${on}::date and ${measuredOn(on)} is not null))))`;

export const readPromiseRow = (db: Db, actor: Actor, id: string, on: string): Promise<StoredPromise | undefined> =>
  named(db, on).where('p.id', '=', id).where(inView(actor)).executeTakeFirst();

export const lockPromiseRow = (db: Db, actor: Actor, id: string, on: string): Promise<StoredPromise | undefined> =>
  named(db, on).where('p.id', '=', id).where(inView(actor)).forUpdate('p').executeTakeFirst();

export interface PromiseFacts {
  readonly side: PromiseSide;
  readonly kind: PromiseKind;
  readonly words: string;
  readonly unitId: string;
  readonly signedOn: string;
  readonly dueOn: string;
  readonly amount: number | null;
  readonly year: number | null;
  readonly source: string;
}

const valuesOf = (promise: PromiseFacts) => ({
  ...{ side: promise.side, kind: promise.kind, words: promise.words, unit_id: promise.unitId },
  ...{ signed_on: promise.signedOn, due_on: promise.dueOn, amount: promise.amount, year: promise.year },
  source: promise.source,
});

export async function insertPromise(
  db: Db,
  promise: PromiseFacts &
    Doing & { readonly id: string; readonly enterpriseId: string; readonly enterpriseName: string },
): Promise<void> {
  const { id, enterpriseId, enterpriseName, at, by } = promise;
  await db
    .insertInto('enterprise_promise')
    .values({
      ...{ id, enterprise_id: enterpriseId, enterprise_name: enterpriseName, ...valuesOf(promise) },
      ...{ at, by_id: by.id, by_name: by.name },
    })
    .execute();
}

/** Writes a promise anew; whether its unit is to be asked is looked at again. */
export async function savePromise(db: Db, id: string, promise: PromiseFacts, { at, by }: Doing): Promise<void> {
  await db
    .updateTable('enterprise_promise')
    .set({
      ...{ ...valuesOf(promise), revision: sql`revision + 1`, at, by_id: by.id, by_name: by.name },
      ...{ is_asked: false, looked_on: null },
    })
    .where('id', '=', id)
    .execute();
}

export async function putOutcome(
  db: Db,
  id: string,
  outcome: {
    readonly outcome: 'kept' | 'broken' | null;
    readonly on: string | null;
    readonly words: string | null;
    readonly amount: number | null;
  },
): Promise<void> {
  await db
    .updateTable('enterprise_promise')
    .set({
      ...{ outcome: outcome.outcome, outcome_on: outcome.on, outcome_words: outcome.words },
      ...{ outcome_amount: outcome.amount, revision: sql`revision + 1`, is_asked: false, looked_on: null },
    })
    .where('id', '=', id)
    .execute();
}

export async function deletePromise(db: Db, id: string): Promise<void> {
  await db.deleteFrom('enterprise_promise').where('id', '=', id).execute();
}

/** Those about to be due or over that were not looked at today, and that nobody has decided; held. As the system. */
export const promisesToLook = (db: Db, day: string, until: string): Promise<StoredPromise[]> =>
  named(db, day)
    .where('p.outcome', 'is', null)
    .where('p.due_on', '<=', until)
    .where(sql<SqlBool>`p.looked_on is distinct from ${day}::date`)
    .orderBy('p.due_on')
    .limit(100)
    .forUpdate('p')
    .execute();

export async function putPromiseLook(db: Db, id: string, day: string, isAsked: boolean): Promise<void> {
  await db.updateTable('enterprise_promise').set({ looked_on: day, is_asked: isAsked }).where('id', '=', id).execute();
}
