import { type ListSearch, listSearch } from '../../../platform/web/list/listing/address.ts';
import {
  type AppealBox,
  appealBoxes,
  type EnterpriseBox,
  enterpriseBoxes,
  type PromiseBox,
  promiseBoxes,
  type RequestBox,
  requestBoxes,
} from '../contract.ts';

/** What the list of enterprises takes from its address. */
export interface EnterpriseListSearch extends ListSearch {
  /** Left out: those that are open. */
  readonly box?: Exclude<EnterpriseBox, 'open'>;
}

export function enterpriseListSearch(raw: Record<string, unknown>): EnterpriseListSearch {
  const box = enterpriseBoxes.find((each) => each === raw.box && each !== 'open') as EnterpriseListSearch['box'];
  return { ...listSearch(raw), ...(box !== undefined && { box }) };
}

export interface FileSearch {
  /** As it was at the end of this day; left out: now. */
  readonly asOf?: string;
}

export const fileSearch = ({ asOf }: Record<string, unknown>): FileSearch =>
  typeof asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(asOf) ? { asOf } : {};

export interface RequestSearch {
  /** Left out: those that wait. */
  readonly box?: Exclude<RequestBox, 'open'>;
  readonly enterpriseId?: string;
  /** The one that a message leads to. */
  readonly requestId?: string;
  readonly page?: number;
}

const recordId = /^[0-9a-hjkmnp-tv-z]{10}$/u;

export function requestSearch(raw: Record<string, unknown>): RequestSearch {
  const box = requestBoxes.find((each) => each === raw.box && each !== 'open') as RequestSearch['box'];
  const { enterpriseId, requestId, page } = raw;
  return {
    ...(box !== undefined && { box }),
    ...(isRecordId(enterpriseId) && { enterpriseId: String(enterpriseId) }),
    ...(isRecordId(requestId) && { requestId: String(requestId) }),
    ...(Number.isInteger(page) && Number(page) > 1 && { page: Number(page) }),
  };
}

/** What the list of appeals takes from its address. */
export interface AppealListSearch extends ListSearch {
  /** Left out: those that are open. */
  readonly box?: Exclude<AppealBox, 'open'>;
}

export function appealListSearch(raw: Record<string, unknown>): AppealListSearch {
  const box = appealBoxes.find((each) => each === raw.box && each !== 'open') as AppealListSearch['box'];
  return { ...listSearch(raw), ...(box !== undefined && { box }) };
}

export interface PromiseSearch {
  /** Left out: those that nobody has decided. */
  readonly box?: PromiseBox;
  /** The one that a piece of work leads to. */
  readonly promiseId?: string;
  readonly page?: number;
}

export function promiseSearch(raw: Record<string, unknown>): PromiseSearch {
  const box = promiseBoxes.find((each) => each === raw.box && each !== 'open');
  const { promiseId, page } = raw;
  return {
    ...(box !== undefined && { box }),
    ...(isRecordId(promiseId) && { promiseId: String(promiseId) }),
    ...(Number.isInteger(page) && Number(page) > 1 && { page: Number(page) }),
  };
}

/** An id may be all digits, which an address gives as a number. */
const isRecordId = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number') && recordId.test(String(value));

/** How many are set beside each other at most: more do not fit the eye. */
export const mostCompared = 6;

export interface CompareSearch {
  /** Ids with commas between. */
  readonly ids?: string;
}

export function compareSearch({ ids }: Record<string, unknown>): CompareSearch {
  const found = idsIn({ ids: typeof ids === 'string' || typeof ids === 'number' ? String(ids) : '' });
  return found.length === 0 ? {} : { ids: found.join() };
}

export const idsIn = ({ ids = '' }: CompareSearch): readonly string[] =>
  [...new Set(ids.split(','))].filter((id) => recordId.test(id)).slice(0, mostCompared);
