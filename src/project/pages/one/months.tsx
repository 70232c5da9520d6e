import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field } from '../../../../platform/web/form/model.ts';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { periodsBetween, shifted } from '../../../kernel/index.ts';
import { type ProjectJson, type ProjectMonthJson, projectApi } from '../../contract.ts';
import { monthWords, plannedByMonth, vintageNames } from '../../domain/index.ts';
import { fenIn, textIn } from '../parts/rows.tsx';
import { useTakeProject } from '../parts/use-project.ts';
import { today } from '../parts/words.ts';
import { MonthVersions } from './month-versions.tsx';

const shownAtFirst = 12;

/** What was planned and done in each month: reported here, confirmed by a second person. */
export function Months({ project }: { readonly project: ProjectJson }) {
  const [open, setOpen] = useState<{ month: string; what: 'report' | 'return' | 'versions' } | null>(null);
  const [all, setAll] = useState(false);
  const take = useTakeProject();
  const planned = plannedByMonth(project.content).months;
  const known = new Map(project.months.map((month) => [month.month, month]));
  const months = monthsOf(project, [...planned.keys()]);
  const shown = all ? months : months.slice(0, shownAtFirst);
  const waiting = project.months.filter(({ vintage, returned }) => vintage === 'reported' && returned === null);
  const confirm = useMutation({
    mutationFn: (some: readonly ProjectMonthJson[]) =>
      send(projectApi.confirmMonths, {
        params: { projectId: project.id },
        body: { months: some.map(({ month, revision }) => ({ month, revision })) },
      }),
    onSuccess: (next) => {
      take(next);
      notify('已核定。');
    },
  });
  const close = (): void => setOpen(null);
  return (
    <section aria-labelledby="project-months" className="project-part">
      <div className="page-part-head">
        <h2 id="project-months">月度投资</h2>
        {project.may.review && waiting.length > 0 && (
          <Button size="small" loading={confirm.isPending} onClick={() => confirm.mutate(waiting)}>
            核定全部 {waiting.length} 个月
          </Button>
        )}
      </div>
      {confirm.error && <Refusals sentences={sentencesOf(confirm.error)} />}
      {months.length === 0 ? (
        <p className="pale">开工以后按月报完成的投资。</p>
      ) : (
        <table className="page-table">
          <thead>
            <tr>
              <th scope="col">月份</th>
              <th scope="col" className="page-end">
                计划
              </th>
              <th scope="col" className="page-end">
                完成
              </th>
              <th scope="col">进展和问题</th>
              <th scope="col">状态</th>
              <th scope="col" aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {shown.map((month) => (
              <MonthRow
                key={month}
                month={month}
                planned={planned.get(month) ?? null}
                done={known.get(month)}
                project={project}
                onOpen={(what) => setOpen({ month, what })}
                onConfirm={(done) => confirm.mutate([done])}
              />
            ))}
          </tbody>
        </table>
      )}
      {months.length > shownAtFirst && (
        <Button type="link" onClick={() => setAll(!all)}>
          {all ? '只看最近 12 个月' : `看全部 ${months.length} 个月`}
        </Button>
      )}
      <Beside project={project} />
      {open?.what === 'report' && (
        <ReportDialog project={project} month={open.month} done={known.get(open.month)} onClose={close} />
      )}
      {open?.what === 'return' && (
        <ReturnDialog project={project} month={open.month} done={known.get(open.month)} onClose={close} />
      )}
      {open?.what === 'versions' && <MonthVersions project={project} month={open.month} onClose={close} />}
    </section>
  );
}

/** Months that only a project which is one with this one has told of: they count here, once. */
function Beside({ project: { monthsBeside } }: { readonly project: ProjectJson }) {
  if (monthsBeside.length === 0) return null;
  return (
    <details className="project-beside">
      <summary>并入的项目另报了 {monthsBeside.length} 个月，已计入一次</summary>
      <ul>
        {monthsBeside.map(({ month, fen, vintage, from }) => (
          <li key={month}>
            {monthWords(month)} <Amount fen={fen} />，{vintageNames[vintage]}，来自
            <Link to="/projects/$projectId" params={{ projectId: from.id }}>
              {from.name}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** From the first planned, begun or reported month to the present one, the latest first. */
function monthsOf({ content, startedOn, months, asOf }: ProjectJson, planned: readonly string[]): string[] {
  const now = (asOf ?? today()).slice(0, 7);
  const { before } = content;
  const from = [
    ...planned,
    ...months.map(({ month }) => month),
    ...(startedOn === null ? [] : [startedOn.slice(0, 7)]),
  ].toSorted()[0];
  const first = before === null ? from : [from ?? '', shifted(before.until, 1)].toSorted().at(-1);
  if (first === undefined || first === '' || first > now) return [];
  return periodsBetween(first, now, 'month').toReversed();
}

interface RowProps {
  readonly month: string;
  readonly planned: number | null;
  readonly done: ProjectMonthJson | undefined;
  readonly project: ProjectJson;
  onOpen(what: 'report' | 'return' | 'versions'): void;
  onConfirm(done: ProjectMonthJson): void;
}

function MonthRow({ month, planned, done, project, onOpen, onConfirm }: RowProps) {
  const { keep, review } = project.may;
  const words = monthWords(month);
  return (
    <tr>
      <td data-label="月份">{words}</td>
      <td data-label="计划" className="page-end">
        {planned === null ? '—' : <Amount fen={planned} />}
      </td>
      <td data-label="完成" className="page-end">
        {done === undefined ? <span className="pale">没有报</span> : <Amount fen={done.fen} />}
      </td>
      <td data-label="进展和问题" className="project-said">
        {done?.progress}
        {done !== undefined && done.problem !== '' && <small className="project-problem">问题：{done.problem}</small>}
        {done?.returned != null && <small className="project-problem">退回：{done.returned}</small>}
      </td>
      <td data-label="状态">
        {done === undefined ? '' : done.returned !== null ? '已退回' : vintageNames[done.vintage]}
        {done !== undefined && <small className="pale">{done.confirmedBy ?? done.by}</small>}
      </td>
      <td className="page-act">
        {keep && (
          <Button
            size="small"
            aria-label={`${done === undefined ? '报' : '修改'}${words}的投资`}
            onClick={() => onOpen('report')}
          >
            {done === undefined ? '报' : '修改'}
          </Button>
        )}
        {review && done?.vintage === 'reported' && done.returned === null && (
          <>
            <Button size="small" aria-label={`核定${words}`} onClick={() => onConfirm(done)}>
              核定
            </Button>
            <Button size="small" aria-label={`退回${words}`} onClick={() => onOpen('return')}>
              退回
            </Button>
          </>
        )}
        {done !== undefined && done.revision > 1 && (
          <Button size="small" type="link" aria-label={`${words}的各版`} onClick={() => onOpen('versions')}>
            各版
          </Button>
        )}
      </td>
    </tr>
  );
}

interface DialogProps {
  readonly project: ProjectJson;
  readonly month: string;
  readonly done: ProjectMonthJson | undefined;
  onClose(): void;
}

const reportFields: readonly Field[] = [
  {
    input: 'money',
    name: 'fen',
    label: '本月完成',
    required: true,
    unit: 'wan',
    help: '只报这一个月的，不是累计；没有投资写 0。',
  },
  { input: 'long', name: 'progress', label: '进展', most: 2000 },
  { input: 'long', name: 'problem', label: '存在问题', most: 2000 },
];
const reasonField: Field = {
  input: 'long',
  name: 'reason',
  label: '修改的理由',
  required: true,
  most: 500,
  help: '已经核定过，改后重新核定。',
};

function ReportDialog({ project, month, done, onClose }: DialogProps) {
  const take = useTakeProject();
  const wasConfirmed = done?.vintage === 'confirmed';
  return (
    <Modal open title={`${monthWords(month)}完成的投资`} footer={null} onCancel={onClose} width={560} destroyOnHidden>
      <DataForm
        label="月度投资"
        fields={wasConfirmed ? [...reportFields, reasonField] : reportFields}
        initial={{ fen: done?.fen ?? null, progress: done?.progress ?? '', problem: done?.problem ?? '' }}
        submitText="保存"
        onCancel={onClose}
        onSubmit={async ({ fen, progress, problem, reason }) => {
          const body = {
            ...{ revision: done?.revision ?? 0, fen: fenIn(fen), progress: textIn(progress), problem: textIn(problem) },
            ...(textIn(reason) !== '' && { reason: textIn(reason) }),
          };
          take(await send(projectApi.reportMonth, { params: { projectId: project.id, month }, body }));
          notify(`${monthWords(month)}的投资已报。`);
          onClose();
        }}
      />
    </Modal>
  );
}

function ReturnDialog({ project, month, done, onClose }: DialogProps) {
  const take = useTakeProject();
  return (
    <Modal open title={`退回${monthWords(month)}`} footer={null} onCancel={onClose} width={520} destroyOnHidden>
      <DataForm
        label="退回"
        fields={[{ input: 'long', name: 'reason', label: '理由', required: true, most: 500 }]}
        initial={{}}
        submitText="退回"
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          const body = { revision: done?.revision ?? 0, reason: textIn(reason) };
          take(await send(projectApi.returnMonth, { params: { projectId: project.id, month }, body }));
          notify('已退回，管理单位会收到消息。');
          onClose();
        }}
      />
    </Modal>
  );
}
