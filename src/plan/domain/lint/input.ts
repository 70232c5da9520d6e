import type { DocumentExtraction, SourceText } from '../../../document/index.ts';
import type { Register } from './register.ts';

/** A plan above the document. Without its source, only what was extracted of it is compared. */
export interface ParentDocument {
  readonly title: string;
  readonly extraction: DocumentExtraction;
  readonly source?: SourceText;
}

/** One document of a file, with the plans it answers to. All offsets of the extraction point into `source.text`. */
export interface LintInput {
  readonly source: SourceText;
  readonly extraction: DocumentExtraction;
  readonly parents: readonly ParentDocument[];
  readonly register: Register;
}
