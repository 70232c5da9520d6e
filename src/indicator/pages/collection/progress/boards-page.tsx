import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryFor } from '../../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import { Failure, Refusals, sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { useMay } from '../../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../../platform/web/shell/title.ts';
import { collectionApi, type FormRowJson } from '../../../contract.ts';
import { BoardSummary } from './board-summary.tsx';
import '../../library/indicators.css';
import './board.css';

const mostBoards = 30;

/** Every form that is being filled in, with how far it is. */
export function BoardsPage() {
  usePageTitle('填报进度');
  const mayDefine = useMay('indicator.define');
  const query = { pageSize: mostBoards, sort: '-changedAt', filter: JSON.stringify({ state: { in: ['open'] } }) };
  const forms = useQuery(queryFor(collectionApi.listForms, { query }));
  const rows = forms.data?.rows ?? [];
  return (
    <div className="page indicator-page">
      <h1>填报进度</h1>
      {forms.error !== null && forms.data === undefined && (
        <Failure error={forms.error} onRetry={() => void forms.refetch()} />
      )}
      {forms.isPending && <Waiting lines={6} />}
      {forms.data !== undefined && rows.length === 0 && (
        <Empty title="没有正在填报的表">
          {mayDefine ? (
            <p>
              到
              <Link to="/forms" search={{}}>
                填报表
              </Link>
              里新建或者启用一张，这里就看得到进度。
            </p>
          ) : (
            <p>链办启用填报表以后，这里看得到进度。</p>
          )}
        </Empty>
      )}
      <ul className="boards">
        {rows.map((form) => (
          <li key={form.id}>
            <Board form={form} />
          </li>
        ))}
      </ul>
      {(forms.data?.total ?? 0) > rows.length && (
        <p>
          只列出最近改过的 {rows.length} 张，其余的在
          <Link to="/forms" search={{}}>
            填报表
          </Link>
          里看进度。
        </p>
      )}
    </div>
  );
}

function Board({ form }: { readonly form: FormRowJson }) {
  const board = useQuery(queryFor(collectionApi.readBoard, { params: { formId: form.id }, query: {} }));
  return (
    <section className="board-card" aria-labelledby={`board-${form.id}`}>
      <h2 id={`board-${form.id}`}>
        <Link to="/forms/$formId/progress" params={{ formId: form.id }} search={{}}>
          {form.name}
        </Link>
      </h2>
      {board.error !== null && <Refusals sentences={sentencesOf(board.error)} />}
      {board.isPending && <Waiting lines={2} />}
      {board.data !== undefined && <BoardSummary board={board.data} />}
    </section>
  );
}
