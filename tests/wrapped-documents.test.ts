import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DocumentExtraction, extractDocuments } from '../src/document/index.ts';
import { printed, sourceOf } from './examples/document.ts';

const folder = join(import.meta.dirname, '../eval/documents');

/** The invented documents whose lines are paragraphs, as lists of paragraphs. */
const documents = readdirSync(folder)
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .filter((text) => !text.includes('\t') && longestLine(text) > 100)
  .map((text) => text.split('\n').filter((line) => line.trim() !== ''));

function longestLine(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

/** Every item in words that do not depend on its place. */
const items = (read: readonly DocumentExtraction[]): string[] =>
  read.flatMap((d) => [
    ...d.indicators.map((i) => [i.name, i.op, i.value, i.value2, i.unit, i.year, i.mode].join(' ')),
    ...d.tasks.map((t) => [t.no, t.lead, ...t.units, ...t.deadlines].join(' ')),
    ...d.clauses.map((c) => [c.kind, c.amount, c.rate, c.cap, c.payer].join(' ')),
  ]);

const whole = documents.map((paragraphs) => items(extractDocuments(sourceOf(paragraphs.join('\n')))));

/** The share of items that are read the same when every paragraph is broken into lines of `width`. */
function survives(width: number): number {
  let kept = 0;
  documents.forEach((paragraphs, i) => {
    const text = paragraphs.map((p) => printed(p, width)).join('\n');
    const read = new Set(items(extractDocuments(sourceOf(text))));
    kept += whole[i]!.filter((item) => read.has(item)).length;
  });
  return kept / whole.flat().length;
}

describe('whole documents broken into lines without indents', () => {
  test('there is enough to compare', () => {
    expect(documents.length).toBeGreaterThan(20);
    expect(whole.flat().length).toBeGreaterThan(1000);
  });

  // A line that is full and ends with a stop may or may not end its paragraph, so not everything can survive.
  test.each([16, 18, 22, 28])('lines of %d characters: nearly every item is read as before', (width) => {
    expect(survives(width)).toBeGreaterThan(0.95);
  });
});
