import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packLibrary } from '../../apps/packs.ts';
import { extractDocuments } from '../../src/document/index.ts';
import { type Finding, lintDocument, registersOf } from '../../src/plan/index.ts';
import { sourceOf } from './documents.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus/docs');
const register = registersOf(packLibrary());

/** Real documents, as they were found: the faults that readers know of, and how many more may be spoken of. */
const KNOWN: readonly {
  readonly file: string;
  readonly faults: readonly (readonly [rule: string, words: string])[];
  /** Errors and warnings in all, the known ones included. */
  readonly most: number;
}[] = [
  {
    file: 'nanchang-textile-2025.txt',
    faults: [
      ['growth-mismatch', '年均增长8%'],
      ['deadline-before-issue', '2025年1月底前'],
    ],
    most: 2,
  },
  {
    file: 'qingshanhu-2024.txt',
    faults: [
      ['table-row-sum', '21'],
      ['table-row-sum', '22'],
      ['table-row-sum', '65'],
      ['table-repeated-row', '74'],
      ['name-near-miss', '青山区'],
      ['doubled-words', '各各'],
    ],
    most: 6,
  },
  { file: 'hunan-textile-2023.txt', faults: [['unit-misspelt', '省工业和信息厅']], most: 1 },
  { file: 'jiangxi-textile-chain-2023.txt', faults: [], most: 0 },
  {
    file: 'yichun-gazette-2023.txt',
    faults: [
      ['window-outside-validity', '契税补贴'],
      ['doubled-words', '我市我市'],
      ['unpaired-marks', '”'],
    ],
    most: 16,
  },
];

const lint = (file: string): { text: string; findings: Finding[] } => {
  const source = sourceOf(readFileSync(join(corpus, file), 'utf8'));
  const findings = extractDocuments(source).flatMap((extraction) =>
    lintDocument({ source, extraction, parents: [], register }),
  );
  return { text: source.text, findings };
};

describe.skipIf(!existsSync(corpus))('real documents (skipped where the corpus is not at hand)', () => {
  it.each(KNOWN)('$file: known faults, and few others', ({ file, faults, most }) => {
    const { text, findings } = lint(file);
    for (const [rule, words] of faults) {
      const found = findings.some(
        (f) => f.rule === rule && text.slice(f.start, f.end).replace(/\s/g, '').includes(words),
      );
      expect(found, `${rule} at ${words}`).toBe(true);
    }
    const grave = findings.filter((f) => f.severity !== 'notice');
    expect(grave.length, grave.map((f) => `${f.rule}: ${f.message}`).join('\n')).toBeLessThanOrEqual(most);
  });
});
