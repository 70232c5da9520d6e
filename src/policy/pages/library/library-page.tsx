import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import {
  type ClauseRowJson,
  clauseFields,
  type DocumentRowJson,
  documentFields,
  listLabels,
  policyApi,
} from '../../contract.ts';
import { DayField } from '../wording/day-field.tsx';
import { clauseColumns, documentColumns } from './columns.tsx';
import '../wording/policy.css';

const route = getRouteApi('/policies');
const panel = 'policy-library';
const tabs = [
  { key: 'clause', title: '条款' },
  { key: 'document', title: '文件' },
] as const;
type Row = { readonly id: string; readonly title: string };
const idOf = ({ id }: Row): string => id;
const nameOf = ({ title }: Row): string => title;

/** Every policy that is loaded, clause by clause or document by document, as it stands on a day. */
export function LibraryPage() {
  const { by, on } = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('政策库');
  const shown = by ?? 'clause';
  return (
    <div className="page policy-page">
      <div className="policy-head">
        <h1>政策库</h1>
        <DayField
          day={on}
          onDay={(day) =>
            void navigate({
              search: ({ on: _before, ...rest }) => ({ ...rest, ...(day && { on: day }) }),
              replace: true,
            })
          }
        />
      </div>
      <Tabs
        label="怎样看"
        tabs={tabs}
        chosen={shown}
        onChoose={(key) =>
          void navigate({ search: { ...(on && { on }), ...(key === 'document' && { by: 'document' }) } })
        }
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${shown}`}>
        {shown === 'clause' ? <Clauses /> : <Documents />}
      </div>
    </div>
  );
}

function Clauses() {
  const { by: _by, on, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = on === undefined ? {} : { on };
  const listing = useListing<ClauseRowJson>({
    name: 'policy-clauses',
    fields: clauseFields,
    columns: clauseColumns(asked, useMay('organisation.read')),
    labels: listLabels,
    search,
    onSearch: (next, replace) => void navigate({ search: { ...next, ...asked }, replace }),
  });
  const clauses = useQuery({
    ...queryFor(policyApi.listClauses, { query: { ...listing.query, ...asked } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Listing<ClauseRowJson>
      listing={listing}
      label="条款"
      answer={clauses.data}
      error={clauses.error}
      onRetry={() => void clauses.refetch()}
      keyOf={idOf}
      nameOf={nameOf}
      onOpen={({ policyId, clauseId }) =>
        void navigate({ to: '/policies/$policyId/$clauseId', params: { policyId, clauseId }, search: asked })
      }
      searchHint="条款、政策、文号或句子中的字"
      quick={['level', 'state', 'window']}
      exportAddress={(query) => addressFor(policyApi.exportClauses, undefined, { ...query, ...asked })}
      empty={<NothingYet />}
    />
  );
}

function Documents() {
  const { by, on, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = on === undefined ? {} : { on };
  const listing = useListing<DocumentRowJson>({
    name: 'policies',
    fields: documentFields,
    columns: documentColumns(asked),
    labels: listLabels,
    search,
    onSearch: (next, replace) => void navigate({ search: { ...next, ...asked, ...(by && { by }) }, replace }),
  });
  const documents = useQuery({
    ...queryFor(policyApi.listDocuments, { query: { ...listing.query, ...asked } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Listing<DocumentRowJson>
      listing={listing}
      label="政策"
      answer={documents.data}
      error={documents.error}
      onRetry={() => void documents.refetch()}
      keyOf={idOf}
      nameOf={nameOf}
      onOpen={({ id }) => void navigate({ to: '/policies/$policyId', params: { policyId: id }, search: asked })}
      searchHint="政策、文号或机关中的字"
      quick={['level', 'state']}
      exportAddress={(query) => addressFor(policyApi.exportDocuments, undefined, { ...query, ...asked })}
      empty={<NothingYet />}
    />
  );
}

const NothingYet = () => (
  <Empty title="还没有政策">
    <p>把文件的奖补条款写成内容包，检查通过、重启服务以后，就会出现在这里。写法见 docs/packs.md。</p>
  </Empty>
);
