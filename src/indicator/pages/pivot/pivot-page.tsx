import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { download } from '../../../../platform/web/download.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { MenuButton } from '../../../../platform/web/layout/menu-button.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { useNarrow } from '../../../../platform/web/layout/use-narrow.ts';
import { Pager } from '../../../../platform/web/list/pager.tsx';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { lengthOf } from '../../../kernel/index.ts';
import {
  type PivotJson,
  type PivotMeasure,
  type PivotSpec,
  pivotMeasureNames,
  readingApi,
} from '../../contract/reading-api.ts';
import { type IndicatorRowJson, indicatorApi } from '../../contract.ts';
import { Choice } from '../reading/choice.tsx';
import { SaveReport } from '../reports/save-report.tsx';
import { lookOf, type PivotSearch, searchOf, specOf, type View, viewNames } from './address.ts';
import { ChartView } from './chart-view.tsx';
import { PivotControls } from './controls.tsx';
import type { Standing } from './flat.ts';
import { PivotTable } from './pivot-table.tsx';
import '../../../../platform/web/list/list.css';
import './pivot.css';

const route = getRouteApi('/analysis');
const panel = 'pivot-answer';
const tableRows = 100;
/** Charts want everything at once. */
const chartRows = 200;

/** A table with any axes, and the same as a picture; its address says all of it, so that it can be handed on. */
export function PivotPage() {
  usePageTitle('分析');
  const indicators = useQuery(queryFor(indicatorApi.listIndicators, { query: { pageSize: 200 } }));
  if (indicators.error) return <Failure error={indicators.error} onRetry={() => void indicators.refetch()} />;
  if (indicators.data === undefined) return <Waiting lines={10} />;
  const { rows } = indicators.data;
  const usual = rows.find(({ frequency }) => frequency === 'month') ?? rows[0];
  if (usual === undefined)
    return (
      <Empty title="还没有指标">
        <p>把指标写成内容包、重启服务，或者从已发布的方案装入目标，这里就能分析。</p>
      </Empty>
    );
  return <Pivot indicators={rows} usual={usual} />;
}

interface PivotProps {
  readonly indicators: readonly IndicatorRowJson[];
  readonly usual: IndicatorRowJson;
}

function Pivot({ indicators, usual }: PivotProps) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const mayFirms = useMay('indicator.detail');
  const first = indicators.find(({ id }) => id === search.indicators?.split(',')[0]) ?? usual;
  const isOpen = search.from === undefined && search.to === undefined;
  // The last period of which something is known: the matrix finds it anyway.
  const matrix = useQuery({
    ...queryFor(readingApi.readMatrix, { query: { indicators: first.id, explain: 1 } }),
    ...{ enabled: isOpen, retry: false, staleTime: 300_000 },
  });
  const last = matrix.data?.matrices[0]?.asOf;
  const axis = matrix.data?.place.axis;
  const spec = specOf(search, {
    ...{ indicator: usual.id, frequency: first.frequency },
    ...(last !== undefined && lengthOf(last) === first.frequency && { last }),
    ...(isOpen && axis !== undefined && { axis }),
  });
  const view = search.view ?? 'table';
  const look = (next: Partial<Record<keyof PivotSearch, unknown>>): void =>
    void navigate({ search: (before: PivotSearch) => cleaned({ ...before, ...next }), replace: true });
  const ask = (next: PivotSpec): void =>
    void navigate({ search: { ...searchOf(next), ...lookOf(search) }, replace: true });
  if (isOpen && matrix.isPending) return <Waiting lines={12} />;
  const controls = <PivotControls {...{ spec, indicators, mayFirms }} onSpec={ask} />;
  return (
    <div className="pivot-page">
      <div className="pivot-head">
        <h1>分析</h1>
        <div className="pivot-tools">
          {narrow && <Button onClick={() => setOpen(true)}>选择行列</Button>}
          <Button type="primary" onClick={() => setSaving(true)}>
            保存
          </Button>
          <ExportPivot spec={spec} />
        </div>
      </div>
      <div className="pivot-body">
        {!narrow && (
          <aside className="pivot-side" aria-label="选择行列">
            {controls}
          </aside>
        )}
        <div className="pivot-main">
          <Tabs
            label="怎样看"
            tabs={Object.entries(viewNames).map(([key, title]) => ({ key: key as View, title }))}
            chosen={view}
            onChoose={(key) => look({ view: key === 'table' ? undefined : key, page: undefined })}
            panel={panel}
          />
          <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${view}`}>
            <Answer {...{ spec, search, view, look }} onSpec={ask} />
          </div>
        </div>
      </div>
      {narrow && (
        <Drawer
          title="选择行列"
          placement="bottom"
          size="82%"
          open={open}
          onClose={() => setOpen(false)}
          footer={
            <Button type="primary" block onClick={() => setOpen(false)}>
              看结果
            </Button>
          }
        >
          {controls}
        </Drawer>
      )}
      {saving && (
        <SaveReport
          content={{ kind: 'pivot', spec }}
          from={search.report}
          onClose={() => setSaving(false)}
          onSaved={({ id }) => look({ report: id })}
        />
      )}
    </div>
  );
}

interface AnswerProps {
  readonly spec: PivotSpec;
  readonly search: PivotSearch;
  readonly view: View;
  look(next: Partial<Record<keyof PivotSearch, unknown>>): void;
  onSpec(next: PivotSpec): void;
}

function Answer({ spec, search, view, look, onSpec }: AnswerProps) {
  const isTable = view === 'table';
  const page = isTable ? (search.page ?? 1) : 1;
  const pageSize = isTable ? tableRows : chartRows;
  const answer = useQuery({
    ...queryFor(readingApi.readPivot, { query: { spec: JSON.stringify(spec), page, pageSize } }),
    placeholderData: keepPreviousData,
  });
  const { data } = answer;
  if (answer.error) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
  if (data === undefined) return <Waiting lines={12} />;
  const standing: Standing = {
    ...{ place: data.place.id, axis: data.place.axis, period: spec.periods.to },
    chain: spec.chains.length === 1 ? (spec.chains[0] ?? null) : null,
  };
  if (data.rows.length === 0 || data.columns.length === 0)
    return (
      <Empty title="没有可列的行">
        <p>{data.place.name}下面没有这一级。请换一级，或者换一个地方。</p>
      </Empty>
    );
  return (
    <div aria-busy={answer.isPlaceholderData} className="pivot-answer">
      <p className="pivot-where">
        {data.place.name}，{data.indicators.map(({ name }) => name).join('、')}
      </p>
      {isTable ? (
        <>
          <label className="pivot-check">
            <input
              type="checkbox"
              checked={search.heat === 'yes'}
              onChange={({ target }) => look({ heat: target.checked ? 'yes' : undefined })}
            />
            按大小涂色
          </label>
          <PivotTable answer={data} spec={spec} standing={standing} heat={search.heat === 'yes'} onSpec={onSpec} />
          <Pager
            label="透视表"
            paging={{
              page: data.page,
              pageSize: data.pageSize,
              total: data.total,
              onPage: (next) => look({ page: next === 1 ? undefined : next }),
            }}
          />
        </>
      ) : (
        <Drawn {...{ spec, search, view, look, data, standing }} />
      )}
    </div>
  );
}

interface DrawnProps extends Pick<AnswerProps, 'spec' | 'search' | 'look'> {
  readonly view: Exclude<View, 'table'>;
  readonly data: PivotJson;
  readonly standing: Standing;
}

/** A chart of one measure of one indicator, with the choice where there are more. */
function Drawn({ spec, search, view, look, data, standing }: DrawnProps) {
  const measure = spec.measures.find((each) => each === search.draw) ?? spec.measures[0] ?? 'value';
  const head = data.indicators.find(({ id }) => id === search.of) ?? data.indicators[0];
  if (head === undefined) return null;
  return (
    <>
      <div className="pivot-draw">
        {spec.measures.length > 1 && (
          <Choice
            label="画哪个量"
            value={measure}
            options={spec.measures.map((each: PivotMeasure) => [each, pivotMeasureNames[each]])}
            onChange={(draw) => look({ draw })}
          />
        )}
        {data.indicators.length > 1 && (
          <Choice
            label="画哪个指标"
            value={head.id}
            options={data.indicators.map(({ id, name }) => [id, name])}
            onChange={(of) => look({ of })}
          />
        )}
      </div>
      <ChartView answer={data} {...{ spec, standing, view, measure, head }} />
    </>
  );
}

function ExportPivot({ spec }: { readonly spec: PivotSpec }) {
  const [busy, setBusy] = useState(false);
  const run = async (format: 'xlsx' | 'csv'): Promise<void> => {
    setBusy(true);
    try {
      await download(addressFor(readingApi.exportPivot, undefined, { spec: JSON.stringify(spec), format }));
      notify('已导出透视表。');
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <MenuButton
      items={[
        { key: 'xlsx', label: 'Excel 表格', onClick: () => void run('xlsx') },
        { key: 'csv', label: 'CSV 文本', onClick: () => void run('csv') },
      ]}
    >
      {busy ? '正在导出…' : '导出'}
    </MenuButton>
  );
}

const cleaned = (search: object): PivotSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as PivotSearch;
