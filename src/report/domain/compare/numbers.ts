import type { Piece } from '../document/index.ts';
import { plainOf } from '../document/index.ts';
import { type Figure, figureText } from '../figure/index.ts';

/** A number in an edited text that is not, or no longer, bound to its source. */
export type NumberFault =
  /** A frozen figure was taken out and another number stands in its place. */
  | { readonly kind: 'differs'; readonly figure: string; readonly frozen: string; readonly typed: string }
  /** The right number, but typed: it has lost its way to the source. */
  | { readonly kind: 'unbound'; readonly figure: string; readonly typed: string }
  /** A number that was typed and stood nowhere before. */
  | { readonly kind: 'typed'; readonly typed: string }
  /** A figure that was taken out. */
  | { readonly kind: 'gone'; readonly figure: string; readonly frozen: string };

/** Full-width digits are digits too; a comma between thousands says nothing. */
const numbersIn = (text: string): string[] =>
  (text.normalize('NFKC').match(/\d+(?:[.,]\d+)*%?/gu) ?? []).map((each) => each.replaceAll(',', ''));
const typedIn = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => (typeof piece === 'string' ? numbersIn(piece) : []));
const figuresIn = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => (typeof piece === 'object' && 'figure' in piece ? [piece.figure] : []));

/** Takes from a list those that another has, each as often as it stands there. */
function without(all: readonly string[], some: readonly string[]): string[] {
  const left = [...some];
  return all.filter((each) => {
    const at = left.indexOf(each);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

/**
 * What became of the numbers of a paragraph. A typed number is set against the figure that was taken out where the two are
 * alike, and else in the order in which they stand.
 */
export function numberFaults(
  before: readonly Piece[],
  after: readonly Piece[],
  figures: ReadonlyMap<string, Figure>,
): NumberFault[] {
  const textOf = (id: string): string => {
    const figure = figures.get(id);
    return figure === undefined ? '' : figureText(figure);
  };
  const frozenBefore = figuresIn(before).map(textOf);
  const gone = without(figuresIn(before), figuresIn(after));
  const known = without(numbersIn(plainOf(before)), frozenBefore);
  const typed = without(typedIn(after), known);
  const faults: NumberFault[] = [];
  const open = typed.filter((text) => {
    const at = gone.findIndex((id) => same(textOf(id), text));
    if (at < 0) return true;
    const [figure = ''] = gone.splice(at, 1);
    faults.push({ kind: 'unbound', figure, typed: text });
    return false;
  });
  for (const text of open) {
    const figure = gone.shift();
    faults.push(
      figure === undefined
        ? { kind: 'typed', typed: text }
        : { kind: 'differs', figure, frozen: textOf(figure), typed: text },
    );
  }
  return [...faults, ...gone.map((figure): NumberFault => ({ kind: 'gone', figure, frozen: textOf(figure) }))];
}

/** 12 and 12.0 are the same number; 12 and 12% are not. */
const same = (a: string, b: string): boolean => a.endsWith('%') === b.endsWith('%') && parts(a) === parts(b);
const parts = (text: string): string => {
  const [whole = '', part = ''] = text.replace('%', '').split('.');
  return `${whole.replace(/^0+(?=\d)/u, '')}.${part.replace(/0+$/u, '')}`;
};
