import { type ListSearch, listSearch } from '../../../../platform/web/list/listing/address.ts';
import type { WarningBox } from '../../contract.ts';

/** What the list of warnings takes from its address. */
export interface WarningSearch extends ListSearch {
  /** Left out: what waits for somebody. */
  readonly box?: Exclude<WarningBox, 'open'>;
}

const boxes = ['red', 'yellow', 'blue', 'aside', 'over', 'all'] as const;

export function warningSearch(raw: Record<string, unknown>): WarningSearch {
  const box = boxes.find((each) => each === raw.box);
  return { ...listSearch(raw), ...(box !== undefined && { box }) };
}

/** Whose limits are looked at; left out: those of one's own region. */
export interface LimitsSearch {
  readonly region?: string;
}

export const limitsSearch = ({ region }: Record<string, unknown>): LimitsSearch =>
  (typeof region === 'string' || typeof region === 'number') && /^[A-Za-z0-9-]{0,40}$/u.test(String(region))
    ? { region: String(region) }
    : {};
