import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { queryFor, send } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { type SelectionOptionsJson, selectionApi, type TitleReviewJson } from '../../contract.ts';
import { AskDialog, reasonField, textIn } from './parts/ask-dialog.tsx';
import { Gaps } from './parts/gaps.tsx';
import { PlainTable } from './parts/plain-table.tsx';
import { useDone } from './parts/use-selection.ts';

const route = getRouteApi('/selection-rounds');

/** Titles that are held, each judged by the edition of today; who no longer meets what is asked can be told. */
export function Reviews() {
  const { kind } = route.useSearch();
  const navigate = route.useNavigate();
  const options = useQuery(queryFor(selectionApi.readOptions, {}));
  if (options.error && options.data === undefined)
    return <Failure error={options.error} onRetry={() => void options.refetch()} />;
  if (options.data === undefined) return <Waiting lines={3} />;
  const titles: SelectionOptionsJson['titles'] = options.data.titles;
  return (
    <>
      <div className="selection-field selection-kind">
        复核哪个称号{' '}
        <Select
          aria-label="复核哪个称号"
          value={kind ?? null}
          placeholder="请选"
          options={titles.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value: string) => void navigate({ search: { view: 'reviews', kind: value } })}
        />
      </div>
      {kind === undefined ? (
        <Empty title="先选一个称号">
          <p>按今天生效的那一版条件，逐家看现有的称号还够不够。</p>
        </Empty>
      ) : (
        <Held key={kind} kind={kind} />
      )}
    </>
  );
}

function Held({ kind }: { readonly kind: string }) {
  const done = useDone();
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<TitleReviewJson | null>(null);
  const review = useQuery({
    ...queryFor(selectionApi.reviewTitles, { query: { kind, page } }),
    placeholderData: keepPreviousData,
  });
  if (review.error && review.data === undefined)
    return <Failure error={review.error} onRetry={() => void review.refetch()} />;
  if (review.data === undefined) return <Waiting lines={6} />;
  const { rows, edition, on, more } = review.data;
  return (
    <section>
      <p className="pale">
        {edition === null ? `${on} 没有生效的版次，只能列出来，不能判断。` : `按《${edition}》看 ${on} 的数。`}
      </p>
      {rows.length === 0 ? (
        <Empty title="没有企业有这个称号" />
      ) : (
        <PlainTable
          label="现有的称号"
          rows={rows}
          keyOf={({ titleId }) => titleId}
          columns={[
            {
              title: '企业',
              cell: ({ enterprise }) => (
                <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: enterprise.id }}>
                  {enterprise.name}
                </Link>
              ),
            },
            { title: '地区', cell: ({ region }) => region },
            { title: '有效期', cell: ({ givenOn, endsOn }) => `${givenOn} 至 ${endsOn ?? '长期'}` },
            { title: '还够不够', cell: (row) => <Gaps {...row} /> },
            {
              ...{ title: '退出', act: true },
              cell: (row) =>
                row.removal === null ? (
                  <Button size="small" aria-label={`告知${row.enterprise.name}退出`} onClick={() => setOpen(row)}>
                    告知退出
                  </Button>
                ) : (
                  <span>{row.removal.endsOn} 起退出</span>
                ),
            },
          ]}
        />
      )}
      {(page > 1 || more) && (
        <p className="page-buttons">
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            上一页
          </Button>
          <Button disabled={!more} onClick={() => setPage(page + 1)}>
            下一页
          </Button>
        </p>
      )}
      {open !== null && (
        <AskDialog
          title={`告知${open.enterprise.name}称号退出`}
          words="企业会收到待办，可以写明意见。到了那一天，称号在企业档案里自动终止。"
          fields={[reasonField, { input: 'day', name: 'endsOn', label: '从哪一天起不再有效', required: true }]}
          initial={{ reason: open.gaps.slice(0, 3).join('；').slice(0, 500) }}
          submitText="告知"
          onSubmit={async (values) => {
            const body = { enterpriseId: open.enterprise.id, titleId: open.titleId };
            await send(selectionApi.noticeRemoval, {
              body: { ...body, reason: textIn(values, 'reason'), endsOn: textIn(values, 'endsOn') },
            });
            await done('已告知企业。');
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
