import type { Piece } from '../document/index.ts';
import type { BulletinFacts } from '../facts/index.ts';
import { type Figure, type FigureSource, figureText, type Pointer, resolve, type Where } from '../figure/index.ts';

/** Units of figures that belong to no indicator. */
type FigureUnit = '项' | '个' | '天' | '位' | '%' | '个百分点' | (string & {});

/** How a figure is written: what it is the number of, its unit, and decimals (0 when left out). */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly unit: FigureUnit;
  readonly decimals?: number;
}

/**
 * What a composer writes with: every number goes through `figure`, which reads it from the facts and remembers where it
 * stands there. What the facts do not hold gives null, and a sentence with a null in it is not said (`say`).
 */
export class Writer {
  readonly facts: BulletinFacts;
  readonly #figures = new Map<string, Figure>();

  constructor(facts: BulletinFacts) {
    this.facts = facts;
  }

  /** The figure as a piece of text; null when the facts hold no such number. */
  figure({ id, name, unit, decimals = 0 }: Named, from: FigureSource): FigurePiece | null {
    const value = resolve(this.facts, from);
    if (value === null) return null;
    const figure: Figure = { id, name, value, decimals, unit, from };
    const same = this.#figures.get(id);
    if (same !== undefined && JSON.stringify(same.from) !== JSON.stringify(from))
      throw new Error(`two figures are called ${id}`);
    this.#figures.set(id, figure);
    return { figure: id, text: figureText(figure), value };
  }

  value(named: Named, at: Pointer): FigurePiece | null {
    return this.figure(named, { how: 'value', at });
  }

  count(named: Named, of: Pointer, where: Where): FigurePiece | null {
    return this.figure(named, { how: 'count', of, where });
  }

  get figures(): readonly Figure[] {
    return [...this.#figures.values()];
  }
}

/** A figure in a text, with its value for whoever decides what to say about it. */
export interface FigurePiece {
  readonly figure: string;
  readonly text: string;
  readonly value: number;
}

/** Something of the facts as it stands there. */
export const taken = (text: string, light?: 'red' | 'yellow' | 'blue' | 'green'): Piece =>
  light === undefined ? { taken: text } : { taken: text, light };

type Said = Piece | FigurePiece | readonly Piece[] | null;

/** A sentence of words and pieces; null, and not said, when one of them is. */
export function say(words: TemplateStringsArray, ...said: readonly Said[]): readonly Piece[] | null {
  const pieces: Piece[] = [];
  for (const [at, word] of words.entries()) {
    if (word !== '') pieces.push(word);
    if (at >= said.length) continue;
    const each = said[at] ?? null;
    if (each === null) return null;
    if (isList(each)) pieces.push(...each);
    else if (each !== '') pieces.push(plain(each));
  }
  return pieces;
}

const isList = (said: Said): said is readonly Piece[] => Array.isArray(said);
const plain = (piece: Piece | FigurePiece): Piece =>
  typeof piece === 'object' && 'figure' in piece ? { figure: piece.figure, text: piece.text } : piece;

/** Sentences one after another, without those that are not said; null when none is. */
export function sentences(...all: readonly (readonly Piece[] | null)[]): readonly Piece[] | null {
  const said = all.flatMap((each) => each ?? []);
  return said.length === 0 ? null : said;
}

/** Some pieces with marks between them: 甲局、乙局. */
export const joined = (all: readonly (readonly Piece[])[], mark = '、'): readonly Piece[] =>
  all.flatMap((each, at) => (at === 0 ? each : [mark, ...each]));

/** A cell with a figure; blank where there is none. */
export const cell = (piece: FigurePiece | null): readonly Piece[] | null => (piece === null ? null : [plain(piece)]);
