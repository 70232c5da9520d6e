import { expect, test } from 'vitest';
import { compareSearch, enterpriseListSearch, fileSearch, idsIn, requestSearch } from './address.ts';

test('what cannot be meant is left out of an address', () => {
  expect(enterpriseListSearch({ box: 'merged', text: '纺织', page: 2 })).toEqual({
    ...{ box: 'merged', text: '纺织', page: 2 },
  });
  expect(enterpriseListSearch({ box: 'open' })).toEqual({});
  expect(fileSearch({ asOf: '2026-01-01' })).toEqual({ asOf: '2026-01-01' });
  expect(fileSearch({ asOf: '<script>' })).toEqual({});
  expect(requestSearch({ box: 'all', enterpriseId: 1_234_567_890, page: '2' })).toEqual({
    ...{ box: 'all', enterpriseId: '1234567890' },
  });
  expect(requestSearch({ enterpriseId: '../x', requestId: '0123456789' })).toEqual({ requestId: '0123456789' });
});

test('at most six different enterprises are compared', () => {
  const ids = Array.from({ length: 9 }, (_, at) => `${at}000000000`);
  expect(idsIn(compareSearch({ ids: [...ids, ...ids].join() }))).toHaveLength(6);
  expect(idsIn(compareSearch({ ids: 'aaaaaaaaaa,aaaaaaaaaa,no,il00000000' }))).toEqual(['aaaaaaaaaa']);
  expect(compareSearch({ ids: 1_234_567_890 })).toEqual({ ids: '1234567890' });
  expect(compareSearch({})).toEqual({});
});
