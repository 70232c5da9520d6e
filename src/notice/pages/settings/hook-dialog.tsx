import { Modal } from 'antd';
import { send } from '../../../../platform/web/api.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { type HookJson, type NoticeSettingsJson, noticeApi } from '../../contract.ts';
import { noticeKindIds } from '../../domain/index.ts';
import { kindNames } from '../words.ts';

interface Props {
  /** Null: a new one. */
  readonly hook: HookJson | null;
  onSaved(settings: NoticeSettingsJson): void;
  onClose(): void;
}

const fieldsFor = (isNew: boolean): readonly Field[] => [
  { input: 'text', name: 'name', label: '名称', required: true, most: 60 },
  { input: 'text', name: 'url', label: '地址', required: true, most: 500, help: 'https 开头；http 只在可信内网用' },
  {
    input: 'choice',
    name: 'algorithm',
    label: '签名算法',
    required: true,
    width: 3,
    options: [
      { value: 'hmac-sm3', label: 'HMAC-SM3（国密）' },
      { value: 'hmac-sha256', label: 'HMAC-SHA-256' },
    ],
  },
  {
    input: 'secret',
    name: 'secret',
    label: '签名密钥',
    required: isNew,
    width: 3,
    complete: 'new-password',
    help: isNew ? '至少 16 个字符，双方各存一份' : '已保存；空着就不变',
  },
  {
    input: 'several',
    name: 'kinds',
    label: '哪些种类的消息',
    options: noticeKindIds.map((kind) => ({ value: kind, label: kindNames[kind] })),
    help: '一个也不选，就是全部',
  },
  { input: 'check', name: 'on', label: '状态', text: '启用' },
];

/** Adds or changes a web hook. */
export function HookDialog({ hook, onSaved, onClose }: Props) {
  const title = hook === null ? '加一个网络钩子' : `修改「${hook.name}」`;
  const submit = async (values: Values): Promise<void> => {
    const { secret, ...rest } = values as { secret?: string };
    const body = { kinds: [], ...rest, on: values.on === true } as unknown as Omit<HookJson, 'id'>;
    if (hook === null) onSaved(await send(noticeApi.addHook, { body: { ...body, secret: secret ?? '' } }));
    else {
      const changed = secret ? { ...body, secret } : body;
      onSaved(await send(noticeApi.setHook, { params: { hookId: hook.id }, body: changed }));
    }
  };
  const { id: _id, ...known } = hook ?? { id: '', algorithm: 'hmac-sm3', kinds: [], on: true };
  return (
    <Modal open title={title} width={600} footer={null} keyboard={false} onCancel={onClose}>
      <DataForm
        label={title}
        fields={fieldsFor(hook === null)}
        initial={known}
        submitText="保存"
        onSubmit={submit}
        onCancel={onClose}
      />
    </Modal>
  );
}
