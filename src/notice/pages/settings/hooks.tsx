import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { type HookJson, type NoticeSettingsJson, noticeApi, type TrialJson } from '../../contract.ts';
import { kindNames } from '../words.ts';
import { HookDialog } from './hook-dialog.tsx';
import { TrialResult } from './mail-trial.tsx';

interface Props {
  readonly settings: NoticeSettingsJson;
  onSaved(settings: NoticeSettingsJson): void;
}

/** The web hooks: what they take, a trial, change, take away. */
export function Hooks({ settings, onSaved }: Props) {
  const [editing, setEditing] = useState<HookJson | 'new' | null>(null);
  const saved = (next: NoticeSettingsJson): void => {
    setEditing(null);
    onSaved(next);
  };
  return (
    <>
      <p>
        每条消息呼叫一次，带签名（x-jingwei-signature）和编号（x-jingwei-delivery），内容是种类、标题、链接和收件人编号，不含正文。
      </p>
      {settings.hooks.map((hook) => (
        <HookCard key={hook.id} hook={hook} onEdit={() => setEditing(hook)} onSaved={onSaved} />
      ))}
      <Button onClick={() => setEditing('new')}>加一个网络钩子</Button>
      {editing !== null && (
        <HookDialog hook={editing === 'new' ? null : editing} onSaved={saved} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

interface CardProps {
  readonly hook: HookJson;
  onEdit(): void;
  onSaved(settings: NoticeSettingsJson): void;
}

function HookCard({ hook, onEdit, onSaved }: CardProps) {
  const [trial, setTrial] = useState<TrialJson | null>(null);
  const params = { hookId: hook.id };
  const attempt = (work: Promise<void>): void => {
    work.catch((error: unknown) => notify(sentencesOf(error).join('\n'), { tone: 'bad' }));
  };
  const takes = hook.kinds.length === 0 ? '全部种类' : hook.kinds.map((kind) => kindNames[kind]).join('、');
  return (
    <section className="notice-card" aria-label={hook.name}>
      <div className="notice-card-bar">
        <div>
          <b>{hook.name}</b>
          {!hook.on && '（停用）'}
          <small>{hook.url}</small>
          <small>{takes}</small>
        </div>
        <Button onClick={() => attempt(send(noticeApi.testHook, { params }).then(setTrial))}>试呼一次</Button>
        <Button onClick={onEdit}>修改</Button>
        <Popconfirm
          title="去掉这个网络钩子？"
          okText="去掉"
          cancelText="不去掉"
          onConfirm={() => attempt(send(noticeApi.removeHook, { params }).then(onSaved))}
        >
          <Button danger>去掉</Button>
        </Popconfirm>
      </div>
      <TrialResult trial={trial} />
    </section>
  );
}
