import { expect, test } from 'vitest';
import { pipelineSearch, placeFilter, titleSearch } from '../address.ts';
import { daysWords, percentText } from './words.ts';

test('days to an end read forwards and backwards', () => {
  expect([1, 0, -1, 1200].map(daysWords)).toEqual(['还有 1 天', '今天起无效', '已过 1 天', '还有 1,200 天']);
});

test('likelihood is written in percent, with a decimal where there is one', () => {
  expect([1000, 700, 699, 0].map(percentText)).toEqual(['100%', '70%', '69.9%', '0%']);
});

test('an address keeps what can be meant and drops the rest', () => {
  expect(pipelineSearch({ region: 990100, chain: 'lj-textile', months: 36 })).toEqual({
    ...{ region: '990100', chain: 'lj-textile', months: 36 },
  });
  expect(pipelineSearch({ region: "x' or 1", chain: '', months: 37 })).toEqual({});
  expect(pipelineSearch({ months: 0 })).toEqual({});
  expect(titleSearch({ box: 'expiring', months: 1, year: 2025 })).toEqual({ box: 'expiring', months: 1, year: 2025 });
  expect(titleSearch({ box: 'reach', year: 1989 })).toEqual({});
  expect(titleSearch({ box: 'all', year: '2201' })).toEqual({});
  expect(placeFilter({ region: '990100' })).toEqual({ filter: { region: { in: ['990100'] } } });
  expect(placeFilter({})).toEqual({});
});
