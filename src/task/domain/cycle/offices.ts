/** Which regions have said how they run their cycles, and which keep tasks; with who lies above whom among them. */
export interface OfficesAsked {
  readonly set: readonly string[];
  readonly keeping: readonly string[];
  readonly above: readonly { readonly above: string; readonly below: string }[];
}

/**
 * The regions whose office runs cycles: each that has said how, and of the others each that keeps tasks while no region above
 * it does either. The tasks of a region belong to the cycle of the nearest of them, itself or above.
 */
export function officesRunning({ set, keeping, above }: OfficesAsked): string[] {
  const said = new Set(set);
  const all = new Set([...set, ...keeping]);
  const higher = Map.groupBy(above, ({ below }) => below);
  const alone = keeping.filter((code) => !(higher.get(code) ?? []).some((each) => all.has(each.above)));
  return [...new Set([...said, ...alone])].sort();
}
