import { Button, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { useMay, useSession } from '../../../../platform/web/shell/session-context.ts';
import { type AccountJson, accountApi, type HandedLinkJson } from '../../contract.ts';
import { momentOf } from '../parts/moment.ts';
import { SecondFactorTag, StateTag } from './account-columns.tsx';
import { stateMeaning } from './words.ts';

interface Props {
  readonly account: AccountJson;
  onChanged(): void;
  onLink(link: HandedLinkJson): void;
  onClose(): void;
}

/** One account, and what the administrator before the screen may do with it. */
export function AccountDialog({ account, onChanged, onLink, onClose }: Props) {
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const session = useSession();
  const mayManage = useMay('account.manage');
  const maySecure = useMay('account.secure');
  const own = session?.person?.id === account.personId;
  const params = { accountId: account.id };
  const disabled = account.state === 'disabled';

  const act = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    setBusy(true);
    setSentences([]);
    try {
      await work();
      notify(done);
      onChanged();
    } catch (error) {
      setSentences(sentencesOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal open title={`${account.personName}（${account.login}）`} footer={null} onCancel={onClose} width={560}>
      <Facts account={account} />
      <Refusals sentences={sentences} />
      {own && <p>这是您自己的账号。停用、下线、重置要请另一位管理员来办。</p>}
      <div className="accounts-buttons">
        {mayManage && !disabled && (
          <Button
            type="primary"
            loading={busy}
            onClick={() =>
              void act(async () => onLink(await send(accountApi.handLink, { params })), '一次性链接已生成。')
            }
          >
            发一次性链接
          </Button>
        )}
        {mayManage && !own && disabled && (
          <Button
            loading={busy}
            onClick={() =>
              void act(() => send(accountApi.setAccount, { params, body: { enabled: true } }), '账号已启用。')
            }
          >
            启用
          </Button>
        )}
        {mayManage && !own && !disabled && (
          <Ask
            question="停用后他马上下线，不能再登录。继续吗？"
            label="停用"
            busy={busy}
            onYes={() => act(() => send(accountApi.setAccount, { params, body: { enabled: false } }), '账号已停用。')}
          />
        )}
        {maySecure && !own && account.state === 'locked' && (
          <Button
            type="primary"
            loading={busy}
            onClick={() => void act(() => send(accountApi.unlockAccount, { params }), '锁定已解除。')}
          >
            解除锁定
          </Button>
        )}
        {maySecure && !own && (
          <>
            <Ask
              question="他在各处的登录会马上退出，没有保存的内容可能丢失。继续吗？"
              label="强制下线"
              busy={busy}
              onYes={() => act(() => send(accountApi.forceOff, { params }), '已强制下线。')}
            />
            <Ask
              question="动态口令、恢复码和统一身份认证的绑定都会取消，他要重新绑定。请先确认是本人提出的。继续吗？"
              label="重置动态口令"
              busy={busy}
              onYes={() => act(() => send(accountApi.resetSecondFactor, { params }), '动态口令已取消。')}
            />
          </>
        )}
      </div>
    </Modal>
  );
}

function Facts({ account }: { readonly account: AccountJson }) {
  const { unitName, roleName, lastLoginAt, lastLoginFrom, openSessions, lockedUntil, createdAt } = account;
  return (
    <dl className="accounts-facts">
      <dt>单位和角色</dt>
      <dd>{[unitName, roleName].filter(Boolean).join('，') || '还没有岗位'}</dd>
      <dt>状态</dt>
      <dd>
        <StateTag account={account} /> {stateMeaning(account, momentOf)}
        {lockedUntil !== null && `锁定到 ${momentOf(lockedUntil)}。`}
      </dd>
      <dt>动态口令</dt>
      <dd>
        <SecondFactorTag account={account} />
      </dd>
      <dt>最近登录</dt>
      <dd>{lastLoginAt === null ? '还没有登录过' : `${momentOf(lastLoginAt)}，从 ${lastLoginFrom}`}</dd>
      <dt>现在登录着</dt>
      <dd>{openSessions} 处</dd>
      <dt>开设时间</dt>
      <dd>{momentOf(createdAt)}</dd>
    </dl>
  );
}

interface AskProps {
  readonly question: string;
  readonly label: string;
  readonly busy: boolean;
  onYes(): Promise<void>;
}

const Ask = ({ question, label, busy, onYes }: AskProps) => (
  <Popconfirm
    title={question}
    okText={label}
    cancelText="不"
    onConfirm={() => onYes()}
    styles={{ root: { maxWidth: 320 } }}
  >
    <Button danger loading={busy}>
      {label}
    </Button>
  </Popconfirm>
);
