import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { withCondition } from '../../../../platform/web/list/listing/address.ts';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import {
  type ConflictKind,
  type ConflictRowJson,
  conflictFields,
  conflictKinds,
  listLabels,
  policyApi,
} from '../../contract.ts';
import { DayField } from '../wording/day-field.tsx';
import { conflictColumns } from './conflict-columns.tsx';
import '../wording/policy.css';

const route = getRouteApi('/policy-conflicts');
const panel = 'policy-conflicts';
const idOf = ({ id }: ConflictRowJson): string => id;
const nameOf = ({ kind, a, b }: ConflictRowJson): string =>
  [conflictKinds[kind], a?.title, b?.title].filter(Boolean).join('：');

/** Where the policies in force on a day contradict each other or themselves. */
export function ConflictsPage() {
  const { on, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = on === undefined ? {} : { on };
  const listing = useListing<ConflictRowJson>({
    name: 'policy-conflicts',
    fields: conflictFields,
    columns: conflictColumns(asked),
    labels: listLabels,
    search,
    onSearch: (next, replace) => void navigate({ search: { ...next, ...asked }, replace }),
  });
  const report = useQuery({
    ...queryFor(policyApi.listConflicts, { query: { ...listing.query, ...asked } }),
    placeholderData: keepPreviousData,
  });
  usePageTitle('政策冲突');
  const kinds = report.data?.kinds ?? {};
  const every = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  const condition = search.filter?.kind;
  const [only, ...others] = condition !== undefined && 'in' in condition ? condition.in : [];
  const chosen = others.length === 0 ? (only ?? 'all') : 'all';
  return (
    <div className="page policy-page">
      <div className="policy-head">
        <h1>政策冲突</h1>
        <DayField
          day={on}
          onDay={(day) => void navigate({ search: { ...search, ...(day && { on: day }) }, replace: true })}
        />
      </div>
      <p className="policy-under">
        {report.data === undefined
          ? '正在比对当天施行的政策。'
          : `当天施行的 ${report.data.policies} 份政策逐条比对：同一件事会不会付两次，条件相同金额是否不同，条件能不能达到，前后两份之间有没有断档。`}
      </p>
      <Tabs
        label="问题"
        tabs={[
          { key: 'all', title: '全部', count: every },
          ...(Object.keys(conflictKinds) as ConflictKind[]).map((kind) => ({
            ...{ key: kind, title: conflictKinds[kind], count: kinds[kind] ?? 0 },
          })),
        ]}
        chosen={chosen}
        onChoose={(kind) =>
          listing.change({
            filter: withCondition(search.filter, 'kind', kind === 'all' ? undefined : { in: [kind] }),
          })
        }
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${chosen}`}>
        <Listing
          listing={listing}
          label="政策冲突"
          answer={report.data}
          error={report.error}
          onRetry={() => void report.refetch()}
          keyOf={idOf}
          nameOf={nameOf}
          searchHint="条款、政策或举例中的字"
          exportAddress={(query) => addressFor(policyApi.exportConflicts, undefined, { ...query, ...asked })}
          empty={
            <Empty title="没有发现冲突">
              <p>当天施行的政策之间，没有发现重复、矛盾、够不着的条款或断档。换一天再看看。</p>
            </Empty>
          }
        />
      </div>
    </div>
  );
}
