import type { Refusal } from '../../../src/kernel/index.ts';
import { type WorkerPool, workerPool } from '../../jobs/index.ts';
import type { OfficialDocument } from '../model/document.ts';
import type { DocumentProgress, TellProgress } from '../progress.ts';
import type { Field, FieldValues } from '../template/field.ts';
import type { DocumentAnswers, DocumentTask } from './tasks.ts';

/** A document of 300 pages takes some seconds and 300 MB, one of 50,000 cells ten and 1 GB; whatever takes more was made to. */
const WORK = { workers: 1, seconds: 120, megabytes: 1536, waiting: 50 } as const;

let pool: WorkerPool<DocumentTask> | null = null;

/** One thread, started when it is first needed: the event loop stays free, and one large document waits for another. */
async function ask<Kind extends DocumentTask['kind']>(
  task: DocumentTask & { readonly kind: Kind },
  tell: TellProgress,
): Promise<DocumentAnswers[Kind]> {
  pool ??= workerPool<DocumentTask>({ module: new URL('./worker.ts', import.meta.url), ...WORK });
  const answer = await pool.run(task, (told) => tell(told as DocumentProgress));
  return answer as DocumentAnswers[Kind];
}

const silent: TellProgress = () => undefined;

/**
 * Writes a document as a Word file whose page is that of GB/T 9704-2012. Refuses days that are none, tables and charts
 * that are too large, and numbers that are none (`document-…`), and what the thread refuses (`time-limit`,
 * `memory-limit`, `server-busy`).
 */
export async function writeDocx(document: OfficialDocument, tell: TellProgress = silent): Promise<Buffer> {
  return Buffer.from(await ask({ kind: 'write', document }, tell));
}

/**
 * What is wrong with a template, each with its place in words (`field`), the words that stand there (`given`) and what
 * was meant or is allowed (`limit`); nothing when it can be filled. A file that is no sound Word document, or that
 * carries macros, objects or links to the outside, gives the one refusal that says so.
 */
export function checkTemplate(template: Uint8Array, fields: readonly Field[]): Promise<readonly Refusal[]> {
  return ask({ kind: 'check', template, fields }, silent);
}

/**
 * Fills a template: text into its places, entries into lists, paragraphs, tables and charts into theirs. Refuses what
 * `checkTemplate` finds, and values that are missing or of another kind than their field (`template-value`).
 */
export async function fillTemplate(
  template: Uint8Array,
  fields: readonly Field[],
  values: FieldValues,
  tell: TellProgress = silent,
): Promise<Buffer> {
  return Buffer.from(await ask({ kind: 'fill', template, fields, values }, tell));
}
