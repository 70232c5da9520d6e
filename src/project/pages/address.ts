import { type ListSearch, listSearch } from '../../../platform/web/list/listing/address.ts';
import { type Grouping, groupings, type ProjectBox, projectBoxes } from '../contract.ts';

/** What the list of projects takes from its address. */
export interface ProjectSearch extends ListSearch {
  /** Left out: all libraries. */
  readonly box?: Exclude<ProjectBox, 'all'>;
  /** Left out: the rows; `board`: by stage, side by side. */
  readonly view?: 'board';
  /** By what the sums are taken apart; left out: not at all. */
  readonly by?: Grouping;
  /** Whose plan and progress are shown; left out: this year's. */
  readonly year?: number;
}

export function projectSearch(raw: Record<string, unknown>): ProjectSearch {
  const box = projectBoxes.find((each) => each === raw.box && each !== 'all') as ProjectSearch['box'];
  const by = groupings.find((each) => each === raw.by);
  const year = Number(raw.year);
  return {
    ...listSearch(raw),
    ...(box !== undefined && { box }),
    ...(raw.view === 'board' && { view: 'board' as const }),
    ...(by !== undefined && { by }),
    ...(Number.isInteger(year) && year >= 1990 && year <= 2100 && { year }),
  };
}

export interface OneSearch {
  /** As it was known at the end of this day; left out: now. */
  readonly asOf?: string;
}

export const oneSearch = ({ asOf }: Record<string, unknown>): OneSearch =>
  typeof asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(asOf) ? { asOf } : {};

export interface PairsSearch {
  /** Left out: those that wait. */
  readonly box?: 'same' | 'other' | 'all';
  readonly projectId?: string;
  readonly page?: number;
}

const pairChoices = ['same', 'other', 'all'] as const;

export function pairsSearch({ box, projectId, page }: Record<string, unknown>): PairsSearch {
  const known = pairChoices.find((each) => each === box);
  return {
    ...(known !== undefined && { box: known }),
    ...(typeof projectId === 'string' && /^[0-9a-z]{10}$/u.test(projectId) && { projectId }),
    ...(Number.isInteger(page) && Number(page) > 1 && { page: Number(page) }),
  };
}

export interface NormsSearch {
  readonly region?: string;
}

export const normsSearch = ({ region }: Record<string, unknown>): NormsSearch =>
  (typeof region === 'string' || typeof region === 'number') && /^[A-Za-z0-9-]{1,40}$/u.test(String(region))
    ? { region: String(region) }
    : {};

/** What an import brings: the list of projects, or the investment of a month. */
export interface ImportSearch {
  readonly what?: 'months';
}

export const importSearch = ({ what }: Record<string, unknown>): ImportSearch =>
  what === 'months' ? { what: 'months' } : {};
