import { type ListSearch, listSearch } from '../../../../platform/web/list/listing/address.ts';

const plainId = /^[A-Za-z0-9._@-]{1,80}$/u;
const idOf = (raw: unknown): string | undefined => {
  const text = typeof raw === 'string' || typeof raw === 'number' ? String(raw) : '';
  return plainId.test(text) ? text : undefined;
};

/** How the page of a cycle stands: of a frozen one the units by rate (left out) or every duty, of one unit when it is named. */
export interface CycleSearch extends ListSearch {
  readonly of?: 'lines';
  readonly unit?: string;
}

export function cycleSearch(raw: Readonly<Record<string, unknown>>): CycleSearch {
  const unit = idOf(raw.unit);
  return {
    ...listSearch(raw),
    ...(raw.of === 'lines' && { of: 'lines' as const }),
    ...(raw.of === 'lines' && unit !== undefined && { unit }),
  };
}

/** What is to be asked after (left out), or the letters that were sent. */
export interface UrgingSearch extends ListSearch {
  readonly of?: 'letters';
}

export const urgingSearch = (raw: Readonly<Record<string, unknown>>): UrgingSearch => ({
  ...listSearch(raw),
  ...(raw.of === 'letters' && { of: 'letters' as const }),
});

/** Whose rules are looked at; left out: those of one's own region. */
export interface SettingsSearch {
  readonly region?: string;
}

export function settingsSearch(raw: Readonly<Record<string, unknown>>): SettingsSearch {
  const region = idOf(raw.region);
  return region === undefined ? {} : { region };
}
