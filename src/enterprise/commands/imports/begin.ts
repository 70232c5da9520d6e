import { asSystem, insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { RowFault } from '../../domain/import/index.ts';
import {
  holdImport,
  insertImport,
  keptSince,
  lockImportRow,
  lockRegion,
  putImport,
  readImportRow,
  runningImports,
  takeBack,
} from '../../store.ts';
import type { EnterpriseDeps } from '../deps.ts';
import { findPairsOfImport } from '../doubles/find.ts';
import { dropList, type SentList } from './rows.ts';
import { runImport, type TellImport } from './run.ts';

/**
 * Begins to bring in a list that lies on disk; gives the import at once and goes on by itself. Refuses a second one in the same
 * region. `done` ends when the import has; the list is taken from the disk then.
 */
export async function beginImport(
  actor: Actor,
  list: SentList,
  deps: EnterpriseDeps,
): Promise<{ id: string; done: Promise<void> }> {
  permit(actor, 'enterprise.keep');
  try {
    const { post } = actor;
    if (post === null) throw new RefusalError({ code: 'not-allowed' });
    const regionId = post.scopeRegionId;
    await endStopped(deps, regionId);
    const made = { id: deps.newId(), regionId, at: deps.clock.now() };
    await deps.db.transaction().execute((db) =>
      insideAsSystem(db, async () => {
        await lockRegion(db, regionId);
        const [other] = await runningImports(db, regionId);
        if (other !== undefined) throw new RefusalError({ code: 'enterprise-import-busy', given: other.file_name });
        await insertImport(db, {
          ...made,
          fileName: list.fileName.slice(0, 200),
          unitId: post.unitId,
          by: { id: actor.id, name: actor.name },
        });
      }),
    );
    return { id: made.id, done: goOn(actor, list, made, deps) };
  } catch (cause) {
    await dropList(list);
    throw cause;
  }
}

async function goOn(
  actor: Actor,
  list: SentList,
  made: { readonly id: string; readonly regionId: string; readonly at: string },
  deps: EnterpriseDeps,
): Promise<void> {
  const faults: RowFault[] = [];
  const tell: TellImport = async (state, rows, percent) => {
    const isStill = await asSystem(() => putImport(deps.db, made.id, { state, rowsRead: rows, percent }));
    if (!isStill) throw new RefusalError({ code: 'enterprise-import-cancelled' });
  };
  try {
    await runImport({ actor, list, made, deps, tell, faults });
  } catch (cause) {
    const failure = cause instanceof RefusalError ? (cause.refusals[0]?.code ?? null) : 'enterprise-import-broken';
    const told =
      cause instanceof RefusalError && faults.length === 0
        ? cause.refusals.map(({ code, given, limit }) => ({
            line: typeof given === 'number' ? given : 0,
            column: '',
            code,
            given: given ?? null,
            limit: limit ?? null,
          }))
        : faults;
    await asSystem(() =>
      putImport(deps.db, made.id, { state: 'failed', failure, faults: told, endedAt: deps.clock.now() }),
    );
    if (!(cause instanceof RefusalError)) throw cause;
    return;
  } finally {
    await dropList(list);
  }
  // What is saved stays saved, whatever becomes of looking for doubles.
  await findPairsOfImport(made.id, deps);
}

/** Stops an import that is running: nothing of it is saved. Refuses one that is over. */
export async function cancelImport(actor: Actor, importId: string, deps: EnterpriseDeps): Promise<void> {
  permit(actor, 'enterprise.keep');
  const seen = await readImportRow(deps.db, actor, importId);
  if (seen === undefined)
    throw new RefusalError({ code: 'enterprise-import-unknown', field: 'importId', given: importId });
  await recording(deps, actor, async (db, note) => {
    const outcome = { state: 'failed', failure: 'enterprise-import-cancelled', endedAt: deps.clock.now() } as const;
    if (!(await insideAsSystem(db, () => putImport(db, importId, outcome))))
      throw new RefusalError({ code: 'enterprise-import-state' });
    note({
      action: 'enterprise.cancel-import',
      record: { kind: 'import', id: importId, name: seen.file_name },
      place: { regionId: seen.region_id, unitId: null, chainId: null },
    });
  });
}

/** Imports that nobody is at any more, since a server was stopped in the middle: nothing of them was saved. */
export async function endStopped(
  deps: Pick<EnterpriseDeps, 'db' | 'clock'>,
  regionId: string | null = null,
): Promise<number> {
  return asSystem(async () => {
    let ended = 0;
    for (const { id } of await runningImports(deps.db, regionId))
      await deps.db.transaction().execute(async (db) => {
        // Between its first line and its transaction an import holds nothing yet: it is left some time for that.
        const row = await lockImportRow(db, id);
        const isYoung = row !== undefined && Date.parse(deps.clock.now()) - Date.parse(row.begun_at) < 60_000;
        if (row === undefined || isYoung || !(await holdImport(db, id))) return;
        await putImport(db, id, { state: 'failed', failure: 'enterprise-import-stopped', endedAt: deps.clock.now() });
        ended += 1;
      });
    return ended;
  });
}

/** Takes an import back as a whole. Refuses one of whose enterprises any was used or changed since. */
export async function undoImport(actor: Actor, importId: string, reason: string, deps: EnterpriseDeps): Promise<void> {
  permit(actor, 'enterprise.keep');
  const seen = await readImportRow(deps.db, actor, importId);
  if (seen === undefined)
    throw new RefusalError({ code: 'enterprise-import-unknown', field: 'importId', given: importId });
  await recording(deps, actor, async (db, note) => {
    const row = await lockImportRow(db, importId);
    if (row?.state !== 'saved') throw new RefusalError({ code: 'enterprise-import-state' });
    const by = { id: actor.id, name: actor.name };
    const counts = await insideAsSystem(db, async () => {
      const kept = await keptSince(db, importId);
      if (kept > 0) throw new RefusalError({ code: 'enterprise-import-kept', given: kept });
      const back = await takeBack(db, { importId, at: deps.clock.now(), by });
      await putImport(db, importId, { state: 'undone', endedAt: deps.clock.now() });
      return back;
    });
    note({
      action: 'enterprise.undo-import',
      record: { kind: 'import', id: importId, name: row.file_name },
      place: { regionId: row.region_id, unitId: null, chainId: null },
      changes: Object.entries(counts).map(([field, before]) => ({ field, before, after: null })),
      reason,
    });
  });
}
