import type { SourceText } from '../../../src/document/index.ts';
import type { Refusal, SheetText } from '../../../src/kernel/index.ts';

/** What the reading process is asked: the bytes follow on its standard input. */
export type RiskyJob = 'html' | 'docx' | 'pdf' | 'xlsx' | OfficeCheck;

/** Looks an old format over before LibreOffice gets it. */
export type OfficeCheck = 'check-odt' | 'check-rtf' | 'check-compound';

/** What was read: a text, the sheets of a workbook, or nothing by a check that found nothing wrong. */
export type Found = SourceText | readonly SheetText[] | null;

/** What it answers, as JSON on its descriptor 3. */
export type Answer =
  | { readonly ok: true; readonly source: Found }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }
  | { readonly ok: false; readonly fault: string };

export const ANSWER_DESCRIPTOR = 3;
