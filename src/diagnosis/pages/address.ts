import { type ListSearch, listSearch } from '../../../platform/web/list/listing/address.ts';

/** What the page of diagnoses takes from its address. */
export interface DiagnosesSearch extends ListSearch {
  /** Left out: the diagnoses; `rounds`: in which all are to be diagnosed; `providers`: who helps. */
  readonly view?: 'rounds' | 'providers';
}
export const diagnosesSearch = (raw: Record<string, unknown>): DiagnosesSearch => ({
  ...listSearch(raw),
  ...((raw.view === 'rounds' || raw.view === 'providers') && { view: raw.view }),
});

export interface FillSearch {
  /** The side that is shown; left out: the first. */
  readonly side?: string;
}
export const fillSearch = (raw: Record<string, unknown>): FillSearch =>
  typeof raw.side === 'string' && /^[a-z0-9.-]{1,60}$/u.test(raw.side) ? { side: raw.side } : {};
