import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { List } from '../../../../platform/web/list/list.tsx';
import type { Column } from '../../../../platform/web/list/model.ts';
import { type DiagnosisCampaignJson, type DiagnosisDutyJson, diagnosisApi } from '../../contract.ts';
import { type DutyState, dutyStateNames, dutyStates } from '../../domain/index.ts';
import { dayText } from '../parts/words.ts';

const pageSize = 50;

const columns: readonly Column<DiagnosisDutyJson>[] = [
  {
    ...{ key: 'enterprise', title: '企业', width: 'minmax(220px, 2fr)', narrow: 'main' },
    render: ({ enterprise, diagnosisId, state }) =>
      diagnosisId === null ? (
        <Link to="/enterprises/$enterpriseId/diagnosis" params={{ enterpriseId: enterprise.id }}>
          {enterprise.name}
        </Link>
      ) : (
        <Link
          to={state === 'inspected' ? '/diagnoses/$diagnosisId/result' : '/diagnoses/$diagnosisId'}
          params={{ diagnosisId }}
        >
          {enterprise.name}
        </Link>
      ),
  },
  {
    ...{ key: 'state', title: '状态', width: '150px', narrow: 'figure' },
    render: ({ state, answered, wanted }) =>
      state === 'filling' ? `填写中，${answered} / ${wanted} 题` : dutyStateNames[state],
  },
  { key: 'level', title: '等级', width: '84px', render: ({ levelName }) => levelName ?? '—' },
  { key: 'region', title: '地区', width: '120px', render: ({ region }) => region.name },
  { key: 'chain', title: '产业链', width: '150px', render: ({ chain }) => chain?.name ?? '—' },
  {
    ...{ key: 'told', title: '提醒', width: '190px' },
    render: ({ reachable, reminders, remindedAt }) =>
      !reachable
        ? '没有账号单位，请电话通知'
        : reminders === 0
          ? '没有提醒过'
          : `${reminders} 次，最近 ${dayText(remindedAt)}`,
  },
];

/** The enterprises of a round, those that have not begun first; a count is a press that shows only those. */
export function Duties({ campaign }: { readonly campaign: DiagnosisCampaignJson }) {
  const [state, setState] = useState<DutyState | null>(null);
  const [page, setPage] = useState(1);
  const duties = useQuery({
    ...queryFor(diagnosisApi.listDuties, {
      params: { campaignId: campaign.id },
      query: { page, pageSize, ...(state !== null && { state }) },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-labelledby="diagnosis-duties">
      <h2 id="diagnosis-duties">逐户</h2>
      <fieldset className="diagnosis-states">
        <legend className="visually-hidden">只看哪一种</legend>
        {dutyStates.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={state === each}
            onClick={() => {
              setState(state === each ? null : each);
              setPage(1);
            }}
          >
            {dutyStateNames[each]} <b>{campaign[each]}</b>
          </button>
        ))}
      </fieldset>
      <List<DiagnosisDutyJson>
        label="这一轮的企业"
        rows={duties.data?.rows}
        error={duties.error}
        onRetry={() => void duties.refetch()}
        columns={columns}
        keyOf={({ enterprise }) => enterprise.id}
        nameOf={({ enterprise }) => enterprise.name}
        empty={<Empty title={state === null ? '这一轮没有您管的企业' : `没有${dutyStateNames[state]}的企业`} />}
        {...(duties.data !== undefined && {
          paging: { page, pageSize, total: duties.data.total, capped: duties.data.capped, onPage: setPage },
        })}
      />
    </section>
  );
}
