import type { BlockJson, BulletinJson, SaveBulletinJson } from '../../contract.ts';
import type { Piece } from '../../domain/index.ts';

/** A block as it is being edited. `key` names the line on the screen: a line that was made anew is drawn anew. */
export type DraftBlock =
  | {
      readonly key: string;
      readonly id: string;
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      readonly text: string;
    }
  | { readonly key: string; readonly id: string; readonly kind: 'paragraph'; readonly text: readonly Piece[] }
  | {
      readonly key: string;
      readonly id: string;
      readonly kind: 'kept';
      readonly caption: string;
      readonly what: 'table' | 'chart';
    };

export interface Draft {
  readonly title: string;
  readonly addressee: string;
  readonly copies: string;
  readonly sign: string;
  readonly templateId: string;
  readonly blocks: readonly DraftBlock[];
}

export const draftOf = (paper: BulletinJson): Draft => ({
  ...{ title: paper.title, addressee: paper.addressee ?? '', copies: paper.copies ?? '', sign: paper.sign },
  ...{ templateId: paper.template?.id ?? '', blocks: paper.blocks.map(blockOf) },
});

function blockOf(block: BlockJson): DraftBlock {
  const key = block.id;
  switch (block.kind) {
    case 'heading':
      return { key, id: block.id, kind: 'heading', level: block.level as 1 | 2 | 3, text: block.text };
    case 'paragraph':
      return { key, id: block.id, kind: 'paragraph', text: block.text };
    default:
      return { key, id: block.id, kind: 'kept', caption: block.caption, what: block.kind };
  }
}

export const bodyOf = (draft: Draft, revision: number): SaveBulletinJson => ({
  ...{ revision, title: draft.title, addressee: orNone(draft.addressee), copies: orNone(draft.copies) },
  ...{ sign: draft.sign.trim(), templateId: draft.templateId === '' ? null : draft.templateId },
  blocks: draft.blocks.map((block) => {
    if (block.kind === 'kept') return { id: block.id, kind: 'kept' as const };
    if (block.kind === 'heading')
      return { id: block.id, kind: 'heading' as const, level: block.level, text: block.text };
    return { id: block.id, kind: 'paragraph' as const, text: [...block.text] };
  }),
});

const orNone = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A new block's id: unlike any that a composer gives, and unlike every other of this draft. */
export function newBlockId({ blocks }: Draft): string {
  const used = blocks.flatMap(({ id }) => /^own\.added\.(\d+)$/u.exec(id)?.[1] ?? []).map(Number);
  return `own.added.${Math.max(0, ...used) + 1}`;
}

/** The draft with one block put behind another; at the top with `after` -1. */
export const withBlock = (draft: Draft, after: number, block: DraftBlock): Draft => ({
  ...draft,
  blocks: draft.blocks.toSpliced(after + 1, 0, block),
});

export const withoutBlock = (draft: Draft, at: number): Draft => ({ ...draft, blocks: draft.blocks.toSpliced(at, 1) });

/** The draft with a block one place further up or down. */
export function moved(draft: Draft, at: number, by: 1 | -1): Draft {
  const [block, other] = [draft.blocks[at], draft.blocks[at + by]];
  if (block === undefined || other === undefined) return draft;
  return { ...draft, blocks: draft.blocks.with(at, other).with(at + by, block) };
}

export const replaced = (draft: Draft, at: number, block: DraftBlock): Draft => ({
  ...draft,
  blocks: draft.blocks.with(at, block),
});
