import type { SheetJson } from '../../contract.ts';
import { sheetStateNames } from '../../domain/sheet/model.ts';
import { periodWords } from '../../domain/wording/period.ts';
import { Punctuality } from '../collection/punctuality.tsx';
import type { Counts } from './saving.ts';

/** Which report this is, how it stands, and until when. */
export function SheetHead({ data, counts }: { readonly data: SheetJson; readonly counts: Counts }) {
  const { sheet, form, returnedReason } = data;
  const due = sheet.extendedTo ?? sheet.dueOn;
  return (
    <header className="sheet-head">
      <h1>
        {sheet.formName} <small>{periodWords(sheet.period)}</small>
      </h1>
      <p>
        <span className={`sheet-state sheet-state-${sheet.state}`}>{sheetStateNames[sheet.state]}</span>
        <span>{sheet.unitName}</span>
        <span>
          {due} 截止{sheet.extendedTo !== null && `（原来 ${sheet.dueOn}）`}
          {sheet.punctuality === 'late' && (
            <>
              ，<Punctuality row={sheet} />
            </>
          )}
        </span>
        <span>
          已填 {counts.filled} / {counts.wanted} 格
        </span>
        {sheet.asked !== null && (
          <span>
            申请延到 {sheet.asked.to}：{sheet.asked.reason}
          </span>
        )}
      </p>
      {form.note !== '' && <p className="sheet-note">{form.note}</p>}
      {sheet.state === 'returned' && (
        <p className="sheet-returned" role="status">
          {returnedReason !== null && returnedReason !== '' && `退回原因：${returnedReason}。`}
          {sheet.returnedCells > 0 && `退回 ${sheet.returnedCells} 格，已在表中标出，改好后再报送。`}
        </p>
      )}
    </header>
  );
}
