import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { keyOf, queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { EntryGrid } from '../../../../platform/web/grid/entry-grid.tsx';
import type { CellAddress } from '../../../../platform/web/grid/model.ts';
import type { EntryGridHandle } from '../../../../platform/web/grid/props.ts';
import { useSession } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { collectionApi, type SheetJson, type SheetPastJson } from '../../contract.ts';
import { sheetStateNames } from '../../domain/sheet/model.ts';
import { checkerOf } from './checks.ts';
import { FigureHistory } from './figure-history.tsx';
import { gridColumns, gridReferences, gridRows } from './grid-data.ts';
import { ReturnCell } from './return-cell.tsx';
import type { ReturnedCells } from './returning.ts';
import { type Counts, saverOf } from './saving.ts';
import { SheetActions } from './sheet-actions.tsx';
import { SheetHead } from './sheet-head.tsx';
import { SheetSteps } from './sheet-steps.tsx';
import './sheet.css';

const route = getRouteApi('/sheets/$sheetId');

/** A unit's report of one period: filled in like a spreadsheet, handed in, looked over, given back or approved. */
export function SheetPage() {
  const { sheetId } = route.useParams();
  const params = { sheetId };
  const sheet = useQuery({ ...queryFor(collectionApi.readSheet, { params }), refetchOnWindowFocus: false });
  const past = useQuery({
    ...queryFor(collectionApi.readSheetPast, { params }),
    refetchOnWindowFocus: false,
    enabled: sheet.data?.sheet.may.fill === true,
  });
  usePageTitle(sheet.data === undefined ? '填报' : `${sheet.data.sheet.formName} ${sheet.data.sheet.period}`);
  if (sheet.error && sheet.data === undefined)
    return <Failure error={sheet.error} onRetry={() => void sheet.refetch()} />;
  if (sheet.data === undefined) return <Waiting lines={10} />;
  return <Sheet key={sheetId} data={sheet.data} past={past.data} />;
}

function Sheet({ data, past }: { readonly data: SheetJson; readonly past: SheetPastJson | undefined }) {
  const { sheet } = data;
  const client = useQueryClient();
  const session = useSession();
  const grid = useRef<EntryGridHandle>(null);
  const [returning, setReturning] = useState<ReturnedCells>(new Map());
  const [blocking, setBlocking] = useState(false);
  const columns = useMemo(() => gridColumns(data), [data]);
  const references = useMemo(() => gridReferences(data), [data]);
  const rows = useMemo(() => gridRows(data), [data]);
  const check = useMemo(() => checkerOf(data, past), [data, past]);
  const [counts, setCounts] = useState<Counts>(sheet);
  useEffect(() => setCounts(sheet), [sheet]);
  const save = useMemo(() => saverOf(sheet.id, setCounts), [sheet.id]);
  const changed = useCallback(async (): Promise<void> => {
    setReturning(new Map());
    for (const endpoint of [collectionApi.readSheet, collectionApi.listSheets, collectionApi.readBoard])
      await client.invalidateQueries({ queryKey: keyOf(endpoint) });
  }, [client]);
  const details = useCallback(
    (address: CellAddress) => (
      <>
        <ReturnCell address={address} data={data} returning={returning} onChange={setReturning} />
        <FigureHistory key={`${address.row} ${address.column}`} address={address} data={data} />
      </>
    ),
    [data, returning],
  );
  return (
    <div className="sheet-page">
      <p className="sheet-back">
        <Link to="/sheets" search={{}}>
          回到填报清单
        </Link>
      </p>
      <SheetHead data={data} counts={counts} />
      <SheetActions
        {...{ data, grid, returning, blocking }}
        onChanged={changed}
        onGoTo={(address) => grid.current?.goTo(address)}
      />
      {rows.length === 0 ? (
        <Empty title="这张表没有要填的行">
          <p>填报名录里还没有这个单位的企业。请在填报名录里加上，或者请制表单位处理。</p>
        </Empty>
      ) : (
        <div className="sheet-grid">
          <EntryGrid
            ref={grid}
            label={`${sheet.formName} ${sheet.period} ${sheet.unitName}`}
            rowTitle={data.form.rows === 'enterprises' ? '企业' : data.form.rows === 'chains' ? '产业链' : '单位'}
            columns={columns}
            rows={rows}
            references={references}
            readOnly={sheet.may.fill ? null : readOnlyWords(sheet)}
            check={check}
            save={save}
            storageKey={session?.person == null ? null : `sheet.${session.person.id}.${sheet.id}`}
            details={details}
            onSummary={({ hard, unexplained }) => setBlocking(hard + unexplained > 0)}
          />
        </div>
      )}
      <SheetSteps steps={data.steps} />
    </div>
  );
}

function readOnlyWords({ state, opensOn, punctuality }: SheetJson['sheet']): string {
  if (punctuality === 'not-open') return `${opensOn} 才开始填报`;
  return state === 'open' || state === 'returned'
    ? '您不是这张表的填报人'
    : `这张表${sheetStateNames[state]}，不能修改`;
}
