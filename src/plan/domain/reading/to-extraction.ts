import type { DocumentExtraction } from '../../../document/index.ts';
import type { Span } from '../../../kernel/index.ts';
import type { DraftState, ItemContents, ItemKind, PlanItem, PlanStructure } from '../model.ts';

/** A draft or edition as an extraction again, for the lint: what reviewers corrected counts, what they rejected not. */
export function toExtraction(draft: DraftState, structure: PlanStructure, span: Span): DocumentExtraction {
  const of = <K extends ItemKind>(kind: K): ItemContents[K][] =>
    draft.items.filter((item) => item.kind === kind && item.review !== 'rejected').map(contentOf<K>);
  return {
    start: span.start,
    end: span.end,
    ...draft.head,
    ...structure,
    indicators: of('indicator'),
    tasks: of('task'),
    clauses: of('clause'),
    tables: of('table'),
  };
}

const contentOf = <K extends ItemKind>(item: PlanItem): ItemContents[K] => item.content as ItemContents[K];
