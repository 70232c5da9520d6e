import { expect, test } from 'vitest';
import { idNumbers, SeenIds } from './seen-ids.ts';

function repeated(ids: readonly string[]): number[] {
  const bytes = Buffer.from(ids.join(','));
  const [from, to] = [new Int32Array(ids.length), new Int32Array(ids.length)];
  let at = 0;
  for (const [row, id] of ids.entries()) {
    from[row] = at;
    at += Buffer.byteLength(id);
    to[row] = at;
    at += 1;
  }
  const seen = new SeenIds();
  const numbers = idNumbers(bytes, from, to, ids.length);
  for (let part = 0; part < numbers.length; part += 1000) seen.add(numbers.slice(part, part + 1000));
  return seen.repeated().map((row) => row - 1);
}

test('an id that came before is found, with quotes or without', () => {
  expect(repeated(['E1', 'E2', 'E1', '"E2"', 'E11', '企业', '"企业"', 'E1'])).toEqual([2, 3, 6, 7]);
  expect(repeated([])).toEqual([]);
});

test('of many that are alike none is taken for another', () => {
  const ids = Array.from({ length: 200_000 }, (_, at) => `91360100MA${String(at).padStart(8, '0')}`);
  expect(repeated(ids)).toEqual([]);
  expect(repeated([...ids, ids[77] ?? '', ids[199_999] ?? ''])).toEqual([200_000, 200_001]);
});
