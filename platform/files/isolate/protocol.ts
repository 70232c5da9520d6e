import type { SourceText } from '../../../src/document/index.ts';
import type { Refusal } from '../../../src/kernel/index.ts';

/** What the reading process is asked: the bytes follow on its standard input. */
export type RiskyJob = 'html' | 'docx' | 'pdf' | 'check-odt';

/** What it answers, as JSON on its descriptor 3. `check-odt` answers an empty text when nothing is wrong. */
export type Answer =
  | { readonly ok: true; readonly source: SourceText }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }
  | { readonly ok: false; readonly fault: string };

export const ANSWER_DESCRIPTOR = 3;
