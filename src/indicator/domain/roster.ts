import type { Refusal } from '../../kernel/index.ts';

/** An enterprise that a unit reports, from a month on, to a month or without an end. */
export interface RosterEntry {
  readonly unitId: string;
  readonly enterpriseId: string;
  readonly name: string;
  readonly chainId: string | null;
  readonly from: string;
  readonly until: string | null;
}
export interface KnownEntry extends RosterEntry {
  readonly id: string;
}

const overlaps = (a: RosterEntry, b: RosterEntry): boolean =>
  (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);

export type RosterFate =
  | { readonly fate: 'added' }
  | { readonly fate: 'same' }
  | { readonly fate: 'changed' | 'ended'; readonly of: KnownEntry }
  | { readonly fate: 'wrong'; readonly refusal: Refusal };

/**
 * What an entry means for a roster: new, as it stands, another name or end of one that stands, or not possible. Figures that
 * were reported count for their chain: an enterprise that changes it ends in the one month and is added in the next.
 */
export function fateOfEntry(entry: RosterEntry, known: readonly KnownEntry[]): RosterFate {
  if (entry.until !== null && entry.until < entry.from)
    return wrong({ code: 'roster-months', field: 'until', given: entry.until, limit: entry.from });
  const same = known.filter((each) => each.unitId === entry.unitId && each.enterpriseId === entry.enterpriseId);
  const of = same.find((each) => each.from === entry.from);
  const clash = same.find((each) => each !== of && overlaps(each, entry));
  if (clash !== undefined)
    return wrong({ code: 'roster-overlaps', field: 'from', given: entry.name, limit: spanOf(clash) });
  if (of === undefined) return { fate: 'added' };
  if (of.chainId !== entry.chainId)
    return wrong({ code: 'roster-chain', field: 'chainId', given: entry.name, limit: of.from });
  if (of.until !== entry.until) return { fate: entry.until === null ? 'changed' : 'ended', of };
  return of.name === entry.name ? { fate: 'same' } : { fate: 'changed', of };
}

const wrong = (refusal: Refusal): RosterFate => ({ fate: 'wrong', refusal });
const spanOf = ({ from, until }: RosterEntry): string => (until === null ? `${from} 起` : `${from} 至 ${until}`);
