import { Link } from '@tanstack/react-router';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import type { DutyJson, TaskJson } from '../../contract.ts';
import { roleNames } from '../../domain/index.ts';
import { Due } from '../parts/due.tsx';
import { PaperLink } from '../parts/paper-link.tsx';
import { DutyStateTag, TaskStateTag } from '../parts/state-tag.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { DutyMoves } from './moves/duty-moves.tsx';
import type { TaskProps } from './props.ts';

/** What one unit owes, how it stands, the latest it said, and what can be done. */
export function DutyCard({ duty, ...given }: TaskProps & { readonly duty: DutyJson }) {
  const { unit, role, part, state, light, reason, signed, own, missed } = duty;
  const open = duty.extensions.find(({ answer }) => answer === null);
  const letters = duty.urgings.filter(({ step, repliedOn }) => step === 'supervise' && repliedOn === null);
  const back = state === 'handed-back' ? duty.handBacks.at(-1) : undefined;
  return (
    <article className="duty" data-over={state === 'replaced' || state === 'withdrawn' || undefined}>
      <header>
        <h3>
          <small className={`duty-role duty-role-${role}`}>{roleNames[role]}</small>
          {unit.name}
          {unit.id === null && <small className="duty-nameless">名录里没有，要选定单位</small>}
        </h3>
        <DutyStateTag state={state} />
      </header>
      <p className="duty-reason">
        <Light colour={light} />
        {reason}
      </p>
      {part !== null && <p className="duty-part">{part}</p>}
      <Facts className="duty-facts">
        <Fact name="时限">
          <Due first={duty.firstDueOn} now={duty.dueOn} />
          {!own && <small className="task-under">随牵头单位</small>}
          {missed && light !== 'red' && <small className="task-under">曾经超期</small>}
        </Fact>
        <Fact name="签收">
          {signed === null
            ? duty.sentOn === null
              ? '还没有下达'
              : `${duty.sentOn} 下达，还没有签收`
            : `${signed.on}，${signed.by.name}`}
        </Fact>
        {duty.urgings.length > 0 && (
          <Fact name="催办督办">
            {duty.urgings.length} 次，最近 {duty.urgings.at(-1)?.on}
          </Fact>
        )}
        {duty.closings.length > 0 && state === 'closed' && (
          <Fact name="销号">
            {duty.closings.at(-1)?.submittedOn} 报送，{duty.closings.at(-1)?.by.name} {duty.closings.at(-1)?.on} 审定
          </Fact>
        )}
      </Facts>
      {back !== undefined && (
        <p className="duty-notice" data-tone="warning">
          <b>
            {back.by.name} {back.on} 退回
          </b>
          {back.words}
        </p>
      )}
      {open !== undefined && (
        <p className="duty-notice" data-tone="warning">
          <b>
            {open.asked.by.name} {open.asked.on} 申请从 {open.from} 延到 {open.to}
          </b>
          {open.asked.words}
        </p>
      )}
      {letters.map(({ number, replyBy, words, paperId }) => (
        <p key={number} className="duty-notice" data-tone="error">
          <b>
            督办函 {number}
            {replyBy !== null && `，${replyBy} 前回复`}
          </b>
          {words}
          {paperId !== undefined && <PaperLink paperId={paperId} />}
        </p>
      ))}
      {state === 'submitted' && duty.submission !== null && (
        <div className="duty-notice" data-tone="accent">
          <b>
            {duty.submission.by.name} {duty.submission.on} 申请销号
          </b>
          {duty.submission.words}
          <EvidenceList taskId={given.task.id} evidence={duty.submission.evidence} />
        </div>
      )}
      <LastReport task={given.task} duty={duty} />
      <Parts duty={duty} />
      <DutyMoves {...given} duty={duty} />
    </article>
  );
}

/** The newest of what the unit said. */
function LastReport({ task, duty }: { readonly task: TaskJson; readonly duty: DutyJson }) {
  const last = duty.reports.at(-1);
  if (last === undefined) return null;
  return (
    <div className="duty-report">
      <p>
        <b>
          最近报告　{last.on}，{last.by.name}
          {last.late && '（截止以后）'}
        </b>
        {last.words}
      </p>
      {last.problem !== null && (
        <p>
          <b>问题</b>
          {last.problem}
        </p>
      )}
      {last.help !== null && (
        <p className="duty-help">
          <b>求助</b>
          {last.help}
        </p>
      )}
      <EvidenceList taskId={task.id} evidence={last.evidence} />
    </div>
  );
}

/** Tasks that were handed down from this duty. */
function Parts({ duty: { parts } }: { readonly duty: DutyJson }) {
  if (parts.length === 0) return null;
  return (
    <details className="duty-parts" open={parts.length <= 8}>
      <summary>分解给 {parts.length} 个单位</summary>
      <ul>
        {parts.map(({ id, unit, light, reason, state, dueOn }) => (
          <li key={id}>
            <Light colour={light} bare />
            <span>
              <Link to="/tasks/$taskId" params={{ taskId: id }}>
                {unit}
              </Link>
              <small>{reason}</small>
            </span>
            <TaskStateTag state={state} />
            <span>{dueOn ?? '没有时限'}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
