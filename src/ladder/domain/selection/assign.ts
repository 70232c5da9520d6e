/** Who must not look at what: the expert's own unit, a supplier, whoever said so himself. */
export interface Expert {
  readonly id: string;
  readonly conflicts: readonly string[];
}

export type Assignment =
  | { readonly ok: true; readonly of: ReadonlyMap<string, readonly string[]> }
  /** Too few experts without a conflict. */
  | { readonly ok: false; readonly entryId: string; readonly given: number; readonly limit: number };

/**
 * Gives each entry `panel` experts without a conflict, as evenly as the conflicts allow: who has the fewest comes first, and
 * among those the one that the draw puts first. `draw` is kept with the round, so that the assignment can be made again.
 * The entries with the fewest possible experts choose first. Refuses when an entry has too few.
 */
export function assignExperts(
  entries: readonly string[],
  experts: readonly Expert[],
  panel: number,
  draw: number,
): Assignment {
  const possible = entries.map((entryId) => ({
    entryId,
    experts: experts.filter(({ conflicts }) => !conflicts.includes(entryId)),
  }));
  const short = possible.find((each) => each.experts.length < panel);
  if (short !== undefined) return { ok: false, entryId: short.entryId, given: short.experts.length, limit: panel };
  const load = new Map(experts.map(({ id }) => [id, 0]));
  const of = new Map<string, readonly string[]>();
  const order = possible.toSorted(
    (a, b) =>
      a.experts.length - b.experts.length ||
      drawn(a.entryId, draw) - drawn(b.entryId, draw) ||
      later(a.entryId, b.entryId),
  );
  for (const { entryId, experts: free } of order) {
    const chosen = free
      .toSorted(
        (a, b) =>
          (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0) ||
          drawn(a.id + entryId, draw) - drawn(b.id + entryId, draw) ||
          later(a.id, b.id),
      )
      .slice(0, panel)
      .map(({ id }) => id);
    for (const id of chosen) load.set(id, (load.get(id) ?? 0) + 1);
    of.set(entryId, chosen);
  }
  return { ok: true, of };
}

const later = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** FNV-1a over the draw and the words: the same for the same draw, everywhere. */
function drawn(words: string, draw: number): number {
  let hash = (2166136261 ^ draw) >>> 0;
  for (const character of words) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash;
}
