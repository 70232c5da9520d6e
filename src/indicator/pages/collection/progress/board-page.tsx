import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useId } from 'react';
import { queryFor } from '../../../../../platform/web/api.ts';
import { Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../../platform/web/shell/title.ts';
import { collectionApi } from '../../../contract.ts';
import { periodWords } from '../../../domain/wording/period.ts';
import type { BoardJson } from './board.ts';
import { BoardSummary } from './board-summary.tsx';
import { BoardUnits } from './board-units.tsx';
import '../../library/indicators.css';
import '../../sheet/sheet.css';
import './board.css';

const route = getRouteApi('/forms/$formId/progress');

/** How far one form is for a period: who is late, who asks for more time, and one button that urges them. */
export function BoardPage() {
  const { formId } = route.useParams();
  const { period } = route.useSearch();
  const params = { formId };
  const form = useQuery(queryFor(collectionApi.readForm, { params }));
  const board = useQuery(queryFor(collectionApi.readBoard, { params, query: period === undefined ? {} : { period } }));
  usePageTitle(board.data === undefined ? '填报进度' : `${board.data.formName}的进度`);
  if (board.error && board.data === undefined)
    return <Failure error={board.error} onRetry={() => void board.refetch()} />;
  if (board.data === undefined) return <Waiting lines={10} />;
  return (
    <div className="page indicator-page">
      <p className="board-back">
        <Link to="/progress">各张表的进度</Link>
        <Link to="/forms/$formId" params={params}>
          这张填报表
        </Link>
      </p>
      <header className="board-head">
        <h1>{board.data.formName}的填报进度</h1>
        <Periods board={board.data} />
      </header>
      <BoardSummary board={board.data} />
      {board.data.period !== null && (
        <BoardUnits
          key={board.data.period}
          board={board.data}
          period={board.data.period}
          mayUrge={form.data?.mayReview === true}
        />
      )}
    </div>
  );
}

function Periods({ board }: { readonly board: BoardJson }) {
  const navigate = route.useNavigate();
  const id = useId();
  if (board.periods.length === 0) return null;
  return (
    <p className="board-periods">
      <label htmlFor={id}>期间</label>
      <Select
        id={id}
        showSearch
        value={board.period}
        options={board.periods.map((each) => ({ value: each, label: periodWords(each) }))}
        onChange={(period: string) => void navigate({ search: { period } })}
      />
    </p>
  );
}
