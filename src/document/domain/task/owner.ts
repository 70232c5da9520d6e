import type { Section } from '../outline/outline.ts';
import type { Reading } from '../reading.ts';
import type { Declaration } from './declaration.ts';

/** A numbered item or an unnumbered paragraph with the declarations of units that belong to it. */
export interface Owner {
  readonly section: Section;
  /** 1, 2… for unnumbered paragraphs under their heading, null for the numbered item itself. */
  readonly unnumbered: number | null;
  /** First and last paragraph of the item. */
  readonly from: number;
  to: number;
  readonly declarations: Declaration[];
}

/**
 * Gives each declaration its owner: the numbered item it stands in; the paragraph before it when it is a line of its own;
 * under a bare heading with several such paragraphs, the unnumbered paragraph.
 */
export function ownersOf(r: Reading, declared: readonly (readonly Declaration[])[]): Owner[] {
  const owners = new Map<string, Owner>();
  const ownerOfParagraph: (Owner | null)[] = new Array(r.paragraphs.length).fill(null);
  const counters = new Map<Section, number>();
  r.paragraphs.forEach((p, i) => {
    const here = declared[i]!;
    if (here.length === 0) return;
    const alone = here[0]!.start <= p.start + 1 && here.at(-1)!.end >= p.end - 1;
    const previous = alone ? previousOwner(ownerOfParagraph, r, i) : null;
    if (previous) {
      previous.declarations.push(...here);
      previous.to = i;
      ownerOfParagraph[i] = previous;
      return;
    }
    const content = alone && i > 0 && r.sectionOf[i] === r.sectionOf[i - 1] ? i - 1 : i;
    const section = numberedSection(r, declared, content);
    const many = manyUnnumbered(r, declared, section, content);
    const key = many ? `p${content}` : `s${section.start}:${section.kind}`;
    let owner = owners.get(key);
    if (!owner) {
      const unnumbered = many ? (counters.get(section) ?? 0) + 1 : null;
      if (unnumbered) counters.set(section, unnumbered);
      owner = { section, unnumbered, from: many || section.head < 0 ? content : section.head, to: i, declarations: [] };
      owners.set(key, owner);
    }
    owner.declarations.push(...here);
    // Units in the heading itself speak for the paragraphs below it.
    const below = !many && i === section.head && !section.runIn ? (section.body.at(-1) ?? i) : i;
    owner.to = Math.max(owner.to, below);
    for (let k = owner.from; k <= owner.to; k++) ownerOfParagraph[k] = owner;
  });
  return [...owners.values()].sort((a, b) => a.from - b.from);
}

/** A line of units continues the item of the line before only when that is a line of units too (牵头单位 / 配合单位). */
function previousOwner(owned: readonly (Owner | null)[], r: Reading, i: number): Owner | null {
  const before = owned[i - 1] ?? null;
  return before &&
    r.sectionOf[i] === r.sectionOf[i - 1] &&
    before.declarations.at(-1)!.end >= r.paragraphs[i - 1]!.end - 1
    ? before
    : null;
}

/** （1）…（2）…（责任单位：…） at the end of the last sub-item speaks for the whole item. */
function numberedSection(r: Reading, declared: readonly (readonly Declaration[])[], i: number): Section {
  const section = r.sectionOf[i]!;
  const parent = section.parent;
  if (!parent || (section.kind !== 'digitParen' && section.kind !== 'circle')) return section;
  const siblings = parent.children;
  const withUnits = siblings.filter((s) => s.head >= 0 && [s.head, ...s.body].some((k) => declared[k]!.length > 0));
  return siblings.at(-1) === section && withUnits.length === 1 && siblings.length > 1 ? parent : section;
}

/** Several paragraphs with units under a heading that has no body of its own. */
function manyUnnumbered(
  r: Reading,
  declared: readonly (readonly Declaration[])[],
  section: Section,
  i: number,
): boolean {
  if (i === section.head) return false;
  if (section.kind === 'root') return true;
  if (section.runIn) return false;
  const owning = section.body.filter((k) => {
    const d = declared[k]!;
    if (d.length === 0) return false;
    const p = r.paragraphs[k]!;
    const alone = d[0]!.start <= p.start + 1 && d.at(-1)!.end >= p.end - 1;
    // Lines of units count once for the paragraph they follow.
    return !alone || !declared[k - 1]?.length;
  });
  // Under a bare heading of the first rank the paragraph is the item, also when it stands alone.
  const first = section.kind === 'han' || section.kind === 'chapter' || section.kind === 'section';
  return owning.length >= 2 || (owning.length === 1 && first && owning[0] === i);
}
