import { ok, type Refusal, refuse } from '../../../kernel/index.ts';
import {
  dueNow,
  type Extension,
  isFilled,
  type Moved,
  type ReturnedCell,
  type Sheet,
  type SheetCell,
  sheetStateNames,
} from './model.ts';

/** Something that checks found in a cell before it is handed in; `hard` blocks, `soft` wants an explanation. */
export interface CellFinding {
  readonly row: string;
  readonly indicatorId: string;
  readonly weight: 'hard' | 'soft';
  readonly code: string;
}

const wrongState = (sheet: Sheet, wanted: string): Refusal => ({
  ...{ code: 'sheet-state', field: sheet.id, given: sheetStateNames[sheet.state], limit: wanted },
});
const next = (sheet: Sheet, changes: Partial<Sheet>): Moved =>
  ok({ ...sheet, ...changes, revision: sheet.revision + 1 });
const cellField = ({ row, indicatorId }: { readonly row: string; readonly indicatorId: string }): string =>
  `${row} ${indicatorId}`;

/** Whether cells may be changed on a day: none (allowed), or why not. A deadline that has passed does not stop anybody. */
export function mayFill(sheet: Sheet, today: string): Refusal[] {
  if (sheet.state !== 'open' && sheet.state !== 'returned')
    return [wrongState(sheet, `${sheetStateNames.open}、${sheetStateNames.returned}`)];
  if (today < sheet.opensOn) return [{ code: 'sheet-not-open', field: sheet.id, given: today, limit: sheet.opensOn }];
  return [];
}

/**
 * Hands a sheet in. Refuses with every cell that is blank, breaks a hard rule, or looks odd without a word why; a figure is
 * wanted of each of `wanted`.
 */
export function submit(
  sheet: Sheet,
  cells: readonly SheetCell[],
  wanted: readonly { readonly row: string; readonly indicatorId: string }[],
  findings: readonly CellFinding[],
  by: string,
  today: string,
): Moved {
  const closed = mayFill(sheet, today);
  if (closed.length > 0) return refuse(...closed);
  const byKey = new Map(cells.map((cell) => [cellField(cell), cell]));
  const blank = wanted
    .filter((cell) => {
      const filled = byKey.get(cellField(cell));
      return filled === undefined || !isFilled(filled);
    })
    .map((cell): Refusal => ({ code: 'sheet-blank', field: cellField(cell) }));
  const broken = findings.flatMap((finding): Refusal[] => {
    const field = cellField(finding);
    if (finding.weight === 'hard') return [{ code: 'sheet-hard', field, given: finding.code }];
    const explained = (byKey.get(field)?.reason ?? '').trim() !== '';
    return explained ? [] : [{ code: 'sheet-unexplained', field, given: finding.code }];
  });
  const refusals = [...blank, ...broken];
  if (refusals.length > 0) return refuse(...refusals);
  return next(sheet, { state: 'submitted', submittedBy: by, submittedOn: today, returned: [] });
}

/** Takes a sheet back before anybody has judged it. */
export function withdraw(sheet: Sheet): Moved {
  if (sheet.state !== 'submitted') return refuse(wrongState(sheet, sheetStateNames.submitted));
  return next(sheet, { state: 'open', submittedBy: null, submittedOn: null });
}

/** Sends a sheet back, for all of it or for single cells; each with a reason. */
export function giveBack(sheet: Sheet, reason: string, cells: readonly ReturnedCell[]): Moved {
  if (sheet.state !== 'submitted') return refuse(wrongState(sheet, sheetStateNames.submitted));
  const silent = cells.filter((cell) => cell.reason.trim() === '');
  if (silent.length > 0)
    return refuse(...silent.map((cell): Refusal => ({ code: 'sheet-reason-missing', field: cellField(cell) })));
  if (reason.trim() === '' && cells.length === 0) return refuse({ code: 'sheet-reason-missing', field: sheet.id });
  return next(sheet, { state: 'returned', returned: cells });
}

/** A second person finds it right. Refuses the one who handed it in. */
export function approve(sheet: Sheet, by: string): Moved {
  if (sheet.state !== 'submitted') return refuse(wrongState(sheet, sheetStateNames.submitted));
  if (sheet.submittedBy === by) return refuse({ code: 'sheet-second-person', field: sheet.id });
  return next(sheet, { state: 'approved', approvedBy: by, wasApproved: true });
}

/** Opens an approved sheet again, so that figures can be revised. */
export function reopen(sheet: Sheet, reason: string, cells: readonly ReturnedCell[]): Moved {
  if (sheet.state !== 'approved') return refuse(wrongState(sheet, sheetStateNames.approved));
  if (reason.trim() === '') return refuse({ code: 'sheet-reason-missing', field: sheet.id });
  return next(sheet, { state: 'returned', approvedBy: null, returned: cells });
}

/** Asks for more time, with the reason. */
export function askExtension(sheet: Sheet, asked: Extension): Moved {
  if (sheet.state === 'submitted' || sheet.state === 'approved')
    return refuse(wrongState(sheet, `${sheetStateNames.open}、${sheetStateNames.returned}`));
  if (asked.reason.trim() === '') return refuse({ code: 'sheet-reason-missing', field: sheet.id });
  if (asked.to <= dueNow(sheet))
    return refuse({ code: 'sheet-extension-day', field: sheet.id, given: asked.to, limit: dueNow(sheet) });
  return next(sheet, { asked });
}

/** Grants what was asked, or another day after the deadline; or refuses it. The first deadline stays. */
export function answerExtension(sheet: Sheet, granted: string | null): Moved {
  if (sheet.asked === null) return refuse({ code: 'sheet-nothing-asked', field: sheet.id });
  if (granted !== null && granted <= dueNow(sheet))
    return refuse({ code: 'sheet-extension-day', field: sheet.id, given: granted, limit: dueNow(sheet) });
  return next(sheet, { asked: null, ...(granted !== null && { extendedTo: granted }) });
}
