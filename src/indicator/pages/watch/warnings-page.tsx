import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { addressFor, keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import {
  type WarningBoardJson,
  type WarningBox,
  type WarningRowJson,
  warningBoxes,
  warningFields,
  warningLabels,
  warningRuleNames,
  watchApi,
} from '../../contract.ts';
import { momentWords } from '../cell/moment.ts';
import { warningColumns } from './warning-columns.tsx';
import { boxNames } from './words.ts';
import './watch.css';

const route = getRouteApi('/warnings');
const panel = 'warning-box';
const picks = { region: 'region', chain: 'chain' } as const;
const idOf = ({ id }: WarningRowJson): string => id;
const nameOf = ({ title }: WarningRowJson): string => title;

/** What somebody should look at, by how pressing it is, each with its reason. */
export function WarningsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('预警');
  const box: WarningBox = search.box ?? 'open';
  const which = { box };
  const kept = box === 'open' ? {} : { box };
  const listing = useListing<WarningRowJson>({
    name: 'warnings',
    fields: warningFields,
    columns: warningColumns,
    labels: warningLabels,
    picks,
    search,
    onSearch: (next, replace) => void navigate({ search: { ...next, ...kept }, replace }),
  });
  const warnings = useQuery({
    ...queryFor(watchApi.listWarnings, { query: { ...listing.query, ...which } }),
    placeholderData: keepPreviousData,
  });
  const board = useQuery(queryFor(watchApi.readWarningBoard, {}));
  const counts = countsOf(board.data);
  return (
    <div className="page watch-page">
      <div className="watch-head">
        <h1>预警</h1>
        <Buttons board={board.data} />
      </div>
      <p className="watch-under">{board.data === undefined ? '正在读取。' : watchedWords(board.data)}</p>
      <Tabs
        label="预警"
        tabs={warningBoxes.map((key) => ({
          ...{ key, title: boxNames[key] },
          ...(counts[key] !== undefined && { count: counts[key] }),
        }))}
        chosen={box}
        onChoose={(key) => void navigate({ search: key === 'open' ? {} : { box: key } })}
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${box}`}>
        <Listing
          listing={listing}
          label="预警"
          answer={warnings.data}
          error={warnings.error}
          onRetry={() => void warnings.refetch()}
          keyOf={idOf}
          nameOf={nameOf}
          onOpen={({ id }) => void navigate({ to: '/warnings/$warningId', params: { warningId: id } })}
          searchHint="指标、地区或单位中的字"
          quick={['rule']}
          exportAddress={(query) => addressFor(watchApi.exportWarnings, undefined, { ...query, ...which })}
          empty={<Nothing box={box} board={board.data} />}
        />
      </div>
    </div>
  );
}

function Buttons({ board }: { readonly board: WarningBoardJson | undefined }) {
  const client = useQueryClient();
  const run = useMutation({
    mutationFn: () => send(watchApi.runWatch, {}),
    onSuccess: ({ due }) => notify(due === 0 ? '看完了。' : `已经看了一部分，还有 ${due} 处，服务接着看。`),
    onError: (error) => notify(sentencesOf(error).join('\n'), { tone: 'bad' }),
    onSettled: async () => {
      for (const endpoint of [watchApi.listWarnings, watchApi.readWarningBoard])
        await client.invalidateQueries({ queryKey: keyOf(endpoint) });
    },
  });
  return (
    <div className="watch-buttons">
      <Link to="/warnings/limits">规则和界限</Link>
      {board?.may.run === true && (
        <Button loading={run.isPending} onClick={() => run.mutate()}>
          现在看一遍
        </Button>
      )}
    </div>
  );
}

/** What is watched, and when that was last done. */
function watchedWords({ watched, targets, lookedAt, due }: WarningBoardJson): string {
  if (watched.length === 0) return '各条规则都关着，什么也没有看。';
  const rules = watched.map((rule) => warningRuleNames[rule]).join('、');
  const last = lookedAt === null ? '还没有看完过' : `最近一次看完是 ${momentWords(lookedAt)}`;
  return `在看本范围的 ${targets} 个目标和各单位报的数：${rules}。${last}${due === 0 ? '' : `，还有 ${due} 处正在看`}。`;
}

function countsOf(board: WarningBoardJson | undefined): Partial<Record<WarningBox, number>> {
  if (board === undefined) return {};
  const sum = (test: (each: WarningBoardJson['counts'][number]) => boolean): number =>
    board.counts.filter(test).reduce((all, { count }) => all + count, 0);
  const open = (light: string) => sum((each) => each.state === 'open' && each.light === light);
  return {
    open: sum(({ state }) => state === 'open'),
    ...{ red: open('red'), yellow: open('yellow'), blue: open('blue') },
    aside: sum(({ state }) => state === 'aside'),
  };
}

function Nothing({ box, board }: { readonly box: WarningBox; readonly board: WarningBoardJson | undefined }) {
  const title = { aside: '没有搁置的预警', over: '还没有消除过的预警', all: '还没有过预警' }[box as string];
  return (
    <Empty title={title ?? `没有${box === 'open' ? '待处理' : boxNames[box]}的预警`}>
      <p>{board === undefined ? '' : watchedWords(board)}发现问题就列在这里，写明原因。</p>
    </Empty>
  );
}
