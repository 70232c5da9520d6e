import { expect, test } from 'vitest';
import { inPlan } from '../../../../tests/examples/document.ts';

const years = (...body: string[]): (number | null)[] => inPlan(...body).indicators.map((i) => i.year);

test('a sentence that measures the same thing without a time word takes the year of the one before', () => {
  expect(years('到2026年，面料产业营业收入突破150亿元。印染产业营业收入突破80亿元。')).toEqual([2026, 2026]);
});

test('another thing does not', () => {
  expect(years('到2026年，面料产业营业收入突破150亿元。引进龙头企业5家。')).toEqual([2026, null]);
});

test('nor does the next paragraph', () => {
  expect(years('到2026年，面料产业营业收入突破150亿元。', '印染产业营业收入突破80亿元。')).toEqual([2026, null]);
});

test('its own time word goes before', () => {
  expect(years('到2026年，面料产业营业收入突破150亿元。到2027年，印染产业营业收入突破80亿元。')).toEqual([2026, 2027]);
});
