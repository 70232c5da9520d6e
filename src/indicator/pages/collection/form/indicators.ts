import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { queryFor } from '../../../../../platform/web/api.ts';
import { type IndicatorJson, type IndicatorRowJson, indicatorApi } from '../../../contract.ts';

/** Indicators that somebody can be asked for with such a form: what is reckoned from others is not. */
export function useIndicatorSearch(text: string, frequency: unknown): { found: IndicatorRowJson[]; busy: boolean } {
  const filter = {
    kind: { in: ['sum', 'max'] },
    ...(typeof frequency === 'string' && { frequency: { in: [frequency] } }),
  };
  const query = { pageSize: 50, filter: JSON.stringify(filter), ...(text.trim() !== '' && { text: text.trim() }) };
  const answer = useQuery({
    ...queryFor(indicatorApi.listIndicators, { query }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return { found: answer.data?.rows ?? [], busy: answer.isFetching };
}

/** Some indicators by id, as they become known. */
export function useIndicators(ids: readonly string[]): ReadonlyMap<string, IndicatorJson> {
  const answers = useQueries({
    queries: ids.map((indicatorId) => ({
      ...queryFor(indicatorApi.readIndicator, { params: { indicatorId } }),
      staleTime: 300_000,
    })),
  });
  return new Map(answers.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data] as const])));
}

export const nameOfIndicator = (known: ReadonlyMap<string, IndicatorJson>, id: string): string => {
  const indicator = known.get(id);
  return indicator === undefined ? id : `${indicator.name}（${indicator.unit}）`;
};
