import type { SourceText } from '../../../src/document/index.ts';
import type { Refusal } from '../../../src/kernel/index.ts';

/** What the reading process is asked: the bytes follow on its standard input. */
export type RiskyJob = 'html' | 'docx' | 'pdf' | OfficeCheck;

/** Looks an old format over before LibreOffice gets it. */
export type OfficeCheck = 'check-odt' | 'check-rtf' | 'check-compound';

/** What it answers, as JSON on its descriptor 3; a check that finds nothing wrong answers no source. */
export type Answer =
  | { readonly ok: true; readonly source: SourceText | null }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }
  | { readonly ok: false; readonly fault: string };

export const ANSWER_DESCRIPTOR = 3;
