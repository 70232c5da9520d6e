import { doubles } from '../../../platform/pack-loader/fields.ts';
import { definitionsOfLibrary } from '../../indicator/index.ts';
import { nearest, type PackFault, type PackKind, type PackLibrary } from '../../kernel/index.ts';
import { factsPack } from '../../policy/index.ts';
import { type TitleEntry, type TitleLadder, type TitlesContent, titlesSchema } from './titles-schema.ts';

export type { TitleEntry, TitleLadder, TitlesContent } from './titles-schema.ts';

/** Kinds of titles; see docs/packs.md. */
export const titlesPack: PackKind<TitlesContent> = {
  name: 'titles',
  schema: titlesSchema,
  check: (pack, library) => checkTitles(pack.content, pack.file, library),
};

/** An id, a name and a step stand for one title in all files; its ladder and its facts are there. */
function checkTitles({ ladders, titles }: TitlesContent, file: string, library: PackLibrary): PackFault[] {
  const packs = library.of(titlesPack);
  const before = packs.slice(
    0,
    packs.findIndex((each) => each.file === file),
  );
  const earlier = before.flatMap(({ content }) => content.titles);
  const named = ({ id, name, also }: TitleEntry): string[] => [id, ...new Set([name, ...also])];
  const known = new Set([...before.flatMap(({ content }) => content.ladders), ...ladders].map(({ id }) => id));
  const facts = library.of(factsPack).flatMap(({ content }) => content.facts.map(({ id }) => id));
  const measured = definitionsOfLibrary(library).map(({ id }) => id);
  const taken = earlier.flatMap((title) => named(title).map((value) => ({ path: ['titles'], value })));
  const fact = (path: PackFault['path'], given: string | null): PackFault[] =>
    given === null || facts.includes(given)
      ? []
      : [{ code: 'enterprise-pack-fact', path, given, limit: nearest(given, facts) ?? '' }];
  return [
    ...doubles([
      ...before.flatMap(({ content }) => content.ladders.map(({ id }) => ({ path: ['ladders'], value: id }))),
      ...ladders.map(({ id }, i) => ({ path: ['ladders', i, 'id'], value: id })),
    ]),
    ...doubles([
      ...taken,
      ...titles.flatMap((title, i) => named(title).map((value) => ({ path: ['titles', i], value }))),
    ]),
    ...doubles(
      [...earlier, ...titles].map(({ ladder, step }, i) => ({
        path: ['titles', Math.max(0, i - earlier.length), 'step'],
        value: `${ladder}/${step}`,
      })),
    ),
    ...titles.flatMap(({ indicators }, i) =>
      indicators.flatMap(({ id }, at): PackFault[] =>
        measured.includes(id)
          ? []
          : [
              {
                ...{ code: 'enterprise-pack-indicator', path: ['titles', i, 'indicators', at, 'id'] },
                ...{ given: id, limit: nearest(id, measured) ?? '' },
              },
            ],
      ),
    ),
    ...titles.flatMap(({ ladder, yearFact, flagFact }, i) => [
      ...(known.has(ladder)
        ? []
        : [
            {
              code: 'enterprise-pack-ladder',
              path: ['titles', i, 'ladder'],
              given: ladder,
              limit: nearest(ladder, [...known]) ?? '',
            },
          ]),
      ...fact(['titles', i, 'yearFact'], yearFact),
      ...fact(['titles', i, 'flagFact'], flagFact),
    ]),
  ];
}

/** All kinds of titles of a library, by ladder and step. */
export const titleKindsOf = (library: PackLibrary): TitleEntry[] => {
  const order = laddersOf(library).map(({ id }) => id);
  return library
    .of(titlesPack)
    .flatMap(({ content }) => content.titles)
    .toSorted((a, b) => order.indexOf(a.ladder) - order.indexOf(b.ladder) || a.step - b.step);
};

export const laddersOf = (library: PackLibrary): TitleLadder[] =>
  library.of(titlesPack).flatMap(({ content }) => content.ladders);

/** A title by its id, its name or what else it is called; blanks and quotation marks do not matter. */
export function titleKindNamed(kinds: readonly TitleEntry[], given: string): TitleEntry | undefined {
  const plain = (text: string): string => text.replace(/[\s“”"'「」]/gu, '');
  const wanted = plain(given);
  return kinds.find(({ id, name, also }) => [id, name, ...also].some((each) => plain(each) === wanted));
}
