import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import { Listing } from '../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../platform/web/list/listing/use-listing.ts';
import type { Column } from '../../../../platform/web/list/model.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type ChainJson, chainFields, lifeStates, organisationApi } from '../../contract.ts';
import { useRefresh } from '../parts/refresh.ts';
import { LifeTag } from '../parts/tags.tsx';
import '../parts/parts.css';

const route = getRouteApi('/admin/chains');
const words = { labels: { state: lifeStates }, picks: { region: 'region' } } as const;
const keyOf = ({ id }: ChainJson): string => id;
const nameOf = ({ name }: ChainJson): string => name;

const form: readonly Field[] = [
  { input: 'text', name: 'name', label: '名称', required: true, most: 80, width: 3 },
  { input: 'pick', name: 'region', label: '地区', of: 'region', required: true, width: 3 },
  { input: 'pick', name: 'parent', label: '所属产业链', of: 'chain' },
  { input: 'tags', name: 'aliases', label: '别名' },
  { input: 'day', name: 'validFrom', label: '生效日期', width: 3 },
  { input: 'day', name: 'validTo', label: '失效日期', width: 3 },
];
const bodyOf = (values: Values) =>
  values as unknown as Pick<ChainJson, 'name' | 'region' | 'parent' | 'aliases' | 'validFrom' | 'validTo'>;

/** The chains that regions promote. */
export function ChainsPage() {
  usePageTitle('产业链');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay('organisation.write');
  const [open, setOpen] = useState<ChainJson | 'new' | null>(null);
  const edit = (chain: ChainJson): void => {
    if (mayWrite) setOpen(chain);
  };
  const listing = useListing({
    name: 'chains',
    fields: chainFields,
    columns: columnsFor(mayWrite ? edit : null),
    ...words,
    search,
    usualSort: { key: 'name', descending: false },
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const chains = useQuery({
    ...queryFor(organisationApi.listChains, { query: listing.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page org-page">
      <h1>产业链</h1>
      <Listing
        listing={listing}
        label="产业链"
        answer={chains.data}
        error={chains.error}
        onRetry={() => void chains.refetch()}
        keyOf={keyOf}
        nameOf={nameOf}
        onOpen={edit}
        searchHint="名称或别名中的字"
        quick={['state']}
        tools={
          mayWrite && (
            <Button type="primary" onClick={() => setOpen('new')}>
              新增产业链
            </Button>
          )
        }
        empty={
          <Empty title="还没有产业链">
            <p>新增一条，或者到「导入导出」用表格导入。</p>
          </Empty>
        }
      />
      {open !== null && <ChainDialog chain={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  );
}

const columnsFor = (onOpen: ((chain: ChainJson) => void) | null): readonly Column<ChainJson>[] => [
  {
    key: 'name',
    title: chainFields.name.title,
    width: 'minmax(200px, 1.2fr)',
    narrow: 'main',
    render: (chain) =>
      onOpen === null ? (
        chain.name
      ) : (
        <button type="button" className="org-open" onClick={() => onOpen(chain)}>
          {chain.name}
        </button>
      ),
  },
  { key: 'region', title: '地区', width: 'minmax(110px, 0.7fr)', render: ({ regionName }) => regionName },
  {
    key: 'parent',
    title: chainFields.parent.title,
    width: 'minmax(150px, 1fr)',
    render: ({ parentName }) => parentName,
  },
  { key: 'aliases', title: '别名', width: 'minmax(200px, 1.6fr)', render: ({ aliases }) => aliases.join('、') },
  { key: 'validFrom', title: '生效日期', width: '120px', hidden: true, render: ({ validFrom }) => validFrom },
  { key: 'validTo', title: '失效日期', width: '120px', hidden: true, render: ({ validTo }) => validTo },
  { key: 'state', title: '状态', width: '100px', narrow: 'figure', render: ({ state }) => <LifeTag state={state} /> },
];

function ChainDialog({ chain, onClose }: { readonly chain: ChainJson | null; onClose(): void }) {
  const refresh = useRefresh();
  const initial =
    chain === null
      ? { aliases: [] }
      : (({ name, region, parent, aliases, validFrom, validTo }) => ({
          name,
          region,
          parent,
          aliases,
          validFrom,
          validTo,
        }))(chain);
  return (
    <Modal open title={chain?.name ?? '新增产业链'} footer={null} onCancel={onClose} width={640} destroyOnHidden>
      <DataForm
        label={chain === null ? '新增产业链' : '修改产业链'}
        fields={form}
        initial={initial}
        submitText="保存"
        onCancel={onClose}
        onSubmit={async (values) => {
          const body = bodyOf(values);
          if (chain === null) await send(organisationApi.addChain, { body });
          else
            await send(organisationApi.saveChain, {
              params: { id: chain.id },
              body: { ...body, version: chain.version },
            });
          notify('产业链已保存。');
          refresh();
          onClose();
        }}
      />
    </Modal>
  );
}
