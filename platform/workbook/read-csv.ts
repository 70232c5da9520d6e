import type { SheetText } from '../../src/kernel/index.ts';

/** More cells than this are no list of people. */
const mostCells = 2_000_000;

/** Reads comma-separated values (RFC 4180) into the text of their cells: UTF-8, or GB 18030 as Chinese programs save it. */
export function readCsv(name: string, bytes: Uint8Array): SheetText {
  const text = decode(bytes).replace(/^\uFEFF/u, '');
  const rows: { row: number; cells: (string | null)[] }[] = [];
  let cells: (string | null)[] = [];
  let count = 0;
  let at = 0;
  while (at <= text.length && count < mostCells) {
    const [cell, end] = text[at] === '"' ? quoted(text, at) : plain(text, at);
    // The apostrophe that keeps a text from being taken for a formula is no part of it.
    cells.push(cell === '' ? null : cell.replace(/^'(?=[=+\-@])/u, ''));
    count += 1;
    if (text[end] === ',') {
      at = end + 1;
      continue;
    }
    rows.push({ row: rows.length + 1, cells });
    cells = [];
    if (end >= text.length) break;
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    if (at >= text.length) break;
  }
  return { name, rows: rows.filter((line) => line.cells.some((cell) => cell !== null)) };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** A cell in quotes, its quotes doubled; one that is never closed reaches to the end. */
function quoted(text: string, from: number): [string, number] {
  let end = from + 1;
  while (true) {
    end = text.indexOf('"', end);
    if (end === -1) return [text.slice(from + 1).replaceAll('""', '"'), text.length];
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const rest = plain(text, end + 1);
  return [text.slice(from + 1, end).replaceAll('""', '"') + rest[0], rest[1]];
}

function plain(text: string, from: number): [string, number] {
  let end = from;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return [text.slice(from, end), end];
}
