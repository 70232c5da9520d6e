import { join } from 'node:path';
import { answerTasks } from '../../platform/jobs/index.ts';
import { loadPackLibrary, termsPack } from '../../platform/pack-loader/index.ts';
import { type SheetContent, writeWorkbook } from '../../platform/workbook/index.ts';
import { extractDocuments, type SourceText } from '../../src/document/index.ts';
import { type LintJob, lintDocument, planPackKinds, type Register, registersOf } from '../../src/plan/index.ts';

/** What the server has done in a thread of its own. */
export type UnderstandingTask =
  | { readonly kind: 'extract'; readonly source: SourceText }
  | { readonly kind: 'lint'; readonly job: LintJob }
  | { readonly kind: 'workbook'; readonly sheets: readonly SheetContent[] };

const packs = join(import.meta.dirname, '..', '..', 'packs', 'base');
let register: Register | null = null;

answerTasks((task: UnderstandingTask) => {
  if (task.kind === 'extract') return extractDocuments(task.source);
  if (task.kind === 'workbook') return writeWorkbook(task.sheets);
  register ??= registersOf(loadPackLibrary(packs, [...planPackKinds, termsPack]));
  const { document, ...job } = task.job;
  return lintDocument({ ...job, extraction: document, register });
});
