import type { Span } from '../../../kernel/index.ts';

export type Severity = 'error' | 'warning' | 'notice';

/** One thing that is wrong, or may be, in a document: what, where, and the arithmetic that shows it. */
export interface Finding extends Span {
  /** Rule id in kebab case; docs/lint/<rule>.md explains it. */
  readonly rule: string;
  readonly severity: Severity;
  /** In plain Chinese: what is written, what contradicts it, what to do. */
  readonly message: string;
  /** The sum or formula with its figures, e.g. `8+218+14=240`; null when the rule does not compute. */
  readonly arithmetic: string | null;
  readonly path: readonly string[];
  /** Other places that belong to it, in this document or in a parent (`document` is its title then). */
  readonly related: readonly (Span & { readonly document: string | null })[];
}
