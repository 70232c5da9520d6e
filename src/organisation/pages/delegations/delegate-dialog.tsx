import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { type PickSources, PickSourcesContext } from '../../../../platform/web/form/pick-sources.ts';
import { organisationApi, type PostJson } from '../../contract.ts';
import { useRefresh } from '../parts/refresh.ts';

interface Props {
  /** False: a post of somebody else, by whoever keeps them. */
  readonly own: boolean;
  onClose(): void;
}

/** Whoever may not look up people in general still finds those who could act for him. */
const deputies: PickSources = {
  search: async (_kind, text) => {
    const { people } = await send(organisationApi.findDeputies, { query: text === '' ? {} : { text } });
    return people.map(({ id, name, posts }) => ({ value: id, label: name, ...(posts !== '' && { note: posts }) }));
  },
  named: async () => [],
};

export function DelegateDialog({ own, onClose }: Props) {
  const refresh = useRefresh();
  const mine = useQuery({ ...queryFor(organisationApi.listOwnPosts, {}), enabled: own });
  const others = useQuery({ ...queryFor(organisationApi.listPosts, { query: { pageSize: 200 } }), enabled: !own });
  const posts = (own ? mine : others).data?.rows.filter(({ state }) => state !== 'ended');
  const submit = async (values: Values): Promise<void> => {
    const body = values as unknown as {
      postId: string;
      toPerson: string;
      validFrom: string;
      lastDay: string;
      reason: string;
    };
    await send(own ? organisationApi.delegateOwn : organisationApi.delegateFor, { body });
    notify('委托已办理。');
    refresh();
    onClose();
  };
  return (
    <Modal
      open
      title={own ? '委托别人代理我的岗位' : '替别人的岗位办理委托'}
      footer={null}
      onCancel={onClose}
      width={600}
      destroyOnHidden
    >
      {posts === undefined ? (
        <Waiting lines={4} />
      ) : (
        <PickSourcesContext value={deputies}>
          <DataForm
            label="委托"
            fields={formOf(posts)}
            initial={{ postId: posts.length === 1 ? posts[0]!.id : null }}
            submitText="办理"
            onCancel={onClose}
            onSubmit={submit}
          />
        </PickSourcesContext>
      )}
    </Modal>
  );
}

const formOf = (posts: readonly PostJson[]): readonly Field[] => [
  {
    ...{ input: 'choice', name: 'postId', label: '岗位', required: true },
    options: posts.map(({ id, person, unit, title }) => ({ value: id, label: `${person}，${unit} ${title}` })),
  },
  { input: 'pick', name: 'toPerson', label: '受托人', of: 'person', required: true },
  { input: 'day', name: 'validFrom', label: '开始日期', required: true, width: 3 },
  { input: 'day', name: 'lastDay', label: '最后一天', required: true, width: 3 },
  { input: 'long', name: 'reason', label: '事由', required: true, most: 200 },
];
