import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BenchText {
  readonly name: string;
  readonly text: string;
}

/** About as much as a monthly gazette of a prefecture-level city holds. */
const GAZETTE_LENGTH = 96_000;

/** The texts to measure: a gazette put together from our invented documents, and a real one where it is at hand. */
export function benchTexts(): BenchText[] {
  const real = join(import.meta.dirname, '../../shared/corpus/docs/yichun-gazette-2023.txt');
  return [
    { name: '临江公报（自编）', text: gazette(ownDocuments()) },
    ...(existsSync(real) ? [{ name: '市政府公报（../shared）', text: readFileSync(real, 'utf8') }] : []),
  ];
}

/** Puts documents one after another, again and again, until the text is as long as a gazette. */
export function gazette(documents: readonly string[], length = GAZETTE_LENGTH): string {
  if (documents.length === 0) return '';
  let text = '';
  for (let i = 0; text.length < length; i++) text += `${documents[i % documents.length]}\n\n`;
  return text;
}

function ownDocuments(): string[] {
  const folder = join(import.meta.dirname, '../eval/documents');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
