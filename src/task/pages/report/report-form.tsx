import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId } from 'react';
import { keyOf } from '../../../../platform/web/api.ts';
import { Refusals } from '../../../../platform/web/feedback/failure.tsx';
import { useSaveKey } from '../../../../platform/web/form/use-save-key.ts';
import { type DutyJson, type TaskJson, tasksApi } from '../../contract.ts';
import { momentWords } from '../parts/today.ts';
import { FigureField } from './figure-field.tsx';
import { FilesField } from './files-field.tsx';
import type { KeptReport } from './kept.ts';
import { useReport } from './use-report.ts';
import { figuresOf } from './values.ts';

interface Props {
  readonly task: TaskJson;
  readonly duty: DutyJson;
  readonly owner: string;
  readonly found: KeptReport | null;
  onDone(words: string): void;
}

/** What is told: figures with the last ones beside, words, photographs, problems, help wanted. Ctrl+Enter sends it. */
export function ReportForm({ task, duty, owner, found, onDone }: Props) {
  const id = useId().replace(/\W/g, '');
  const client = useQueryClient();
  const report = useReport({ task, duty, owner, found }, (next) => {
    client.setQueryData(keyOf(tasksApi.readTask, { taskId: next.id }), next);
    for (const endpoint of [tasksApi.listTasks, tasksApi.listDuties, tasksApi.countTasks])
      void client.invalidateQueries({ queryKey: keyOf(endpoint) });
    onDone(task.cycle === null ? '这次的进展记下了。' : `这次的进展记下了，算在${task.cycle.name}里。`);
  });
  const { now, change, faults, busy, waiting } = report;
  useSaveKey(id, () => void report.submit());
  const figures = figuresOf(task, duty);
  const field = (name: string) => ({
    id: `${id}-${name}`,
    ...(faults[name] !== undefined && { 'aria-invalid': true, 'aria-describedby': `${id}-${name}-fault` }),
  });
  const fault = (name: string) =>
    faults[name] === undefined ? null : (
      <span className="report-fault" id={`${id}-${name}-fault`}>
        {faults[name]}
      </span>
    );
  return (
    <form
      id={id}
      className="report-form"
      aria-label="报进展"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void report.submit();
      }}
    >
      <Status report={report} />
      <Refusals sentences={now.refused} />
      {figures.map((deliverable) => (
        <FigureField
          key={deliverable.id}
          id={`${id}-${deliverable.id}`}
          deliverable={deliverable}
          value={now.figures[deliverable.id] ?? ''}
          fault={faults[deliverable.id]}
          onChange={(typed) => change({ figures: { ...now.figures, [deliverable.id]: typed } })}
        />
      ))}
      <p className="report-field">
        <label htmlFor={`${id}-words`}>做了什么，到了哪一步</label>
        <Input.TextArea
          {...field('words')}
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={2000}
          value={now.words}
          onChange={({ target }) => change({ words: target.value })}
        />
        {fault('words')}
      </p>
      <FilesField files={now.files} onChange={(files) => change({ files })} />
      <p className="report-field">
        <label htmlFor={`${id}-problem`}>遇到的问题（没有可以不写）</label>
        <Input.TextArea
          {...field('problem')}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          value={now.problem}
          onChange={({ target }) => change({ problem: target.value })}
        />
      </p>
      <p className="report-field">
        <label htmlFor={`${id}-help`}>要谁帮什么（没有可以不写）</label>
        <Input.TextArea
          {...field('help')}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          value={now.help}
          onChange={({ target }) => change({ help: target.value })}
        />
      </p>
      <div className="report-buttons">
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          {waiting ? '再试一次' : '报送'}
        </Button>
        {report.some && (
          <Button size="large" disabled={busy} onClick={() => void report.drop()}>
            不要了，重新填
          </Button>
        )}
      </div>
    </form>
  );
}

/** Whether it is on the server, in one line that is always there. */
function Status({ report }: { readonly report: ReturnType<typeof useReport> }) {
  const { waiting, some, kept, now } = report;
  const words = waiting
    ? '未报送：现在连不上服务。内容和照片都存在这台设备上，连上以后自动报送，只报一次。'
    : !some
      ? '未报送'
      : kept === 'no'
        ? '未报送，这个浏览器不让存草稿，请写完马上报送。'
        : `未报送，草稿存在这台设备上（${momentWords(now.at)}）`;
  return (
    <p className="report-status" data-waiting={waiting || undefined} role="status">
      {words}
    </p>
  );
}
