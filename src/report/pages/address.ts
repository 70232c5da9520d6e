import { type ListSearch, listSearch } from '../../../platform/web/list/listing/address.ts';
import type { BulletinBox } from '../contract.ts';

/** What the list of papers takes from its address. */
export interface BulletinsSearch extends ListSearch {
  /** Left out: all. */
  readonly box?: Exclude<BulletinBox, 'all'>;
}

const boxes = ['draft', 'review', 'signed', 'out', 'withdrawn'] as const;

export function bulletinsSearch(raw: Record<string, unknown>): BulletinsSearch {
  const box = boxes.find((each) => each === raw.box);
  return { ...listSearch(raw), ...(box !== undefined && { box }) };
}

const id = (value: unknown): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && /^[A-Za-z0-9._@-]{1,80}$/u.test(String(value))
    ? String(value)
    : undefined;

/** Which dispatch a new paper is about, when another page says so. */
export const newSearch = (raw: Record<string, unknown>): { readonly cycle?: string } => {
  const cycle = id(raw.cycle);
  return cycle === undefined ? {} : { cycle };
};

/** A paper is edited, or looked at beside what was composed. */
export const editSearch = ({ view }: Record<string, unknown>): { readonly view?: 'compare' } =>
  view === 'compare' ? { view } : {};

/** From which paper the fields of templates show their values. */
export const fieldsSearch = (raw: Record<string, unknown>): { readonly paper?: string } => {
  const paper = id(raw.paper);
  return paper === undefined ? {} : { paper };
};
