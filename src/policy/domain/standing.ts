/** Whether a document is in force on a day. */
export const policyStates = { 'in-force': '施行中', coming: '尚未施行', expired: '已经失效' } as const;
export type PolicyState = keyof typeof policyStates;

/** Whether applications are taken on a day; `unsaid`: the document names no window. */
export const windowStates = { open: '正在受理', coming: '尚未受理', over: '已经截止', unsaid: '没有写受理期' } as const;
export type WindowState = keyof typeof windowStates;

interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

/** Days are `YYYY-MM-DD`, and both ends belong to the time; null: open on that side. */
export function stateOn({ from, to }: Days, day: string): PolicyState {
  if (from !== null && day < from) return 'coming';
  return to !== null && day > to ? 'expired' : 'in-force';
}

export function windowOn(window: { readonly from: string; readonly to: string } | null, day: string): WindowState {
  if (window === null) return 'unsaid';
  if (day < window.from) return 'coming';
  return day > window.to ? 'over' : 'open';
}

/** The day nearest to the one asked about on which the document is in force: what it says is shown as of then. */
export function nearestDay({ from, to }: Days, day: string): string {
  if (from !== null && day < from) return from;
  return to !== null && day > to ? to : day;
}
