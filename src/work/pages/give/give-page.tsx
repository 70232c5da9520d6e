import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { keyOf, send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type GiveWorkJson, workApi } from '../../contract.ts';
import { partyOf } from '../item/item-actions.tsx';
import { WithPartyPicks } from './party-picks.tsx';
import '../wording/work.css';
import '../item/item.css';

const fields: readonly Field[] = [
  { input: 'text', name: 'title', label: '事项', required: true, most: 120, help: '一句话写明要办什么' },
  {
    input: 'pick',
    of: 'party',
    several: true,
    name: 'to',
    label: '交给谁承办',
    required: true,
    help: '单位、岗位或人员，可以几个；每一个得到自己的一件',
  },
  { input: 'day', name: 'dueOn', label: '期限', width: 2 },
  {
    input: 'choice',
    name: 'importance',
    label: '轻重',
    width: 2,
    options: [
      { value: 'normal', label: '一般' },
      { value: 'high', label: '重要' },
    ],
  },
  { input: 'pick', of: 'chain', name: 'chainId', label: '产业链', width: 2, help: '按链授权的岗位必须选' },
  { input: 'long', name: 'detail', label: '具体要求', most: 4000 },
  { input: 'text', name: 'basis', label: '依据', most: 300, help: '哪个文件的哪一条' },
  { input: 'pick', of: 'party', several: true, name: 'copies', label: '抄送' },
];

/** Gives units, posts or people something to do. */
export function GivePage() {
  const navigate = useNavigate();
  const client = useQueryClient();
  usePageTitle('交办事项');
  const give = async (values: Values): Promise<void> => {
    const { ids } = await send(workApi.giveWork, { body: bodyOf(values) });
    for (const endpoint of [workApi.listWork, workApi.readCounts])
      void client.invalidateQueries({ queryKey: keyOf(endpoint) });
    notify(ids.length === 1 ? '已经交办，对方会收到消息。' : `已经交办 ${ids.length} 件，对方会收到消息。`);
    void navigate({ to: '/work', search: { box: 'given' } });
  };
  return (
    <div className="page work-page work-give">
      <h1>交办事项</h1>
      <WithPartyPicks>
        <DataForm
          label="交办事项"
          fields={fields}
          initial={{ importance: 'normal' }}
          draft="give-work"
          submitText="交办"
          onSubmit={give}
          onCancel={() => void navigate({ to: '/' })}
        />
      </WithPartyPicks>
    </div>
  );
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
const parties = (value: unknown) => (Array.isArray(value) ? value.map((each) => partyOf(String(each))) : []);

/** What was typed, as the contract wants it. */
function bodyOf(values: Values): GiveWorkJson {
  const [detail, basis, dueOn, chainId] = [values.detail, values.basis, values.dueOn, values.chainId].map(text);
  const copies = parties(values.copies);
  return {
    title: text(values.title) ?? '',
    to: parties(values.to),
    importance: values.importance === 'high' ? 'high' : 'normal',
    ...(detail !== undefined && { detail }),
    ...(basis !== undefined && { basis }),
    ...(dueOn !== undefined && { dueOn }),
    ...(chainId !== undefined && { chainId }),
    ...(copies.length > 0 && { copies }),
  };
}
