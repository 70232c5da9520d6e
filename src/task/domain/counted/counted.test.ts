import { describe, expect, test } from 'vitest';
import type { CountedEvents } from '../model/index.ts';
import { checkCounted, countedWords, proposeCounted, readingWords } from './index.ts';

const events: CountedEvents = {
  ...{ source: 'projects', measure: 'number', step: 'started', atLeastFen: 5_000_000_000 },
  ...{ regionId: null, chainId: null, confirmed: false },
};

describe('what a figure of a plan would be counted by', () => {
  const wan = 1_000_000;
  test.each([
    ['新开工亿元以上项目', '个', 'started', 10_000],
    ['新开工总投资5000万元以上项目', '个', 'started', 5000],
    ['新开工总投资５０００万元（含）及以上项目', '个', 'started', 5000],
    ['开工建设项目', '个', 'started', null],
    ['竣工10亿元以上项目', '个', 'completed', 100_000],
    ['建成亿元以上项目', '个', 'completed', 10_000],
    ['建成投产项目', '个', 'producing', null],
    ['投产投资超三亿元以上项目', '项', 'producing', 30_000],
    ['达标达效项目', '个', 'reached', null],
  ])('%s', (name, unit, step, least) => {
    const found = proposeCounted({ text: null, name, unit, mode: 'annual', comparator: '>=' });
    expect(found).toMatchObject({ measure: 'number', step, atLeastFen: least === null ? null : least * wan });
  });

  test.each([
    ['签约亿元以上项目', '个'],
    ['新开工和竣工项目', '个'],
    ['开工1亿元以上、10亿元以上项目', '个'],
    ['新开工技术改造项目', '个'],
    ['重点项目开工率', '%'],
    ['新增规上企业', '户'],
    ['新开工项目', '家'],
    ['新开工项目总投资', '亿元'],
    ['投产年产值亿元以上项目', '个'],
    ['开工万元以上项目', '个'],
    ['亿元以上项目', '个'],
    ['未开工项目', '个'],
    ['科技攻关项目投产', '项'],
  ])('nothing for %s (%s)', (name, unit) => {
    expect(proposeCounted({ text: null, name, unit, mode: 'annual', comparator: '>=' })).toBeNull();
  });

  test('the clause in which a short name stands says what the name leaves out, and no other clause does', () => {
    const figure = { unit: '个', mode: 'annual', comparator: '>=' } as const;
    const text = '加快项目建设，2025年新开工亿元以上项目45个，签约项目60个';
    expect(proposeCounted({ ...figure, text, name: '亿元以上项目' })?.step).toBe('started');
    expect(proposeCounted({ ...figure, text, name: '签约项目' })).toBeNull();
    expect(proposeCounted({ ...figure, text, name: '开工项目', comparator: '<=' })).toBeNull();
    expect(proposeCounted({ ...figure, text, name: '开工项目', mode: 'level' })).toBeNull();
  });

  test('what was invested is a sum of money', () => {
    const figure = { text: null, mode: 'annual', comparator: '>=' } as const;
    const found = proposeCounted({ ...figure, name: '开工项目完成投资', unit: '亿元' });
    expect(found).toMatchObject({ measure: 'investment', step: 'started', atLeastFen: null });
  });
});

test('a condition in words, and a figure that fell', () => {
  expect(countedWords(events, { region: null, chain: null })).toBe('项目库：开工、总投资5000万元以上');
  const invested: CountedEvents = { ...events, measure: 'investment', atLeastFen: 10_000_000_000, confirmed: true };
  expect(countedWords(invested, { region: '临江市', chain: '现代纺织' })).toBe(
    '项目库：临江市、现代纺织、开工、总投资1亿元以上、已核定的项目完成投资',
  );
  const inPieces = { unit: '个', decimals: 0 };
  expect(readingWords('项目库：开工', { value: 12, before: 11 }, inPieces)).toBe('项目库：开工，12个');
  expect(readingWords('项目库：开工', { value: 12, before: 14 }, inPieces)).toBe('项目库：开工，12个，比上次少2个');
  expect(readingWords('投资', { value: 5, before: null }, { unit: '亿元', decimals: 2 })).toBe('投资，0.05亿元');
});

test('refused: counting without saying what, money in pieces, pieces in money, a level of investment', () => {
  const figure = { name: '项目', unit: '个', mode: 'annual', counts: 'events', events } as const;
  const codes = (changes: Partial<Parameters<typeof checkCounted>[0]>) =>
    checkCounted({ ...figure, ...changes }).map(({ code }) => code);
  expect(codes({})).toEqual([]);
  expect(codes({ events: null })).toEqual(['deliverable-events']);
  expect(codes({ counts: 'reported', events: null })).toEqual([]);
  expect(codes({ unit: '亿元' })).toEqual(['deliverable-events-unit']);
  expect(codes({ events: { ...events, measure: 'investment' } })).toEqual(['deliverable-events-unit']);
  expect(codes({ unit: '万元', mode: 'level', events: { ...events, measure: 'investment' } })).toEqual([
    'deliverable-events-mode',
  ]);
  expect(codes({ events: { ...events, atLeastFen: -1 } })).toEqual(['task-figure']);
});
