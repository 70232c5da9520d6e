import { asSystem } from '../../../../platform/db/index.ts';
import { sm3 } from '../../../../platform/digest/index.ts';
import { type DocumentProgress, renderPdf } from '../../../../platform/docx/index.ts';
import { Turnstile } from '../../../../platform/files/isolate/turnstile.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { BulletinFileJson, BulletinFileKind } from '../../contract.ts';
import {
  beginFile,
  finishFile,
  noteProgress,
  readFileContent,
  readFiles,
  refuseFile,
  type StoredBulletin,
} from '../../store.ts';
import { type ReportDeps, today } from '../deps.ts';
import { blocksOf, numberOf, seenBulletin } from '../paper/load.ts';
import { fileJson } from '../paper/show.ts';
import { ledgerSheet, tableOf } from './ledger-sheet.ts';
import { wordOf } from './word.ts';

/** Files that are made at the same time; each may hold a process of LibreOffice. */
const places = new Turnstile(2);
/** Progress is written down no more often. */
const tellEveryMs = 400;

/**
 * Has a file of a paper made, beside the request; asking again while it is being made, or when it is ready, changes nothing. Refuses
 * a workbook of a paper that is no table, and any new file of an archived paper.
 */
export async function makeFile(
  actor: Actor,
  { bulletinId, kind }: { readonly bulletinId: string; readonly kind: BulletinFileKind },
  deps: ReportDeps,
): Promise<{ files: BulletinFileJson[] }> {
  permit(actor, 'report.read');
  const row = await seenBulletin(actor, bulletinId, deps.db);
  if (kind === 'xlsx' && tableOf(blocksOf(row)) === undefined)
    throw new RefusalError({ code: 'bulletin-no-table', field: 'kind', given: row.title });
  if (row.state === 'archived') return filesOf(row, deps);
  const job = deps.newId();
  const file = { id: row.id, kind, job, revision: row.revision, at: deps.clock.now() };
  const began = await asSystem(() => beginFile(deps.db, file));
  if (began) void places.pass(() => asSystem(() => make(row, kind, job, deps)));
  return filesOf(row, deps);
}

/** How far the files of a paper are. */
export async function readFileStates(actor: Actor, bulletinId: string, deps: ReportDeps) {
  permit(actor, 'report.read');
  return filesOf(await seenBulletin(actor, bulletinId, deps.db), deps);
}

async function filesOf(row: StoredBulletin, { db }: ReportDeps): Promise<{ files: BulletinFileJson[] }> {
  return { files: (await readFiles(db, row.id)).map((file) => fileJson(file, row)) };
}

const endings = { docx: 'docx', pdf: 'pdf', xlsx: 'xlsx' } as const;

/** A file that is ready, with the name that it is saved under. */
export async function downloadFile(
  actor: Actor,
  { bulletinId, kind }: { readonly bulletinId: string; readonly kind: BulletinFileKind },
  { db }: ReportDeps,
): Promise<{ readonly name: string; readonly content: Buffer }> {
  permit(actor, 'report.read');
  const row = await seenBulletin(actor, bulletinId, db);
  const file = await readFileContent(db, bulletinId, kind);
  if (file === undefined) throw new RefusalError({ code: 'bulletin-file-missing', field: 'kind', given: kind });
  return { name: `${numberOf(row) ?? '草稿'} ${row.title}.${endings[kind]}`, content: file.content };
}

/** Never throws: what was refused is written down for whoever asks how far it is, and a fault is told besides. */
async function make(row: StoredBulletin, kind: BulletinFileKind, job: string, deps: ReportDeps): Promise<void> {
  const { db, clock } = deps;
  const watch = progressOf(job, deps);
  try {
    const content = await contentOf(row, kind, deps, watch.tell);
    await watch.told();
    await finishFile(db, job, { content, digest: sm3(content), at: clock.now() });
  } catch (cause) {
    const isRefusal = cause instanceof RefusalError;
    if (!isRefusal) deps.noteFault('bulletin-file', cause);
    const refusals = isRefusal ? cause.refusals : [{ code: 'bulletin-file-failed', given: row.title }];
    await refuseFile(db, job, refusals.slice(0, 20), clock.now()).catch((again: unknown) =>
      deps.noteFault('bulletin-file', again),
    );
  }
}

async function contentOf(
  row: StoredBulletin,
  kind: BulletinFileKind,
  deps: ReportDeps,
  tell: (progress: DocumentProgress) => void,
): Promise<Buffer> {
  if (kind === 'xlsx') {
    const table = tableOf(blocksOf(row));
    if (table === undefined) throw new RefusalError({ code: 'bulletin-no-table', given: row.title });
    return ledgerSheet(row.title, table);
  }
  const word = await wordOf(row, today(deps), deps.db, tell);
  if (kind === 'docx') return word;
  return renderPdf(word, {
    tell,
    ...(deps.soffice !== undefined && { soffice: deps.soffice }),
  });
}

/** Writes progress down now and then, one write after another. */
function progressOf(job: string, { db, clock }: ReportDeps) {
  let writing: Promise<void> = Promise.resolve();
  let [last, said] = [0, ''];
  return {
    tell: ({ stage, done, total }: DocumentProgress): void => {
      const at = clock.now();
      const ms = Date.parse(at);
      // A new stage is always told: turning into PDF says nothing more until it is over.
      if (ms - last < tellEveryMs && done < total && stage === said) return;
      [last, said] = [ms, stage];
      writing = writing.then(() => noteProgress(db, job, { stage, done, total, at })).catch(() => undefined);
    },
    told: (): Promise<void> => writing,
  };
}
