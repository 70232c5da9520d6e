import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { remember, remembered } from '../../../../platform/web/remembered.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { readingApi } from '../../contract/reading-api.ts';
import { type IndicatorRowJson, indicatorApi } from '../../contract.ts';
import type { MatrixSearch } from './address.ts';
import { GapView } from './gap-view.tsx';
import { MatrixControls } from './matrix-controls.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { PlacePath } from './place-path.tsx';
import { Summary } from './summary.tsx';
import './matrix.css';

const route = getRouteApi('/matrix');
const memory = 'matrix-indicator';

/** Chains by regions: where each target stands, and which cells explain what is missing. The first page of a chain chief. */
export function MatrixPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('经纬矩阵');
  const indicators = useQuery(queryFor(indicatorApi.listIndicators, { query: { pageSize: 200 } }));
  const chosen = chosenOf(search.indicator, indicators.data?.rows ?? []);
  useEffect(() => {
    if (search.indicator !== undefined) remember(memory, search.indicator);
  }, [search.indicator]);
  const change = (next: Partial<Record<keyof MatrixSearch, string | undefined>>): void =>
    void navigate({ search: (before: MatrixSearch) => ({ ...before, ...next }) as MatrixSearch, replace: true });

  if (indicators.error) return <Failure error={indicators.error} onRetry={() => void indicators.refetch()} />;
  if (indicators.data === undefined) return <Waiting lines={10} />;
  if (chosen === undefined)
    return (
      <Empty title="还没有指标">
        <p>把指标写成内容包、重启服务，或者从已发布的方案装入目标，这里就会有矩阵。</p>
      </Empty>
    );
  return (
    <div className="matrix-page">
      <MatrixControls indicators={indicators.data.rows} indicator={chosen.id} search={search} onChange={change} />
      <Matrix indicator={chosen.id} search={search} />
    </div>
  );
}

interface MatrixProps {
  readonly indicator: string;
  readonly search: MatrixSearch;
}

function Matrix({ indicator, search }: MatrixProps) {
  const { period, place, axis } = search;
  const asked = {
    indicators: indicator,
    ...(period !== undefined && { period }),
    ...(place !== undefined && { place }),
    ...(axis !== undefined && { axis }),
  };
  const answer = useQuery({
    ...queryFor(readingApi.readMatrix, { query: asked }),
    placeholderData: keepPreviousData,
  });
  if (answer.error && answer.data === undefined)
    return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
  const matrix = answer.data?.matrices[0];
  if (answer.data === undefined || matrix === undefined) return <Waiting lines={10} />;
  return (
    <div aria-busy={answer.isPlaceholderData}>
      {answer.error && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
      <PlacePath place={answer.data.place} />
      <Summary matrix={matrix} place={answer.data.place} />
      <MatrixTable matrix={matrix} place={answer.data.place} show={search.show ?? 'completion'} />
      <GapView matrix={matrix} place={answer.data.place} />
    </div>
  );
}

/** The one that is asked for, the one that was looked at last, or the first that is reported each month. */
function chosenOf(asked: string | undefined, rows: readonly IndicatorRowJson[]): IndicatorRowJson | undefined {
  const before = remembered(memory);
  return (
    rows.find(({ id }) => id === asked) ??
    rows.find(({ id }) => id === before) ??
    rows.find(({ frequency }) => frequency === 'month') ??
    rows[0]
  );
}
