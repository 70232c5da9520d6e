import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { useMay, useSession } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type DelegationJson, organisationApi } from '../../contract.ts';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { useRefresh } from '../parts/refresh.ts';
import { DelegationTag } from '../parts/tags.tsx';
import { DelegateDialog } from './delegate-dialog.tsx';
import '../parts/parts.css';

/** Who acts for me, and for whom I act; and everybody's for those who keep the posts. */
export function DelegationsPage() {
  usePageTitle('委托');
  const person = useSession()?.person?.id ?? null;
  const mayRead = useMay('access.read');
  const mayWrite = useMay('organisation.write');
  const refresh = useRefresh();
  const [dialog, setDialog] = useState<'own' | 'other' | null>(null);
  const [revoking, setRevoking] = useState<DelegationJson | null>(null);
  const own = useQuery(queryFor(organisationApi.listOwnDelegations, { query: { pageSize: 100 } }));
  const all = useQuery({
    ...queryFor(organisationApi.listDelegations, { query: { pageSize: 100 } }),
    enabled: mayRead,
  });
  const given = (own.data?.rows ?? []).filter(({ holderId }) => holderId === person);
  const got = (own.data?.rows ?? []).filter(({ toId }) => toId === person);
  const others = (all.data?.rows ?? []).filter(({ holderId, toId }) => holderId !== person && toId !== person);
  return (
    <div className="page org-page">
      <h1>委托</h1>
      <p className="org-faint">
        出差、学习期间请别人代理您的岗位。受托人登录后可以换到这个岗位办事，日志里写明是代理。
      </p>
      <div className="org-buttons">
        <Button type="primary" onClick={() => setDialog('own')}>
          委托别人
        </Button>
        {mayWrite && <Button onClick={() => setDialog('other')}>替别人的岗位办理</Button>}
      </div>
      {own.error !== null && own.data === undefined && <Failure error={own.error} onRetry={() => void own.refetch()} />}
      {own.data === undefined && own.error === null && <Waiting lines={3} />}
      {own.data !== undefined && given.length + got.length === 0 && (
        <Empty title="没有委托">
          <p>您没有请别人代理，也没有人请您代理。</p>
        </Empty>
      )}
      <Lines title="我请别人代理的" rows={given} onRevoke={setRevoking} />
      <Lines title="别人请我代理的" rows={got} />
      <Lines title="其他人的" rows={others} {...(mayWrite && { onRevoke: setRevoking })} />
      {dialog !== null && <DelegateDialog own={dialog === 'own'} onClose={() => setDialog(null)} />}
      {revoking !== null && (
        <ReasonDialog
          title="收回委托"
          words={`收回以后，${revoking.to} 马上不能再代理「${revoking.unit} ${revoking.post}」。`}
          submitText="收回"
          onClose={() => setRevoking(null)}
          onReason={async (reason) => {
            const endpoint = revoking.holderId === person ? organisationApi.revokeOwn : organisationApi.revokeFor;
            await send(endpoint, { params: { id: revoking.id }, body: { reason } });
            notify('委托已收回。');
            refresh();
            setRevoking(null);
          }}
        />
      )}
    </div>
  );
}

interface LinesProps {
  readonly title: string;
  readonly rows: readonly DelegationJson[];
  onRevoke?(delegation: DelegationJson): void;
}

function Lines({ title, rows, onRevoke }: LinesProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="org-lines">
        {rows.map((row) => (
          <li key={row.id}>
            <span>
              {row.to} 代理 {row.holder} 的「{row.unit} {row.post}」<span className="org-faint">，{row.reason}</span>
            </span>
            <span className="org-faint">
              {row.validFrom} 至 {row.lastDay}
            </span>
            <DelegationTag state={row.state} />
            {onRevoke !== undefined && (row.state === 'running' || row.state === 'coming') && (
              <Button onClick={() => onRevoke(row)}>收回</Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
