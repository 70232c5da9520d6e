import type { Cell, Chart, Inline, Table, Block as WordBlock } from '../../../../platform/docx/index.ts';
import { type Block, captions, type Figure, type Piece } from '../../domain/index.ts';

/** A document's blocks as Word is written from: figures keep their names, charts get their values. */
export function wordBlocks(blocks: readonly Block[], figures: readonly Figure[]): WordBlock[] {
  const captioned = captions(blocks);
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const one = (block: Block): WordBlock => {
    switch (block.kind) {
      case 'heading':
        return { kind: 'heading', level: block.level, text: block.text };
      case 'paragraph':
        return { kind: 'paragraph', text: inline(block.text) };
      case 'table':
        return tableOf(block, captioned.get(block.id) ?? block.caption);
      case 'chart':
        return chartOf(block, captioned.get(block.id) ?? block.caption, known);
    }
  };
  return blocks.map(one);
}

/** Pieces as runs of Word. */
export const inline = (pieces: readonly Piece[]): Inline =>
  pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    if ('figure' in piece) return { text: piece.text, figure: piece.figure };
    return { text: piece.taken, ...(piece.light !== undefined && { light: piece.light }) };
  });

function tableOf(block: Extract<Block, { readonly kind: 'table' }>, caption: string): Table {
  const { columns, rows, unit, note, landscape } = block;
  return {
    ...{ kind: 'table', caption, columns },
    rows: rows.map((row) => row.map((cell): Cell => (cell === null ? '—' : inline(cell)))),
    ...(unit !== undefined && { unit }),
    ...(note !== undefined && { note }),
    ...(landscape !== undefined && { landscape }),
  };
}

function chartOf(
  block: Extract<Block, { readonly kind: 'chart' }>,
  caption: string,
  figures: ReadonlyMap<string, Figure>,
): Chart {
  const { unit } = block;
  const named = block.type === 'line' ? block.lines.flatMap((line) => line.figures) : block.bars.map(figureIdOf);
  const decimals = Math.max(0, ...named.map((id) => (id === null ? 0 : (figures.get(id)?.decimals ?? 0))));
  const numberOf = (id: string | null): number | null => {
    const figure = id === null ? undefined : figures.get(id);
    return figure === undefined ? null : figure.value / 10 ** figure.decimals;
  };
  if (block.type === 'line')
    return {
      ...{ kind: 'chart', type: 'line', caption, unit, decimals, categories: block.along },
      series: block.lines.map(({ name, planned, figures: points }) => ({
        ...{ name, values: points.map(numberOf), ...(planned === true && { planned }) },
      })),
    };
  return {
    ...{ kind: 'chart', type: 'bar', caption, unit, decimals },
    bars: block.bars.map((bar) => ({
      ...{ label: bar.label, value: numberOf(bar.figure) },
      ...(bar.light !== undefined && { light: bar.light }),
    })),
  };
}

const figureIdOf = ({ figure }: { readonly figure: string | null }): string | null => figure;
