import { doubles } from '../../../platform/pack-loader/fields.ts';
import { isDayText, nearest, type PackFault, type PackKind, type PackLibrary } from '../../kernel/index.ts';
import type { TagRule } from '../domain/tag/rule.ts';
import { figureKindsOf } from './figures.ts';
import { type TagsContent, tagsSchema } from './tags-schema.ts';
import { titleKindsOf } from './titles.ts';

export type { TagsContent } from './tags-schema.ts';

/** Rules by which enterprises bear tags; see docs/packs.md. */
export const tagsPack: PackKind<TagsContent> = {
  name: 'enterprise-tags',
  schema: tagsSchema,
  check: (pack, library) => checkTags(pack.content, pack.file, library),
};

/** An id and a name mean one tag in all files, days are days, and what a rule speaks of is there. */
function checkTags({ tags }: TagsContent, file: string, library: PackLibrary): PackFault[] {
  const packs = library.of(tagsPack);
  const at = packs.findIndex((each) => each.file === file);
  const earlier = packs.slice(0, Math.max(0, at)).flatMap(({ content }) => content.tags);
  const titles = titleKindsOf(library).map(({ id }) => id);
  const figures = figureKindsOf(library).map(({ id }) => id);
  const among = (code: string, known: readonly string[], path: PackFault['path'], given: readonly string[]) =>
    given
      .filter((each) => !known.includes(each))
      .map((each): PackFault => ({ code, path, given: each, limit: nearest(each, [...known]) ?? '' }));
  return [
    ...doubles(
      [...earlier.map((tag) => [tag, 0] as const), ...tags.map((tag, i) => [tag, i] as const)].flatMap(([tag, i]) =>
        [...new Set([tag.id, tag.name])].map((value) => ({ path: ['tags', i], value })),
      ),
    ),
    ...tags.flatMap(({ from, to, when }, i): PackFault[] => [
      ...[from, to].flatMap((each): PackFault[] =>
        each === null || isDayText(each)
          ? []
          : [{ code: 'day-unknown', path: ['tags', i, 'from'], given: each, limit: 'YYYY-MM-DD' }],
      ),
      ...(to !== null && to <= from
        ? [{ code: 'enterprise-pack-tag-days', path: ['tags', i, 'to'], given: to, limit: from }]
        : []),
      ...among(
        'enterprise-pack-title',
        titles,
        ['tags', i, 'when'],
        [...when.titles, ...when.withoutTitles, ...(when.titleEndsWithin?.titles ?? [])],
      ),
      ...among(
        'enterprise-pack-figure',
        figures,
        ['tags', i, 'when', 'figures'],
        when.figures.map(({ figure }) => figure),
      ),
    ]),
  ];
}

/** The rules of a library, with figures as they are stored. */
export function tagRulesOf(library: PackLibrary): TagRule[] {
  const kinds = new Map(figureKindsOf(library).map((kind) => [kind.id, kind]));
  const stored = (figure: string, value: number | null): number | null =>
    value === null ? null : Math.round(value * 10 ** (kinds.get(figure)?.decimals ?? 0));
  return library
    .of(tagsPack)
    .flatMap(({ content }) => content.tags)
    .map(({ id, name, from, to, when }) => ({
      ...{ id, name, from, to },
      when: {
        ...when,
        figures: when.figures.map(({ figure, least, most }) => ({
          ...{ figure, least: stored(figure, least), most: stored(figure, most) },
        })),
      },
    }));
}
