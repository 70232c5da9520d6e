import { sha256, sm3 } from '../../../platform/digest/index.ts';
import { say } from '../../../platform/messages/index.ts';
import { type Actor, organisationRevision, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError, type SheetFault, type SheetText } from '../../kernel/index.ts';
import {
  type Change,
  explanationSheet,
  fateOf,
  type Kind,
  nameOf,
  type PlannedImport,
  planImport,
  planUndo,
  recordKinds,
  sheetSpecs,
  shownChanges,
} from '../domain/index.ts';
import {
  asSystemInside,
  type ImportBatch,
  insertImport,
  listImports as listFromStore,
  loadOrganisation,
  lockOrganisation,
  markUndone,
  type OrganisationDb,
  readImport,
  readImportChanges,
  saveChanges,
} from '../store.ts';
import { noteOf } from './change.ts';
import { type OrganisationDeps, type ToldFault, today, type Workbooks } from './deps.ts';

export interface ImportDeps extends OrganisationDeps {
  readonly workbooks: Workbooks;
}
export interface ImportFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const mostFaults = 500;
const mostDifferences = 200;

/** What a workbook would do and everything that is wrong in it. Saves nothing. */
export async function checkImport(actor: Actor, file: ImportFile, deps: ImportDeps) {
  permit(actor, 'organisation.write');
  const sheets = await deps.workbooks.read(file.fileName, file.bytes);
  const revision = await organisationRevision(deps.db);
  const { rows, faults, changes } = await plannedFrom(sheets, deps.db, deps);
  return {
    rows,
    faultCount: faults.length,
    faults: told(faults)
      .slice(0, mostFaults)
      .map(({ sheet, row, column, code, given, message }) => ({
        sheet,
        row,
        column,
        code,
        given: given ?? null,
        message,
      })),
    counts: countsOf(changes),
    differences: changes.slice(0, mostDifferences).map(differenceOf),
    fingerprint: fingerprintOf(revision, file.bytes),
  };
}

/** The workbook once more, with what is wrong in a last column of each row. */
export async function markImport(actor: Actor, file: ImportFile, deps: ImportDeps): Promise<Uint8Array> {
  permit(actor, 'organisation.write');
  const sheets = await deps.workbooks.read(file.fileName, file.bytes);
  const { faults } = await plannedFrom(sheets, deps.db, deps);
  return deps.workbooks.mark(
    sheets,
    recordKinds.map((kind) => sheetSpecs[kind]),
    told(faults),
    explanationSheet,
  );
}

/**
 * Carries a workbook out as one batch, all of it or nothing. Refuses one with faults, one that changes nothing, and one
 * that was checked before somebody else changed the organisation (`import-stale`).
 */
export async function commitImport(
  actor: Actor,
  { fingerprint, ...file }: ImportFile & { readonly fingerprint: string },
  deps: ImportDeps,
): Promise<ImportBatch> {
  permit(actor, 'organisation.write');
  const sheets = await deps.workbooks.read(file.fileName, file.bytes);
  const id = deps.newId();
  return recording(deps, actor, async (db, note) => {
    const revision = await lockOrganisation(db);
    if (fingerprintOf(revision, file.bytes) !== fingerprint)
      throw new RefusalError({ code: 'import-stale', field: 'fingerprint' });
    const { changes, faults, rows } = await plannedFrom(sheets, db, deps);
    if (faults.length > 0)
      throw new RefusalError({ code: 'import-faulty', field: file.fileName, given: faults.length });
    if (changes.length === 0) throw new RefusalError({ code: 'import-changes-nothing', field: file.fileName });
    const at = deps.clock.now();
    const counts = totalsOf(changes);
    await saveChanges(db, changes, { by: actor, at });
    await insertImport(
      db,
      { id, fileName: file.fileName, at, by: { id: actor.id, name: actor.name }, rows, ...counts },
      changes,
    );
    note({
      action: 'organisation.import',
      record: { kind: 'import', id, name: file.fileName },
      changes: Object.entries(counts).map(([field, after]) => ({ field, before: null, after })),
    });
    for (const change of changes) note(noteOf('organisation.import-record', change));
    return { id, fileName: file.fileName, at, by: actor.name, rows, ...counts, undoneAt: null, undoneBy: null };
  });
}

/** Takes a batch back whole. Refuses, naming each, what was changed or is needed since, and a batch that is back already. */
export async function undoImport(
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
  deps: OrganisationDeps,
): Promise<ImportBatch> {
  permit(actor, 'organisation.write');
  return recording(deps, actor, async (db, note) => {
    await lockOrganisation(db);
    const batch = await readImport(db, id);
    if (batch === undefined) throw new RefusalError({ code: 'import-batch-unknown', field: 'id', given: id });
    if (batch.undoneAt !== null) throw new RefusalError({ code: 'import-undone', field: 'id', given: batch.fileName });
    const done = await readImportChanges(db, id);
    const now = await asSystemInside(db, () => loadOrganisation(db));
    const { changes, refusals } = planUndo(done, now, today(deps));
    if (refusals.length > 0) throw new RefusalError(...refusals);
    const at = deps.clock.now();
    await saveChanges(db, changes, { by: actor, at });
    await markUndone(db, id, { by: { id: actor.id, name: actor.name }, at });
    note({
      action: 'organisation.undo-import',
      record: { kind: 'import', id, name: batch.fileName },
      reason,
      changes: [{ field: 'undoneAt', before: null, after: at }],
    });
    for (const change of changes) note(noteOf('organisation.import-record', change));
    return { ...batch, undoneAt: at, undoneBy: actor.name };
  });
}

/** Imports, the latest first. */
export async function listImports(
  actor: Actor,
  { page = 1, pageSize = 20 }: { page?: number | undefined; pageSize?: number | undefined },
  deps: OrganisationDeps,
) {
  permit(actor, 'organisation.write');
  const { total, batches } = await listFromStore(deps.db, pageSize, (page - 1) * pageSize);
  return { total, page, pageSize, batches };
}

async function plannedFrom(
  sheets: readonly SheetText[],
  db: OrganisationDb,
  deps: OrganisationDeps,
): Promise<PlannedImport> {
  const now = await loadOrganisation(db);
  return planImport(sheets, now, { registers: deps.registers(), newId: deps.newId, today: today(deps) });
}

/** The state that was checked and the file, in one: both must be the same when it is carried out. */
const fingerprintOf = (revision: number, bytes: Uint8Array): string => sm3(`${revision} ${sha256(bytes)}`).slice(4, 36);

const told = (faults: readonly SheetFault[]): ToldFault[] => faults.map((fault) => ({ ...fault, message: say(fault) }));

const sheetOf = (kind: Kind): string => sheetSpecs[kind === 'grant' ? 'post' : kind].name;

function totalsOf(changes: readonly Change[]) {
  const fates = changes.map(fateOf);
  const count = (fate: string): number => fates.filter((each) => each === fate).length;
  return { added: count('added'), changed: count('changed'), ended: count('ended') };
}

const countsOf = (changes: readonly Change[]) =>
  [...Map.groupBy(changes, ({ kind }) => sheetOf(kind))].map(([sheet, some]) => ({ sheet, ...totalsOf(some) }));

function differenceOf(change: Change) {
  const record = change.after ?? change.before;
  const name = record === null ? change.key : nameOf(change.kind, record) || change.key;
  return { sheet: sheetOf(change.kind), key: change.key, name, fate: fateOf(change), changes: shownChanges(change) };
}
