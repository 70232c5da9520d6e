/** A block of a demo document's source, in the order of the text. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph' | 'flush' | 'right' | 'banner' | 'number'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'break' };

export interface Cell {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/**
 * Reads `source.md`: `#` headings, `::right|flush|banner|number text`, `---` page break, `|a|b|` table rows, in which
 * `<` belongs to the cell on the left and `^` to the cell above. Everything else is a paragraph.
 */
export function readSource(source: string): Block[] {
  return source
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(readBlock);
}

function readBlock(block: string): Block {
  if (block === '---') return { kind: 'break' };
  if (block.startsWith('|')) return { kind: 'table', rows: readTable(block) };
  const heading = /^(#{1,4}) (.*)$/s.exec(block);
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' };
  const marked = /^::(right|flush|banner|number) (.*)$/s.exec(block);
  if (marked) return { kind: marked[1] as 'right' | 'flush' | 'banner' | 'number', text: marked[2] ?? '' };
  return { kind: 'paragraph', text: block };
}

function readTable(block: string): Cell[][] {
  const grid = block.split('\n').map((line) => line.split('|').slice(1, -1));
  return grid.map((row, r) =>
    row.flatMap((text, c): Cell[] => {
      if (text === '<' || text === '^') return [];
      let columnSpan = 1;
      while (row[c + columnSpan] === '<') columnSpan++;
      let rowSpan = 1;
      while (grid[r + rowSpan]?.[c] === '^') rowSpan++;
      return [{ text, columnSpan, rowSpan }];
    }),
  );
}
