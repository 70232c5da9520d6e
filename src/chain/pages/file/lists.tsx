import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { List } from '../../../../platform/web/list/list.tsx';
import type { Column } from '../../../../platform/web/list/model.ts';
import { type ChainEntryJson, type ChainFileJson, chainApi } from '../../contract.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { EnterpriseList, ProjectList } from './made-lists.tsx';
import { WeakNodes } from './weak-nodes.tsx';

interface Props {
  readonly file: ChainFileJson;
  readonly chosen: string | undefined;
  onChoose(list: string): void;
  onChanged(): void;
}

/** The lists that a chain is to keep: those of registered data, and those that people write. */
export function Lists({ file, chosen, onChoose, onChanged }: Props) {
  const list = file.lists.find(({ id }) => id === chosen) ?? file.lists[0];
  if (list === undefined) return null;
  return (
    <section aria-labelledby="chain-lists">
      <h2 id="chain-lists">清单</h2>
      <Tabs
        label="清单"
        panel="chain-list"
        chosen={list.id}
        onChoose={onChoose}
        tabs={file.lists.map(({ id, name, open }) => ({ key: id, title: name, ...(open !== null && { count: open }) }))}
      >
        {null}
      </Tabs>
      <div id="chain-list" role="tabpanel" aria-labelledby={`chain-list-${list.id}`}>
        {list.of === 'enterprises' && <EnterpriseList chainId={file.id} />}
        {list.of === 'projects' && <ProjectList chainId={file.id} />}
        {list.of === 'entries' && <WeakNodes chainId={file.id} />}
        {list.of === 'entries' && <Entries key={list.id} file={file} listId={list.id} onChanged={onChanged} />}
      </div>
    </section>
  );
}

interface EntriesProps {
  readonly file: ChainFileJson;
  readonly listId: string;
  onChanged(): void;
}

function Entries({ file, listId, onChanged }: EntriesProps) {
  const [open, setOpen] = useState<ChainEntryJson | 'new' | null>(null);
  const params = { chainId: file.id, listId };
  const entries = useQuery(queryFor(chainApi.listEntries, { params }));
  return (
    <>
      {file.mayKeep && (
        <p className="chain-tools">
          <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => setOpen('new')}>
            加一条
          </Button>
        </p>
      )}
      <List
        label={file.lists.find(({ id }) => id === listId)?.name ?? '清单'}
        rows={entries.data?.entries}
        error={entries.error}
        onRetry={() => void entries.refetch()}
        columns={columns}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        {...(file.mayKeep && { onOpen: (entry: ChainEntryJson) => setOpen(entry) })}
        empty={<Empty title="这张清单还是空的">{file.mayKeep && <p>点“加一条”写进第一项。</p>}</Empty>}
      />
      {open !== null && (
        <EntryDialog
          where={params}
          entry={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}

const columns: readonly Column<ChainEntryJson>[] = [
  { ...{ key: 'name', title: '名称', width: 'minmax(160px, 1fr)', narrow: 'main' }, render: ({ name }) => name },
  { key: 'words', title: '说明', width: 'minmax(220px, 2fr)', render: ({ words }) => words },
  { key: 'owner', title: '谁负责', width: 'minmax(120px, .8fr)', render: ({ owner }) => owner },
  {
    ...{ key: 'dueOn', title: '时限', width: '116px', narrow: 'figure' },
    sortBy: ({ dueOn }) => dueOn,
    render: ({ dueOn }) => dueOn ?? '—',
  },
  {
    ...{ key: 'settled', title: '办结', width: '116px' },
    sortBy: ({ settledOn }) => settledOn,
    render: ({ settledOn }) => settledOn ?? <span className="pale">没有</span>,
  },
];
