import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { NoticeSettingsJson } from '../../contract.ts';
import { securityNames } from '../words.ts';
import { MailForm } from './mail-form.tsx';
import { MailTrial } from './mail-trial.tsx';

interface Props {
  readonly settings: NoticeSettingsJson;
  onSaved(settings: NoticeSettingsJson): void;
}

/** The mail server as it is kept, with the ways to change and to try it. */
export function MailCard({ settings, onSaved }: Props) {
  const [open, setOpen] = useState<'form' | 'trial' | null>(null);
  const { mail } = settings;
  const close = (): void => setOpen(null);
  return (
    <section className="notice-card" aria-label="发信服务器">
      {mail === null ? (
        <p>还没有设定。设定以后，待办和催办会同时发到大家的邮箱。</p>
      ) : (
        <dl className="notice-facts">
          <dt>状态</dt>
          <dd className={mail.on ? 'notice-good' : 'notice-bad'}>{mail.on ? '启用' : '停用'}</dd>
          <dt>服务器</dt>
          <dd>
            {mail.host}:{mail.port}，{securityNames[mail.security]}
          </dd>
          <dt>登录</dt>
          <dd>{mail.user === '' ? '不登录' : `${mail.user}${mail.hasPassword ? '，密码已保存' : '，没有密码'}`}</dd>
          <dt>发信人</dt>
          <dd>
            {mail.senderName} {mail.senderAddress}
          </dd>
        </dl>
      )}
      <span className="notice-buttons">
        <Button type="primary" onClick={() => setOpen('form')}>
          {mail === null ? '设定' : '修改'}
        </Button>
        {mail !== null && <Button onClick={() => setOpen('trial')}>试发一封</Button>}
      </span>
      {open === 'form' && (
        <Modal open title="发信服务器" width={680} footer={null} keyboard={false} onCancel={close}>
          <MailForm
            settings={settings}
            onSaved={(next) => {
              close();
              onSaved(next);
            }}
            onCancel={close}
          />
        </Modal>
      )}
      {open === 'trial' && (
        <Modal open title="试发一封" width={480} footer={null} keyboard={false} onCancel={close}>
          <MailTrial onClose={close} />
        </Modal>
      )}
    </section>
  );
}
