import type { Clock } from '../../../platform/clock/index.ts';
import type { DocumentExtraction, SourceText } from '../../document/index.ts';
import type { Sheet } from '../domain/export/sheet.ts';
import type { ParentDocument } from '../domain/lint/input.ts';
import type { Finding } from '../domain/lint/model.ts';
import type { PlanDb } from '../store.ts';

/** A document to be checked, with the text that its places count into and the plans above it. */
export interface LintJob {
  readonly source: SourceText;
  readonly document: DocumentExtraction;
  readonly parents: readonly ParentDocument[];
}

/** The work that needs a processor rather than a database; the server does it beside its event loop. */
export interface Understanding {
  /** Reads an upload into text. Refuses what cannot or must not be read. */
  readonly read: (fileName: string, bytes: Uint8Array) => Promise<SourceText>;
  /** Finds the documents of a text and what each says. */
  readonly extract: (source: SourceText) => Promise<DocumentExtraction[]>;
  readonly lint: (job: LintJob) => Promise<Finding[]>;
  /** Writes an .xlsx file. */
  readonly writeWorkbook: (sheets: readonly Sheet[]) => Promise<Uint8Array>;
}

/** What the commands of this slice need of the world. */
export interface PlanDeps {
  readonly db: PlanDb;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly understanding: Understanding;
}
