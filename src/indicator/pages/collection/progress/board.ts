import type { AnswerOf } from '../../../../../platform/http/endpoint.ts';
import type { ListSearch } from '../../../../../platform/web/list/listing/address.ts';
import { listSearch } from '../../../../../platform/web/list/listing/address.ts';
import type { collectionApi } from '../../../contract.ts';

export type BoardJson = AnswerOf<typeof collectionApi.readBoard>;
export type UrgedJson = AnswerOf<typeof collectionApi.urge>;

/** What the board of a form takes from its address. */
export interface BoardSearch extends ListSearch {
  /** Left out: the newest. */
  readonly period?: string;
}

export const boardSearch = (raw: Record<string, unknown>): BoardSearch => {
  const period = typeof raw.period === 'number' ? String(raw.period) : raw.period;
  return { ...listSearch(raw), ...(typeof period === 'string' && period !== '' && { period }) };
};
