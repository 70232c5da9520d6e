import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import {
  boxNames,
  type PipelineBox,
  type PipelineRowJson,
  pipelineApi,
  pipelineBoxes,
  pipelineFields,
  pipelineLabels,
  type TitleCountsJson,
} from '../../contract.ts';
import { usualMonths } from '../../domain/pipeline/index.ts';
import { pipelineColumns } from './columns.tsx';
import { reachWords, withinWords } from './words.ts';
import './pipeline.css';

const route = getRouteApi('/ladder/$titleId');
const panel = 'ladder-box';

/** The enterprises that stand so by one title. */
export function TitlePage() {
  const { titleId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const box: PipelineBox = search.box ?? 'reach';
  const overview = useQuery(queryFor(pipelineApi.readPipeline, { query: {} }));
  const title = overview.data?.titles.find((each) => each.title.id === titleId);
  usePageTitle(title?.title.name ?? '梯度培育');
  const { months, year } = search;
  const own = {
    ...(search.box !== undefined && { box: search.box }),
    ...(months !== undefined && { months }),
    ...(year !== undefined && { year }),
  };
  const columns = useMemo(() => pipelineColumns(box), [box]);
  const listing = useListing<PipelineRowJson>({
    name: `ladder-${box}`,
    fields: pipelineFields,
    columns,
    labels: pipelineLabels,
    picks: { region: 'region', chain: 'chain' },
    search,
    onSearch: (next, replace) => void navigate({ search: { ...next, ...own }, replace }),
  });
  const which = { title: titleId, ...own };
  const rows = useQuery({
    ...queryFor(pipelineApi.listPipeline, { query: { ...listing.query, ...which } }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page ladder-page">
      <p className="page-back">
        <Link to="/ladder">梯度培育</Link>
      </p>
      <div className="page-head">
        <h1>{title?.title.name ?? '称号'}</h1>
      </div>
      <Edition counts={title} />
      <Tabs
        label="哪些企业"
        tabs={pipelineBoxes.map((key) => ({ key, title: key === 'new' ? `${year ?? '今'}年新增` : boxNames[key] }))}
        chosen={box}
        onChoose={(key) =>
          void navigate({
            search: {
              ...(search.filter !== undefined && { filter: search.filter }),
              ...(search.text !== undefined && { text: search.text }),
              ...own,
              box: key === 'reach' ? undefined : key,
            } as never,
          })
        }
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${box}`}>
        <p className="pale">{about(box, overview.data?.within ?? 70, months ?? usualMonths)}</p>
        <Listing
          listing={listing}
          label={`${title?.title.name ?? ''}${boxNames[box]}的企业`}
          answer={rows.data}
          error={rows.error}
          onRetry={() => void rows.refetch()}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
          onOpen={({ id }) =>
            void navigate({ to: '/enterprises/$enterpriseId', params: { enterpriseId: id }, hash: 'titles' })
          }
          searchHint="企业名称或信用代码中的字"
          quick={['verdict']}
          exportAddress={(query) => addressFor(pipelineApi.exportPipeline, undefined, { ...query, ...which })}
          empty={<Nothing box={box} counts={title} />}
        />
      </div>
    </div>
  );
}

function about(box: PipelineBox, within: number, months: number): string {
  switch (box) {
    case 'reach':
      return `${withinWords(within)}按可能性从高到低排。${reachWords}`;
    case 'met':
      return '现在没有这个称号，当天的版次要求的全部符合，可以动员申报。';
    case 'expiring':
      return `现在有效，${months} 个月以内到期，先到期的在前。“按当天的版次”是现在重新判断的结果。`;
    case 'held':
      return '现在有效的，先到期的在前。“按当天的版次”不符合的，到复核时可能保不住。';
    case 'expired':
      return '有过、现在已经到期或者取消的，最近的在前。';
    case 'new':
      return '这一年第一次得到这个称号的；以前得到过、复核续期的不算。';
  }
}

function Edition({ counts }: { readonly counts: TitleCountsJson | undefined }) {
  if (counts === undefined) return null;
  const { edition } = counts;
  if (edition === null) return <p className="page-note">今天没有生效的版次，不能判断谁够得着。</p>;
  return (
    <p className={edition.empty === null ? 'pale' : 'page-note'}>
      按{edition.name}
      {edition.docNumber !== null && `（${edition.docNumber}）`}判断。
      {edition.empty !== null && `${edition.empty}。`}
    </p>
  );
}

function Nothing({ box, counts }: { readonly box: PipelineBox; readonly counts: TitleCountsJson | undefined }) {
  if ((box === 'reach' || box === 'met') && (counts?.edition?.empty ?? null) !== null)
    return (
      <Empty title="还不能判断谁够得着">
        <p>{counts?.edition?.empty}。</p>
      </Empty>
    );
  return (
    <Empty title={`没有${boxNames[box]}的企业`}>
      <p>企业档案有变化，几秒钟以后这里跟着变。</p>
    </Empty>
  );
}
