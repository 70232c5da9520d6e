import { expect, test } from 'vitest';
import { only, readDocument } from '../../../../tests/examples/document.ts';

/** Scope of the one indicator of a sentence under a heading, in a plan for no chain in particular. */
const scope = (sentence: string, heading = '一、重点任务', title = '临江市制造业三年行动方案'): string | null =>
  only(readDocument([title, heading, sentence].join('\n')).indicators).scope;

test.each([
  ['到2027年，全市规上企业达到250家。', '全市'],
  ['到2027年，芦洲区规上企业达到50家。', '芦洲区'],
  ['到2027年，临江高新区营业收入突破200亿元。', '临江高新区'],
])('the region of the sentence: %s', (sentence, expected) => {
  expect(scope(sentence)).toBe(expected);
});

test('the chain of the sentence, with its region', () => {
  expect(scope('到2027年，全市现代针纺产业链营业收入达到80亿元。')).toBe('全市现代针纺产业链');
});

test('the chain that opens the paragraph', () => {
  expect(scope('现代针纺产业链：到2027年，营业收入达到80亿元。')).toBe('现代针纺产业链');
});

test('the chain of the heading', () => {
  expect(scope('到2027年，营业收入达到80亿元。', '（八）纺织鞋服产业链')).toBe('纺织鞋服产业链');
});

test('the chain of the document', () => {
  expect(scope('到2027年，营业收入达到80亿元。', '一、发展目标', '临江市现代纺织产业链三年行动方案')).toContain(
    '现代纺织产业链',
  );
});

test('none when nothing says so', () => {
  expect(scope('到2027年，规上企业达到250家。')).toBeNull();
});

test.each(['城市更新面积达到20万平方米', '市场主体达到3000户', '园区道路达到12公里'])(
  'a word that only ends like a region is none: %s',
  (words) => {
    expect(scope(`到2027年，${words}。`)).toBeNull();
  },
);
