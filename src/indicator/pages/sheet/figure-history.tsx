import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { ApiRefused, queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import type { CellAddress } from '../../../../platform/web/grid/model.ts';
import { collectionApi, type FigureHistoryJson, figureLabels, type SheetJson } from '../../contract.ts';
import { sheetStateNames } from '../../domain/sheet/model.ts';
import { figureWords } from '../../domain/wording/figure.ts';
import { momentWords } from '../cell/moment.ts';

interface Props {
  readonly address: CellAddress;
  readonly data: SheetJson;
}

/** Every figure that was handed in for a cell: who, when, why, and until when readers saw it. */
export function FigureHistory({ address, data }: Props) {
  const [open, setOpen] = useState(false);
  if (data.sheet.submittedAt === null && !data.sheet.wasApproved && data.sheet.state === 'open') return null;
  return (
    <p>
      <Button size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        历次报的数
      </Button>
      {open && <History address={address} data={data} onClose={() => setOpen(false)} />}
    </p>
  );
}

function History({ address, data, onClose }: Props & { onClose(): void }) {
  const answer = useQuery({ ...queryFor(collectionApi.readFigureHistory, { query: keyOfCell(address, data) }) });
  const row = data.rows.find(({ key }) => key === address.row);
  const column = data.columns.find(({ indicatorId }) => indicatorId === address.column);
  return (
    <Modal
      open
      width={640}
      title={`${row?.title ?? ''} ${column?.name ?? ''} ${data.sheet.period}`}
      onCancel={onClose}
      footer={<Button onClick={onClose}>关闭</Button>}
    >
      {isUnknown(answer.error) && (
        <Empty title="还没有报过">
          <p>报送以后，这里留下每一次的数。</p>
        </Empty>
      )}
      {answer.error !== null && !isUnknown(answer.error) && answer.data === undefined && (
        <Failure error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Waiting lines={3} />}
      {answer.data !== undefined && <Versions history={answer.data} />}
    </Modal>
  );
}

/** Nothing was ever handed in for the cell. */
const isUnknown = (error: Error | null): boolean =>
  error instanceof ApiRefused && error.refusals.some(({ code }) => code === 'figure-unknown');

const Versions = ({ history }: { readonly history: FigureHistoryJson }) => (
  <>
    <ol className="sheet-versions">
      {history.versions.map(({ revision, value, reason, vintage, note, by, from, until }) => (
        <li key={revision}>
          <b>{value === null ? `没有（${reason ?? ''}）` : figureWords(BigInt(value), history)}</b>
          <span>{figureLabels.vintage[vintage]}</span>
          <span>
            {by.name}，{momentWords(from)}
            {until !== null && `，读者看到 ${momentWords(until)} 为止`}
          </span>
          {value !== null && reason !== null && reason !== '' && <span>说明：{reason}</span>}
          {note !== null && note !== '' && <span>备注：{note}</span>}
        </li>
      ))}
    </ol>
    {history.sheets.length > 1 && (
      <p className="sheet-note">
        用到这个数的表：
        {history.sheets
          .map(
            ({ formName, state }) =>
              `${formName}（${Object.hasOwn(sheetStateNames, state) ? sheetStateNames[state as keyof typeof sheetStateNames] : state}）`,
          )
          .join('、')}
      </p>
    )}
  </>
);

/** Which figure stands in a cell: that of the unit, of a chain or of an enterprise. */
function keyOfCell({ row, column }: CellAddress, { sheet, form, rows }: SheetJson) {
  const chainId = rows.find(({ key }) => key === row)?.chainId ?? '';
  return {
    ...{ indicatorId: column, period: sheet.period, unitId: sheet.unitId, chainId, role: form.role },
    enterpriseId: form.rows === 'enterprises' ? row : '',
  };
}
