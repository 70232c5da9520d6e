import { makeContext } from './context.ts';
import type { LintInput } from './input.ts';
import { MOST } from './limits.ts';
import type { Finding } from './model.ts';
import { RULES } from './rules/index.ts';

export type { LintInput, ParentDocument } from './input.ts';
export type { Finding, Severity } from './model.ts';
export { EMPTY_REGISTER, type Register } from './register.ts';
export type { Rule } from './rule.ts';
export { RULES } from './rules/index.ts';

const GRAVITY = { error: 0, warning: 1, notice: 2 } as const;

/**
 * Examines one document as an experienced secretary would: arithmetic, dates, names, completeness, form. Pure.
 * Gives findings in the order of the text, at one place the gravest first. Refuses nothing: an empty document has none.
 */
export function lintDocument(input: LintInput): Finding[] {
  const context = makeContext(input);
  return RULES.flatMap((rule) => rule.check(context).slice(0, MOST.findings)).sort(
    (a, b) => a.start - b.start || GRAVITY[a.severity] - GRAVITY[b.severity] || a.end - b.end,
  );
}
