import type { Block } from './source.ts';

export interface TypesetOptions {
  /** Characters a line; 0 = no wrapping. */
  readonly width: number;
  /** Lines a page; 0 = no pages. */
  readonly pageLines: number;
  /** Repeated above each page after the first, with the page number below it. */
  readonly header: string;
}

/**
 * Plain text as old office systems export it: two full-width blanks before a paragraph, a line break every `width`
 * characters, page numbers and running headers between the lines of a sentence.
 */
export function typeset(blocks: readonly Block[], { width, pageLines, header }: TypesetOptions): string {
  const lines = blocks.flatMap((block) => linesOf(block, width));
  if (pageLines === 0) return `${lines.join('\n')}\n`;
  const pages: string[] = [];
  for (let at = 0; at < lines.length; at += pageLines) pages.push(lines.slice(at, at + pageLines).join('\n'));
  return `${pages.map((page, i) => `${i === 0 ? '' : `${header}\n`}${page}\n- ${i + 1} -`).join('\n')}\n`;
}

function linesOf(block: Block, width: number): string[] {
  switch (block.kind) {
    case 'break':
      return [];
    case 'table':
      return block.rows.map((row) => row.map((cell) => cell.text).join('\t'));
    case 'right':
      return [`${'　'.repeat(Math.max(0, (width || 28) - block.text.length))}${block.text}`];
    case 'flush':
    case 'banner':
    case 'number':
      return wrap(block.text, width);
    default:
      return wrap(`　　${block.text}`, width);
  }
}

function wrap(text: string, width: number): string[] {
  if (width === 0) return [text];
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines;
}
