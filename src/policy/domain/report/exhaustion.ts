/** What is claimed, by day where the day is known. Whole yuan; days `YYYY-MM-DD`. */
export interface Claims {
  readonly byDay: ReadonlyMap<string, number>;
  /** Claims without a day: how many and how much. They are taken to come evenly over the window. */
  readonly undated: { readonly count: number; readonly yuan: number };
}

/** Days in which claims may be made, both included. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

export interface Exhaustion {
  readonly budget: number;
  readonly claimed: number;
  /** The first day on which more has been claimed than there is; null: it is enough. */
  readonly on: string | null;
  /** What is missing at the end, or 0. */
  readonly short: number;
  /** Claimed up to and with the last day of each month. */
  readonly months: readonly { readonly month: string; readonly claimed: number }[];
}

const day = 86_400_000;

/**
 * When a budget of whole yuan is used up, if claims are paid as they come. Dated claims count on their day, also outside
 * of the window; the others are spread evenly over it, whole yuan rounded down, so that their last yuan comes on its
 * last day. Exact for sums below 2^53.
 */
export function exhaustionOf({ byDay, undated }: Claims, budget: number, window: Window): Exhaustion {
  const dated = [...byDay.keys()].toSorted();
  const first = [window.from, dated[0] ?? window.from].toSorted()[0] ?? window.from;
  const last = [window.to, dated.at(-1) ?? window.to].toSorted().at(-1) ?? window.to;
  const days = numberOf(window.to) - numberOf(window.from) + 1;
  const months = new Map<string, number>();
  let fromDated = 0;
  let claimed = 0;
  let on: string | null = null;
  for (let at = numberOf(first); at <= numberOf(last); at += 1) {
    const today = dayOf(at);
    fromDated += byDay.get(today) ?? 0;
    claimed = fromDated + spread(undated.yuan, at - numberOf(window.from) + 1, days);
    if (on === null && claimed > budget) on = today;
    months.set(today.slice(0, 7), claimed);
  }
  return {
    ...{ budget, claimed, on, short: Math.max(0, claimed - budget) },
    months: [...months].map(([month, sum]) => ({ month, claimed: sum })),
  };
}

/** What has come of a sum after some days of all. */
function spread(yuan: number, passed: number, days: number): number {
  const within = Math.min(Math.max(passed, 0), days);
  return Number((BigInt(yuan) * BigInt(within)) / BigInt(days));
}

const numberOf = (text: string): number => {
  const [year = 0, month = 1, date = 1] = text.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / day;
};
const dayOf = (number: number): string => new Date(number * day).toISOString().slice(0, 10);
