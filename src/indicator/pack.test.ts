import { describe, expect, test } from 'vitest';
import type { LoadedPack, PackFault } from '../kernel/index.ts';
import { basisOf } from './domain/definition.ts';
import { checkDefinitions, definitionsOf } from './pack/definitions.ts';
import type { DefinitionEntry, DefinitionsContent } from './pack/definitions-schema.ts';

const shared = {
  ...{ unit: '万元', decimals: 2, direction: 'up' as const, frequency: 'month' as const, source: null },
  bases: [],
};
const sum = (id: string, changes: object = {}): DefinitionEntry => ({
  ...{ ...shared, id, name: id, kind: 'sum', measures: 'cumulative', least: null, most: null },
  ...changes,
});
const ratio = (id: string, above: string, below: string, changes: object = {}): DefinitionEntry => ({
  ...{ ...shared, id, name: id, unit: '%', kind: 'ratio', above, below, times: 100 },
  ...changes,
});
const count = (id: string, of: string, changes: object = {}): DefinitionEntry => ({
  ...{ ...shared, id, name: id, unit: '家', decimals: 0, kind: 'count', of, op: '>=', value: 2000 },
  ...changes,
});
const formula = (id: string, plus: string[], minus: string[] = [], changes: object = {}): DefinitionEntry => ({
  ...{ ...shared, id, name: id, kind: 'formula', plus, minus },
  ...changes,
});

const packOf = (indicators: DefinitionEntry[], file = 'base/indicators.yaml'): LoadedPack<DefinitionsContent> => ({
  ...{ kind: 'indicators', id: file, file, hash: '' },
  content: { kind: 'indicators', id: 'x', indicators },
});
const faultsOf = (...indicators: DefinitionEntry[]): PackFault[] => {
  const pack = packOf(indicators);
  return checkDefinitions(pack, [pack]);
};

describe('what indicators become', () => {
  test('limits and compared figures are whole numbers as figures are kept, a ratio is of what its parts are of', () => {
    const [revenue, rate, large] = definitionsOf([
      packOf([
        sum('revenue', { least: -1.25, most: 100 }),
        ratio('rate', 'revenue', 'revenue'),
        count('large', 'revenue'),
      ]),
    ]);
    expect(revenue).toMatchObject({ low: -125, high: 10_000, of: { kind: 'sum' }, measures: 'cumulative' });
    expect(rate).toMatchObject({
      of: { kind: 'ratio', above: 'revenue', below: 'revenue', times: 100 },
      measures: 'cumulative',
    });
    expect(large).toMatchObject({ of: { kind: 'count', of: 'revenue', op: '>=', value: 200_000 }, measures: 'stock' });
  });

  test('a formula adds and takes away', () => {
    const [, , left] = definitionsOf([packOf([sum('a'), sum('b'), formula('left', ['a'], ['b'])])]);
    expect(left?.of).toEqual({
      kind: 'formula',
      terms: [
        { times: 1, indicator: 'a' },
        { times: -1, indicator: 'b' },
      ],
    });
  });

  test('the basis is the one that holds in the period', () => {
    const bases = [
      { id: 'old', from: null, words: '旧' },
      { id: 'new', from: '2025-03', words: '新' },
    ];
    const [definition] = definitionsOf([packOf([sum('a', { bases })])]);
    if (definition === undefined) throw new Error('none');
    expect(['2024-12', '2025-02', '2025-03', '2026-01'].map((period) => basisOf(definition, period))).toEqual([
      'old',
      'old',
      'new',
      'new',
    ]);
  });
});

describe('what is refused', () => {
  test.each<[string, DefinitionEntry[], string, PackFault['path']]>([
    ['an id twice', [sum('a'), sum('a')], 'indicator-twice', ['indicators', 1, 'id']],
    [
      'an unknown part',
      [ratio('r', 'a', 'revenu'), sum('a'), sum('revenue')],
      'indicator-unknown',
      ['indicators', 0, 'below'],
    ],
    ['itself', [formula('f', ['f'])], 'indicator-circle', ['indicators', 0, 'plus', 0]],
    [
      'a circle of two',
      [formula('f', ['g']), formula('g', ['a', 'f']), sum('a')],
      'indicator-circle',
      ['indicators', 0, 'plus', 0],
    ],
    [
      'a ratio of a ratio',
      [ratio('r', 'q', 'a'), ratio('q', 'a', 'a'), sum('a')],
      'indicator-part-kind',
      ['indicators', 0, 'above'],
    ],
    [
      'a count of a count',
      [count('c', 'd'), count('d', 'a'), sum('a')],
      'indicator-part-kind',
      ['indicators', 0, 'of'],
    ],
    [
      'parts that are reported less often',
      [ratio('r', 'a', 'b'), sum('a'), sum('b', { frequency: 'year' })],
      'indicator-frequency',
      ['indicators', 0, 'below'],
    ],
    [
      'another unit',
      [formula('f', ['a', 'b']), sum('a'), sum('b', { unit: '元' })],
      'indicator-unit',
      ['indicators', 0, 'plus', 1],
    ],
    [
      'cumulative and stock together',
      [ratio('r', 'a', 'b'), sum('a'), sum('b', { measures: 'stock' })],
      'indicator-measures',
      ['indicators', 0, 'above'],
    ],
    ['limits the wrong way round', [sum('a', { least: 2, most: 1 })], 'indicator-range', ['indicators', 0, 'least']],
    ['more decimals than are kept', [sum('a', { least: 0.001 })], 'indicator-figure', ['indicators', 0, 'least']],
    ['a number that is not exact', [sum('a', { most: 1e15 })], 'indicator-figure', ['indicators', 0, 'most']],
    [
      'a compared figure with more decimals',
      [count('c', 'a', { value: 0.001 }), sum('a')],
      'indicator-figure',
      ['indicators', 0, 'value'],
    ],
    [
      'bases out of order',
      [
        sum('a', {
          bases: [
            { id: 'x', from: '2025-03', words: '甲' },
            { id: 'y', from: '2025-02', words: '乙' },
          ],
        }),
      ],
      'indicator-basis-order',
      ['indicators', 0, 'bases', 1, 'from'],
    ],
    [
      'two bases without a beginning',
      [
        sum('a', {
          bases: [
            { id: 'x', from: null, words: '甲' },
            { id: 'y', from: null, words: '乙' },
          ],
        }),
      ],
      'indicator-basis-order',
      ['indicators', 0, 'bases', 1, 'from'],
    ],
  ])('%s', (_, indicators, code, path) => {
    const faults = faultsOf(...indicators);
    expect(faults.map((fault) => [fault.code, fault.path])).toContainEqual([code, path]);
  });

  test('an id that stands in another pack', () => {
    const [first, second] = [packOf([sum('a')]), packOf([sum('a')], 'linjiang/indicators.yaml')];
    expect(checkDefinitions(first, [first, second])).toEqual([]);
    expect(checkDefinitions(second, [first, second]).map(({ code }) => code)).toEqual(['indicator-twice']);
  });
});
