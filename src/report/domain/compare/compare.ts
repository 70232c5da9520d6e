import type { Composed } from '../compose/compose.ts';
import { type Block, type Piece, plainOf } from '../document/index.ts';
import type { EditedContent } from '../edit/content.ts';
import { type NumberFault, numberFaults } from './numbers.ts';
import { compareWords, type Stretch } from './words.ts';

/** One saved state of a document, with who made it. */
export interface Edit {
  readonly by: string;
  readonly at: string;
  readonly content: EditedContent;
}

export interface BlockChange {
  readonly id: string;
  readonly change: 'same' | 'changed' | 'new' | 'gone' | 'moved';
  readonly kind: Block['kind'];
  /** Words that stayed, went and came; of a table or chart its caption. */
  readonly words: readonly Stretch[];
  readonly faults: readonly NumberFault[];
  /** Who last changed it; null: nobody has. */
  readonly by: string | null;
  readonly at: string | null;
}

export interface Comparison {
  readonly title: readonly Stretch[];
  readonly blocks: readonly BlockChange[];
  /** How many blocks are not as they were composed, and numbers that are not as they were frozen. */
  readonly changed: number;
  readonly faults: number;
}

/** How the newest state of a document differs from what was composed, block by block, and who made each change. */
export function compareWithComposed(composed: Composed, edits: readonly Edit[]): Comparison {
  const last = edits.at(-1);
  const blocks = last === undefined ? [] : changesOf(composed, last.content, edits);
  const title = compareWords(composed.title, last?.content.title ?? composed.title);
  return {
    title,
    blocks,
    changed:
      blocks.filter(({ change }) => change !== 'same').length + Number(title.some(({ change }) => change !== 'same')),
    faults: blocks.flatMap(({ faults }) => faults).filter(({ kind }) => kind !== 'gone').length,
  };
}

function changesOf(composed: Composed, content: EditedContent, edits: readonly Edit[]): BlockChange[] {
  const before = new Map(composed.blocks.map((block) => [block.id, block]));
  const figures = new Map(composed.figures.map((figure) => [figure.id, figure]));
  const now = new Set(content.blocks.map(({ id }) => id));
  const stays = inOrder(composed, content);
  const found = content.blocks.map((block): BlockChange => {
    const stood = before.get(block.id);
    const text = block.kind === 'kept' ? textOf(stood) : textOf(block);
    const words = compareWords(stood === undefined ? '' : plainOf(textOf(stood)), plainOf(text));
    const changed = words.some(({ change }) => change !== 'same');
    const faults = block.kind === 'kept' ? [] : numberFaults(stood === undefined ? [] : textOf(stood), text, figures);
    const change =
      stood === undefined
        ? 'new'
        : changed || faults.length > 0 || levelOf(stood) !== levelOf(block)
          ? 'changed'
          : stays.has(block.id)
            ? 'same'
            : 'moved';
    const author = change === 'same' ? null : authorOf(edits, block.id);
    return {
      ...{ id: block.id, change, kind: stood?.kind ?? (block.kind === 'kept' ? 'table' : block.kind), words, faults },
      ...{ by: author?.by ?? null, at: author?.at ?? null },
    };
  });
  const gone = composed.blocks.filter(({ id }) => !now.has(id));
  for (const block of gone) {
    const author = authorOf(edits, block.id);
    const at = composed.blocks.indexOf(block);
    const next = composed.blocks.slice(at + 1).find(({ id }) => now.has(id));
    const where = next === undefined ? found.length : found.findIndex(({ id }) => id === next.id);
    found.splice(where, 0, {
      ...{ id: block.id, change: 'gone', kind: block.kind },
      words: [{ change: 'gone', text: plainOf(textOf(block)) }],
      faults: numberFaults(textOf(block), [], figures),
      ...{ by: author?.by ?? null, at: author?.at ?? null },
    });
  }
  return found;
}

function textOf(block: Block | EditedContent['blocks'][number] | undefined): readonly Piece[] {
  if (block === undefined || block.kind === 'kept') return [];
  if (block.kind === 'heading') return [block.text];
  return block.kind === 'paragraph' ? block.text : [block.caption];
}

const levelOf = (block: { readonly kind: string; readonly level?: number }): number => block.level ?? 0;

/** Blocks that still stand in the order in which they were composed: the longest such run. */
function inOrder(composed: Composed, content: EditedContent): ReadonlySet<string> {
  const place = new Map(composed.blocks.map(({ id }, at) => [id, at]));
  const ids = content.blocks.map(({ id }) => id).filter((id) => place.has(id));
  const tails: number[] = [];
  const before = new Array<number>(ids.length).fill(-1);
  const at = (index: number | undefined): number => place.get(ids[index ?? -1] ?? '') ?? -1;
  for (const [index, id] of ids.entries()) {
    const here = place.get(id) ?? -1;
    let length = tails.findIndex((tail) => at(tail) >= here);
    if (length < 0) length = tails.length;
    before[index] = tails[length - 1] ?? -1;
    tails[length] = index;
  }
  const run = new Set<string>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) run.add(ids[index] ?? '');
  return run;
}

/** Whoever saved the first state since which the block is as it is now. */
function authorOf(edits: readonly Edit[], id: string): Edit | null {
  const shape = ({ content }: Edit): string => {
    const at = content.blocks.findIndex((block) => block.id === id);
    return at < 0 ? '' : JSON.stringify(content.blocks[at]);
  };
  const last = edits.at(-1);
  if (last === undefined) return null;
  let author = last;
  for (const edit of edits.toReversed()) {
    if (shape(edit) !== shape(last)) return author;
    author = edit;
  }
  return author;
}
