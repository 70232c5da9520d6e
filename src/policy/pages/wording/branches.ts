/** A line of a rule with what it is made of. */
export interface Branch<L> {
  readonly line: L;
  readonly parts: readonly Branch<L>[];
}

/** Lines with depths, parents first, as a tree. */
export function branchesOf<L extends { readonly depth: number }>(lines: readonly L[]): readonly Branch<L>[] {
  const [first] = lines;
  if (first === undefined) return [];
  const branches: Branch<L>[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    const after = lines.findIndex((each, index) => index > at && each.depth <= line.depth);
    const end = after < 0 ? lines.length : after;
    branches.push({ line, parts: branchesOf(lines.slice(at + 1, end)) });
    at = end;
  }
  return branches;
}
