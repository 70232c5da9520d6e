import type { Span } from '../../../../kernel/index.ts';
import type { ItemKind, PlanItem, Review } from '../../../domain/model.ts';
import { titleOf, unitsOf, yearsOf } from '../../wording/titles.ts';

/** What a person wants to see of the items; an empty filter lets all pass. */
export interface Filters {
  readonly review: Review | null;
  readonly year: number | null;
  readonly unit: string | null;
  /** Only what the machine was not sure of. */
  readonly unsure: boolean;
  /** Only what a finding touches. */
  readonly found: boolean;
  readonly words: string;
  /** Only what stands in this part of the text. */
  readonly section: (Span & { readonly title: string }) | null;
}

export const noFilters: Filters = {
  review: null,
  year: null,
  unit: null,
  unsure: false,
  found: false,
  words: '',
  section: null,
};

/** Below this the reading is worth a second look. */
export const SURE = 0.8;

export const isUnsure = (item: PlanItem): boolean => item.content.confidence < SURE;

/** How many filters are set. */
export const filterCount = (filters: Filters): number =>
  Object.values(filters).filter((value) => value !== null && value !== false && value !== '').length;

/** The items of a kind (null: of every kind) that pass, in the order of the text. */
export function filterItems(
  items: readonly PlanItem[],
  kind: ItemKind | null,
  filters: Filters,
  findingsOf: (item: PlanItem) => number,
): PlanItem[] {
  return items.filter((item) => (kind === null || item.kind === kind) && passes(item, filters, findingsOf));
}

function passes(item: PlanItem, filters: Filters, findingsOf: (item: PlanItem) => number): boolean {
  const { review, year, unit, unsure, found, words, section } = filters;
  if (review !== null && item.review !== review) return false;
  if (year !== null && !yearsOf(item).includes(year)) return false;
  if (unit !== null && !unitsOf(item).includes(unit)) return false;
  if (unsure && !isUnsure(item)) return false;
  if (section !== null && (item.content.start < section.start || item.content.start >= section.end)) return false;
  if (words !== '' && !speaksOf(item, words)) return false;
  return !found || findingsOf(item) > 0;
}

function speaksOf(item: PlanItem, words: string): boolean {
  const text = 'text' in item.content ? item.content.text : '';
  const all = `${item.id} ${titleOf(item)} ${text} ${unitsOf(item).join(' ')} ${item.content.path.join(' ')}`;
  return words
    .trim()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** What the filters may choose from: years upwards, units by how often they occur. */
export function choicesOf(items: readonly PlanItem[]): {
  readonly years: readonly number[];
  readonly units: readonly string[];
} {
  const years = new Set(items.flatMap(yearsOf));
  const times = new Map<string, number>();
  for (const unit of items.flatMap(unitsOf)) times.set(unit, (times.get(unit) ?? 0) + 1);
  return {
    years: [...years].sort((a, b) => a - b),
    units: [...times].sort((a, b) => b[1] - a[1]).map(([unit]) => unit),
  };
}
