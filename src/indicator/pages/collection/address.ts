import { type ListSearch, listSearch } from '../../../../platform/web/list/listing/address.ts';

/** What the list of reports takes from its address. */
export interface SheetsSearch extends ListSearch {
  /** Left out: what is mine to fill in. */
  readonly scope?: 'review' | 'all';
}

export const sheetsSearch = (raw: Record<string, unknown>): SheetsSearch => ({
  ...listSearch(raw),
  ...((raw.scope === 'review' || raw.scope === 'all') && { scope: raw.scope }),
});
