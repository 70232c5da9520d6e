import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import type { Column } from '../../../../platform/web/list/model.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { dayAt } from '../../../kernel/index.ts';
import {
  type AppealBox,
  type AppealField,
  appealBoxes,
  appealBoxNames,
  appealFields,
  appealLabels,
  type EnterpriseAppealRowJson,
  enterpriseApi,
} from '../../contract.ts';
import { appealKindNames } from '../../domain/index.ts';
import { AppealState } from './appeal-state.tsx';
import '../parts/enterprise.css';

const route = getRouteApi('/enterprises/appeals');
const panel = 'appeal-box';

/** What enterprises ask for help with: what is urgent first, then what waits longest. */
export function AppealsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('企业诉求');
  const box: AppealBox = search.box ?? 'open';
  const own = search.box === undefined ? {} : { box: search.box };
  const listing = useListing<EnterpriseAppealRowJson>({
    name: 'appeals',
    fields: appealFields,
    columns: appealColumns,
    labels: appealLabels,
    picks: { region: 'region', unit: 'unit' },
    search,
    onSearch: (next, replace) => void navigate({ search: { ...next, ...own }, replace }),
  });
  const rows = useQuery({
    ...queryFor(enterpriseApi.listAppeals, { query: { ...listing.query, ...own } }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <h1>企业诉求</h1>
      <Tabs
        label="哪些诉求"
        tabs={appealBoxes.map((key) => ({ key, title: appealBoxNames[key] }))}
        chosen={box}
        onChoose={(key) =>
          void navigate({
            search: { ...search, page: undefined, box: key === 'open' ? undefined : key } as never,
          })
        }
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${box}`}>
        <Listing
          listing={listing}
          label="诉求"
          answer={rows.data}
          error={rows.error}
          onRetry={() => void rows.refetch()}
          keyOf={({ id }) => id}
          nameOf={({ title }) => title}
          onOpen={({ id }) => void navigate({ to: '/enterprises/appeals/$appealId', params: { appealId: id } })}
          searchHint="诉求或企业"
          quick={['kind']}
          exportAddress={(query) => addressFor(enterpriseApi.exportAppeals, undefined, { ...query, ...own })}
          empty={
            <Empty title={box === 'open' ? '没有未办结的诉求' : '还没有企业诉求'}>
              <p>企业在“本企业”里提出，或者在企业档案里替它记下以后，列在这里。</p>
            </Empty>
          }
        />
      </div>
    </div>
  );
}

const column = (
  key: AppealField,
  rest: Omit<Column<EnterpriseAppealRowJson>, 'key' | 'title'>,
): Column<EnterpriseAppealRowJson> => ({ key, title: appealFields[key].title, ...rest });

const appealColumns: readonly Column<EnterpriseAppealRowJson>[] = [
  column('title', {
    ...{ width: 'minmax(260px, 2fr)', narrow: 'main' },
    render: (row) => (
      <span className="named">
        <Link to="/enterprises/appeals/$appealId" params={{ appealId: row.id }}>
          {row.title}
        </Link>
        <small>{row.enterprise.name}</small>
      </span>
    ),
  }),
  column('kind', { width: '110px', render: ({ kind }) => appealKindNames[kind] }),
  column('state', { width: '150px', render: (row) => <AppealState appeal={row} /> }),
  column('unit', { width: 'minmax(140px, 1fr)', render: ({ unit }) => unit?.name ?? '—' }),
  column('dueOn', { width: '108px', render: ({ dueOn }) => dueOn ?? '—' }),
  column('satisfied', {
    width: '92px',
    render: ({ satisfied }) => (satisfied === null ? '—' : satisfied ? '满意' : '不满意'),
  }),
  column('raisedAt', { width: '108px', render: ({ raisedAt }) => dayAt(raisedAt) }),
  column('enterprise', { ...{ width: '240px', hidden: true }, render: ({ enterprise }) => enterprise.name }),
  column('region', { ...{ width: '96px', hidden: true }, render: ({ region }) => region.name }),
  column('urgent', { ...{ width: '72px', hidden: true }, render: ({ urgent }) => (urgent ? '紧急' : '—') }),
  column('overdue', { ...{ width: '72px', hidden: true }, render: ({ overdue }) => (overdue ? '超期' : '—') }),
  column('reopened', {
    ...{ width: '92px', align: 'end' as const, hidden: true },
    render: ({ reopened }) => (reopened === 0 ? '—' : `${reopened} 次`),
  }),
  column('answer', { ...{ width: '320px', hidden: true }, render: ({ answer }) => answer ?? '—' }),
];
