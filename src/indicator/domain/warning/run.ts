/** The longest run at the end of a list of which all pass a test; empty when the last one does not. */
export function lastRun<T>(list: readonly T[], test: (each: T) => boolean): readonly T[] {
  const before = list.findLastIndex((each) => !test(each));
  return list.slice(before + 1);
}
