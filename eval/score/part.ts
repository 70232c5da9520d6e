/** One figure of the report: how many were right, of how many given and how many wanted. */
export interface Part {
  readonly name: string;
  readonly right: number;
  readonly given: number;
  readonly wanted: number;
  /** What went wrong, one line each. */
  readonly faults: readonly string[];
}

/** Share of what was given that is right; 1 when nothing was given and nothing wanted. */
export const precision = ({ right, given, wanted }: Part): number => (given > 0 ? right / given : wanted > 0 ? 0 : 1);

/** Share of what was wanted that was found; 1 when nothing was wanted. */
export const recall = ({ right, wanted }: Part): number => (wanted > 0 ? right / wanted : 1);

/** Harmonic mean of precision and recall, 0 to 1. */
export function f1(part: Part): number {
  const sum = precision(part) + recall(part);
  return sum === 0 ? 0 : (2 * precision(part) * recall(part)) / sum;
}

/** Adds up parts of the same name, in the order of their first appearance. */
export function addUp(parts: readonly Part[]): Part[] {
  const sums = new Map<string, Part>();
  for (const part of parts) {
    const sum = sums.get(part.name);
    sums.set(
      part.name,
      sum === undefined
        ? part
        : {
            name: part.name,
            right: sum.right + part.right,
            given: sum.given + part.given,
            wanted: sum.wanted + part.wanted,
            faults: [...sum.faults, ...part.faults],
          },
    );
  }
  return [...sums.values()];
}

/** A property of the pairs that were found: how many have it right, with a line for each that has not. */
export function agreement<P>(
  name: string,
  pairs: readonly P[],
  right: (pair: P) => boolean,
  tell: (pair: P) => string,
): Part {
  const wrong = pairs.filter((pair) => !right(pair));
  return {
    name,
    right: pairs.length - wrong.length,
    given: pairs.length,
    wanted: pairs.length,
    faults: wrong.map((pair) => `${name}：${tell(pair)}`),
  };
}
