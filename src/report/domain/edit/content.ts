import type { HeadingBlock, ParagraphBlock } from '../document/index.ts';

/** What a person keeps of a composed document: texts as written, tables and charts by the ids they were composed with. */
export type EditedBlock = HeadingBlock | ParagraphBlock | { readonly id: string; readonly kind: 'kept' };

export interface EditedContent {
  readonly title: string;
  readonly addressee: string | null;
  readonly blocks: readonly EditedBlock[];
}

export const mostBlocks = 3000;
export const mostWords = 5000;
