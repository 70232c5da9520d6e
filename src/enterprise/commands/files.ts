import { sm3 } from '../../../platform/digest/index.ts';
import { evidenceName, evidenceType } from '../../../platform/files/evidence.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { EnterpriseJson } from '../contract.ts';
import {
  type EnterpriseDb,
  fileDigests,
  findFile,
  type HangingKind,
  hangsOn,
  hideFile,
  insertChange,
  insertFile,
  readFileBytes,
  touchEnterprise,
} from '../store.ts';
import { doingOf, type EnterpriseDeps, today } from './deps.ts';
import { lockEnterprise, recordOf } from './lock.ts';
import { readEnterprise, seenEnterprise } from './read-enterprise.ts';

/** What came with a paper. */
export interface SentFile {
  readonly enterpriseId: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly fields: Readonly<Record<string, string>>;
}

/** One file; a scan of a certificate has a few MB. */
const mostFileBytes = 15 * 1024 * 1024;
const mostFiles = 300;

/** Keeps a paper that shows something of an enterprise: its licence, a title, a figure. Nothing inside is opened. */
export async function addFile(actor: Actor, sent: SentFile, deps: EnterpriseDeps): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.keep');
  const paper = checkedPaper(sent);
  const { name, about } = paper;
  await recording(deps, actor, async (db, note) => {
    const row = await lockEnterprise(db, actor, sent.enterpriseId, null);
    await refuseAbout(db, row.id, about);
    await refuseSame(db, row.id, paper);
    const doing = doingOf(deps, actor);
    await insertFile(db, { id: deps.newId(), enterpriseId: row.id, byItself: false, ...paper, ...doing });
    const revision = await touchEnterprise(db, row.id, doing);
    await insertChange(db, {
      ...{ id: deps.newId(), enterpriseId: row.id, revision, kind: 'paper', holdsFrom: today(deps), parts: ['files'] },
      ...{ before: {}, after: { name, about }, ...doing },
    });
    note({ action: 'enterprise.add-file', ...recordOf(row), changes: [{ field: 'file', before: null, after: name }] });
  });
  return readEnterprise(actor, { enterpriseId: sent.enterpriseId }, deps);
}

/** The paper that was sent, as it is kept. Refuses what is no paper, and one that is too large. */
export function checkedPaper({ bytes, fileName, fields }: SentFile) {
  if (bytes.length > mostFileBytes)
    throw new RefusalError({ code: 'enterprise-file-large', field: 'file', given: bytes.length, limit: mostFileBytes });
  const type = evidenceType(fileName, bytes, mostFileBytes);
  const about = (fields.about ?? 'enterprise').trim();
  return { about, name: evidenceName(fileName, type), type: type.mediaType, sm3: sm3(bytes), content: bytes };
}

/** Refuses the same paper once more, and one too many. */
export async function refuseSame(
  db: EnterpriseDb,
  enterpriseId: string,
  paper: { readonly sm3: string },
): Promise<void> {
  const kept = await fileDigests(db, enterpriseId);
  const same = kept.find((each) => each.sm3 === paper.sm3);
  if (same !== undefined) throw new RefusalError({ code: 'enterprise-file-twice', field: 'file', given: same.name });
  if (kept.length >= mostFiles)
    throw new RefusalError({ code: 'enterprise-files-many', field: 'file', limit: mostFiles });
}

/** What a paper is about must be there: the enterprise, a year or month, or something that hangs on the enterprise. */
export async function refuseAbout(db: EnterpriseDb, enterpriseId: string, about: string): Promise<void> {
  if (about === 'enterprise' || /^figures:[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?$/u.test(about)) return;
  const [, what, id = ''] = /^(title|grant|promise|appeal):([0-9a-z]{10})$/u.exec(about) ?? [];
  if (what !== undefined && (await hangsOn(db, enterpriseId, what as HangingKind, id))) return;
  throw new RefusalError({ code: 'enterprise-file-about', field: 'about', given: about.slice(0, 40) });
}

/** A paper as it was sent, for whoever sees the enterprise. */
export async function readFile(
  actor: Actor,
  { enterpriseId, fileId }: { readonly enterpriseId: string; readonly fileId: string },
  deps: EnterpriseDeps,
): Promise<{ readonly name: string; readonly type: string; readonly content: Buffer }> {
  permit(actor, 'enterprise.read');
  const row = await seenEnterprise(actor, enterpriseId, deps);
  const file = await readFileBytes(deps.db, row.id, fileId);
  if (file === undefined) throw new RefusalError({ code: 'enterprise-file-unknown', field: 'fileId', given: fileId });
  return file;
}

/** Takes a paper out of sight. It stays kept. */
export async function removeFile(
  actor: Actor,
  asked: { readonly enterpriseId: string; readonly fileId: string; readonly reason: string },
  deps: EnterpriseDeps,
): Promise<EnterpriseJson> {
  permit(actor, 'enterprise.keep');
  await recording(deps, actor, async (db, note) => {
    const row = await lockEnterprise(db, actor, asked.enterpriseId, null);
    const file = await findFile(db, row.id, asked.fileId);
    if (file === undefined)
      throw new RefusalError({ code: 'enterprise-file-unknown', field: 'fileId', given: asked.fileId });
    const doing = doingOf(deps, actor);
    await hideFile(db, file.id, doing, asked.reason);
    const revision = await touchEnterprise(db, row.id, doing);
    await insertChange(db, {
      ...{ id: deps.newId(), enterpriseId: row.id, revision, kind: 'paper', holdsFrom: today(deps), parts: ['files'] },
      ...{ before: { name: file.name, about: file.about }, after: {}, reason: asked.reason, ...doing },
    });
    note({
      action: 'enterprise.remove-file',
      ...recordOf(row),
      changes: [{ field: 'file', before: file.name, after: null }],
      reason: asked.reason,
    });
  });
  return readEnterprise(actor, { enterpriseId: asked.enterpriseId }, deps);
}
