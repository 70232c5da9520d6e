import type { ClauseItem } from '../../../../document/index.ts';
import type { LintContext } from '../context.ts';

/** Clauses that promise money; those that only mention a sum are left out. */
export const promises = (context: LintContext): ClauseItem[] =>
  context.document.clauses.filter(
    (c) => c.amount !== null || c.rate !== null || c.cap !== null || c.amountMin !== null || c.rateMin !== null,
  );

/** One clause for each sentence: a series (国家级、省级分别…) is spoken of once. */
export function perSentence(clauses: readonly ClauseItem[]): ClauseItem[] {
  const seen = new Set<string>();
  return clauses.filter((c) => {
    const key = c.series ?? `${c.start}-${c.end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** All text of the document, folded. */
export function wholeText(context: LintContext): string {
  const { text } = context;
  const first = text.paragraphs[0];
  const last = text.paragraphs.at(-1);
  return first && last ? text.text.slice(first.start, last.end) : '';
}
