import { sm3 } from '../../../platform/digest/index.ts';
import { barePicture } from '../../../platform/files/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { isDayText, RefusalError } from '../../kernel/index.ts';
import { mostFileBytes, type ProjectJson } from '../contract.ts';
import { pictureOf } from '../domain/index.ts';
import {
  countFiles,
  findFile,
  hideFile,
  insertFile,
  readFileBytes,
  readProjectRow,
  sameFile,
  touchProject,
} from '../store.ts';
import { doerOf, type ProjectDeps, today } from './deps.ts';
import { lockProject, placeOf, recordOf } from './lock.ts';
import { readProject } from './read-project.ts';

/** What came with a file. */
export interface SentFile {
  readonly projectId: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly fields: Readonly<Record<string, string>>;
}

const mostFiles = 300;
/** A telephone's photograph has up to 50 million points; a picture of more is made to fill a memory. */
const mostPoints = 120_000_000;
const longestName = 120;
const longestNote = 300;

/**
 * Keeps a photograph or a paper that shows something. A photograph must be a JPEG, PNG or WebP by its bytes, a paper one of
 * those or a PDF; nothing inside is opened, and what a camera wrote beside the picture, such as its place, is not kept. Refuses
 * what is too large or damaged, a day in the future, and the same file a second time.
 */
export async function addFile(actor: Actor, sent: SentFile, deps: ProjectDeps): Promise<ProjectJson> {
  permit(actor, 'project.keep');
  const { kind, type } = checkedFile(sent);
  const bytes = barePicture(sent.fileName, type, sent.bytes);
  const takenOn = dayOf(sent.fields.takenOn, today(deps));
  const note = (sent.fields.note ?? '').trim();
  if (note.length > longestNote)
    throw new RefusalError({ code: 'project-note-long', field: 'note', given: note.length, limit: longestNote });
  await recording(deps, actor, async (db, tell) => {
    const row = await lockProject(db, actor, sent.projectId, null);
    const digest = sm3(bytes);
    const same = await sameFile(db, row.id, digest);
    if (same !== undefined) throw new RefusalError({ code: 'project-file-twice', field: 'file', given: same.name });
    if ((await countFiles(db, row.id)) >= mostFiles)
      throw new RefusalError({ code: 'project-files-many', field: 'file', limit: mostFiles });
    const at = deps.clock.now();
    const name = cleanName(sent.fileName);
    await insertFile(db, row.id, placeOf(row), {
      ...{ id: deps.newId(), kind, name, type, bytes, sm3: digest, takenOn, note, at, by: doerOf(actor) },
    });
    await touchProject(db, row.id, at, actor.name);
    tell({
      action: 'project.add-file',
      ...recordOf(row),
      changes: [{ field: 'file', before: null, after: name }],
    });
  });
  return readProject(actor, { projectId: sent.projectId }, deps);
}

function checkedFile({ bytes, fields }: SentFile): { readonly kind: 'photo' | 'paper'; readonly type: string } {
  const kind = fields.kind ?? 'photo';
  if (kind !== 'photo' && kind !== 'paper')
    throw new RefusalError({ code: 'value-not-listed', field: 'kind', given: kind, limit: 'photo、paper' });
  if (bytes.length > mostFileBytes)
    throw new RefusalError({ code: 'project-file-large', field: 'file', given: bytes.length, limit: mostFileBytes });
  const picture = pictureOf(bytes);
  if (picture !== null) {
    const points = picture.width * picture.height;
    if (points > mostPoints)
      throw new RefusalError({ code: 'project-photo-points', field: 'file', given: points, limit: mostPoints });
    return { kind, type: picture.type };
  }
  if (kind === 'paper' && bytes.subarray(0, 5).toString('latin1') === '%PDF-') return { kind, type: 'application/pdf' };
  throw new RefusalError({
    ...{ code: kind === 'photo' ? 'project-photo-kind' : 'project-paper-kind', field: 'file' },
  });
}

function dayOf(given: string | undefined, day: string): string {
  if (given === undefined || given === '') return day;
  if (!isDayText(given)) throw new RefusalError({ code: 'day-unknown', field: 'takenOn', given, limit: 'YYYY-MM-DD' });
  if (given > day) throw new RefusalError({ code: 'project-day-future', field: 'takenOn', given, limit: day });
  return given;
}

/** A name without paths and signs that some system takes for more than a name. */
const cleanName = (name: string): string => {
  const last = name.split(/[\\/]/u).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim();
  return (clean === '' ? '文件' : clean).slice(-longestName);
};

/** A file as it was sent, for whoever sees the project. */
export async function readFile(
  actor: Actor,
  { projectId, fileId }: { readonly projectId: string; readonly fileId: string },
  deps: ProjectDeps,
): Promise<{ readonly name: string; readonly type: string; readonly bytes: Buffer }> {
  permit(actor, 'project.read');
  const row = await readProjectRow(deps.db, actor, projectId);
  const file = row === undefined ? undefined : await readFileBytes(deps.db, projectId, fileId);
  if (file === undefined) throw new RefusalError({ code: 'project-file-unknown', field: 'fileId', given: fileId });
  return file;
}

/** Takes a file out of sight. It stays kept, and what a step shows by it can still be opened. */
export async function removeFile(
  actor: Actor,
  asked: { readonly projectId: string; readonly fileId: string; readonly reason: string },
  deps: ProjectDeps,
): Promise<ProjectJson> {
  permit(actor, 'project.keep');
  await recording(deps, actor, async (db, note) => {
    const row = await lockProject(db, actor, asked.projectId, null);
    const file = await findFile(db, row.id, asked.fileId);
    if (file === undefined || file.removed_at !== null)
      throw new RefusalError({ code: 'project-file-unknown', field: 'fileId', given: asked.fileId });
    const at = deps.clock.now();
    await hideFile(db, file.id, at, actor.name, asked.reason);
    await touchProject(db, row.id, at, actor.name);
    note({
      action: 'project.remove-file',
      ...recordOf(row),
      changes: [{ field: 'file', before: file.name, after: null }],
      reason: asked.reason,
    });
  });
  return readProject(actor, { projectId: asked.projectId }, deps);
}
