import { join } from 'node:path';
import { answerTasks } from '../../platform/jobs/index.ts';
import { type SheetContent, writeWorkbook } from '../../platform/workbook/index.ts';
import { extractDocuments, type SourceText } from '../../src/document/index.ts';
import { type LintJob, lintDocument, type Register, registersOf } from '../../src/plan/index.ts';
import { packLibrary, packsFolder } from '../packs.ts';

/** What the server has done in a thread of its own. */
export type UnderstandingTask =
  | { readonly kind: 'extract'; readonly source: SourceText }
  | { readonly kind: 'lint'; readonly job: LintJob }
  | { readonly kind: 'workbook'; readonly sheets: readonly SheetContent[] };

let register: Register | null = null;

answerTasks((task: UnderstandingTask) => {
  if (task.kind === 'extract') return extractDocuments(task.source);
  if (task.kind === 'workbook') return writeWorkbook(task.sheets);
  register ??= registersOf(packLibrary(join(packsFolder, 'base')));
  const { document, ...job } = task.job;
  return lintDocument({ ...job, extraction: document, register });
});
