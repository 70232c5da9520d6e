import type { MenuPart } from '../../../../platform/web/shell/menu.ts';

export interface Hit {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly link: string;
}
export interface HitGroup {
  readonly name: string;
  readonly hits: readonly Hit[];
}

/** The pages of the menu whose name has the words; without words all of them. */
export function pagesFor(menu: readonly MenuPart[], typed: string): readonly HitGroup[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const hits = menu.flatMap(({ group, entries }) =>
    entries
      .filter(({ title, words: more = '' }) => {
        const text = `${group} ${title} ${more}`.toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .map(({ title, to }) => ({ id: to, title, detail: group, link: to })),
  );
  return hits.length === 0 ? [] : [{ name: '网页', hits }];
}

/** The place that a key leads to, round at the ends; null when the key does not move. */
export function stepTo(key: string, from: number, count: number): number | null {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  return step === undefined || count === 0 ? null : (from + step + count) % count;
}
