import { factSourcesOf, titleKindNamed, titleKindsOf } from '../../enterprise/index.ts';
import { nearest, type PackLibrary, RefusalError } from '../../kernel/index.ts';
import { factTableOf } from '../../policy/index.ts';
import { type CompiledEdition, compileEdition, editionOn, type Hints } from '../domain/index.ts';
import { editionsOf } from '../pack.ts';

/** The edition of a title that is in force on a day, ready to judge by. Refuses a title that is not known, and a day without one. */
export function compiledEdition(library: PackLibrary, title: string, on: string): CompiledEdition {
  const kinds = titleKindsOf(library);
  const kind = titleKindNamed(kinds, title);
  if (kind === undefined) {
    const names = kinds.flatMap(({ id, name }) => [id, name]);
    throw new RefusalError({ code: 'ladder-title-unknown', given: title, limit: nearest(title, names) ?? '' });
  }
  const found = compiledIfAny(library, kind.id, on);
  if (found === null) throw new RefusalError({ code: 'ladder-edition-missing', given: kind.name, limit: on });
  return found;
}

/** The same for a kind that is known; null on a day without an edition. */
export function compiledIfAny(library: PackLibrary, kind: string, on: string): CompiledEdition | null {
  const source = editionOn(editionsOf(library), kind, on);
  if (source === undefined) return null;
  const { edition, faults } = compileEdition(source, factTableOf(library), { hash: source.hash, on });
  if (edition !== null) return edition;
  throw new RefusalError(
    ...faults.map(({ code, given, limit }) => ({ code, field: source.id, given, limit: limit ?? on })),
  );
}

/** Which facts are clocks and which say the same of the year before, by where the register has them from. */
export function hintsOf(library: PackLibrary): Hints {
  const sources = factSourcesOf(library);
  const clocks = sources.flatMap((source) => ('grows' in source || 'since' in source ? [source.fact] : []));
  const single = sources.flatMap((source) => ('figure' in source && source.years === 1 ? [source] : []));
  const before = single.flatMap(({ fact, figure, back }): [string, string][] => {
    const earlier = single.find((each) => each.figure === figure && each.back === back + 1);
    return earlier === undefined ? [] : [[fact, earlier.fact]];
  });
  return { clocks: new Set(clocks), before: new Map(before) };
}
