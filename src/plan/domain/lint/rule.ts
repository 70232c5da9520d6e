import type { LintContext } from './context.ts';
import type { Finding, Severity } from './model.ts';

/** One check. docs/lint/<id>.md explains it to the people who write documents. */
export interface Rule {
  readonly id: string;
  /** The gravest severity it gives; single findings may be milder. */
  readonly severity: Severity;
  /** A few Chinese words for lists. */
  readonly title: string;
  check(context: LintContext): Finding[];
}
