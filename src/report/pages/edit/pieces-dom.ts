import type { Piece } from '../../domain/index.ts';

/** Lets the caret stand beside a figure at the edge of a line; never part of the text. */
const edge = '\u200b';

/** Draws the pieces of a paragraph into an editable element: a figure is one block that cannot be typed into. */
export function drawPieces(element: HTMLElement, pieces: readonly Piece[]): void {
  element.replaceChildren(...pieces.flatMap(nodesOf));
}

function nodesOf(piece: Piece): Node[] {
  if (typeof piece === 'string') return [document.createTextNode(piece)];
  if ('figure' in piece) return [figureNode(piece), document.createTextNode(edge)];
  const span = document.createElement('span');
  span.textContent = piece.taken;
  span.dataset.taken = piece.taken;
  if (piece.light !== undefined) {
    span.dataset.light = piece.light;
    span.className = `paper-light paper-light-${piece.light}`;
  }
  return [span];
}

export function figureNode({ figure, text }: { readonly figure: string; readonly text: string }): HTMLElement {
  const chip = document.createElement('span');
  chip.className = 'edit-figure';
  chip.contentEditable = 'false';
  chip.dataset.figure = figure;
  chip.textContent = text;
  return chip;
}

const lights: readonly string[] = ['red', 'yellow', 'blue', 'green'];

/** The pieces that an element holds now. What was taken over and then changed is words like any other. */
export function readPieces(element: Node): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = pieces.at(-1);
    if (typeof piece !== 'string') pieces.push(piece);
    else if (typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else if (piece !== '') pieces.push(piece);
  };
  const words = (text: string | null): string => (text ?? '').replaceAll(edge, '').replace(/[\r\n]+/gu, '');
  for (const node of element.childNodes) {
    if (!(node instanceof HTMLElement)) add(words(node.textContent));
    else if (node.dataset.figure !== undefined) add({ figure: node.dataset.figure, text: words(node.textContent) });
    else if (node.dataset.taken !== undefined && words(node.textContent) === node.dataset.taken) {
      const light = lights.find((each) => each === node.dataset.light) as 'red' | undefined;
      add({ taken: node.dataset.taken, ...(light !== undefined && { light }) });
    } else for (const piece of readPieces(node)) add(piece);
  }
  return pieces;
}
