import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type DiagnosisRowJson, diagnosisApi, diagnosisFields, diagnosisLabels } from '../../contract.ts';
import { Rounds } from '../rounds/rounds.tsx';
import { diagnosisColumns } from './columns.tsx';
import { Providers } from './providers.tsx';
import '../parts/diagnosis.css';

const route = getRouteApi('/diagnoses');
const panel = 'diagnosis-view';
const tabs = [
  { key: 'list', title: '诊断清单' },
  { key: 'rounds', title: '全覆盖任务' },
  { key: 'providers', title: '服务商' },
] as const;

/** Diagnoses, the rounds in which all are to have one, and who helps. */
export function DiagnosesPage() {
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('数字化诊断');
  return (
    <div className="page">
      <h1>数字化诊断</h1>
      <Tabs
        label="数字化诊断"
        tabs={tabs}
        chosen={view ?? 'list'}
        onChoose={(key) => void navigate({ search: key === 'list' ? {} : { view: key as 'rounds' } })}
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${view ?? 'list'}`}>
        {view === 'rounds' ? <Rounds /> : view === 'providers' ? <Providers /> : <Diagnoses />}
      </div>
    </div>
  );
}

function Diagnoses() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const listing = useListing<DiagnosisRowJson>({
    name: 'diagnoses',
    fields: diagnosisFields,
    columns: diagnosisColumns,
    labels: diagnosisLabels,
    picks: { region: 'region', chain: 'chain' },
    search,
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const diagnoses = useQuery({
    ...queryFor(diagnosisApi.listDiagnoses, { query: listing.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <Listing
      listing={listing}
      label="数字化诊断"
      answer={diagnoses.data}
      error={diagnoses.error}
      onRetry={() => void diagnoses.refetch()}
      keyOf={({ id }) => id}
      nameOf={({ enterprise }) => enterprise.name}
      onOpen={({ id, state }) =>
        void navigate({
          to: state === 'inspected' ? '/diagnoses/$diagnosisId/result' : '/diagnoses/$diagnosisId',
          params: { diagnosisId: id },
        })
      }
      searchHint="企业名称或信用代码中的字"
      quick={['state']}
      exportAddress={(query) => addressFor(diagnosisApi.exportDiagnoses, undefined, query)}
      empty={
        <Empty title="还没有诊断">
          <p>企业在自己的档案里开始，或者在“全覆盖任务”里新建一轮。</p>
        </Empty>
      }
    />
  );
}
