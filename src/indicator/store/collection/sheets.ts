import { sql, type Updateable } from 'kysely';
import type { Place } from '../../../access/index.ts';
import type { SheetState } from '../../domain/sheet/model.ts';
import type { Db } from './db.ts';
import type { SheetTable } from './tables.ts';

/** A sheet as it stands in the database. */
export interface StoredSheet extends Place {
  readonly id: string;
  readonly revision: number;
  readonly formId: string;
  readonly formName: string;
  readonly contentRevision: number;
  readonly period: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly regionId: string;
  readonly regionName: string | null;
  readonly state: SheetState;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly extendedTo: string | null;
  readonly askedTo: string | null;
  readonly askedReason: string | null;
  readonly submittedOn: string | null;
  readonly submittedAt: string | null;
  readonly submittedById: string | null;
  readonly submittedBy: string | null;
  readonly approvedAt: string | null;
  readonly approvedById: string | null;
  readonly approvedBy: string | null;
  readonly wasApproved: boolean;
  readonly returnedReason: string | null;
  readonly returnedCells: number;
  readonly filled: number;
  readonly wanted: number;
  readonly activityAt: string | null;
  readonly activityBy: string | null;
  readonly urgedAt: string | null;
  readonly urgedBy: string | null;
  readonly urgedTimes: number;
}

/** Sheets with the names that lists show; conditions and order are added by whoever asks. */
export const sheetsNamed = (db: Db) =>
  db
    .selectFrom('sheet')
    .innerJoin('form', 'form.id', 'sheet.form_id')
    .select([
      'sheet.id',
      'sheet.revision',
      'sheet.form_id as formId',
      'form.name as formName',
      'sheet.content_revision as contentRevision',
      'sheet.period',
      'sheet.unit_id as unitId',
      'sheet.region_id as regionId',
      'sheet.chain_id as chainId',
      'sheet.state',
      'sheet.opens_on as opensOn',
      'sheet.due_on as dueOn',
      'sheet.extended_to as extendedTo',
      'sheet.asked_to as askedTo',
      'sheet.asked_reason as askedReason',
      'sheet.submitted_on as submittedOn',
      'sheet.submitted_at as submittedAt',
      'sheet.submitted_by_id as submittedById',
      'sheet.submitted_by as submittedBy',
      'sheet.approved_at as approvedAt',
      'sheet.approved_by_id as approvedById',
      'sheet.approved_by as approvedBy',
      'sheet.was_approved as wasApproved',
      'sheet.returned_reason as returnedReason',
      'sheet.returned_cells as returnedCells',
      'sheet.filled',
      'sheet.wanted',
      'sheet.activity_at as activityAt',
      'sheet.activity_by as activityBy',
      'sheet.urged_at as urgedAt',
      'sheet.urged_by as urgedBy',
      'sheet.urged_times as urgedTimes',
    ])
    .select([
      sql<string>`(select u.name from unit u where u.id = sheet.unit_id)`.as('unitName'),
      sql<string | null>`(select t.name from region_term t where t.code = sheet.region_id
        order by (t.valid_to is null) desc, t.valid_to desc limit 1)`.as('regionName'),
    ]);

/** One sheet; undefined when there is none that may be seen. */
export const readSheet = (db: Db, id: string): Promise<StoredSheet | undefined> =>
  sheetsNamed(db).where('sheet.id', '=', id).executeTakeFirst();

/** The same, held until the transaction ends: who saves cells and who hands in wait for each other. */
export const lockSheet = (db: Db, id: string): Promise<StoredSheet | undefined> =>
  sheetsNamed(db).where('sheet.id', '=', id).forUpdate('sheet').executeTakeFirst();

export async function updateSheet(db: Db, id: string, changes: Updateable<SheetTable>): Promise<void> {
  await db.updateTable('sheet').set(changes).where('id', '=', id).execute();
}

export interface NewStep {
  readonly step: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly reason: string | null;
  readonly cells: number | null;
}

export async function insertSteps(
  db: Db,
  sheets: readonly Pick<StoredSheet, 'id' | 'regionId' | 'unitId' | 'chainId'>[],
  { step, at, by, reason, cells }: NewStep,
): Promise<void> {
  if (sheets.length === 0) return;
  await db
    .insertInto('sheet_step')
    .values(
      sheets.map((sheet) => ({
        ...{ sheet_id: sheet.id, step, at, by_id: by.id, by_name: by.name, reason, cells },
        ...{ region_id: sheet.regionId, unit_id: sheet.unitId, chain_id: sheet.chainId },
      })),
    )
    .execute();
}

const mostSteps = 300;
/** What happened to a sheet, the newest first. */
export const readSteps = (db: Db, sheetId: string) =>
  db
    .selectFrom('sheet_step')
    .select(['step', 'at', 'by_id as byId', 'by_name as byName', 'reason', 'cells'])
    .where('sheet_id', '=', sheetId)
    .orderBy('id', 'desc')
    .limit(mostSteps)
    .execute();
