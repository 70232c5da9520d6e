import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../../platform/web/api.ts';
import { Empty } from '../../../../../platform/web/feedback/empty.tsx';
import { Refusals, sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { List } from '../../../../../platform/web/list/list.tsx';
import type { Column } from '../../../../../platform/web/list/model.ts';
import { usePageTitle } from '../../../../../platform/web/shell/title.ts';
import { collectionApi, type MachineJson } from '../../../contract.ts';
import { momentWords } from '../../cell/moment.ts';
import { CreateDialog } from './create-dialog.tsx';
import { HowToCall } from './how-to-call.tsx';
import { TokenDialog } from './token-dialog.tsx';
import '../../library/indicators.css';
import './machines.css';

const stateNames = { valid: '有效', expired: '过期', revoked: '作废' } as const;

/** Tokens with which other systems write figures, and how they are used. */
export function MachinesPage() {
  usePageTitle('接口令牌');
  const client = useQueryClient();
  const machines = useQuery(queryFor(collectionApi.listMachines, {}));
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly token: string } | null>(null);
  const [revoking, setRevoking] = useState<MachineJson | null>(null);
  const refresh = () => void client.invalidateQueries({ queryKey: keyOf(collectionApi.listMachines) });
  return (
    <div className="page indicator-page">
      <header className="machine-head">
        <h1>接口令牌</h1>
        <Button type="primary" onClick={() => setCreating(true)}>
          办一个令牌
        </Button>
      </header>
      <p className="machine-note">别的系统凭令牌以某个岗位的名义写入数据，和人填报一样检查、留痕。</p>
      <List
        label="接口令牌"
        rows={machines.data?.machines}
        error={machines.error}
        onRetry={() => void machines.refetch()}
        columns={columnsOf(setRevoking)}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        empty={
          <Empty title="还没有接口令牌">
            <p>办一个令牌，交给对方系统的管理员。</p>
          </Empty>
        }
      />
      <HowToCall />
      {creating && (
        <CreateDialog
          onClose={() => setCreating(false)}
          onMade={(name, token) => {
            setCreating(false);
            setMade({ name, token });
            refresh();
          }}
        />
      )}
      {made !== null && <TokenDialog {...made} onClose={() => setMade(null)} />}
      {revoking !== null && <Revoke machine={revoking} onClose={() => setRevoking(null)} onDone={refresh} />}
    </div>
  );
}

interface RevokeProps {
  readonly machine: MachineJson;
  onDone(): void;
  onClose(): void;
}

function Revoke({ machine, onDone, onClose }: RevokeProps) {
  const [busy, setBusy] = useState(false);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const revoke = async (): Promise<void> => {
    setBusy(true);
    try {
      await send(collectionApi.revokeMachine, { params: { machineId: machine.id } });
      notify(`令牌「${machine.name}」已作废。`);
      onDone();
      onClose();
    } catch (error) {
      setSentences(sentencesOf(error));
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={`作废令牌「${machine.name}」`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" danger loading={busy} onClick={() => void revoke()}>
            作废
          </Button>
        </>
      }
    >
      <Refusals sentences={sentences} />
      <p>用它的系统马上就写不进来了，不能恢复；已经写入的数都在。</p>
    </Modal>
  );
}

const columnsOf = (onRevoke: (machine: MachineJson) => void): readonly Column<MachineJson>[] => [
  { ...{ key: 'name', title: '名称', width: 'minmax(160px, 1.2fr)', narrow: 'main' }, render: ({ name }) => name },
  {
    ...{ key: 'state', title: '状态', width: '84px', narrow: 'figure' },
    render: ({ state }) => <span className={`machine-state machine-state-${state}`}>{stateNames[state]}</span>,
  },
  {
    ...{ key: 'post', title: '以哪个岗位', width: 'minmax(180px, 1.2fr)' },
    render: ({ unitName, postTitle }) => `${unitName} ${postTitle}`,
  },
  { key: 'expiresOn', title: '用到哪天', width: '116px', render: ({ expiresOn }) => expiresOn },
  {
    ...{ key: 'used', title: '最近使用', width: 'minmax(170px, 1fr)' },
    render: ({ lastUsedAt, lastUsedFrom }) =>
      lastUsedAt === null
        ? '没有用过'
        : `${momentWords(lastUsedAt)}${lastUsedFrom === null ? '' : `，${lastUsedFrom}`}`,
  },
  {
    ...{ key: 'created', title: '办理', width: 'minmax(170px, 1fr)' },
    render: ({ createdBy, createdAt }) => `${createdBy}，${momentWords(createdAt)}`,
  },
  {
    ...{ key: 'act', title: '', width: '84px' },
    render: (machine) =>
      machine.state === 'valid' && (
        <Button size="small" aria-label={`作废${machine.name}`} onClick={() => onRevoke(machine)}>
          作废
        </Button>
      ),
  },
];
