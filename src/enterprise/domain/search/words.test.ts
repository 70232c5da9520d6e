import { expect, test } from 'vitest';
import { queryOf, searchedOf } from './index.ts';

test.each([
  ['云锦织造', '云锦:1 锦织:2 织造:3 造:4'],
  ['ABB（江西）公司', 'abb:1 江西:3 西:4 公司:7 司:8'],
  ['ＡＢＣ１２ 羊绒', 'abc12:1 羊绒:3 绒:4'],
  ["'; drop table--:\\", 'drop:1 table:3'],
  ['', ''],
  ['、，。', ''],
])('%s is found by %s', (text, words) => {
  expect(searchedOf(text)).toBe(words);
});

test.each([
  ['纺织', '(纺织)'],
  ['云锦织', '(云锦 <-> 锦织)'],
  ['锦', '锦:*'],
  ['9136', '9136:*'],
  ['abb公司', 'abb:* & (公司)'],
  ["a' & !b:*", 'a:* & b:*'],
  ['！？', null],
])('%s looks for %s', (word, query) => {
  expect(queryOf(word)).toBe(query);
});

test('a word of a hundred thousand letters is cut, and a text of as many signs ends', () => {
  expect(searchedOf('a'.repeat(100_000)).length).toBeLessThan(200);
  expect(searchedOf('锦绣'.repeat(100_000)).split(' ').length).toBeLessThanOrEqual(4000);
});
