import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadPackLibrary } from '../../platform/pack-loader/index.ts';
import { RefusalError } from '../kernel/index.ts';
import { diagnosisPackKinds, formFor, questionnairesOf } from './pack.ts';

const shipped = join(import.meta.dirname, '../../packs/base/diagnosis');
const folder = mkdtempSync(join(tmpdir(), 'jingwei-questionnaires-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const four = readFileSync(join(shipped, 'levels-four.yaml'), 'utf8');
const ten = readFileSync(join(shipped, 'levels-ten.yaml'), 'utf8');
const index = readFileSync(join(shipped, 'sme-index.yaml'), 'utf8');
let nth = 0;

function load(questionnaire: string, levels = four) {
  nth += 1;
  const packs = join(folder, String(nth), 'base');
  mkdirSync(packs, { recursive: true });
  writeFileSync(join(packs, 'four.yaml'), levels);
  writeFileSync(join(packs, 'ten.yaml'), ten);
  writeFileSync(join(packs, 'index.yaml'), questionnaire);
  return loadPackLibrary(join(folder, String(nth)), diagnosisPackKinds);
}

/** Code with the line that it stands in. */
function faults(questionnaire: string, levels?: string): string[] {
  try {
    load(questionnaire, levels);
  } catch (cause) {
    if (cause instanceof RefusalError)
      return cause.refusals.map(({ code, field }) => `${code} ${/:(\d+)/u.exec(field ?? '')?.[1] ?? ''}`);
    throw cause;
  }
  return [];
}

const small = `kind: questionnaire
id: small
name: 小问卷
source: 自拟
editions:
  - id: "1"
    name: 一版
    from: "2025-01-01"
    source: 自拟
    wording: own
    open: [题目是自己写的]
    schemes: [sme-four-levels]
    tables:
      - {id: all, name: 全部}
    sides:
      - id: base
        name: 基础
        weight: 100
        questions:
          - id: net
            text: 有网络吗
            kind: one
            options: [{id: "yes", text: 有, points: 1}, {id: "no", text: 没有, points: 0}]
          - id: share
            text: 占多少
            kind: number
            unit: "%"
            least: "0"
            most: "100"
            bands: [{from: "10", points: 1}, {from: "50", points: 2}]
            shownWhen: net = yes
`;

describe('the packs that come with the program', () => {
  const { forms, editions } = questionnairesOf(load(index));

  test('the 2022 edition has three tables of four sides, levels at 20, 40, 60 and 80', () => {
    expect(
      forms.map(({ editionId, tableId, sides }) => [editionId, tableId, sides.map(({ id }) => id).join()]),
    ).toEqual(
      ['manufacturing', 'producer-services', 'others'].map((id) => ['2022', id, 'base,operation,management,effect']),
    );
    for (const { schemes, sides } of forms) {
      expect(schemes[0]?.levels.map(({ border }) => border)).toEqual([2000, 4000, 6000, 8000]);
      expect(schemes[0]).toMatchObject({ isLocal: false, fact: 'sme_digital_level' });
      expect(schemes[1]?.levels.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, i) => `L${i + 1}`));
      expect(schemes[1]).toMatchObject({ isLocal: true, fact: 'digital_level' });
      expect(sides.reduce((sum, { weight }) => sum + weight, 0)).toBe(10_000);
    }
  });

  test('what is not official says so, and the 2024 edition is known of and cannot be used', () => {
    expect(forms.every(({ isOwnWording, open }) => isOwnWording && open.length > 0)).toBe(true);
    expect(editions.find(({ editionId }) => editionId === '2024')).toMatchObject({ from: null });
    expect(editions.find(({ editionId }) => editionId === '2024')?.open.join('')).toContain('不能用来诊断');
  });

  test.each([
    ['1713', '2026-01-01', 'manufacturing'],
    ['43', '2026-01-01', 'manufacturing'],
    ['6510', '2026-01-01', 'producer-services'],
    ['6210', '2026-01-01', 'others'],
    ['44', '2026-01-01', 'others'],
    [null, '2026-01-01', 'others'],
    ['1713', '2022-12-30', undefined],
  ])('industry %s on %s is asked by %s', (industry, on, wanted) => {
    expect(formFor(forms, { questionnaireId: 'sme-index', industry, on })?.tableId).toBe(wanted);
  });
});

test('a small questionnaire loads, and so does one with more decimals than points need', () => {
  expect(faults(small)).toEqual([]);
  expect(faults(small.replace('points: 2}]', 'points: 2.25}]'))).toEqual([]);
});

describe('a bad pack is refused with its line', () => {
  test.each([
    ['weights', small.replace('weight: 100', 'weight: 90'), 'questionnaire-weights 16'],
    ['scheme', small.replace('[sme-four-levels]', '[four]'), 'questionnaire-scheme-unknown 12'],
    ['own words that do not say so', small.replace('open: [题目是自己写的]', 'open: []'), 'questionnaire-open 11'],
    [
      'no tables',
      small.replace('      - {id: all, name: 全部}\n', '').replace('tables:', 'tables: []'),
      'questionnaire-empty 13',
    ],
    ['decimals', small.replace('points: 2}]', 'points: 2.125}]'), 'questionnaire-points 30'],
    ['falling bands', small.replace('from: "50", points: 2', 'from: "50", points: 0.5'), 'questionnaire-bands 30'],
    ['bands out of bounds', small.replace('from: "50"', 'from: "500"'), 'questionnaire-bands 30'],
    ['bounds', small.replace('most: "100"', 'most: "0"'), 'questionnaire-range 28'],
    [
      'one without options',
      small.replace('            options: [{id: "yes", text: 有, points: 1}, {id: "no", text: 没有, points: 0}]\n', ''),
      'questionnaire-kind',
    ],
    ['formula', small.replace('net = yes', 'net is yes'), 'questionnaire-formula 31'],
    ['formula of a later question', small.replace('net = yes', 'share >= 3'), 'questionnaire-formula-later 31'],
    ['formula of another kind', small.replace('net = yes', 'net has yes'), 'questionnaire-formula-kind 31'],
    [
      'formula of an order that options do not have',
      small.replace('net = yes', 'net >= yes'),
      'questionnaire-formula-kind 31',
    ],
    [
      'formula of an option that is not there',
      small.replace('net = yes', 'net = maybe'),
      'questionnaire-formula-value 31',
    ],
    [
      'a table that is not there',
      small.replace('text: 占多少', 'text: 占多少\n            tables: [mill]'),
      'questionnaire-table-unknown',
    ],
    ['a question twice', small.replace('id: share', 'id: net'), 'pack-id-twice'],
    ['a day that is none', small.replace('2025-01-01', '2025-02-30'), 'day-unknown 8'],
  ])('%s', (_name, content, wanted) => {
    expect(
      faults(content).some((fault) => fault.startsWith(wanted)),
      faults(content).join('、'),
    ).toBe(true);
  });

  test('borders and levels rise', () => {
    expect(faults(small, four.replace('border: 40', 'border: 20'))).toEqual(['level-scheme-border 10']);
    expect(faults(small, four.replace('level: 2', 'level: 3'))).toContain('level-scheme-order 10');
  });

  test('a question of one table may not look at a question of another', () => {
    const two = small
      .replace('- {id: all, name: 全部}', '- {id: mill, name: 厂, industries: ["17"]}\n      - {id: shop, name: 店}')
      .replace('id: net', 'id: net\n            tables: [mill]');
    expect(faults(two).some((fault) => fault.startsWith('questionnaire-formula-later'))).toBe(true);
  });
});
