import type { Refusal } from '../../../kernel/index.ts';

/** A unit's report of one form for one period. */
export interface Sheet {
  readonly id: string;
  readonly formId: string;
  readonly period: string;
  readonly unitId: string;
  readonly state: SheetState;
  readonly revision: number;
  /** First and last day of reporting, `YYYY-MM-DD`; the first deadline stays visible whatever is granted later. */
  readonly opensOn: string;
  readonly dueOn: string;
  /** Granted: the day that counts instead; null: none. */
  readonly extendedTo: string | null;
  /** Asked for and not answered yet. */
  readonly asked: Extension | null;
  readonly submittedBy: string | null;
  readonly submittedOn: string | null;
  readonly approvedBy: string | null;
  /** Was approved once: figures that change afterwards are revised ones. */
  readonly wasApproved: boolean;
  /** Cells that came back, each with what is wrong with it; none while nothing did. */
  readonly returned: readonly ReturnedCell[];
}

/** open: being filled in; submitted: waits for review; returned: to be mended; approved: counts as checked. */
export const sheetStates = ['open', 'submitted', 'returned', 'approved'] as const;
export type SheetState = (typeof sheetStates)[number];
export const sheetStateNames: Readonly<Record<SheetState, string>> = {
  open: '填报中',
  submitted: '待审核',
  returned: '已退回',
  approved: '已审核',
};

export interface Extension {
  readonly to: string;
  readonly reason: string;
}

export interface ReturnedCell {
  readonly row: string;
  readonly indicatorId: string;
  readonly reason: string;
}

/** A cell as it is filled in: null without a reason is blank, and blank is not zero. */
export interface SheetCell {
  readonly row: string;
  readonly indicatorId: string;
  readonly value: number | null;
  /** Why there is none, or why a figure that looks odd is right. */
  readonly reason: string | null;
}

export const isFilled = ({ value, reason }: SheetCell): boolean => value !== null || (reason ?? '').trim() !== '';

/** The day by which it is due now. */
export const dueNow = ({ dueOn, extendedTo }: Sheet): string => extendedTo ?? dueOn;

/** How it stands with the deadline on a day; `late` also when it was handed in after it. */
export function punctuality(sheet: Sheet, today: string): 'not-open' | 'in-time' | 'late' {
  if (sheet.state === 'open' && today < sheet.opensOn) return 'not-open';
  const handedIn = sheet.state === 'submitted' || sheet.state === 'approved' ? sheet.submittedOn : null;
  return (handedIn ?? today) > dueNow(sheet) ? 'late' : 'in-time';
}

/** What was decided: the sheet as it will be, or why not. */
export type Moved = { readonly ok: true; readonly value: Sheet } | { readonly ok: false; readonly refusals: Refusal[] };
