/**
 * A piece of a sentence: words, a figure that nobody can mistype, or something taken over from the facts as it stands there:
 * a name, a title, a day.
 */
export type Piece =
  | string
  | { readonly figure: string; readonly text: string }
  | { readonly taken: string; readonly light?: PieceLight };
export type PieceLight = 'red' | 'yellow' | 'blue' | 'green';

export interface HeadingBlock {
  readonly id: string;
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}
export interface ParagraphBlock {
  readonly id: string;
  readonly kind: 'paragraph';
  readonly text: readonly Piece[];
}
export interface TableColumn {
  readonly title: string;
  readonly kind: 'text' | 'number' | 'centred';
  /** Share of the width against the others. */
  readonly width?: number;
}
/** null: nothing to say, which is not 0. */
export type TableCell = readonly Piece[] | null;
export interface TableBlock {
  readonly id: string;
  readonly kind: 'table';
  readonly caption: string;
  readonly unit?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly note?: string;
  /** Wide ledgers lie across. */
  readonly landscape?: boolean;
}
/** Bars are figures of the document; null is a gap, never zero. */
export interface BarChartBlock {
  readonly id: string;
  readonly kind: 'chart';
  readonly type: 'bar';
  readonly caption: string;
  readonly unit: string;
  readonly bars: readonly { readonly label: string; readonly figure: string | null; readonly light?: PieceLight }[];
}
/** Lines over periods, plan against done; every point is a figure of the document, null a gap. */
export interface LineChartBlock {
  readonly id: string;
  readonly kind: 'chart';
  readonly type: 'line';
  readonly caption: string;
  readonly unit: string;
  readonly along: readonly string[];
  readonly lines: readonly {
    readonly name: string;
    /** Dashed, as a plan is. */
    readonly planned?: boolean;
    readonly figures: readonly (string | null)[];
  }[];
}
export type ChartBlock = BarChartBlock | LineChartBlock;
export type Block = HeadingBlock | ParagraphBlock | TableBlock | ChartBlock;

/** Words of a text as they are read. */
export const plainOf = (pieces: readonly Piece[]): string => pieces.map(pieceText).join('');
export const pieceText = (piece: Piece): string =>
  typeof piece === 'string' ? piece : 'figure' in piece ? piece.text : piece.taken;

/** Every piece of text of a block. */
export function piecesOf(block: Block): readonly Piece[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return block.text;
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => cell ?? []));
    case 'chart':
      return [];
  }
}
