import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../../../platform/web/api.ts';
import { selectionApi, type TitleRemovalJson } from '../../../contract.ts';
import { AskDialog, reasonField, textIn } from './ask-dialog.tsx';
import { PlainTable } from './plain-table.tsx';
import { useDone } from './use-selection.ts';

const stateWords = { noticed: '已告知', ended: '已退出', kept: '已保留' } as const;

/** Titles that are taken away: why, from when on, what the enterprise says, and what can still be done. */
export function RemovalTable({ rows }: { readonly rows: readonly TitleRemovalJson[] }) {
  const done = useDone();
  const [open, setOpen] = useState<{ readonly row: TitleRemovalJson; readonly what: 'plead' | 'keep' } | null>(null);
  return (
    <>
      <PlainTable
        label="退出的称号"
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            title: '企业',
            cell: ({ enterprise }) => (
              <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: enterprise.id }}>
                {enterprise.name}
              </Link>
            ),
          },
          { title: '称号', cell: ({ title }) => title.name },
          {
            title: '状态',
            cell: ({ state, endsOn }) => `${stateWords[state]}，${state === 'kept' ? '原定 ' : ''}${endsOn} 起`,
          },
          { title: '理由', cell: ({ reason, by }) => `${reason}（${by}）` },
          {
            title: '企业意见',
            cell: ({ plea, pleaBy, keptReason }) => (
              <>
                {plea === null ? '—' : `${plea}（${pleaBy ?? ''}）`}
                {keptReason !== null && <small>保留的理由：{keptReason}</small>}
              </>
            ),
          },
          {
            ...{ title: '办理', act: true },
            cell: (row) => (
              <>
                {row.mayPlead && (
                  <Button size="small" onClick={() => setOpen({ row, what: 'plead' })}>
                    写意见
                  </Button>
                )}
                {row.mayDecide && (
                  <Button
                    size="small"
                    aria-label={`保留${row.enterprise.name}的称号`}
                    onClick={() => setOpen({ row, what: 'keep' })}
                  >
                    保留称号
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      {open?.what === 'plead' && (
        <AskDialog
          title={`对${open.row.title.name}退出的意见`}
          fields={[{ input: 'long', name: 'words', label: '意见', required: true, most: 2000 }]}
          submitText="送出"
          onSubmit={async (values) => {
            const params = { removalId: open.row.id };
            await send(selectionApi.pleadRemoval, { params, body: { words: textIn(values, 'words') } });
            await done('意见已送出。');
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.what === 'keep' && (
        <AskDialog
          title={`保留${open.row.enterprise.name}的称号`}
          fields={[reasonField]}
          submitText="保留称号"
          onSubmit={async (values) => {
            const body = { revision: open.row.revision, reason: textIn(values, 'reason') };
            await send(selectionApi.keepTitle, { params: { removalId: open.row.id }, body });
            await done('称号已保留。');
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
