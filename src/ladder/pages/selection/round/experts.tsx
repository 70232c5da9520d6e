import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { queryFor, send } from '../../../../../platform/web/api.ts';
import { Empty } from '../../../../../platform/web/feedback/empty.tsx';
import { type SelectionOfficeJson, type SelectionPageJson, selectionApi } from '../../../contract.ts';
import { AskDialog, reasonField, textIn } from '../parts/ask-dialog.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { useDone } from '../parts/use-selection.ts';

type Expert = SelectionOfficeJson['experts'][number];
const open = ['draft', 'applying', 'scoring'];

/** Who looks at the applications, who must not look at which, and how far they are; never what they gave. */
export function Experts({ page: { round, entries, office } }: { readonly page: SelectionPageJson }) {
  const done = useDone();
  const [asked, setAsked] = useState<'add' | { readonly expert: Expert; readonly what: 'remove' | 'conflict' } | null>(
    null,
  );
  const mayChange = round.mayManage && open.includes(round.state);
  const candidates = useQuery({ ...queryFor(selectionApi.listCandidates, {}), enabled: asked === 'add' });
  const experts = office?.experts ?? [];
  const params = { roundId: round.id };
  return (
    <section>
      <p className="pale">
        每家 {round.panel} 名专家，按批次编号抽签派，回避的不派。评分结束以前，谁也看不到别人的分。
      </p>
      {mayChange && (
        <p>
          <Button onClick={() => setAsked('add')}>请专家</Button>
        </p>
      )}
      {experts.length === 0 ? (
        <Empty title="还没有请专家">
          <p>请的人要有“专家评分”的权限，由安全管理员授权。</p>
        </Empty>
      ) : (
        <PlainTable
          label="专家"
          rows={experts}
          keyOf={({ personId }) => personId}
          columns={[
            { title: '专家', cell: ({ name, unit }) => `${name}（${unit}）` },
            {
              ...{ title: '已交 / 应交', end: true },
              cell: ({ handed, seats }) => `${handed} / ${seats}`,
            },
            {
              title: '回避',
              cell: ({ conflicts }) => conflicts.map(({ name, reason }) => `${name}：${reason}`).join('；') || '—',
            },
            { title: '状态', cell: ({ removed }) => (removed === null ? '在评' : `已退出：${removed}`) },
            {
              ...{ title: '办理', act: true },
              cell: (expert) =>
                mayChange &&
                expert.removed === null && (
                  <>
                    <Button
                      size="small"
                      aria-label={`登记${expert.name}回避`}
                      onClick={() => setAsked({ expert, what: 'conflict' })}
                    >
                      登记回避
                    </Button>
                    <Button
                      size="small"
                      aria-label={`${expert.name}退出`}
                      onClick={() => setAsked({ expert, what: 'remove' })}
                    >
                      退出
                    </Button>
                  </>
                ),
            },
          ]}
        />
      )}
      {asked === 'add' && (
        <AskDialog
          title="请专家"
          fields={[
            {
              ...{ input: 'choice', name: 'personId', label: '专家', required: true },
              options: (candidates.data?.rows ?? [])
                .filter(({ personId }) => !experts.some((each) => each.personId === personId && each.removed === null))
                .map(({ personId, name, unit }) => ({ value: personId, label: `${name}（${unit}）` })),
            },
          ]}
          submitText="请专家"
          onSubmit={async (values) => {
            await send(selectionApi.addExpert, { params, body: { personId: textIn(values, 'personId') } });
            await done('已请专家。');
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked !== null && asked !== 'add' && asked.what === 'remove' && (
        <AskDialog
          title={`${asked.expert.name}退出`}
          words="没有交的由别的专家补上，已经交的照算。"
          fields={[reasonField]}
          submitText="退出"
          onSubmit={async (values) => {
            await send(selectionApi.removeExpert, {
              ...{ params: { ...params, personId: asked.expert.personId }, body: { reason: textIn(values, 'reason') } },
            });
            await done('已退出。');
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked !== null && asked !== 'add' && asked.what === 'conflict' && (
        <AskDialog
          title={`登记${asked.expert.name}回避`}
          fields={[
            {
              ...{ input: 'choice', name: 'enterpriseId', label: '对哪家企业回避', required: true },
              options: entries.map(({ enterpriseId, name }) => ({ value: enterpriseId, label: name })),
            },
            reasonField,
          ]}
          submitText="登记"
          onSubmit={async (values) => {
            await send(selectionApi.noteConflict, {
              params: { ...params, personId: asked.expert.personId },
              body: { enterpriseId: textIn(values, 'enterpriseId'), reason: textIn(values, 'reason') },
            });
            await done('已登记回避。');
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
