import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { extractDocuments } from '../../src/document/index.ts';
import { goalsText, planText, policyText, sourceOf } from '../examples/document.ts';
import { describeDocument, type Readable } from './describe.ts';

/** One case: why it is instructive, the sentences, and what is read out of them. */
interface Case {
  readonly why: string;
  /** Where the sentences stand; without it they are a whole document. */
  readonly in?: '目标' | '任务' | '政策';
  readonly text: string;
  readonly reads?: readonly Readable[];
}

const folder = join(import.meta.dirname, 'extraction');
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const update = process.env.UPDATE_GOLDEN === '1';
const AROUND = { 目标: goalsText, 任务: planText, 政策: policyText };

/** Head lines of the invented document around a sentence are the same in every case: only what the sentence gives counts. */
const ITEMS = ['指标', '任务', '条款', '表格'];

function read(c: Case): Readable[] {
  const lines = c.text.trimEnd().split('\n');
  const text = c.in ? AROUND[c.in](...lines) : lines.join('\n');
  const all = extractDocuments(sourceOf(text)).map((d) => describeDocument(d, text));
  if (!c.in) return all;
  return all.map((d) => Object.fromEntries(Object.entries(d).filter(([part]) => ITEMS.includes(part))));
}

describe.each(files)('%s', (file) => {
  const path = join(folder, file);
  const yaml = parseDocument(readFileSync(path, 'utf8'));
  const cases = yaml.toJS() as Case[];

  test.each(cases)('$why', (c) => {
    const reads = read(c);
    if (update) {
      yaml.setIn([cases.indexOf(c), 'reads'], yaml.createNode(reads));
      writeFileSync(path, yaml.toString({ lineWidth: 0 }));
    }
    expect(reads, '读出的结果变了：用 npm run golden 重写，再看改动对不对').toEqual(update ? reads : c.reads);
  });
});

test('there are enough instructive cases, each with its reason and its reading', () => {
  const cases = files.flatMap((file) => parseDocument(readFileSync(join(folder, file), 'utf8')).toJS() as Case[]);
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(cases.filter((c) => !c.why || !c.reads)).toEqual([]);
});
