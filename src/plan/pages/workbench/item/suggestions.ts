import type { PlanItem } from '../../../domain/model.ts';
import type { Suggestions } from './item-fields.ts';

/** The words that the plan uses already, most frequent first. */
export function suggestionsOf(items: readonly PlanItem[], units: readonly string[]): Suggestions {
  return {
    units,
    measures: frequent(
      items.map((item) => (item.kind === 'indicator' || item.kind === 'table' ? item.content.unit : null)),
    ),
    scopes: frequent(items.map((item) => (item.kind === 'indicator' ? item.content.scope : null))),
    payers: frequent(items.map((item) => (item.kind === 'clause' ? item.content.payer : null))),
  };
}

function frequent(words: readonly (string | null)[]): string[] {
  const times = new Map<string, number>();
  for (const word of words) if (word) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
