/** Pairs of neighbouring signs, without blanks. */
function pairsOf(text: string): ReadonlySet<string> {
  const signs = text.replace(/\s+/gu, '');
  return new Set(Array.from({ length: Math.max(0, signs.length - 1) }, (_, at) => signs.slice(at, at + 2)));
}

/** Some texts in the order of how much of them another one shares; equal ones keep their order. */
export function bestMatches<T>(items: readonly T[], textOf: (item: T) => string, wanted: string): readonly T[] {
  const pairs = pairsOf(wanted);
  const scored = items.map((item) => {
    const own = pairsOf(textOf(item));
    const shared = [...own].filter((pair) => pairs.has(pair)).length;
    return { item, score: shared / Math.max(1, own.size) };
  });
  return scored.toSorted((a, b) => b.score - a.score).map(({ item }) => item);
}
