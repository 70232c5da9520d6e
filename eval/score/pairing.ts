export interface Pairing<G, W> {
  /** Found and wanted, best matches first; excused records are not among them. */
  readonly pairs: readonly (readonly [given: G, wanted: W])[];
  readonly missed: readonly W[];
  readonly extra: readonly G[];
  /** How many given records count: those that met an excused record do not. */
  readonly given: number;
  /** How many wanted records count: all that are not excused. */
  readonly wanted: number;
}

/**
 * Pairs what was given with what was wanted, one to one, the best score first; a score of 0 is no match. A wanted
 * record that is excused takes its match away, and then neither counts; at equal scores one that counts goes first.
 */
export function pairUp<G, W extends { readonly optional?: boolean; readonly repeat?: boolean }>(
  given: readonly G[],
  wanted: readonly W[],
  score: (given: G, wanted: W) => number,
): Pairing<G, W> {
  const excused = (record: W): boolean => record.optional === true || record.repeat === true;
  const chances = given.flatMap((g) => wanted.map((w) => ({ g, w, score: score(g, w) }))).filter((c) => c.score > 0);
  chances.sort((a, b) => b.score - a.score || Number(excused(a.w)) - Number(excused(b.w)));
  const partner = new Map<G, W>();
  const taken = new Set<W>();
  for (const { g, w } of chances) {
    if (partner.has(g) || taken.has(w)) continue;
    partner.set(g, w);
    taken.add(w);
  }
  const counting = wanted.filter((w) => !excused(w));
  const pairs = [...partner].filter(([, w]) => !excused(w));
  return {
    pairs,
    missed: counting.filter((w) => !taken.has(w)),
    extra: given.filter((g) => !partner.has(g)),
    given: given.length - (partner.size - pairs.length),
    wanted: counting.length,
  };
}
