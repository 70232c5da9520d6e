import { sm3 } from '../../../../platform/digest/index.ts';
import { barePicture, evidenceName, evidenceType } from '../../../../platform/files/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { dutyOf } from '../../domain/index.ts';
import { insertFile, readFileContent, type StoredFile, sameFile, unusedFiles } from '../../store/files.ts';
import { lockStored } from '../../store/task.ts';
import type { TaskDeps } from '../deps.ts';

const MB = 1024 * 1024;
/** One file, and what may lie about for one duty without being used. */
export const mostFileBytes = 20 * MB;
const mostUnused = 60;
const mostUnusedBytes = 200 * MB;

export interface SentFile {
  readonly taskId: string;
  readonly dutyId: string;
  readonly kind: string | undefined;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/**
 * Keeps a file that is to show something for the duty of the sender's unit: a paper as it is, a photograph without what the
 * camera wrote beside it, such as its place. Nothing in it is opened or shown. The same file sent again is the same. Refuses
 * what is too large, of another kind, hostile, damaged, for another unit, or too much without being used.
 */
export async function putFile(
  actor: Actor,
  sent: SentFile,
  deps: TaskDeps,
): Promise<StoredFile & { readonly at: string }> {
  permit(actor, 'task.report');
  const { taskId, dutyId, fileName } = sent;
  const type = evidenceType(fileName, sent.bytes, mostFileBytes);
  const bytes = barePicture(fileName, type.mediaType, sent.bytes);
  const kind = type.kind === 'photo' ? 'photo' : sent.kind === 'document' ? 'document' : 'file';
  const digest = sm3(bytes);
  return recording(deps, actor, async (db, note) => {
    const stored = await lockStored(db, taskId);
    if (stored === undefined) throw new RefusalError({ code: 'task-unknown', field: 'taskId', given: taskId });
    const duty = dutyOf(stored.task, dutyId);
    if (duty === undefined) throw new RefusalError({ code: 'duty-unknown', field: stored.task.title, given: dutyId });
    if (duty.unit.id !== actor.post?.unitId)
      throw new RefusalError({ code: 'duty-other-unit', field: duty.unit.name, given: actor.name });
    const name = evidenceName(fileName, type);
    note({
      action: 'task.put-file',
      record: { kind: 'task', id: taskId, name: stored.task.title },
      place: stored.place,
      changes: [{ field: 'file', before: null, after: `${name} ${digest}` }],
    });
    const same = await sameFile(db, { taskId, dutyId, digest, name });
    if (same !== undefined) return same;
    const unused = await unusedFiles(db, taskId, dutyId);
    if (unused.count >= mostUnused || unused.bytes + bytes.length > mostUnusedBytes)
      throw new RefusalError({
        code: 'evidence-unused',
        field: duty.unit.name,
        given: unused.count,
        limit: mostUnused,
      });
    const [id, at] = [deps.newId(), deps.clock.now()];
    await insertFile(db, {
      ...{ id, task_id: taskId, duty_id: dutyId, kind, name, media_type: type.mediaType, size: bytes.length, digest },
      ...{ content: bytes, at, by_id: actor.id, by_name: actor.name, event_no: null },
    });
    return { id, dutyId, kind, name, mediaType: type.mediaType, size: bytes.length, at };
  });
}

/** A file of a task with its content; its digest is checked, so that what is shown is what was handed in. */
export async function readFile(
  actor: Actor,
  { taskId, fileId }: { readonly taskId: string; readonly fileId: string },
  deps: TaskDeps,
): Promise<StoredFile & { readonly content: Buffer }> {
  permit(actor, 'task.read');
  const file = await readFileContent(deps.db, taskId, fileId);
  if (file === undefined) throw new RefusalError({ code: 'evidence-missing', field: 'fileId', given: fileId });
  if (sm3(file.content) !== file.digest) throw new Error(`file ${fileId} is not what was handed in`);
  return file;
}
