import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packLibrary } from '../apps/packs.ts';
import { readSource } from '../scripts/demo-documents/source.ts';
import { textDocuments } from '../scripts/demo-documents/text-documents.ts';
import { findUnit } from '../src/plan/domain/register/index.ts';
import { expectedFindingsPack, planPack, registersOf } from '../src/plan/pack.ts';

const root = join(import.meta.dirname, '..', 'packs');
const library = packLibrary(root);
const plans = library.of(planPack);
const squeeze = (text: string) => text.replaceAll(/\s/g, '');

describe('packs of this repository', () => {
  it('hold the plans of the real documents and of the invented city', () => {
    const real = plans.filter((plan) => !plan.content.invented).map((plan) => plan.id);
    expect(real).toEqual([
      'hunan-textile-2023',
      'jiangxi-textile-2023',
      'nanchang-textile-2025',
      'qingshanhu-2024',
      'yichun-869-2023',
      'yichun-869-tasks-2023',
    ]);
    expect(plans.filter((plan) => plan.content.invented).length).toBeGreaterThanOrEqual(15);
  });

  it('have one content hash each', () => {
    expect(new Set(plans.map((plan) => plan.hash)).size).toBe(plans.length);
  });

  it('write real titles short: nothing in them reads like a sentence', () => {
    const titles = plans
      .filter((plan) => !plan.content.invented)
      .flatMap(({ content }) => [...content.outline, ...content.tasks].map((item) => item.title ?? ''));
    expect(titles.filter((title) => title.length > 24 || /[。；]/.test(title))).toEqual([]);
  });
});

describe('registers', () => {
  const registers = registersOf(library);

  it.each([
    ['市工信局', '市工业和信息化局'],
    ['市发改委', '市发展改革委'],
    ['市市监局', '市市场监管局'],
    ['市市监局', '市市场监督管理局'],
    ['区科工局', '区科技和工业信息化局'],
    ['市人社局', '市人力资源社会保障局'],
    ['市自然资源规划局', '市自然资源局'],
    ['中国人民银行宜春市分行', '人行宜春分行'],
    ['省地方金融监管局', '省地方金融监督管理局'],
  ])('know that %s and %s are one unit', (one, other) => {
    const key = findUnit(one, registers)?.key;
    expect(key).toBeDefined();
    expect(findUnit(other, registers)?.key).toBe(key);
  });

  it('keep the party office and the former government office for finance apart', () => {
    expect(findUnit('市委金融办', registers)?.key).not.toBe(findUnit('市金融办', registers)?.key);
  });
});

describe('documents of the invented city', () => {
  const folders = readdirSync(root).filter((name) => name.startsWith('linjiang-'));
  const fileOf = (folder: string) => readdirSync(join(root, folder)).find((name) => name.startsWith('document.'));
  /** The words of the document before it was typeset, without blanks. */
  const wordsOf = (folder: string) => {
    const source = ['source.md', 'document.md'].map((name) => join(root, folder, name)).find(existsSync);
    return squeeze(readFileSync(source ?? '', 'utf8'));
  };

  it('come in every format', () => {
    const formats = folders.map((folder) => fileOf(folder)?.split('.').at(-1));
    expect([...new Set(formats)].sort()).toEqual(['doc', 'docx', 'html', 'md', 'odt', 'pdf', 'rtf', 'txt', 'wps']);
  });

  it.each(folders)('%s has a reviewed plan for its document, which is small', (folder) => {
    const file = fileOf(folder);
    expect(statSync(join(root, folder, file ?? '')).size).toBeLessThan(200_000);
    const own = plans.filter((plan) => plan.file.startsWith(`${folder}/`));
    expect(own.length).toBeGreaterThan(0);
    for (const plan of own) expect([plan.content.invented, plan.content.file]).toEqual([true, file]);
  });

  it.each(folders)('%s: every quoted stretch stands in the document, and numbers it', (folder) => {
    const words = wordsOf(folder);
    const items = plans
      .filter((plan) => plan.file.startsWith(`${folder}/`))
      .flatMap(({ content }) => [...content.indicators, ...content.clauses]);
    expect(items.filter(({ quote }) => quote === null || !words.includes(squeeze(quote))).map(({ id }) => id)).toEqual(
      [],
    );
  });

  it.each(folders)('%s: every unit of a task and every number of the document stands in it', (folder) => {
    const words = wordsOf(folder);
    for (const { content } of plans.filter((plan) => plan.file.startsWith(`${folder}/`))) {
      const units = content.tasks.flatMap((task) => task.units);
      expect(units.filter((unit) => !words.includes(unit))).toEqual([]);
      expect(words).toContain(content.docNumber);
      expect(words).toContain(content.title);
    }
  });

  it('have their expected findings at words of the document', () => {
    const expected = library.of(expectedFindingsPack);
    expect(expected.length).toBeGreaterThan(0);
    for (const { content } of expected) {
      const words = wordsOf(content.document);
      expect(content.findings.filter(({ quote }) => !words.includes(squeeze(quote)))).toEqual([]);
    }
  });

  it.each(Object.keys(textDocuments))('%s is what its source makes', (folder) => {
    const { file, make } = textDocuments[folder]!;
    const source = readFileSync(join(root, folder, 'source.md'), 'utf8');
    expect(readFileSync(join(root, folder, file)).equals(make(readSource(source)))).toBe(true);
  });
});
