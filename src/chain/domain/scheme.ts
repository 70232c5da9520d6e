import type { Day } from '../../kernel/index.ts';
import type { Scheme } from './model.ts';

/**
 * The scheme that holds for a chain on a day: the newest of the nearest region above it. `above` are its region and those
 * above it, the nearest first. Undefined when none holds yet.
 */
export function schemeOn(schemes: readonly Scheme[], above: readonly string[], day: Day): Scheme | undefined {
  for (const region of [...above, null]) {
    const held = schemes.filter((each) => each.region === region && each.from <= day);
    const [newest] = held.sort((a, b) => (a.from > b.from ? -1 : 1));
    if (newest !== undefined) return newest;
  }
  return undefined;
}
