export interface Numbered<T> {
  readonly at: number;
  readonly value: T;
}

/** For lists whose entries have no name of their own, such as cells of a row: their place is what they are. */
export const numbered = <T>(list: readonly T[]): readonly Numbered<T>[] => list.map((value, at) => ({ at, value }));
