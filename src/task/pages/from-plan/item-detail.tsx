import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { ExtraPicks } from '../../../../platform/web/form/extra-picks.tsx';
import type { Field } from '../../../../platform/web/form/model.ts';
import type { PlannedItemJson, PlanTasksJson } from '../../contract.ts';
import { TaskStateTag } from '../parts/state-tag.tsx';
import { checkContent, contentFields, contentIn } from '../task/content/fields.tsx';
import { linesOf } from '../task/content/lines.ts';
import { recurrenceWords } from '../task/recurrence-words.ts';
import { unitsCalled } from '../task/units.ts';
import type { ItemActions } from './use-item-actions.ts';

interface Props {
  readonly plan: PlanTasksJson;
  readonly item: PlannedItemJson;
  readonly actions: ItemActions;
}

/** One item of a plan: the sentence of the document, what is doubtful, and the task that comes of it. */
export function ItemDetail({ plan, item, actions }: Props) {
  return (
    <div className="origin-detail">
      {item.text !== null && (
        <blockquote className="origin-quote">
          {item.text}{' '}
          <Link
            to="/plans/$planId"
            params={{ planId: plan.planId }}
            search={{
              edition: item.state === 'gone' ? (item.task?.edition ?? plan.edition) : plan.edition,
              at: item.itemId,
            }}
          >
            在方案里看
          </Link>
        </blockquote>
      )}
      {item.doubts.length > 0 && (
        <ul className="origin-doubts">
          {item.doubts.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {item.decided !== null && (
        <p className="pale">
          {item.decided.by}
          {{ 'left-out': '注明不立项', kept: '注明不照新版改', applied: '已照新版改' }[item.decided.what]}（第
          {item.decided.edition}版）：{item.decided.reason}
        </p>
      )}
      {item.task !== null && (
        <p>
          <Light colour={item.task.light} /> <TaskStateTag state={item.task.state} />{' '}
          <Link to="/tasks/$taskId" params={{ taskId: item.task.id }}>
            打开任务
          </Link>{' '}
          <span className="pale">
            按第{item.task.edition}版立项。{item.task.reason}
          </span>
        </p>
      )}
      {item.changes.length > 0 && <Changes item={item} may={plan.may} actions={actions} />}
      {item.task === null && item.state !== 'gone' && plan.may && <NotMade item={item} actions={actions} />}
    </div>
  );
}

function NotMade({ item, actions }: Omit<Props, 'plan'>) {
  if (item.state === 'left-out') return <Button onClick={() => void actions.leave(item, null)}>收回，仍然立项</Button>;
  return (
    <>
      <SettleForm item={item} actions={actions} />
      <Reasoned label="不立项的理由" button="不立项" run={(reason) => actions.leave(item, reason)} />
    </>
  );
}

const fields: readonly Field[] = [
  { input: 'text', name: 'title', label: '任务', required: true, most: 120 },
  ...contentFields,
  { input: 'check', name: 'send', label: '', text: '立项后马上下达，责任单位会收到消息' },
];

function SettleForm({ item, actions }: { readonly item: PlannedItemJson; readonly actions: ItemActions }) {
  const duties = item.duties.map(({ id, unitId, unitName, ...duty }) => ({
    ...duty,
    ...{ id: id ?? unitName, unit: { id: unitId, name: unitName }, own: duty.dueOn !== null },
  }));
  const milestones = item.milestones.map(({ id, ...each }) => ({ ...each, id: id ?? each.name }));
  const deliverables = item.deliverables.map(({ id, ...each }) => ({ ...each, id: id ?? each.name }));
  const lines = linesOf({ duties, milestones, deliverables } as unknown as Parameters<typeof linesOf>[0]);
  return (
    <ExtraPicks
      kind="unit"
      find={unitsCalled}
      known={item.duties.flatMap(({ unitId, unitName }) =>
        unitId === null ? [] : [{ value: unitId, label: unitName }],
      )}
    >
      {item.recurrences.length > 0 && (
        <p className="pale">常态任务：{item.recurrences.map((each) => recurrenceWords(each)).join('；')}</p>
      )}
      <DataForm
        label={`核对“${item.title}”`}
        fields={fields}
        initial={{ title: item.title, ...lines, send: false }}
        check={checkContent}
        submitText="立项"
        onSubmit={(values) =>
          actions.make(item, {
            title: typeof values.title === 'string' ? values.title.trim() : item.title,
            ...contentIn(values),
            recurrences: item.recurrences,
            send: values.send === true,
          })
        }
      />
    </ExtraPicks>
  );
}

function Changes({
  item,
  may,
  actions,
}: {
  readonly item: PlannedItemJson;
  readonly may: boolean;
  readonly actions: ItemActions;
}) {
  const applies = item.changes.some((change) => change.applies);
  return (
    <>
      <ul className="origin-changes">
        {item.changes.map(({ what, words, applies: can }) => (
          <li key={`${what} ${words}`}>
            {words}
            {!can && <span className="pale">（不能直接改，请到任务页上办）</span>}
          </li>
        ))}
      </ul>
      {may && applies && (
        <Reasoned label="照新版改的说明" button="照新版改" primary run={(reason) => actions.follow(item, reason)} />
      )}
      {may && <Reasoned label="不照新版改的理由" button="不改" run={(reason) => actions.keep(item, reason)} />}
    </>
  );
}

interface ReasonedProps {
  readonly label: string;
  readonly button: string;
  readonly primary?: boolean;
  run(reason: string): Promise<void>;
}

/** A line for a reason with the button that needs it. */
function Reasoned({ label, button, primary = false, run }: ReasonedProps) {
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const go = async (): Promise<void> => {
    setBusy(true);
    setFailed(null);
    try {
      await run(reason);
    } catch (cause) {
      setFailed(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="origin-actions"
      aria-label={button}
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <Input
        value={reason}
        maxLength={2000}
        placeholder={label}
        aria-label={label}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button htmlType="submit" type={primary ? 'primary' : 'default'} loading={busy} disabled={reason.trim() === ''}>
        {button}
      </Button>
      {failed !== null && <Refusals sentences={sentencesOf(failed)} />}
    </form>
  );
}
