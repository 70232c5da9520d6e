import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import {
  type ProjectBox,
  type ProjectRowJson,
  projectApi,
  projectBoxes,
  projectFields,
  projectLabels,
} from '../../contract.ts';
import { libraryNames } from '../../domain/index.ts';
import { Board } from './board.tsx';
import { projectColumns } from './columns.tsx';
import { Thresholds } from './thresholds.tsx';
import { Totals } from './totals.tsx';
import '../parts/project.css';
import './board.css';

const route = getRouteApi('/projects');
const panel = 'project-box';
const boxNames: Readonly<Record<ProjectBox, string>> = {
  ...{ all: '全部', ...libraryNames },
  ...{ stuck: '受阻和滞后', withdrawn: '已退库', merged: '已并入' },
};

/** Projects by libraries: what there is, what it comes to, and what is stuck. */
export function ProjectsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('项目');
  const { view, by, year } = search;
  const box: ProjectBox = search.box ?? 'all';
  const own = {
    ...(search.box && { box: search.box }),
    ...(view && { view }),
    ...(by && { by }),
    ...(year && { year }),
  };
  const listing = useListing<ProjectRowJson>({
    name: 'projects',
    fields: projectFields,
    columns: projectColumns,
    labels: projectLabels,
    picks: { region: 'region', chain: 'chain', unit: 'unit' },
    search,
    onSearch: (next, replace) => void navigate({ search: { ...next, ...own }, replace }),
  });
  const { text, filter } = listing.query;
  const which = { box, ...(year && { year }) };
  const projects = useQuery({
    ...queryFor(projectApi.listProjects, { query: { ...listing.query, ...which } }),
    placeholderData: keepPreviousData,
    enabled: view !== 'board',
  });
  const change = (next: object): void => void navigate({ search: { ...search, page: undefined, ...next } as never });
  return (
    <div className="page project-page">
      <div className="page-head">
        <h1>项目</h1>
        <Tools />
      </div>
      <Tabs
        label="项目库"
        tabs={projectBoxes.map((key) => ({ key, title: boxNames[key] }))}
        chosen={box}
        onChoose={(key) => change({ box: key === 'all' ? undefined : key })}
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${box}`}>
        <Totals
          query={{ ...(text && { text }), ...(filter && { filter }), ...which } as never}
          by={by}
          onBy={(next) => change({ by: next })}
        />
        <Thresholds filter={search.filter} onFilter={(next) => listing.change({ filter: next })} />
        <Listing
          listing={listing}
          label="项目"
          answer={projects.data}
          error={projects.error}
          onRetry={() => void projects.refetch()}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
          onOpen={({ id }) => void navigate({ to: '/projects/$projectId', params: { projectId: id } })}
          searchHint="项目、企业、代码或地点中的字"
          quick={['stage', 'alarm']}
          exportAddress={(query) => addressFor(projectApi.exportProjects, undefined, { ...query, ...which })}
          tools={
            <Button
              aria-pressed={view === 'board'}
              onClick={() => change({ view: view === 'board' ? undefined : 'board' })}
            >
              {view === 'board' ? '看清单' : '看看板'}
            </Button>
          }
          {...(view === 'board' && { instead: <Board query={listing.query} box={box} /> })}
          empty={<Nothing box={box} />}
        />
      </div>
    </div>
  );
}

function Tools() {
  const mayKeep = useMay('project.keep');
  return (
    <nav className="page-buttons" aria-label="项目的其他页面">
      <Link to="/projects/doubles">相同项目</Link>
      <Link to="/projects/norms">时限和界限</Link>
      {mayKeep && <Link to="/projects/import">导入</Link>}
      {mayKeep && (
        <Link to="/projects/new" className="page-new">
          登记项目
        </Link>
      )}
    </nav>
  );
}

function Nothing({ box }: { readonly box: ProjectBox }) {
  const mayKeep = useMay('project.keep');
  return (
    <Empty title={box === 'all' ? '还没有项目' : `“${boxNames[box]}”里没有项目`}>
      <p>{mayKeep ? '逐个登记，或者用表格一次导入。' : '管理单位登记以后看得到。'}</p>
      {mayKeep && <Link to="/projects/new">登记项目</Link>}
    </Empty>
  );
}
