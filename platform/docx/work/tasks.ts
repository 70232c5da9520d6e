import type { Refusal } from '../../../src/kernel/index.ts';
import type { OfficialDocument } from '../model/document.ts';
import type { Field, FieldValues } from '../template/field.ts';

/** What the thread for documents is asked, and what it answers to each. */
export type DocumentTask =
  | { readonly kind: 'write'; readonly document: OfficialDocument }
  | { readonly kind: 'check'; readonly template: Uint8Array; readonly fields: readonly Field[] }
  | {
      readonly kind: 'fill';
      readonly template: Uint8Array;
      readonly fields: readonly Field[];
      readonly values: FieldValues;
    };

export interface DocumentAnswers {
  readonly write: Uint8Array;
  readonly check: readonly Refusal[];
  readonly fill: Uint8Array;
}
