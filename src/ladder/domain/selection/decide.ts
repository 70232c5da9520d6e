import type { Ranked } from './rank.ts';

/** What a person says of one entry that the ranking does not say. */
export interface Departure {
  readonly entryId: string;
  readonly chosen: boolean;
  readonly reason: string;
}

export interface Decided {
  readonly entryId: string;
  readonly chosen: boolean;
  /** Why it is another than the ranking's; null: it is the ranking's. */
  readonly reason: string | null;
}

export type Decision =
  | { readonly ok: true; readonly all: readonly Decided[] }
  | {
      readonly ok: false;
      readonly code:
        | 'selection-undecided'
        | 'selection-entry-unknown'
        | 'selection-departure-none'
        | 'selection-places';
      readonly entryId: string | null;
      readonly given: number;
      readonly limit: number;
    };

/**
 * The list that comes of a ranking and of what people decided otherwise. Refuses an entry that is not ranked, a departure that
 * is none, equal ones around the last place of whom nobody decided, and more than there are places.
 */
export function decided(order: readonly Ranked[], departures: readonly Departure[], places: number | null): Decision {
  const refuse = (code: Exclude<Decision, { ok: true }>['code'], entryId: string | null, given = 0, limit = 0) =>
    ({ ok: false, code, entryId, given, limit }) as const;
  const said = new Map(departures.map((each) => [each.entryId, each]));
  for (const { entryId, chosen } of departures) {
    const ranked = order.find(({ id }) => id === entryId);
    if (ranked === undefined) return refuse('selection-entry-unknown', entryId);
    if (!ranked.undecided && ranked.chosen === chosen) return refuse('selection-departure-none', entryId);
  }
  const open = order.filter(({ id, undecided }) => undecided && !said.has(id));
  if (open[0] !== undefined) return refuse('selection-undecided', open[0].id, open.length);
  const all = order.map(({ id, chosen }): Decided => {
    const departure = said.get(id);
    return departure === undefined
      ? { entryId: id, chosen, reason: null }
      : { entryId: id, chosen: departure.chosen, reason: departure.reason };
  });
  const taken = all.filter(({ chosen }) => chosen).length;
  return places !== null && taken > places ? refuse('selection-places', null, taken, places) : { ok: true, all };
}
