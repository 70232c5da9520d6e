import { expect, test } from 'vitest';
import { KeptStatements } from './prepared.ts';

test('a statement is kept from its fifth time on, always under the same name', () => {
  const kept = new KeptStatements();
  const names = Array.from({ length: 7 }, () => kept.nameOf('select $1'));
  expect(names.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
  expect(names[4]).toMatch(/^jw_[0-9a-f]{24}$/);
  expect(new Set(names.slice(4)).size).toBe(1);
  expect(kept.nameOf('select $1 + 1')).toBeUndefined();
});

test('no more than 256 are kept, and pages and texts for one occasion never', () => {
  const kept = new KeptStatements();
  const often = (text: string) => Array.from({ length: 5 }, () => kept.nameOf(text)).at(-1);
  for (let n = 0; n < 256; n += 1) expect(often(`select ${n}`)).toBeDefined();
  expect(often('select 256')).toBeUndefined();
  expect(kept.nameOf('select 3')).toBeDefined();
  const fresh = new KeptStatements();
  for (let n = 0; n < 9; n += 1) expect(fresh.nameOf('select id from plan order by id limit $1')).toBeUndefined();
  for (let n = 0; n < 9; n += 1) expect(fresh.nameOf(`select '${'x'.repeat(20_000)}'`)).toBeUndefined();
});
