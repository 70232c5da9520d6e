import { type Selectable, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../access/index.ts';
import type { Hand } from '../domain/model/index.ts';
import { chainNameAt, type Db, inSight, regionNameAt } from './db.ts';
import type { DiagnosisTable } from './tables.ts';

/** A diagnosis with the enterprise that it is of, as that stands today. */
export const namedDiagnoses = (db: Db) =>
  db
    .selectFrom('diagnosis')
    .innerJoin('enterprise as e', 'e.id', 'diagnosis.enterprise_id')
    .selectAll('diagnosis')
    .select(['e.name', 'e.code', 'e.region_id', 'e.park_id', 'e.unit_id', 'e.chain_id', 'e.industry', 'e.scale'])
    .select([regionNameAt('e.region_id').as('region_name'), chainNameAt('e.chain_id').as('chain_name')]);

export type StoredDiagnosis = Awaited<ReturnType<ReturnType<typeof namedDiagnoses>['executeTakeFirstOrThrow']>>;

export const readDiagnosisRow = (db: Db, actor: Actor, id: string): Promise<StoredDiagnosis | undefined> =>
  namedDiagnoses(db).where('diagnosis.id', '=', id).where(inSight(actor, 'e')).executeTakeFirst();

/** Held until the transaction ends. */
export const lockDiagnosisRow = (db: Db, actor: Actor, id: string): Promise<StoredDiagnosis | undefined> =>
  namedDiagnoses(db)
    .where('diagnosis.id', '=', id)
    .where(inSight(actor, 'e'))
    .forUpdate('diagnosis')
    .executeTakeFirst();

export const diagnosesOf = (db: Db, enterpriseId: string): Promise<StoredDiagnosis[]> =>
  namedDiagnoses(db)
    .where('diagnosis.enterprise_id', '=', enterpriseId)
    .where('diagnosis.state', '<>', 'dropped')
    .orderBy('diagnosis.begun_at', 'desc')
    .limit(50)
    .execute();

/** The results before this one by the same questionnaire, the newest first. */
export const earlierResults = (db: Db, row: StoredDiagnosis): Promise<StoredDiagnosis[]> =>
  namedDiagnoses(db)
    .where('diagnosis.enterprise_id', '=', row.enterprise_id)
    .where('diagnosis.questionnaire_id', '=', row.questionnaire_id)
    .where('diagnosis.state', '=', 'inspected')
    .where('diagnosis.begun_at', '<', row.begun_at)
    .orderBy('diagnosis.begun_at', 'desc')
    .limit(20)
    .execute();

export type NewDiagnosis = Pick<
  Selectable<DiagnosisTable>,
  | 'id'
  | 'enterprise_id'
  | 'campaign_id'
  | 'questionnaire_id'
  | 'edition_id'
  | 'table_id'
  | 'digest'
  | 'wanted'
  | 'begun_at'
  | 'begun_by_id'
  | 'begun_by'
  | 'by_itself'
>;

/** False: another one is under way. */
export async function insertDiagnosis(db: Db, row: NewDiagnosis): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('diagnosis')
    .values({ ...row, state: 'filling', changed_at: row.begun_at })
    .onConflict((conflict) =>
      conflict
        .columns(['enterprise_id', 'questionnaire_id'])
        .where(sql<SqlBool>`state in ('filling', 'submitted')`)
        .doNothing(),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

type Change = Partial<Omit<Selectable<DiagnosisTable>, 'id' | 'frozen' | 'levels' | 'sides'>> & {
  readonly frozen?: string;
  readonly levels?: string;
  readonly sides?: string;
};

export async function saveDiagnosis(db: Db, id: string, change: Change): Promise<void> {
  await db
    .updateTable('diagnosis')
    .set({ ...change, revision: sql`diagnosis.revision + 1` })
    .where('id', '=', id)
    .execute();
}

export const readAnswers = (db: Db, id: string) =>
  db
    .selectFrom('diagnosis_answer')
    .select(['hand', 'question_id', 'revision', 'value', 'note', 'at', 'by_id', 'by_name'])
    .where('diagnosis_id', '=', id)
    .execute();

export async function putAnswer(
  db: Db,
  id: string,
  answer: {
    readonly hand: Hand;
    readonly questionId: string;
    readonly revision: number;
    readonly value: string;
    readonly note: string;
    readonly at: string;
    readonly by: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  const { hand, questionId, revision, value, note, at, by } = answer;
  const written = { revision, value, note, at, by_id: by.id, by_name: by.name };
  await db
    .insertInto('diagnosis_answer')
    .values({ diagnosis_id: id, hand, question_id: questionId, ...written })
    .onConflict((conflict) => conflict.columns(['diagnosis_id', 'hand', 'question_id']).doUpdateSet(written))
    .execute();
}
