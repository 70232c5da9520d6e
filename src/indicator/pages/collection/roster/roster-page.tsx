import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { addressFor, keyOf, queryFor, send } from '../../../../../platform/web/api.ts';
import { Empty } from '../../../../../platform/web/feedback/empty.tsx';
import { ImportFlow } from '../../../../../platform/web/import/import-flow.tsx';
import { formWith } from '../../../../../platform/web/import/send-file.ts';
import { Listing } from '../../../../../platform/web/list/listing/listing.tsx';
import { useListing } from '../../../../../platform/web/list/listing/use-listing.ts';
import type { Column } from '../../../../../platform/web/list/model.ts';
import { useMay } from '../../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../../platform/web/shell/title.ts';
import { collectionApi, type RosterRowJson, rosterFields } from '../../../contract.ts';
import { AddDialog, EndDialog } from './roster-dialogs.tsx';
import '../../library/indicators.css';

const route = getRouteApi('/roster');
type Open = { readonly what: 'add' | 'import' } | { readonly what: 'end'; readonly row: RosterRowJson } | null;

/** Which enterprises each unit reports, of which chain, from and until when. */
export function RosterPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const mayEnter = useMay('indicator.enter');
  const [open, setOpen] = useState<Open>(null);
  usePageTitle('填报名录');
  const listing = useListing<RosterRowJson>({
    name: 'roster',
    fields: rosterFields,
    columns: columnsOf((row) => setOpen({ what: 'end', row })),
    picks: { unit: 'unit', region: 'region', chain: 'chain' },
    search,
    onSearch: (next, replace) => void navigate({ search: next, replace }),
  });
  const roster = useQuery({
    ...queryFor(collectionApi.listRoster, { query: listing.query }),
    placeholderData: keepPreviousData,
  });
  const changed = (): void => {
    setOpen(null);
    for (const endpoint of [collectionApi.listRoster, collectionApi.readSheet])
      void client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
  const close = (): void => setOpen(null);
  return (
    <div className="page indicator-page">
      <h1>填报名录</h1>
      <Listing<RosterRowJson>
        listing={listing}
        label="填报名录"
        answer={roster.data}
        error={roster.error}
        onRetry={() => void roster.refetch()}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        searchHint="企业名称、编号或单位中的字"
        exportAddress={(query) => addressFor(collectionApi.exportRoster, undefined, query)}
        tools={
          mayEnter && (
            <>
              <Button onClick={() => setOpen({ what: 'import' })}>导入</Button>
              <Button type="primary" onClick={() => setOpen({ what: 'add' })}>
                加入企业
              </Button>
            </>
          )
        }
        empty={
          <Empty title="名录里还没有企业">
            <p>
              “名录里每家企业一行”的填报表，行从这里来。
              {mayEnter ? '逐家加入，或者用表格一次导入。' : '填报单位把企业加进来以后看得到。'}
            </p>
          </Empty>
        }
      />
      {open?.what === 'add' && <AddDialog onDone={changed} onClose={close} />}
      {open?.what === 'end' && <EndDialog row={open.row} onDone={changed} onClose={close} />}
      {open?.what === 'import' && (
        <Modal open title="导入填报名录" onCancel={close} footer={<Button onClick={close}>关闭</Button>} width={720}>
          <ImportFlow
            kind={{
              name: '填报名录',
              template: addressFor(collectionApi.rosterTemplate, undefined),
              check: (file) => send(collectionApi.checkRosterImport, { form: formWith(file) }),
              commit: async (file, fingerprint) => {
                await send(collectionApi.importRoster, { form: formWith(file, { fingerprint }) });
              },
              fieldName: (field) => (Object.hasOwn(titles, field) ? (titles[field] ?? field) : field),
              done: '填报名录已导入。',
            }}
            onDone={changed}
          />
        </Modal>
      )}
    </div>
  );
}

const titles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(rosterFields).map(([key, { title }]) => [key, title]),
);

const endWords = ({ until }: RosterRowJson): string => (until === null ? '不再填报' : '改截止月');

const columnsOf = (onEnd: (row: RosterRowJson) => void): readonly Column<RosterRowJson>[] => [
  { ...{ key: 'name', title: '企业', width: 'minmax(220px, 1.5fr)', narrow: 'main' }, render: ({ name }) => name },
  { key: 'enterpriseId', title: '企业编号', width: '190px', render: ({ enterpriseId }) => enterpriseId },
  { key: 'unit', title: '填报单位', width: 'minmax(160px, 1fr)', render: ({ unitName }) => unitName },
  { ...{ key: 'region', title: '地区', width: '110px', hidden: true }, render: ({ regionName }) => regionName ?? '—' },
  { key: 'chain', title: '产业链', width: '128px', render: ({ chainName }) => chainName ?? '—' },
  { key: 'from', title: '从哪个月起', width: '112px', render: ({ from }) => from },
  {
    ...{ key: 'until', title: '报到哪个月', width: '112px', narrow: 'figure' },
    render: ({ until }) => until ?? '一直',
  },
  {
    ...{ key: 'act', title: '', width: '104px' },
    render: (row) =>
      row.mayChange && (
        <Button size="small" aria-label={`${endWords(row)}：${row.name}`} onClick={() => onEnd(row)}>
          {endWords(row)}
        </Button>
      ),
  },
];
