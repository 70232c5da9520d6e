import type { Entry, SelectionScheme } from './model.ts';
import { type Ranked, ranking } from './rank.ts';
import { comparePoints, type Points } from './score.ts';

/** One way in which the round could have gone, and what it would have changed. */
export interface Variation {
  readonly kind: 'share' | 'expert';
  /** The other share of the reckoned part, or the expert that is left out. */
  readonly of: number | string;
  /** Entries that would have been chosen, and that would not. */
  readonly enter: readonly string[];
  readonly leave: readonly string[];
}

export interface Sensitivity {
  readonly variations: readonly Variation[];
  /** Best and worst place of each entry over all of them, and as it is. */
  readonly places: ReadonlyMap<string, { readonly best: number; readonly worst: number }>;
  /** Points between the last that is chosen and the first that is not; null where there is nobody on one side. */
  readonly margin: Points | null;
}

/** By how much the shares of the two parts are moved, in hundredths of the whole. */
const shifts = [-10, -5, 5, 10];

/**
 * Whether the list hangs on a hair: the round is reckoned again with each share moved by five and ten, and without each
 * expert in turn. An entry whose panel was only this expert keeps him, since without him nobody would have looked at it.
 */
export function sensitivity(entries: readonly Entry[], scheme: SelectionScheme): Sensitivity {
  const asItIs = ranking(entries, scheme);
  // Whoever has no place yet has none in any variation.
  const placed = entries.filter(({ id }) => asItIs.some((each) => each.id === id));
  const chosen = chosenOf(asItIs);
  const runs: { readonly variation: Variation; readonly order: readonly Ranked[] }[] = [];
  const add = (kind: Variation['kind'], of: Variation['of'], order: readonly Ranked[]): void => {
    const now = chosenOf(order);
    const enter = [...now].filter((id) => !chosen.has(id));
    const leave = [...chosen].filter((id) => !now.has(id));
    runs.push({ variation: { kind, of, enter, leave }, order });
  };
  for (const shift of scheme.expertShare === 0 ? [] : shifts) {
    const quantitativeShare = scheme.quantitativeShare + shift;
    if (quantitativeShare < 0 || quantitativeShare > 100) continue;
    add(
      'share',
      quantitativeShare,
      ranking(placed, { ...scheme, quantitativeShare, expertShare: 100 - quantitativeShare }),
    );
  }
  for (const expertId of new Set(placed.flatMap(({ sheets }) => sheets.map((sheet) => sheet.expertId))))
    add(
      'expert',
      expertId,
      ranking(
        placed.map((entry) => without(entry, expertId)),
        { ...scheme, panel: 1 },
      ),
    );
  const orders = [asItIs, ...runs.map(({ order }) => order)];
  return {
    variations: runs.map(({ variation }) => variation),
    places: new Map(
      asItIs.map(({ id }) => {
        const places = orders.flatMap((order) => order.find((each) => each.id === id)?.place ?? []);
        return [id, { best: Math.min(...places), worst: Math.max(...places) }];
      }),
    ),
    margin: marginOf(asItIs),
  };
}

const chosenOf = (order: readonly Ranked[]): ReadonlySet<string> =>
  new Set(order.filter(({ chosen }) => chosen).map(({ id }) => id));

function without(entry: Entry, expertId: string): Entry {
  const sheets = entry.sheets.filter((sheet) => sheet.expertId !== expertId);
  return sheets.length === 0 ? entry : { ...entry, sheets };
}

function marginOf(order: readonly Ranked[]): Points | null {
  const last = order.findLast(({ chosen }) => chosen);
  const first = order.find(({ chosen }) => !chosen);
  if (last === undefined || first === undefined) return null;
  const [a, b] = [last.total, first.total];
  return comparePoints(a, b) < 0 ? null : { of: a.of * b.per - b.of * a.per, per: a.per * b.per };
}
