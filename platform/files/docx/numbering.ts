import type { Package } from '../package/open-package.ts';
import { readXml, type XmlTag } from '../package/read-xml.ts';

/** One level of a list: where it starts, how it counts, what it prints around the number. */
export interface Level {
  readonly start: number;
  readonly format: string;
  /** Such as `（%1）` or `%1.%2`. */
  readonly text: string;
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** The level (1-based) after which this one starts again; 0 never; null after any level above. */
  readonly restartAfter: number | null;
  /** Prints the numbers of the levels above in Arabic figures (`w:isLgl`). */
  readonly arabic: boolean;
  readonly paragraphStyle: string | null;
}

interface AbstractList {
  readonly levels: Map<number, Level>;
  /** Stands for the list that a numbering style names. */
  readonly styleLink: string | null;
  readonly definesStyle: string | null;
}

export interface List {
  /** Lists of the same family go on counting where the other stopped. */
  readonly family: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that this list starts anew, with the number to start at. */
  readonly startsAnew: ReadonlyMap<number, number>;
}

type Draft = { -readonly [K in keyof Level]: Level[K] };
interface ListDraft {
  family: string;
  startsAnew: Map<number, number>;
  ownLevels: Map<number, Level>;
}

const emptyLevel = (): Draft => ({
  start: 1,
  format: 'decimal',
  text: '',
  suffix: 'tab',
  restartAfter: null,
  arabic: false,
  paragraphStyle: null,
});

const number = (value: string | null): number => {
  const parsed = Number.parseInt(value ?? '', 10);
  return Number.isSafeInteger(parsed) ? parsed : 0;
};

/** Reads the lists that `numbering.xml` defines, by their number (`w:numId`). */
export async function readNumbering(container: Package, part: string): Promise<Map<string, List>> {
  const reader = new NumberingReader();
  await readXml(container, part, reader);
  return reader.lists();
}

class NumberingReader {
  readonly #families = new Map<string, AbstractList & { styleLink: string | null; definesStyle: string | null }>();
  readonly #drafts = new Map<string, ListDraft>();
  #family: { levels: Map<number, Level>; styleLink: string | null; definesStyle: string | null } | null = null;
  #list: ListDraft | null = null;
  #override = 0;
  #level: Draft | null = null;

  open(tag: XmlTag): void {
    const value = tag.attribute('val');
    if (tag.local === 'abstractNum') {
      this.#family = { levels: new Map(), styleLink: null, definesStyle: null };
      this.#families.set(tag.attribute('abstractNumId') ?? '', this.#family);
    } else if (tag.local === 'num') {
      this.#list = { family: '', startsAnew: new Map(), ownLevels: new Map() };
      this.#drafts.set(tag.attribute('numId') ?? '', this.#list);
    } else if (tag.local === 'lvl') {
      this.#level = emptyLevel();
      const levels = this.#list?.ownLevels ?? this.#family?.levels;
      levels?.set(number(tag.attribute('ilvl')), this.#level);
    } else if (this.#level !== null) this.#levelPart(this.#level, tag, value);
    else if (this.#list !== null) this.#listPart(this.#list, tag, value);
    else if (this.#family !== null && tag.local === 'numStyleLink') this.#family.styleLink = value;
    else if (this.#family !== null && tag.local === 'styleLink') this.#family.definesStyle = value;
  }

  close(local: string): void {
    if (local === 'lvl') this.#level = null;
    if (local === 'num') this.#list = null;
    if (local === 'abstractNum') this.#family = null;
  }

  #levelPart(level: Draft, tag: XmlTag, value: string | null): void {
    if (tag.local === 'start') level.start = number(value);
    else if (tag.local === 'numFmt') level.format = value ?? 'decimal';
    else if (tag.local === 'lvlText') level.text = value ?? '';
    else if (tag.local === 'lvlRestart') level.restartAfter = number(value);
    else if (tag.local === 'isLgl') level.arabic = value !== '0' && value !== 'false';
    else if (tag.local === 'pStyle') level.paragraphStyle = value;
    else if (tag.local === 'suff' && (value === 'space' || value === 'nothing')) level.suffix = value;
  }

  #listPart(list: ListDraft, tag: XmlTag, value: string | null): void {
    if (tag.local === 'abstractNumId') list.family = value ?? '';
    else if (tag.local === 'lvlOverride') this.#override = number(tag.attribute('ilvl'));
    else if (tag.local === 'startOverride') list.startsAnew.set(this.#override, number(value));
  }

  lists(): Map<string, List> {
    const lists = new Map<string, List>();
    for (const [id, draft] of this.#drafts) {
      const family = this.#resolve(draft.family);
      const inherited = this.#families.get(family)?.levels ?? new Map<number, Level>();
      lists.set(id, { family, levels: new Map([...inherited, ...draft.ownLevels]), startsAnew: draft.startsAnew });
    }
    return lists;
  }

  /** A list that points to a numbering style counts with the list that defines that style. */
  #resolve(family: string): string {
    const link = this.#families.get(family)?.styleLink ?? null;
    if (link === null) return family;
    for (const [id, other] of this.#families) if (other.definesStyle === link) return id;
    return family;
  }
}
