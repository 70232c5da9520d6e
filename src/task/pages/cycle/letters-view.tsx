import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import type { Column } from '../../../../platform/web/list/model.ts';
import { dispatchApi, dispatchLabels, type LetterRowJson, letterFields, letterStateNames } from '../../contract.ts';
import { PaperLink } from '../parts/paper-link.tsx';
import { UnitLink } from './roll-view.tsx';

const route = getRouteApi('/dispatch/urging');

const columns: readonly Column<LetterRowJson>[] = [
  {
    ...{ key: 'number', title: '文号', width: 'minmax(170px, 1fr)', narrow: 'main' },
    render: ({ number, words, answer, paperId }) => (
      <details className="roll-waiting">
        <summary>{number}</summary>
        <p>{words}</p>
        {paperId !== null && <PaperLink paperId={paperId} />}
        {answer !== null && <p>复函：{answer}</p>}
      </details>
    ),
  },
  {
    ...{ key: 'state', title: '状态', width: '100px', narrow: 'figure' },
    render: ({ state }) => <span className={`letter-state letter-${state}`}>{letterStateNames[state]}</span>,
  },
  {
    ...{ key: 'title', title: '任务', width: 'minmax(200px, 1.6fr)' },
    render: ({ taskId, title }) => (
      <Link to="/tasks/$taskId" params={{ taskId }}>
        {title}
      </Link>
    ),
  },
  { key: 'unit', title: '发给', width: 'minmax(140px, 1fr)', render: ({ unit }) => <UnitLink unit={unit} /> },
  { key: 'on', title: '发函日', width: '112px', render: ({ on }) => on },
  { key: 'replyBy', title: '复函期限', width: '112px', render: ({ replyBy }) => replyBy ?? '—' },
  { key: 'answeredOn', title: '复函日', width: '112px', render: ({ answeredOn }) => answeredOn ?? '—' },
  { key: 'by', title: '签发人', width: '100px', render: ({ by }) => by },
];

/** Letters of supervision with their answers, those that are overdue first. */
export function LettersView() {
  const { of: _of, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const listing = useListing<LetterRowJson>({
    name: 'letters',
    fields: letterFields,
    columns,
    labels: dispatchLabels.letter,
    search,
    onSearch: (next, replace) => void navigate({ search: { ...next, of: 'letters' }, replace }),
  });
  const letters = useQuery({
    ...queryFor(dispatchApi.listLetters, { query: listing.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <Listing<LetterRowJson>
      listing={listing}
      label="督办函"
      answer={letters.data}
      error={letters.error}
      onRetry={() => void letters.refetch()}
      keyOf={({ id }) => id}
      nameOf={({ number, unit }) => `${number} ${unit.name}`}
      onOpen={({ taskId }) => void navigate({ to: '/tasks/$taskId', params: { taskId } })}
      searchHint="文号、任务、单位中的字"
      quick={['state']}
      exportAddress={(parts) => addressFor(dispatchApi.exportLetters, undefined, parts)}
      empty={
        <Empty title="还没有发过督办函">
          <p>在“该催办的”里选中责任，发督办函，文号自动编。</p>
        </Empty>
      }
    />
  );
}
