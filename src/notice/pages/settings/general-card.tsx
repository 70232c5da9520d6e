import { Button, Modal } from 'antd';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { type NoticeSettingsJson, noticeApi } from '../../contract.ts';

interface Props {
  readonly settings: NoticeSettingsJson;
  onSaved(settings: NoticeSettingsJson): void;
}

const fields: readonly Field[] = [
  {
    input: 'text',
    name: 'baseUrl',
    label: '邮件里链接的开头',
    most: 300,
    help: '大家在浏览器里打开本系统的地址，如 https://jingwei.linjiang.example；空着就用服务器设置的网址（JINGWEI_PUBLIC_URL），都没有则不带链接',
  },
  {
    input: 'check',
    name: 'privateHooks',
    label: '网络钩子的范围',
    text: '允许内网地址（10、172.16—31、192.168 开头和本机）',
  },
];

/** What holds for all ways out. */
export function GeneralCard({ settings, onSaved }: Props) {
  const [open, setOpen] = useState(false);
  const { baseUrl, publicUrl, privateHooks, revision } = settings;
  const submit = async (values: Values): Promise<void> => {
    const typed = typeof values.baseUrl === 'string' ? values.baseUrl.trim() : '';
    const body = { revision, baseUrl: typed === '' ? null : typed, privateHooks: values.privateHooks === true };
    onSaved(await send(noticeApi.setGeneral, { body }));
    setOpen(false);
  };
  return (
    <section className="notice-card" aria-label="链接和范围">
      <dl className="notice-facts">
        <dt>邮件里的链接</dt>
        <dd>{baseUrl ?? publicUrl ?? '没有设定，邮件里不带链接'}</dd>
        <dt>网络钩子</dt>
        <dd>{privateHooks ? '可以是内网地址' : '只能是外网地址'}</dd>
      </dl>
      <Button onClick={() => setOpen(true)}>修改链接和范围</Button>
      {open && (
        <Modal open title="链接和范围" width={600} footer={null} keyboard={false} onCancel={() => setOpen(false)}>
          <DataForm
            label="链接和范围"
            fields={fields}
            initial={{ baseUrl: baseUrl ?? '', privateHooks }}
            submitText="保存"
            onSubmit={submit}
            onCancel={() => setOpen(false)}
          />
        </Modal>
      )}
    </section>
  );
}
