/** The parts of Markdown that our own pages use: headings, paragraphs, lists, tables, code. */
export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'code'; readonly text: string };

/** Cuts a text into its blocks. What it does not know becomes a paragraph, so that nothing is lost. */
export function markdownBlocks(text: string): MarkdownBlock[] {
  const lines = text.split('\n');
  const blocks: MarkdownBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const { block, size } = readBlock(lines, at);
    if (block !== null) blocks.push(block);
    at += size;
  }
  return blocks;
}

interface Read {
  readonly block: MarkdownBlock | null;
  readonly size: number;
}

const ITEM = /^\s*(?:[-*]|\d+\.)\s+/;

function readBlock(lines: readonly string[], at: number): Read {
  const line = lines[at]!;
  if (line.trim() === '') return { block: null, size: 1 };
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (heading) return { block: { kind: 'heading', level: heading[1]!.length, text: heading[2]! }, size: 1 };
  if (line.startsWith('```')) return code(lines, at);
  if (line.startsWith('|')) return table(lines, at);
  if (ITEM.test(line)) return list(lines, at);
  const size = runOf(
    lines,
    at,
    (other) => other.trim() !== '' && !/^(?:#{1,6}\s|```|\|)/.test(other) && !ITEM.test(other),
  );
  return { block: { kind: 'paragraph', text: joined(lines.slice(at, at + size)) }, size };
}

/** Lines of Chinese are joined without a blank. */
const joined = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .reduce(
      (text, line) => (/[\x20-\x7e]$/.test(text) && /^[\x20-\x7e]/.test(line) ? `${text} ${line}` : text + line),
      '',
    );

function runOf(lines: readonly string[], at: number, goesOn: (line: string) => boolean): number {
  let size = 1;
  while (at + size < lines.length && goesOn(lines[at + size]!)) size += 1;
  return size;
}

function code(lines: readonly string[], at: number): Read {
  const inside = runOf(lines, at, (line) => !line.startsWith('```'));
  return { block: { kind: 'code', text: lines.slice(at + 1, at + inside).join('\n') }, size: inside + 1 };
}

const cells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

function table(lines: readonly string[], at: number): Read {
  const size = runOf(lines, at, (line) => line.startsWith('|'));
  const [head = [], ...rows] = lines
    .slice(at, at + size)
    .filter((line) => !/^[|\s:-]+$/.test(line))
    .map(cells);
  return { block: { kind: 'table', head, rows }, size };
}

function list(lines: readonly string[], at: number): Read {
  const size = runOf(lines, at, (line) => ITEM.test(line) || (/^\s+\S/.test(line) && line.trim() !== ''));
  const items: string[] = [];
  for (const line of lines.slice(at, at + size)) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''));
    else items[items.length - 1] = joined([items.at(-1)!, line]);
  }
  return { block: { kind: 'list', ordered: /^\s*\d/.test(lines[at]!), items }, size };
}
