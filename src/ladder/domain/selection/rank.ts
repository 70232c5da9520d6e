import type { Entry, SelectionScheme, TieBreak } from './model.ts';
import { comparePoints, type Points, type Scored, scored, wholePoints } from './score.ts';

export interface Ranked extends Scored {
  /** 1 is the best; equal ones share a place and the next is left out (1, 2, 2, 4). */
  readonly place: number;
  /** What set it before the next, where the totals are equal; null: the total did, or nothing could. */
  readonly by: TieBreak | null;
  readonly chosen: boolean;
  /** Equal in everything with others around the last place: a person has to decide. */
  readonly undecided: boolean;
}

/**
 * The order of all that have their points: by total, then by what breaks ties. As many are chosen as there are places and as
 * reach the line; equal ones around the last place are left undecided together rather than cut through.
 */
export function ranking(entries: readonly Entry[], scheme: SelectionScheme): Ranked[] {
  const all = entries.flatMap((entry) => (entry.out ? [] : (scored(entry, scheme) ?? [])));
  const order = all.toSorted((a, b) => compare(a, b, scheme.ties).order || (a.id < b.id ? -1 : 1));
  const places: number[] = [];
  order.forEach((each, at) => {
    const before = order[at - 1];
    const same = before !== undefined && compare(before, each, scheme.ties).order === 0;
    places.push(same ? (places[at - 1] ?? at + 1) : at + 1);
  });
  const line = wholePoints(scheme.line);
  return order.map((each, at) => {
    const place = places[at] ?? at + 1;
    const alike = places.filter((other) => other === place).length;
    const reaches = comparePoints(each.total, line) >= 0;
    const last = scheme.places ?? order.length;
    const next = order[at + 1];
    return {
      ...each,
      place,
      by: next === undefined ? null : compare(each, next, scheme.ties).by,
      chosen: reaches && place + alike - 1 <= last,
      undecided: reaches && place <= last && place + alike - 1 > last,
    };
  });
}

/** Who comes first, and what decided it beside the total. */
function compare(
  a: Scored,
  b: Scored,
  ties: readonly TieBreak[],
): { readonly order: number; readonly by: TieBreak | null } {
  const total = comparePoints(b.total, a.total);
  if (total !== 0) return { order: total, by: null };
  for (const tie of ties) {
    const order = comparePoints(part(b, tie), part(a, tie));
    if (order !== 0) return { order, by: tie };
  }
  return { order: 0, by: null };
}

function part(entry: Scored, tie: TieBreak): Points {
  if (tie === 'quantitative') return entry.quantitative;
  if (tie === 'experts') return entry.experts;
  return entry.items.get(tie.slice('item:'.length)) ?? wholePoints(0);
}
