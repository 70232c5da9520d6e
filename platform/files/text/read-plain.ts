import type { SourceText } from '../../../src/document/index.ts';
import { decodeText } from './encoding.ts';
import { markdownTables } from './markdown-tables.ts';
import { measureText } from './measure.ts';

/** Reads `.txt` and `.md`: the text is exactly the decoded file; Markdown adds the places of its tables. */
export function readPlain(bytes: Uint8Array, format: 'txt' | 'md'): SourceText {
  const { text } = decodeText(bytes);
  measureText(text);
  const tables = format === 'md' ? markdownTables(text) : [];
  return { text, format, tables, pageStarts: [], furniture: [] };
}
