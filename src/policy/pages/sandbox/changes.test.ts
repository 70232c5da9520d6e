import { expect, test } from 'vitest';
import type { Figure } from '../../domain/report/proposal.ts';
import { changeWords, readChanges } from './changes.ts';

const figure = (
  id: string,
  value: string,
  digits: string | null,
  unit: string,
  most: number | null = null,
): Figure => ({
  ...{ id, name: `数${id}`, reason: null, value, later: [], bounds: { least: 0, most } },
  plain: digits === null ? null : { digits, unit },
});
const figures = [
  figure('rate', '8%', '8', '%', 100),
  figure('top', '200万元', '200', '万元'),
  figure('half', 'top / 2', null, ''),
];
const read = (value: string, id = 'rate', from = '') => readChanges(figures, { [id]: { value, from } });

test('what is typed becomes a value with its unit; nothing typed and nothing new is no change', () => {
  expect(read('７.５')).toEqual({ changes: [{ parameter: 'rate', value: '7.5%', from: null }], faults: {} });
  expect(read('1,200', 'top', '2026-01-01').changes).toEqual([
    { parameter: 'top', value: '1200万元', from: '2026-01-01' },
  ]);
  expect(read('top / 3', 'half').changes).toEqual([{ parameter: 'half', value: 'top / 3', from: null }]);
  expect([read(''), read(' 8 '), readChanges(figures, {})]).toEqual(Array(3).fill({ changes: [], faults: {} }));
});

test.each(['-1', '101', '7%', 'x', '1.2.3', '1e3'])('%s is wrong at its figure', (value) => {
  const { changes, faults } = read(value);
  expect([changes, Object.keys(faults)]).toEqual([[], ['rate']]);
});

test('a change is told with what it was', () => {
  expect(changeWords({ parameter: 'rate', value: '7%', from: '2026-01-01' }, figures)).toBe(
    '数rate 8% → 7%，自 2026-01-01 起',
  );
});
