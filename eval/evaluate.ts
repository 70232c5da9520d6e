import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../platform/files/index.ts';
import { type DocumentExtraction, extractDocuments } from '../src/document/index.ts';
import { type GoldFile, readGold } from './gold.ts';
import { addUp, type Part, scoreExtraction } from './score/index.ts';

export interface Evaluation {
  /** Parts added up over all gold files, in the order of the report. */
  readonly parts: readonly Part[];
  readonly files: readonly { readonly name: string; readonly parts: readonly Part[] }[];
  /** Documents that gold files name and nobody has. */
  readonly absent: readonly string[];
}

/** Our own public gold: invented documents and what is in them. */
export const ownGold = {
  gold: join(import.meta.dirname, 'gold'),
  documents: join(import.meta.dirname, 'documents'),
};

/** Least F1 of each part on our own gold, between 0 and 1; a change that falls below fails the tests. */
export const readFloors = (): Record<string, number> =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8'));

/** Extracts every document of the gold files in a folder, once each, and scores it. Writes nothing. */
export async function evaluate(goldFolder: string, documentFolders: readonly string[]): Promise<Evaluation> {
  const gold = readGold(goldFolder, documentFolders);
  const read = new Map<string, { text: string; documents: readonly DocumentExtraction[] }>();
  const files: { name: string; parts: Part[] }[] = [];
  for (const { name, gold: wanted, document } of gold) {
    if (document === null) continue;
    const extraction = read.get(document) ?? (await extractFile(document));
    read.set(document, extraction);
    const parts = scoreExtraction(extraction.text, extraction.documents, wanted);
    files.push({
      name,
      parts: parts.map((part) => ({ ...part, faults: part.faults.map((fault) => `${name}  ${fault}`) })),
    });
  }
  return { parts: addUp(files.flatMap((file) => file.parts)), files, absent: absentDocuments(gold) };
}

async function extractFile(path: string): Promise<{ text: string; documents: readonly DocumentExtraction[] }> {
  const source = await readSource(path);
  return { text: source.text, documents: extractDocuments(source) };
}

const absentDocuments = (gold: readonly GoldFile[]): string[] => [
  ...new Set(gold.filter(({ document }) => document === null).map((file) => file.gold.doc)),
];
