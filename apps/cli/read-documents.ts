import { basename } from 'node:path';
import { readSource } from '../../platform/files/index.ts';
import { type DocumentExtraction, extractDocuments, type SourceText } from '../../src/document/index.ts';
import { RefusalError } from '../../src/kernel/index.ts';
import type { Terminal } from './terminal/terminal.ts';

export interface ReadDocuments {
  readonly source: SourceText;
  readonly documents: readonly DocumentExtraction[];
}

/**
 * Reads a file and what its documents say, with progress on a terminal. `part` (from 1) keeps only that document.
 * Refuses what `readSource` refuses and a part that the file does not have.
 */
export async function readDocuments(file: string, part: number | null, terminal: Terminal): Promise<ReadDocuments> {
  terminal.progress(`正在读 ${basename(file)}……`);
  const source = await readSource(file);
  terminal.progress(`正在理解 ${basename(file)}（${source.text.length} 字）……`);
  const documents = extractDocuments(source);
  terminal.progress('');
  if (part === null) return { source, documents };
  const wanted = documents[part - 1];
  if (wanted === undefined) {
    throw new RefusalError({ code: 'part-not-there', field: basename(file), given: part, limit: documents.length });
  }
  return { source, documents: [wanted] };
}
