import type { DocumentExtraction } from '../../src/document/index.ts';
import type { Gold } from '../gold.ts';
import { scoreClauses } from './clauses.ts';
import { scoreHeading } from './heading.ts';
import { scoreIndicators, scoreTableTotals } from './indicators.ts';
import type { Part } from './part.ts';
import { passageOf } from './passage.ts';
import { scoreTasks } from './tasks.ts';

/** Scores what was read from a file against the gold of one passage of it; what lies outside the passage is left out. */
export function scoreExtraction(text: string, documents: readonly DocumentExtraction[], gold: Gold): Part[] {
  const passage = passageOf(text, gold.lines ?? null);
  const inside = <T extends { readonly start: number }>(items: readonly T[]): T[] =>
    items.filter((item) => passage.start <= item.start && item.start < passage.end);
  const indicators = inside(documents.flatMap((document) => document.indicators));
  return [
    ...scoreHeading(documents, gold, passage),
    ...scoreIndicators(indicators, gold, passage),
    ...scoreTableTotals(indicators, gold),
    ...scoreTasks(inside(documents.flatMap((document) => document.tasks)), gold),
    ...scoreClauses(inside(documents.flatMap((document) => document.clauses)), gold, passage),
  ];
}

export { addUp, f1, type Part, precision, recall } from './part.ts';
