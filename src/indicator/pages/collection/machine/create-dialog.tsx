import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { queryFor, send } from '../../../../../platform/web/api.ts';
import { Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../../platform/web/feedback/failure.tsx';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import type { Field } from '../../../../../platform/web/form/model.ts';
import { collectionApi } from '../../../contract.ts';

interface Props {
  onMade(name: string, token: string): void;
  onClose(): void;
}

/** For which system, as which post, and for how long. */
export function CreateDialog({ onMade, onClose }: Props) {
  const posts = useQuery(queryFor(collectionApi.listMachinePosts, {}));
  const fields: readonly Field[] = [
    { input: 'text', name: 'name', label: '给哪个系统', required: true, most: 60, help: '例如“工业运行监测平台”。' },
    {
      ...{ input: 'choice', name: 'postId', label: '以哪个岗位的名义', required: true },
      options: (posts.data?.posts ?? []).map(({ id, title, unitName }) => ({
        value: id,
        label: `${unitName} ${title}`,
      })),
      help: '它能写的，就是这个岗位能填的。',
    },
    {
      input: 'figure',
      name: 'days',
      label: '用多少天',
      required: true,
      unit: '天',
      least: 1,
      help: '最多 400 天，到期要重新办。',
    },
  ];
  return (
    <Modal open title="办一个令牌" footer={null} onCancel={onClose} width={560} destroyOnHidden>
      {posts.error !== null && posts.data === undefined && (
        <Failure error={posts.error} onRetry={() => void posts.refetch()} />
      )}
      {posts.isPending && <Waiting lines={4} />}
      {posts.data?.posts.length === 0 && <p>您的范围里没有能填报的岗位。请先请管理员授权一个填报岗位。</p>}
      {(posts.data?.posts.length ?? 0) > 0 && (
        <DataForm
          label="办一个令牌"
          fields={fields}
          initial={{ days: 365 }}
          check={({ days }) =>
            Number.isInteger(days) && Number(days) <= 400 ? [] : [{ name: 'days', sentence: '请填 1 到 400 的整数。' }]
          }
          submitText="办理"
          onCancel={onClose}
          onSubmit={async ({ name, postId, days }) => {
            const body = { name: String(name), postId: String(postId), days: Number(days) };
            const { token } = await send(collectionApi.createMachine, { body });
            onMade(body.name, token);
          }}
        />
      )}
    </Modal>
  );
}
