import type { Level, List } from './numbering.ts';
import { numeral } from './numerals.ts';

/** Counts the list items of a document in order and prints their labels. */
export class ListCounter {
  readonly #lists: ReadonlyMap<string, List>;
  /** Of each family, the number each level has reached; null where it has not begun. */
  readonly #reached = new Map<string, (number | null)[]>();
  readonly #begun = new Set<string>();

  constructor(lists: ReadonlyMap<string, List>) {
    this.#lists = lists;
  }

  /** The level (0-based) that a list ties to a paragraph style; 0 when it ties none. */
  levelOfStyle(listId: string, style: string): number {
    for (const [index, level] of this.#lists.get(listId)?.levels ?? []) {
      if (level.paragraphStyle === style) return index;
    }
    return 0;
  }

  /**
   * Advances the list by one item and gives the label as printed, with a blank after it where the label does not end in
   * a Chinese stop or bracket by itself. Bullets, and lists that do not exist, print nothing.
   */
  next(listId: string, index: number): string {
    const list = this.#lists.get(listId);
    const level = list?.levels.get(index);
    if (list === undefined || level === undefined) return '';
    this.#advance(listId, list, index, level);
    if (level.format === 'bullet') return '';
    const label = level.text.replace(/%([1-9])/g, (_, place: string) => this.#printed(list, level, Number(place) - 1));
    if (label.trim() === '') return '';
    return level.suffix === 'nothing' || /[、，。．：）〕】》]$/.test(label) ? label : `${label} `;
  }

  #advance(listId: string, list: List, index: number, level: Level): void {
    const reached = this.#reached.get(list.family) ?? [];
    this.#reached.set(list.family, reached);
    // A level that a list starts anew does so once, when the list first comes to it.
    const anew = list.startsAnew.get(index);
    const key = `${listId}/${index}`;
    if (anew !== undefined && !this.#begun.has(key)) reached[index] = null;
    this.#begun.add(key);
    for (let above = 0; above < index; above += 1) reached[above] ??= list.levels.get(above)?.start ?? 1;
    reached[index] = (reached[index] ?? (anew ?? level.start) - 1) + 1;
    for (let below = index + 1; below < reached.length; below += 1) {
      const after = list.levels.get(below)?.restartAfter ?? null;
      if (after === null || (after > 0 && index < after)) reached[below] = null;
    }
  }

  #printed(list: List, current: Level, index: number): string {
    const level = list.levels.get(index);
    const value = this.#reached.get(list.family)?.[index] ?? level?.start ?? 1;
    return numeral(current.arabic && level !== current ? 'decimal' : (level?.format ?? 'decimal'), value);
  }
}
