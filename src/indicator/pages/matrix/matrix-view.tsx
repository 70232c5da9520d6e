import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { remember, remembered } from '../../../../platform/web/remembered.ts';
import { useSession } from '../../../../platform/web/shell/session-context.ts';
import { type MatricesJson, type ReportContent, readingApi } from '../../contract/reading-api.ts';
import { type IndicatorRowJson, indicatorApi } from '../../contract.ts';
import type { MatrixChange, MatrixSearch, Shown } from './address.ts';
import { GapView } from './gap-view.tsx';
import { IndicatorStrip } from './indicator-strip.tsx';
import { MatrixControls } from './matrix-controls.tsx';
import { MatrixMap } from './matrix-map.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { PlacePath } from './place-path.tsx';
import { Summary } from './summary.tsx';
import './matrix.css';

const memory = 'matrix-indicator';
const views = [
  { key: 'table', title: '表格' },
  { key: 'map', title: '地图' },
] as const;

interface Props {
  readonly search: MatrixSearch;
  onChange(next: MatrixChange): void;
  /** Beside the controls, once it is known what is looked at. */
  readonly tools?: ((content: ReportContent) => React.ReactNode) | undefined;
}

/** Chains by regions: where each target stands, and which cells explain what is missing. */
export function MatrixView({ search, onChange, tools }: Props) {
  const indicators = useQuery(queryFor(indicatorApi.listIndicators, { query: { pageSize: 200 } }));
  const chosen = chosenOf(search.indicator, indicators.data?.rows ?? []);
  useEffect(() => {
    if (search.indicator !== undefined) remember(memory, search.indicator);
  }, [search.indicator]);
  if (indicators.error) return <Failure error={indicators.error} onRetry={() => void indicators.refetch()} />;
  if (indicators.data === undefined) return <Waiting lines={10} />;
  if (chosen === undefined)
    return (
      <Empty title="还没有指标">
        <p>把指标写成内容包、重启服务，或者从已发布的方案装入目标，这里就会有矩阵。</p>
      </Empty>
    );
  return <Chosen indicators={indicators.data.rows} {...{ chosen, search, onChange, tools }} />;
}

interface ChosenProps extends Props {
  readonly indicators: readonly IndicatorRowJson[];
  readonly chosen: IndicatorRowJson;
}

function Chosen({ indicators, chosen, search, onChange, tools }: ChosenProps) {
  const query = queryOf(chosen.id, search);
  const answer = useQuery({ ...queryFor(readingApi.readMatrix, { query }), placeholderData: keepPreviousData });
  const hasTarget = answer.data?.matrices[0]?.cells.some(({ reading }) => reading?.main != null) ?? true;
  const axis = answer.data?.place.axis ?? search.axis ?? 'region';
  const shown = search.show ?? (hasTarget ? 'completion' : 'actual');
  return (
    <>
      <div className="matrix-head">
        <MatrixControls indicator={chosen.id} {...{ indicators, search, shown, axis, onChange }} />
        {tools?.({ kind: 'matrix', query })}
      </div>
      <Matrix {...{ answer, search, shown, onChange }}>
        <IndicatorStrip
          indicators={indicators}
          chosen={chosen}
          query={query}
          onChoose={(indicator) => onChange({ indicator })}
        />
      </Matrix>
    </>
  );
}

type Query = Extract<ReportContent, { kind: 'matrix' }>['query'];

const queryOf = (indicators: string, { period, place, axis }: MatrixSearch): Query => ({
  indicators,
  ...(period !== undefined && { period }),
  ...(place !== undefined && { place }),
  ...(axis !== undefined && { axis }),
});

interface MatrixProps extends Pick<Props, 'search' | 'onChange'> {
  readonly answer: UseQueryResult<MatricesJson>;
  readonly shown: Shown;
  readonly children: React.ReactNode;
}

function Matrix({ answer, search, shown: show, onChange, children }: MatrixProps) {
  const own = useSession()?.post?.regionId ?? null;
  if (answer.error) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
  const { data } = answer;
  const matrix = data?.matrices[0];
  if (data === undefined || matrix === undefined) return <Waiting lines={10} />;
  const { place } = data;
  const view = search.view ?? 'table';
  return (
    <div aria-busy={answer.isPlaceholderData}>
      <PlacePath place={place} search={search} top={place.axis === 'region' ? own : null} />
      {children}
      <Summary matrix={matrix} place={place} />
      <Tabs
        label="怎样看"
        tabs={views}
        chosen={view}
        onChoose={(key) => onChange({ view: key === 'map' ? 'map' : undefined })}
        panel="matrix-panel"
      />
      <div id="matrix-panel" role="tabpanel" aria-labelledby={`matrix-panel-${view}`}>
        {view === 'map' ? (
          <MatrixMap {...{ matrix, place, show }} chain={search.chain} onChain={(chain) => onChange({ chain })} />
        ) : (
          <MatrixTable {...{ matrix, place, show, search }} />
        )}
      </div>
      <GapView matrix={matrix} place={place} />
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
