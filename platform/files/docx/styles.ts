import type { Package } from '../package/open-package.ts';
import { readXml } from '../package/read-xml.ts';

/** The list membership that a paragraph or a style states; `listId` 0 means “in no list”. */
export interface Membership {
  listId: string | null;
  level: number | null;
}

interface Style extends Membership {
  basedOn: string | null;
}

export interface Styles {
  readonly byId: ReadonlyMap<string, Readonly<Style>>;
  /** The style of paragraphs that name none. */
  readonly standard: string | null;
}

/** Reads which styles make a paragraph an item of a list. */
export async function readStyles(container: Package, part: string): Promise<Styles> {
  const byId = new Map<string, Style>();
  let standard: string | null = null;
  let style: Style | null = null;
  await readXml(container, part, {
    open(tag) {
      if (tag.local === 'style' && tag.attribute('type') === 'paragraph') {
        style = { basedOn: null, listId: null, level: null };
        const id = tag.attribute('styleId') ?? '';
        byId.set(id, style);
        if (tag.attribute('default') === '1' || tag.attribute('default') === 'true') standard = id;
      } else if (style !== null && tag.local === 'basedOn') style.basedOn = tag.attribute('val');
      else if (style !== null && tag.local === 'numId') style.listId = tag.attribute('val');
      else if (style !== null && tag.local === 'ilvl') style.level = Number(tag.attribute('val')) || 0;
    },
    close(local) {
      if (local === 'style') style = null;
    },
  });
  return { byId, standard };
}

/** Word itself follows a style to what it is based on no further than some ten steps. */
const LONGEST_CHAIN = 50;

/**
 * The list and level of a paragraph: what it says itself, else its style, else the styles that one is based on. Gives
 * the style that named the list too, since the list may tie a level to it.
 */
export function membershipOf(
  styles: Styles,
  own: Membership,
  styleId: string | null,
): { listId: string; level: number | null; namedBy: string | null } | null {
  let level = own.level;
  if (own.listId !== null) return own.listId === '0' ? null : { listId: own.listId, level: level ?? 0, namedBy: null };
  let id = styleId ?? styles.standard;
  for (let step = 0; id !== null && step < LONGEST_CHAIN; step += 1) {
    const style = styles.byId.get(id);
    if (style === undefined) return null;
    level ??= style.level;
    if (style.listId !== null) return style.listId === '0' ? null : { listId: style.listId, level, namedBy: id };
    id = style.basedOn;
  }
  return null;
}
