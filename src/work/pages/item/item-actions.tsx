import { useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { ApiRefused, send } from '../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Values } from '../../../../platform/web/form/model.ts';
import { type WorkItemJson, workApi } from '../../contract.ts';
import { isOpen, type WorkAction } from '../../domain/index.ts';
import { WithPartyPicks } from '../give/party-picks.tsx';
import { type Asked, asked } from './asked.ts';

interface Props {
  readonly item: WorkItemJson;
  onChanged(item: WorkItemJson): void;
  /** Somebody else was quicker. */
  onStale(): void;
}

/** Buttons for what the present post can do with an item now; what needs a word opens a small form. */
export function ItemActions({ item, onChanged, onStale }: Props) {
  const [asking, setAsking] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const goes = item.link !== null && isOpen(item.state);
  if (item.can.length === 0 && !goes) return null;
  const act = async (action: WorkAction, values: Values): Promise<void> => {
    onChanged(await perform(action, item, values));
    notify(`${asked[action].button}了。`);
  };
  const atOnce = async (action: WorkAction): Promise<void> => {
    setBusy(true);
    try {
      await act(action, {});
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
      if (error instanceof ApiRefused && error.status === 409) onStale();
    } finally {
      setBusy(false);
    }
  };
  const begin = (action: WorkAction): void => {
    if (asked[action].fields.length === 0) void atOnce(action);
    else setAsking(asked[action]);
  };
  return (
    <div className="work-actions">
      {goes && (
        <Button type="primary" onClick={() => void navigate({ to: item.link as string })}>
          去办
        </Button>
      )}
      {inOrder(item.can).map((action, at) => (
        <Button
          key={action}
          type={at === 0 && !goes ? 'primary' : 'default'}
          disabled={busy}
          onClick={() => begin(action)}
        >
          {asked[action].button}
        </Button>
      ))}
      {asking !== null && (
        <Modal open title={asking.title} width={520} footer={null} keyboard={false} onCancel={() => setAsking(null)}>
          <WithPartyPicks>
            <DataForm
              label={asking.title}
              fields={asking.fields}
              initial={{}}
              submitText={asking.button}
              onSubmit={async (values) => {
                await act(asking.action, values);
                setAsking(null);
              }}
              onCancel={() => setAsking(null)}
            />
          </WithPartyPicks>
        </Modal>
      )}
    </div>
  );
}

/** What is most likely meant comes first. */
const order: readonly WorkAction[] = ['claim', 'finish', 'return', 'release', 'urge', 'reassign', 'withdraw'];
const inOrder = (can: readonly WorkAction[]): readonly WorkAction[] => order.filter((action) => can.includes(action));

/** Asks the server, at the revision that is seen. */
function perform(action: WorkAction, { id, revision }: WorkItemJson, values: Values): Promise<WorkItemJson> {
  const params = { workId: id };
  const note = typeof values.note === 'string' && values.note !== '' ? { note: values.note } : {};
  const reason = String(values.reason ?? '');
  switch (action) {
    case 'claim':
      return send(workApi.claimWork, { params, body: { revision } });
    case 'release':
      return send(workApi.releaseWork, { params, body: { revision } });
    case 'finish':
      return send(workApi.finishWork, { params, body: { revision, ...note } });
    case 'return':
      return send(workApi.returnWork, { params, body: { revision, reason } });
    case 'urge':
      return send(workApi.urgeWork, { params, body: { revision, ...note } });
    case 'withdraw':
      return send(workApi.withdrawWork, { params, body: { revision, reason } });
    case 'reassign':
      return send(workApi.reassignWork, {
        params,
        body: { revision, to: partyOf(String(values.to)), ...dueOf(values), ...note },
      });
  }
}

const dueOf = ({ dueOn }: Values) => (typeof dueOn === 'string' && dueOn !== '' ? { dueOn } : {});

/** `unit:gxj` → unit, gxj. */
export function partyOf(value: string): { kind: 'post' | 'unit' | 'person'; id: string } {
  const at = value.indexOf(':');
  return { kind: value.slice(0, at) as 'post' | 'unit' | 'person', id: value.slice(at + 1) };
}
