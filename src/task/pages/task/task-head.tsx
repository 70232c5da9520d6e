import { Link } from '@tanstack/react-router';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import type { TaskJson } from '../../contract.ts';
import { Due } from '../parts/due.tsx';
import { SourceLink } from '../parts/source-link.tsx';
import { TaskStateTag } from '../parts/state-tag.tsx';
import { TaskMoves } from './moves/task-moves.tsx';
import type { TaskProps } from './props.ts';

/** What it is, how it stands and why, where it comes from, and what can be done with the whole of it. */
export function TaskHead({ task, onChanged, onStale }: TaskProps) {
  const { title, words, light, reason, source, doubts, state } = task;
  return (
    <header className="task-head">
      <h1>
        {title} <TaskStateTag state={state} />
      </h1>
      <p className="task-reason">
        <Light colour={light} />
        <b>{reason}</b>
      </p>
      {task.withdrawn !== null && (
        <p className="task-withdrawn" role="note">
          {task.withdrawn.by.name}于 {task.withdrawn.on} 撤销：{task.withdrawn.words}
        </p>
      )}
      {words !== null && <p className="task-words">{words}</p>}
      {doubts.length > 0 && state === 'planned' && (
        <section className="task-doubts" aria-label="下达之前要核对">
          <b>下达之前要核对 {doubts.length} 处</b>
          <ul>
            {[...new Set(doubts)].map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </section>
      )}
      <TaskMoves task={task} onChanged={onChanged} onStale={onStale} />
      <TaskFacts task={task} source={source} />
    </header>
  );
}

function TaskFacts({ task, source }: { readonly task: TaskJson; readonly source: TaskJson['source'] }) {
  const { firstDueOn, dueOn, regionName, chains, keeper, createdOn, createdBy, cycle, parent, occurrenceOf } = task;
  return (
    <Facts>
      <Fact name="时限">
        <Due first={firstDueOn} now={dueOn} />
      </Fact>
      <Fact name="来自">
        {source.kind === 'plan' ? <SourceLink source={source}>原文：{source.words}</SourceLink> : source.words}
      </Fact>
      <Fact name="地区">{regionName}</Fact>
      <Fact name="产业链">{chains.map(({ name }) => name).join('、') || '不限'}</Fact>
      <Fact name="立项">
        {createdOn}，{createdBy.name}
        {keeper !== null && <small className="task-under">{keeper.name}</small>}
      </Fact>
      {cycle !== null && (
        <Fact name="本轮调度">
          {cycle.name}，{cycle.closed ? '已截止' : `${cycle.dueOn} 截止`}
        </Fact>
      )}
      {parent !== null && (
        <Fact name="分解自">
          <Link to="/tasks/$taskId" params={{ taskId: parent.taskId }}>
            {parent.title}
          </Link>
        </Fact>
      )}
      {occurrenceOf !== null && (
        <Fact name="常态任务">
          <Link to="/tasks/$taskId" params={{ taskId: occurrenceOf.taskId }}>
            {occurrenceOf.title}
          </Link>
        </Fact>
      )}
    </Facts>
  );
}
