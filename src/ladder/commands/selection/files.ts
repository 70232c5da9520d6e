import { sm3 } from '../../../../platform/digest/index.ts';
import { evidenceName, evidenceType } from '../../../../platform/files/evidence.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { SelectionEntryJson } from '../../contract.ts';
import { hideFile, insertFile, readEntry, readFileBytes, readFiles } from '../../store/selection/index.ts';
import { freshEntry, lockOwnEntry } from './apply.ts';
import type { SelectionDeps } from './deps.ts';
import { recordOf } from './shared.ts';

const mostFileBytes = 15 * 1024 * 1024;
const mostFiles = 30;

interface Which {
  readonly entryId: string;
  readonly fileId: string;
}

/** Keeps a paper of an application; told by its bytes what it is, never opened. */
export async function addFile(
  actor: Actor,
  sent: { readonly entryId: string; readonly fileName: string; readonly bytes: Buffer },
  deps: SelectionDeps,
): Promise<SelectionEntryJson> {
  permit(actor, 'enterprise.read');
  const type = evidenceType(sent.fileName, sent.bytes, mostFileBytes);
  await recording(deps, actor, async (db, note) => {
    const { entry, round } = await lockOwnEntry(db, actor, sent.entryId, deps);
    const files = await readFiles(db, [entry.id]);
    const digest = sm3(sent.bytes);
    const same = files.find((file) => file.sm3 === digest);
    if (same !== undefined) throw new RefusalError({ code: 'selection-file-twice', field: 'file', given: same.name });
    if (files.length >= mostFiles)
      throw new RefusalError({ code: 'selection-files-many', field: 'file', limit: mostFiles });
    const name = evidenceName(sent.fileName, type);
    await insertFile(db, {
      ...{ id: deps.newId(), entry_id: entry.id, name, type: type.mediaType, size: sent.bytes.length, sm3: digest },
      ...{ content: sent.bytes, at: deps.clock.now(), by_id: actor.id, by_name: actor.name },
      ...{ removed_at: null, removed_by: null },
    });
    note({ action: 'ladder.add-file', ...recordOf(round), changes: [{ field: 'file', before: null, after: name }] });
  });
  return freshEntry(actor, sent.entryId, deps);
}

/** For whoever sees the application. */
export async function readFile(actor: Actor, { entryId, fileId }: Which, deps: SelectionDeps) {
  permit(actor, 'enterprise.read');
  return fileBytes({ entryId, fileId }, deps);
}

export async function fileBytes({ entryId, fileId }: Which, { db }: SelectionDeps) {
  const entry = await readEntry(db, entryId);
  const file = entry === undefined ? undefined : await readFileBytes(db, entryId, fileId);
  if (file === undefined) throw new RefusalError({ code: 'selection-file-unknown', field: 'fileId', given: fileId });
  return { name: file.name, type: file.type, bytes: file.content };
}

/** Takes a paper out of sight, as long as applications are taken. */
export async function removeFile(
  actor: Actor,
  { entryId, fileId }: Which,
  deps: SelectionDeps,
): Promise<SelectionEntryJson> {
  permit(actor, 'enterprise.read');
  await recording(deps, actor, async (db, note) => {
    const { entry, round } = await lockOwnEntry(db, actor, entryId, deps);
    const file = await readFileBytes(db, entry.id, fileId);
    if (file === undefined) throw new RefusalError({ code: 'selection-file-unknown', field: 'fileId', given: fileId });
    await hideFile(db, fileId, deps.clock.now(), actor.name);
    note({
      action: 'ladder.remove-file',
      ...recordOf(round),
      changes: [{ field: 'file', before: file.name, after: null }],
    });
  });
  return freshEntry(actor, entryId, deps);
}
