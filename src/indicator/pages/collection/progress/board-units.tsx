import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { addressFor, keyOf, queryFor, send } from '../../../../../platform/web/api.ts';
import { Empty } from '../../../../../platform/web/feedback/empty.tsx';
import { sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { Listing } from '../../../../../platform/web/list/listing/listing.tsx';
import type { Selection } from '../../../../../platform/web/list/listing/selection.ts';
import { useListing } from '../../../../../platform/web/list/listing/use-listing.ts';
import { collectionApi, type SheetRowJson, sheetFields, sheetLabels } from '../../../contract.ts';
import { AnswerExtension } from './answer-extension.tsx';
import type { BoardJson } from './board.ts';
import { unitColumns } from './unit-columns.tsx';
import { UrgeDialog } from './urge-dialog.tsx';

const route = getRouteApi('/forms/$formId/progress');
const pageSize = 200;
/** As many as the server urges at once. */
const mostUrged = 500;
/** Late ones first, then those of which the least is filled in. */
const usualSort = '-punctuality,share,-state';

interface Props {
  readonly board: BoardJson;
  readonly period: string;
  readonly mayUrge: boolean;
}

/** Every unit's report of the period, late ones first; those that are ticked, or all that are late, can be urged. */
export function BoardUnits({ board, period, mayUrge }: Props) {
  const { period: asked, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [urging, setUrging] = useState<{ readonly ids: readonly string[] | null; readonly count: number } | null>(null);
  const [answering, setAnswering] = useState<SheetRowJson | null>(null);
  const kept = asked === undefined ? {} : { period: asked };
  const listing = useListing<SheetRowJson>({
    name: 'progress',
    fields: sheetFields,
    columns: unitColumns((row) => setAnswering(row)),
    labels: sheetLabels,
    picks: { unit: 'unit', region: 'region' },
    search,
    onSearch: (next, replace) => void navigate({ search: { ...next, ...kept }, replace }),
  });
  const narrowed = { scope: 'all', formId: board.formId, period } as const;
  const query = { sort: usualSort, ...listing.query, ...narrowed };
  const sheets = useQuery({ ...queryFor(collectionApi.listSheets, { query }), placeholderData: keepPreviousData });
  const refresh = async (): Promise<void> => {
    for (const endpoint of [collectionApi.readBoard, collectionApi.listSheets])
      await client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
  const urge = async (selection: Selection): Promise<void> => {
    try {
      const ids = await idsOf(selection, query);
      if (ids.length > mostUrged) notify(`一次最多催 ${mostUrged} 个，请分几次。`, { tone: 'bad' });
      else setUrging({ ids, count: ids.length });
    } catch (error) {
      notify(sentencesOf(error).join(''), { tone: 'bad' });
    }
  };
  return (
    <>
      <Listing<SheetRowJson>
        listing={listing}
        label="各单位的填报"
        answer={sheets.data}
        error={sheets.error}
        onRetry={() => void sheets.refetch()}
        keyOf={({ id }) => id}
        nameOf={({ unitName }) => unitName}
        onOpen={({ id }) => void navigate({ to: '/sheets/$sheetId', params: { sheetId: id } })}
        searchHint="单位名称中的字"
        quick={['state', 'punctuality']}
        exportAddress={(parts) => addressFor(collectionApi.exportSheets, undefined, { ...parts, ...narrowed })}
        {...(mayUrge && {
          actions: (selection: Selection) => (
            <Button type="primary" onClick={() => void urge(selection)}>
              催报选中的
            </Button>
          ),
        })}
        tools={
          mayUrge &&
          board.counts.late > 0 && (
            <Button type="primary" onClick={() => setUrging({ ids: null, count: board.counts.late })}>
              催报逾期的 {board.counts.late} 个
            </Button>
          )
        }
        empty={
          <Empty title="这一期没有单位要填">
            <p>填报表里没有单位，或者都不在您的范围里。</p>
          </Empty>
        }
      />
      {urging !== null && (
        <UrgeDialog
          formId={board.formId}
          period={period}
          sheetIds={urging.ids}
          count={urging.count}
          onUrged={() => void refresh()}
          onClose={() => setUrging(null)}
        />
      )}
      {answering !== null && (
        <AnswerExtension
          sheet={answering}
          onDone={async () => {
            setAnswering(null);
            await refresh();
          }}
          onClose={() => setAnswering(null)}
        />
      )}
    </>
  );
}

/** Ticked ones by id; of “all that match but these” those that match are asked for. */
async function idsOf(
  selection: Selection,
  query: Parameters<typeof queryFor<typeof collectionApi.listSheets>>[1]['query'],
): Promise<string[]> {
  if (selection.kind === 'some') return [...selection.ids];
  const ids: string[] = [];
  for (let page = 1; ids.length <= mostUrged + selection.except.size; page += 1) {
    const { rows } = await send(collectionApi.listSheets, { query: { ...query, page, pageSize } });
    ids.push(...rows.map(({ id }) => id));
    if (rows.length < pageSize) break;
  }
  return ids.filter((id) => !selection.except.has(id));
}
