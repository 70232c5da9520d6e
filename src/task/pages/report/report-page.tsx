import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { useSession } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type DutyJson, type TaskJson, tasksApi } from '../../contract.ts';
import { Due } from '../parts/due.tsx';
import { type KeptReport, keptReport } from './kept.ts';
import { ReportForm } from './report-form.tsx';
import './report.css';

const route = getRouteApi('/tasks/$taskId/report');

/** Telling how far a task is: one column, large fields, made for a telephone on the site. */
export function ReportPage() {
  const { taskId } = route.useParams();
  const task = useQuery(queryFor(tasksApi.readTask, { params: { taskId } }));
  usePageTitle('报进展');
  if (task.error && task.data === undefined) return <Failure error={task.error} onRetry={() => void task.refetch()} />;
  if (task.data === undefined) return <Waiting lines={8} />;
  return <Page task={task.data} />;
}

function Page({ task }: { readonly task: TaskJson }) {
  const { duty: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const mine = task.duties.filter(({ may }) => may.report?.may === true);
  const duty = mine.find(({ id }) => id === asked) ?? mine[0];
  const [done, setDone] = useState<string | null>(null);
  return (
    <article className="report-page">
      <p className="report-back">
        <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
          回到这项任务
        </Link>
      </p>
      <h1>报进展</h1>
      <header className="report-task">
        <b>{task.title}</b>
        <span>
          <Light colour={task.light} /> {task.reason}
        </span>
        <span>
          时限 <Due first={duty?.firstDueOn ?? task.firstDueOn} now={duty?.dueOn ?? task.dueOn} />
          {task.cycle !== null && `　${task.cycle.name}，${task.cycle.dueOn} 截止`}
        </span>
      </header>
      {done !== null ? (
        <section className="report-done" role="status">
          <h2>已报送</h2>
          <p>{done}</p>
          <p className="report-links">
            <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
              看这项任务
            </Link>
            <Link to="/tasks" search={{ scope: 'mine', waits: 'report' }}>
              看还有哪些要报
            </Link>
          </p>
        </section>
      ) : duty === undefined ? (
        <NotNow task={task} asked={asked} />
      ) : (
        <>
          {mine.length > 1 && (
            <WhichDuty
              mine={mine}
              chosen={duty.id}
              onChoose={(id) => void navigate({ search: { duty: id }, replace: true })}
            />
          )}
          <Kept key={duty.id} task={task} duty={duty} onDone={setDone} />
        </>
      )}
    </article>
  );
}

/** Why nothing can be told now. */
function NotNow({ task, asked }: { readonly task: TaskJson; readonly asked: string | undefined }) {
  const about = task.duties.find(({ id }) => id === asked) ?? task.duties.find(({ may }) => may.report !== undefined);
  return (
    <Empty title="现在不能报进展">
      <p>{about?.may.report?.why ?? '这项任务没有本单位的责任，或者您的岗位不能报。'}</p>
    </Empty>
  );
}

interface WhichProps {
  readonly mine: readonly DutyJson[];
  readonly chosen: string;
  onChoose(id: string): void;
}

function WhichDuty({ mine, chosen, onChoose }: WhichProps) {
  const id = useId();
  return (
    <p className="report-field">
      <label htmlFor={id}>报哪一部分</label>
      <Select
        id={id}
        size="large"
        value={chosen}
        options={mine.map((duty) => ({ value: duty.id, label: duty.part ?? duty.unit.name }))}
        onChange={onChoose}
      />
    </p>
  );
}

interface KeptProps {
  readonly task: TaskJson;
  readonly duty: DutyJson;
  onDone(words: string): void;
}

/** Looks first what this browser still has of it. */
function Kept({ task, duty, onDone }: KeptProps) {
  const owner = useSession()?.person?.id ?? '';
  const [found, setFound] = useState<KeptReport | null | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    void keptReport(owner, task.id, duty.id).then((kept) => {
      if (!gone) setFound(kept);
    });
    return () => {
      gone = true;
    };
  }, [owner, task.id, duty.id]);
  if (found === undefined) return <Waiting lines={4} />;
  return <ReportForm task={task} duty={duty} owner={owner} found={found} onDone={onDone} />;
}
