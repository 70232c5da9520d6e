import { send } from '../../../../platform/web/api.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { type NoticeSettingsJson, noticeApi } from '../../contract.ts';
import { securityNames } from '../words.ts';

interface Props {
  readonly settings: NoticeSettingsJson;
  onSaved(settings: NoticeSettingsJson): void;
  onCancel(): void;
}

const fieldsFor = (hasPassword: boolean): readonly Field[] => [
  { input: 'text', name: 'host', label: '服务器', required: true, width: 3, most: 253 },
  { input: 'figure', name: 'port', label: '端口', required: true, width: 1, least: 1 },
  {
    input: 'choice',
    name: 'security',
    label: '加密',
    required: true,
    width: 2,
    options: Object.entries(securityNames).map(([value, label]) => ({ value, label })),
  },
  { input: 'text', name: 'user', label: '用户名', width: 3, most: 200, help: '空着就不登录', complete: 'off' },
  {
    input: 'secret',
    name: 'password',
    label: '密码',
    width: 3,
    complete: 'new-password',
    help: hasPassword ? '已保存；空着就不变' : '',
  },
  { input: 'text', name: 'senderAddress', label: '发信地址', required: true, width: 3, most: 254 },
  { input: 'text', name: 'senderName', label: '发信人名称', width: 3, most: 60 },
  { input: 'check', name: 'on', label: '状态', text: '启用' },
];

const usual: Values = {
  on: true,
  host: '',
  port: 465,
  security: 'tls',
  user: '',
  senderAddress: '',
  senderName: '经纬',
};
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The mail server; a password that is left empty stays as it is. */
export function MailForm({ settings: { mail, revision }, onSaved, onCancel }: Props) {
  const submit = async (values: Values): Promise<void> => {
    const password = text(values.password);
    const user = text(values.user);
    onSaved(
      await send(noticeApi.setMail, {
        body: {
          revision,
          on: values.on === true,
          host: text(values.host),
          port: Number(values.port),
          security: values.security as 'tls',
          user,
          senderName: text(values.senderName),
          senderAddress: text(values.senderAddress),
          ...(password !== '' ? { password } : user === '' && { password: null }),
        },
      }),
    );
  };
  return (
    <DataForm
      label="发信服务器"
      fields={fieldsFor(mail?.hasPassword ?? false)}
      initial={mail === null ? usual : { ...mail, password: '' }}
      submitText="保存"
      onSubmit={submit}
      onCancel={onCancel}
    />
  );
}
