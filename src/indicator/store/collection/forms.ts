import { sql } from 'kysely';
import { type Place, type Reach, withinReach } from '../../../access/index.ts';
import type { FormContent } from '../../domain/form/model.ts';
import type { Db } from './db.ts';

export interface StoredForm extends Place {
  readonly id: string;
  readonly revision: number;
  readonly state: 'draft' | 'open' | 'closed';
  readonly content: FormContent;
  readonly contentRevision: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly changedAt: string;
  readonly changedBy: string;
}

const columns = [
  'form.id',
  'form.revision',
  'form.state',
  'form.content',
  'form.content_revision as contentRevision',
  'form.region_id as regionId',
  'form.unit_id as unitId',
  'form.chain_id as chainId',
  'form.created_at as createdAt',
  'form.created_by as createdBy',
  'form.changed_at as changedAt',
  'form.changed_by as changedBy',
] as const;

export const readForm = (db: Db, id: string): Promise<StoredForm | undefined> =>
  db.selectFrom('form').select(columns).where('id', '=', id).executeTakeFirst();

/** The same, held until the transaction ends. */
export const lockForm = (db: Db, id: string): Promise<StoredForm | undefined> =>
  db.selectFrom('form').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();

/** Forms that have to do with somebody: those he keeps, those his units report on, and those kept above him. */
export async function formsFor(db: Db, reach: Reach): Promise<(StoredForm & { readonly units: number })[]> {
  return db
    .selectFrom('form')
    .select(columns)
    .select(sql<number>`(select count(*) from form_unit n where n.form_id = form.id)`.as('units'))
    .where((eb) =>
      reach.everything
        ? eb.val(true)
        : eb.or([
            withinReach(reach, 'form'),
            eb('form.region_id', 'in', [...reach.above, '']),
            sql<boolean>`exists (select from form_unit n join unit u on u.id = n.unit_id
              where n.form_id = form.id and (u.id = any (${[...reach.units]}::text[]) or u.region_id = any (${[...reach.regions]}::text[])))`,
          ]),
    )
    .orderBy('form.changed_at', 'desc')
    .orderBy('form.id')
    .execute();
}

export async function insertForm(db: Db, form: StoredForm): Promise<void> {
  const { id, revision, state, contentRevision, createdAt, createdBy, changedAt, changedBy } = form;
  const content = JSON.stringify(form.content);
  await db
    .insertInto('form')
    .values({
      ...{ id, revision, state, content, content_revision: contentRevision, unmade: true },
      ...{ region_id: form.regionId, unit_id: form.unitId, chain_id: form.chainId },
      ...{ created_at: createdAt, created_by: createdBy, changed_at: changedAt, changed_by: changedBy },
    })
    .execute();
  await insertVersion(db, form);
}

/** Saves what changed; a new content becomes a version of its own. */
export async function updateForm(db: Db, form: StoredForm, isNewContent: boolean): Promise<void> {
  const { revision, state, contentRevision, changedAt, changedBy } = form;
  await db
    .updateTable('form')
    .set({
      ...{ revision, state, content: JSON.stringify(form.content), content_revision: contentRevision, unmade: true },
      ...{ chain_id: form.chainId, changed_at: changedAt, changed_by: changedBy },
    })
    .where('id', '=', form.id)
    .execute();
  if (isNewContent) await insertVersion(db, form);
}

async function insertVersion(db: Db, { id, contentRevision, content }: StoredForm): Promise<void> {
  await db
    .insertInto('form_version')
    .values({ form_id: id, revision: contentRevision, content: JSON.stringify(content) })
    .execute();
}

/** The content that a form had; sheets name it by number. */
export async function readVersion(db: Db, formId: string, revision: number): Promise<FormContent> {
  const row = await db
    .selectFrom('form_version')
    .select('content')
    .where('form_id', '=', formId)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return row.content;
}

export const readFormUnits = (db: Db, formId: string) =>
  db
    .selectFrom('form_unit')
    .select(['unit_id as unitId', 'from_period as fromPeriod'])
    .where('form_id', '=', formId)
    .orderBy('unit_id')
    .execute();

/** Makes these the units of a form: those that join report from a period on, those that leave keep what they have. */
export async function setFormUnits(
  db: Db,
  formId: string,
  units: readonly string[],
  fromPeriod: string | null,
): Promise<void> {
  await sql`delete from form_unit where form_id = ${formId} and unit_id <> all (${[...units]}::text[])`.execute(db);
  await sql`
    insert into form_unit (form_id, unit_id, from_period)
    select ${formId}, u, ${fromPeriod}::text from unnest(${[...units]}::text[]) u
    on conflict do nothing`.execute(db);
}

/** Periods of a form of which there are sheets, the newest first. */
export async function readFormPeriods(db: Db, formId: string): Promise<{ period: string; dueOn: string }[]> {
  return db
    .selectFrom('form_period')
    .select(['period', 'due_on as dueOn'])
    .where('form_id', '=', formId)
    .orderBy('period', 'desc')
    .execute();
}
