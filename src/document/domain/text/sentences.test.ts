import { describe, expect, test } from 'vitest';
import { quotedSpans, splitSentences } from './sentences.ts';

const sentences = (text: string): string[] =>
  splitSentences(text, 0, text.length).map((s) => text.slice(s.start, s.end));
const segments = (text: string): string[][] =>
  splitSentences(text, 0, text.length).map((s) => s.segments.map((g) => text.slice(g.start, g.end)));

describe('splitSentences', () => {
  test('a sentence ends at 。！？, the stop included', () => {
    expect(sentences('做强企业。做优园区！谁来做？全市一起做')).toEqual([
      '做强企业。',
      '做优园区！',
      '谁来做？',
      '全市一起做',
    ]);
  });

  test('，；： cut segments, 、 does not', () => {
    expect(segments('到2027年，引进面料、印染企业5家；建成园区：2个。')).toEqual([
      ['到2027年，', '引进面料、印染企业5家；', '建成园区：', '2个。'],
    ]);
  });

  test('stops inside brackets and quotation marks do not cut', () => {
    expect(sentences('按“谁主管，谁负责。”的原则办（市工信局。市财政局）。下一句。')).toEqual([
      '按“谁主管，谁负责。”的原则办（市工信局。市财政局）。',
      '下一句。',
    ]);
    expect(segments('支持企业（含个体，合作社），给予补助。')[0]).toEqual([
      '支持企业（含个体，合作社），',
      '给予补助。',
    ]);
  });

  test('a bracket that never closes does not swallow the rest of the paragraph', () => {
    expect(sentences('建设园区（一期。引进企业5家。')).toEqual(['建设园区（一期。', '引进企业5家。']);
  });

  test('reads only the stretch asked for', () => {
    const text = '甲。乙，丙。丁。';
    const found = splitSentences(text, 2, 6);
    expect(found.map((s) => text.slice(s.start, s.end))).toEqual(['乙，丙。']);
    expect(splitSentences(text, 2, 2)).toEqual([]);
  });

  test('segments and sentences cover the paragraph without gap or overlap', () => {
    const text = '到2027年，企业达到（含）20家，其中：“小巨人”5家；产值翻一番！园区2个';
    const found = splitSentences(text, 0, text.length);
    expect(found.map((s) => text.slice(s.start, s.end)).join('')).toBe(text);
    expect(found.flatMap((s) => s.segments.map((g) => text.slice(g.start, g.end))).join('')).toBe(text);
  });

  test('text without any stop is cut somewhere, so that work stays proportional', () => {
    const text = '纺'.repeat(20_000);
    const found = splitSentences(text, 0, text.length);
    expect(found.length).toBeGreaterThan(1);
    expect(found.map((s) => s.end - s.start).reduce((a, b) => a + b)).toBe(text.length);
  });
});

describe('quotedSpans', () => {
  const quoted = (text: string): string[] => quotedSpans(text, 0, text.length).map((s) => text.slice(s.start, s.end));

  test('titles, with a title inside them, and quoted words', () => {
    expect(quoted('按照《关于落实《临江10条》的通知（2025年）》实施“1+3”行动')).toEqual([
      '《关于落实《临江10条》的通知（2025年）》',
      '“1+3”',
    ]);
  });

  test('none in a sentence without marks, or with one that stays open', () => {
    expect(quoted('新增企业10家，“专精特新企业5家')).toEqual([]);
  });
});
