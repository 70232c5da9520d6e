import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Composed } from '../compose/compose.ts';
import { type Block, type Piece, plainOf } from '../document/index.ts';
import { figureText } from '../figure/index.ts';
import { type EditedBlock, type EditedContent, mostBlocks, mostWords } from './content.ts';

/**
 * The document that an edited content makes of a composed one. Figures are written as they were frozen, whatever text comes
 * with them; tables and charts stand as they were composed, each once. Refuses a figure that was never frozen, a table that is
 * gone or doubled, and texts that are empty or too long.
 */
export function applyEdit(composed: Composed, edited: EditedContent): Result<readonly Block[]> {
  const figures = new Map(composed.figures.map((figure) => [figure.id, figureText(figure)]));
  const kept = new Map(composed.blocks.filter(isKept).map((block) => [block.id, block]));
  const refusals: Refusal[] = [];
  const used = new Set<string>();
  const blocks: Block[] = [];
  if (edited.title.trim() === '') refusals.push({ code: 'bulletin-title-empty', field: 'title' });
  if (edited.blocks.length > mostBlocks)
    refusals.push({ code: 'bulletin-blocks-many', given: edited.blocks.length, limit: mostBlocks });
  for (const [at, block] of edited.blocks.entries()) {
    if (used.has(block.id)) refusals.push({ code: 'bulletin-block-twice', field: `blocks.${at}`, given: block.id });
    used.add(block.id);
    if (block.kind === 'kept') {
      const stands = kept.get(block.id);
      if (stands === undefined)
        refusals.push({ code: 'bulletin-block-unknown', field: `blocks.${at}`, given: block.id });
      else blocks.push(stands);
    } else if (kept.has(block.id)) {
      refusals.push({ code: 'bulletin-block-unknown', field: `blocks.${at}`, given: block.id });
    } else {
      refusals.push(...faultsOf(block, at));
      blocks.push(block.kind === 'heading' ? block : { ...block, text: written(block.text, figures, at, refusals) });
    }
  }
  for (const [id, block] of kept)
    if (!used.has(id)) refusals.push({ code: 'bulletin-table-missing', given: captionOf(block) });
  return refusals.length > 0 ? refuse(...refusals) : ok(blocks);
}

const isKept = (block: Block): boolean => block.kind === 'table' || block.kind === 'chart';
const captionOf = (block: Block): string => ('caption' in block ? block.caption : block.id);

function faultsOf(block: Exclude<EditedBlock, { readonly kind: 'kept' }>, at: number): Refusal[] {
  const text = block.kind === 'heading' ? block.text : plainOf(block.text);
  const field = `blocks.${at}`;
  if (text.trim() === '') return [{ code: 'bulletin-text-empty', field, given: at + 1 }];
  return text.length > mostWords ? [{ code: 'bulletin-text-long', field, given: text.length, limit: mostWords }] : [];
}

/** Neighbouring words become one piece, and every figure reads as it was frozen. */
function written(
  pieces: readonly Piece[],
  figures: ReadonlyMap<string, string>,
  at: number,
  refusals: Refusal[],
): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (typeof piece === 'string') {
      if (piece === '') continue;
      if (typeof last === 'string') joined.splice(-1, 1, last + piece);
      else joined.push(piece);
    } else if ('figure' in piece) {
      const text = figures.get(piece.figure);
      if (text === undefined)
        refusals.push({ code: 'bulletin-figure-unknown', field: `blocks.${at}`, given: piece.figure });
      else joined.push({ figure: piece.figure, text });
    } else joined.push(piece);
  }
  return joined;
}

/** A composed document as it stands before anybody has touched it. */
export const contentOf = ({ title, addressee, blocks }: Composed): EditedContent => ({
  ...{ title, addressee },
  blocks: blocks.map((block) =>
    block.kind === 'heading' || block.kind === 'paragraph' ? block : { id: block.id, kind: 'kept' },
  ),
});
