import type { Period } from '../../../kernel/index.ts';
import type { Definition, Kind } from '../definition.ts';
import type { KnownCell } from '../reading/facts.ts';
import type { Target } from '../target/target.ts';

/** An indicator for tests: cumulative sums in whole 万元, never below 0, unless said otherwise. */
export const definitionOf = (more: Partial<Definition> = {}): Definition => ({
  ...{ id: 'output', name: '产值', unit: '万元', decimals: 0, of: { kind: 'sum' }, measures: 'cumulative' },
  ...{ direction: 'up', frequency: 'month', bases: [], source: null, low: 0, high: null },
  ...more,
});
export const ratioOfTwo = (above: string, below: string, times: number): Kind => ({
  kind: 'ratio',
  above,
  below,
  times,
});

/** Cells of these periods, each of five final figures of five enterprises unless said otherwise. */
export const cellsOf = (
  values: Readonly<Record<Period, number | bigint>>,
  more: Partial<KnownCell> = {},
): KnownCell[] =>
  Object.entries(values).map(([period, value]) => ({
    ...{ period, total: BigInt(value), figures: 5, firms: 5, vintages: { final: 5 }, reporters: null },
    ...more,
  }));

export const targetOf = (more: Partial<Target> = {}): Target => ({
  ...{
    id: 't',
    indicatorId: 'output',
    place: { regionId: 'r', chainId: '', unitId: '' },
    period: '2026',
    edition: 'e',
  },
  ...{ op: '>=', mode: 'level', value: 1200n, value2: null, base: null, from: null },
  ...more,
});
