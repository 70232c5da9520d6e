/** A change of a target after it was set. */
export interface Adjustment {
  /** `YYYY-MM-DD`, from when on it holds. */
  readonly on: string;
  readonly value: bigint;
  readonly reason: string;
  /** Who approved it. */
  readonly approver: string;
}

/** A target over time: the first value stays for ever, adjustments follow it by date. */
export interface Ledger {
  readonly first: { readonly on: string; readonly value: bigint };
  readonly adjustments: readonly Adjustment[];
}

/** Why an adjustment is not taken. Words are made at the edge. */
export type AdjustmentFault =
  | { readonly code: 'reason-missing' | 'approver-missing' }
  | { readonly code: 'date-invalid'; readonly given: string }
  /** Before the last one, or before the target itself. */
  | { readonly code: 'date-too-early'; readonly given: string; readonly limit: string }
  | { readonly code: 'value-unchanged'; readonly given: bigint };

/** The ledger with one adjustment more, or every reason why not. */
export function adjust(
  ledger: Ledger,
  adjustment: Adjustment,
):
  | { readonly ok: true; readonly ledger: Ledger }
  | { readonly ok: false; readonly faults: readonly AdjustmentFault[] } {
  const last = ledger.adjustments.at(-1) ?? ledger.first;
  const faults: AdjustmentFault[] = [];
  if (adjustment.reason.trim() === '') faults.push({ code: 'reason-missing' });
  if (adjustment.approver.trim() === '') faults.push({ code: 'approver-missing' });
  if (!isDay(adjustment.on)) faults.push({ code: 'date-invalid', given: adjustment.on });
  else if (adjustment.on < last.on) faults.push({ code: 'date-too-early', given: adjustment.on, limit: last.on });
  if (adjustment.value === last.value) faults.push({ code: 'value-unchanged', given: adjustment.value });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, ledger: { ...ledger, adjustments: [...ledger.adjustments, adjustment] } };
}

/** A day of the calendar in its one spelling. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** What held on a day; null before the target was set. Of several adjustments of one day the last. */
export function valueOn({ first, adjustments }: Ledger, day: string): bigint | null {
  if (day < first.on) return null;
  return adjustments.findLast(({ on }) => on <= day)?.value ?? first.value;
}

/** Each adjustment with what it changed, and how far it leads from the first value. */
export const changesOf = ({ first, adjustments }: Ledger) =>
  adjustments.map((adjustment, at) => ({
    ...adjustment,
    before: adjustments[at - 1]?.value ?? first.value,
    sinceFirst: adjustment.value - first.value,
  }));
