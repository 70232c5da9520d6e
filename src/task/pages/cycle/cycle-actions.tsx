import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { keyOf, send } from '../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { type CycleJson, dispatchApi } from '../../contract.ts';
import { RemindDialog } from './remind-dialog.tsx';

/** Reads anew whatever shows a cycle. */
export function useFreshCycles(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    for (const endpoint of [dispatchApi.readCycle, dispatchApi.listRoll, dispatchApi.listCycles])
      await client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
}

type Asked = 'days' | 'remind' | 'freeze' | null;

/** What can be done with a cycle now; what cannot says why when it is pointed at. */
export function CycleActions({ cycle }: { readonly cycle: CycleJson }) {
  const mayDispatch = useMay('task.dispatch');
  const fresh = useFreshCycles();
  const [asked, setAsked] = useState<Asked>(null);
  const [busy, setBusy] = useState(false);
  const { may, revision, state } = cycle;
  const params = { cycleId: cycle.id };
  if (!mayDispatch || state === 'frozen') return null;
  const step = async (work: () => Promise<unknown>, said: string): Promise<void> => {
    setBusy(true);
    try {
      await work();
      notify(said);
    } catch (error) {
      notify(sentencesOf(error).join(''), { tone: 'bad' });
    } finally {
      setBusy(false);
      setAsked(null);
      await fresh();
    }
  };
  const body = { revision };
  const close = () => step(() => send(dispatchApi.closeCycle, { params, body }), '填报已截止，以后报的算迟报。');
  const open = () => step(() => send(dispatchApi.openCycle, { params, body }), '填报已开始，各单位收到待办。');
  return (
    <div className="cycle-actions">
      {state === 'planned' && (
        <>
          <Button disabled={!may.days.may} title={may.days.why ?? undefined} onClick={() => setAsked('days')}>
            改日期
          </Button>
          <Step may={may.open} busy={busy} onClick={() => void open()} text="开始填报" />
        </>
      )}
      {state !== 'planned' && (
        <Button disabled={!may.remind.may} title={may.remind.why ?? undefined} onClick={() => setAsked('remind')}>
          提醒没有报的
        </Button>
      )}
      {state === 'open' && <Step may={may.close} busy={busy} onClick={() => void close()} text="截止填报" />}
      {state === 'closed' && (
        <Step may={may.freeze} busy={busy || cycle.freezing} onClick={() => setAsked('freeze')} text="冻结" />
      )}
      {asked === 'remind' && <RemindDialog cycle={cycle} unitIds={null} onClose={() => setAsked(null)} />}
      {asked === 'days' && (
        <Modal open title={`改${cycle.name}的日期`} footer={null} onCancel={() => setAsked(null)}>
          <DataForm
            label="改调度的日期"
            fields={[
              { input: 'day', name: 'opensOn', label: '开始填报', required: true, width: 3 },
              { input: 'day', name: 'dueOn', label: '截止', required: true, width: 3 },
            ]}
            initial={{ opensOn: cycle.opensOn, dueOn: cycle.dueOn }}
            submitText="改日期"
            onSubmit={async ({ opensOn, dueOn }) => {
              const days = { revision, opensOn: String(opensOn), dueOn: String(dueOn) };
              await send(dispatchApi.changeCycleDays, { params, body: days });
              notify('日期已改。');
              setAsked(null);
              await fresh();
            }}
            onCancel={() => setAsked(null)}
          />
        </Modal>
      )}
      {asked === 'freeze' && (
        <Modal
          open
          title={`冻结${cycle.name}`}
          okText="冻结"
          confirmLoading={busy}
          onOk={() => void step(() => send(dispatchApi.freezeCycle, { params, body }), '已冻结。')}
          onCancel={() => setAsked(null)}
        >
          <p>按截止日的情况评灯、算按时率、排名次，存成一份固定的结果，谁也不能再改。有差错的在下一轮更正。</p>
          {(cycle.progress?.unitsMissing ?? 0) > 0 && (
            <p>
              还有 <b>{cycle.progress?.unitsMissing}</b> 个单位没有报全，会记为没有报。
            </p>
          )}
        </Modal>
      )}
    </div>
  );
}

interface StepProps {
  readonly may: CycleJson['may']['open'];
  readonly busy: boolean;
  readonly text: string;
  onClick(): void;
}

/** The main step; why it cannot be taken stands beside it, for a finger cannot point. */
const Step = ({ may, busy, text, onClick }: StepProps) => (
  <>
    <Button type="primary" loading={busy} disabled={!may.may} onClick={onClick}>
      {text}
    </Button>
    {may.why !== null && <small className="cycle-why">{may.why}</small>}
  </>
);
