import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { PickInput } from '../../../../platform/web/form/pick-input.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type PipelineJson, pipelineApi } from '../../contract.ts';
import { usualMonths } from '../../domain/pipeline/index.ts';
import type { PipelineSearch } from '../address.ts';
import { Targets } from './targets.tsx';
import { TitlesTable } from './titles-table.tsx';
import { reachWords, withinWords } from './words.ts';
import './pipeline.css';

const route = getRouteApi('/ladder');
const spans = [1, 3, 6, 12, 24, 36];

/** Who has, had or may get which title, and what plans ask of the year. */
export function PipelinePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('梯度培育');
  const found = useQuery({
    ...queryFor(pipelineApi.readPipeline, { query: search }),
    placeholderData: keepPreviousData,
    // While blocks wait for being judged the counts change by themselves.
    refetchInterval: ({ state }) => ((state.data?.waiting ?? 0) > 0 || state.data?.day === null ? 5_000 : false),
  });
  const change = (next: Partial<Record<keyof PipelineSearch, string | number | undefined>>): void =>
    void navigate({ search: { ...search, ...next } as never, replace: true });
  const text = (value: string | string[] | null): string | undefined => (typeof value === 'string' ? value : undefined);
  return (
    <div className="page ladder-page">
      <div className="page-head">
        <h1>梯度培育</h1>
      </div>
      <div className="ladder-filters">
        <label htmlFor="ladder-region">
          地区
          <PickInput
            id="ladder-region"
            of="region"
            several={false}
            value={search.region ?? null}
            onChange={(value) => change({ region: text(value) })}
          />
        </label>
        <label htmlFor="ladder-chain">
          产业链
          <PickInput
            id="ladder-chain"
            of="chain"
            several={false}
            value={search.chain ?? null}
            onChange={(value) => change({ chain: text(value) })}
          />
        </label>
        <label htmlFor="ladder-months">
          快到期是指
          <Select
            id="ladder-months"
            value={search.months ?? usualMonths}
            onChange={(months: number) => change({ months: months === usualMonths ? undefined : months })}
            options={spans.map((value) => ({ value, label: `${value} 个月以内` }))}
          />
        </label>
      </div>
      {found.error && found.data === undefined ? (
        <Failure error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <Waiting lines={12} />
      ) : (
        <Found pipeline={found.data} search={search} />
      )}
    </div>
  );
}

function Found({ pipeline, search }: { readonly pipeline: PipelineJson; readonly search: PipelineSearch }) {
  const { targets, within } = pipeline;
  return (
    <>
      <Standing pipeline={pipeline} />
      {targets !== null && <Targets targets={targets} year={pipeline.year} />}
      <section aria-labelledby="ladder-titles">
        <h2 id="ladder-titles">各个称号</h2>
        <TitlesTable pipeline={pipeline} search={search} />
        <p className="pale">
          {withinWords(within)}
          {reachWords}
        </p>
      </section>
    </>
  );
}

/** Of which day the counts are, and how far the judging has come. */
function Standing({ pipeline: { day, today, waiting, blocks, enterprises } }: { readonly pipeline: PipelineJson }) {
  const count = enterprises.toLocaleString('zh-CN');
  if (day === null)
    return (
      <p className="page-note" role="status">
        {enterprises === 0
          ? '还没有企业。登记或导入以后，系统自己判断。'
          : `${count} 家在册企业，正在第一次判断。判断好的会自己出现。`}
      </p>
    );
  return (
    <p className={waiting > 0 ? 'page-note' : 'pale'} role="status">
      {count} 家在册企业，按 {day} 的档案和当天生效的版次判断。
      {waiting > 0 &&
        `有企业变了${day === today ? '' : '，日期也变了'}：${blocks} 批里还有 ${waiting} 批正在重新判断。`}
    </p>
  );
}
