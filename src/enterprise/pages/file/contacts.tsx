import { Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { type EnterpriseContactJson, type EnterpriseJson, enterpriseApi } from '../../contract.ts';
import { FormDialog, reasonField, textIn } from '../parts/dialog.tsx';
import { useTakeEnterprise } from '../parts/use-enterprise.ts';

type Open =
  | { readonly what: 'new' }
  | { readonly what: 'edit' | 'remove' | 'reveal'; readonly contact: EnterpriseContactJson };
interface Opened {
  readonly phone: string;
  readonly mail: string;
}

/** Whom to speak to. Numbers are masked; opening one asks for a reason, which is noted. */
export function Contacts({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const [open, setOpen] = useState<Open | null>(null);
  const [opened, setOpened] = useState<Readonly<Record<string, Opened>>>({});
  const { contacts, may, asOf } = enterprise;
  const mayKeep = may.keep && asOf === null;
  return (
    <>
      {contacts.length === 0 && <p className="pale">还没有联系人。</p>}
      <ul className="enterprise-list">
        {contacts.map((contact) => {
          const full = opened[contact.id];
          const { phone, mail } = full ?? contact;
          return (
            <li key={contact.id}>
              <b>{contact.name}</b>
              <span>{contact.role}</span>
              <span>{phone === '' ? '没有电话' : phone}</span>
              {mail !== '' && <span>{mail}</span>}
              {may.contact && full === undefined && (
                <Button
                  size="small"
                  aria-label={`查看${contact.name}的完整联系方式`}
                  onClick={() => setOpen({ what: 'reveal', contact })}
                >
                  查看
                </Button>
              )}
              {mayKeep && (
                <>
                  <Button
                    size="small"
                    type="text"
                    aria-label={`修改${contact.name}`}
                    onClick={() => setOpen({ what: 'edit', contact })}
                  >
                    修改
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    aria-label={`删去${contact.name}`}
                    onClick={() => setOpen({ what: 'remove', contact })}
                  >
                    删去
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {mayKeep && (
        <p>
          <Button size="small" onClick={() => setOpen({ what: 'new' })}>
            添加联系人
          </Button>
        </p>
      )}
      {open !== null && (
        <ContactDialog
          enterprise={enterprise}
          open={open}
          onOpened={(id, full) => setOpened((all) => ({ ...all, [id]: full }))}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

const titles = { new: '添加联系人', edit: '修改联系人', remove: '删去联系人', reveal: '查看完整联系方式' } as const;

interface DialogProps {
  readonly enterprise: EnterpriseJson;
  readonly open: Open;
  onOpened(id: string, full: Opened): void;
  onClose(): void;
}

function ContactDialog({ enterprise, open, onOpened, onClose }: DialogProps) {
  const take = useTakeEnterprise();
  const enterpriseId = enterprise.id;
  const contact = open.what === 'new' ? null : open.contact;
  const submit = async (values: Values): Promise<void> => {
    const person = { name: textIn(values.name), role: textIn(values.role) };
    const [phone, mail, reason] = [textIn(values.phone), textIn(values.mail), textIn(values.reason)];
    if (contact === null) {
      const body = { ...person, phone, mail };
      take(await send(enterpriseApi.addContact, { params: { enterpriseId }, body }));
      return;
    }
    const params = { enterpriseId, contactId: contact.id };
    if (open.what === 'edit') {
      const body = { ...person, ...(phone !== '' && { phone }), ...(mail !== '' && { mail }) };
      take(await send(enterpriseApi.changeContact, { params, body }));
    } else if (open.what === 'remove') take(await send(enterpriseApi.removeContact, { params, body: { reason } }));
    else onOpened(contact.id, await send(enterpriseApi.revealContact, { params, body: { reason } }));
  };
  const asksReason = open.what === 'remove' || open.what === 'reveal';
  return (
    <FormDialog
      title={titles[open.what]}
      fields={asksReason ? [reasonField] : personFields(open.what === 'edit')}
      initial={asksReason || contact === null ? {} : { name: contact.name, role: contact.role }}
      submitText={{ new: '保存', edit: '保存', remove: '删去', reveal: '查看' }[open.what]}
      {...(open.what === 'reveal' && { done: '查看了谁的联系方式、为什么，已经记入审计日志。' })}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

const personFields = (isEdit: boolean): readonly Field[] => {
  const help = isEdit ? { help: '空着就不改。' } : {};
  return [
    { input: 'text', name: 'name', label: '姓名', required: true, most: 40, width: 3 },
    { input: 'text', name: 'role', label: '职务', required: true, most: 40, width: 3 },
    { input: 'text', name: 'phone', label: '电话', most: 40, width: 3, complete: 'off', ...help },
    { input: 'text', name: 'mail', label: '邮箱', most: 120, width: 3, complete: 'off', ...help },
  ];
};
