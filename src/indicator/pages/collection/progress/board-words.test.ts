import { expect, test } from 'vitest';
import { barParts, boardSentences, filledShare } from './board-words.ts';

const none = {
  ...{ units: 0, open: 0, submitted: 0, returned: 0, approved: 0, late: 0, lateSubmitted: 0, untouched: 0 },
  ...{ extensionsAsked: 0, filled: 0, wanted: 0 },
};

test('what is to be done is said, what is nobody is left out', () => {
  const counts = { ...none, units: 16, open: 4, submitted: 2, returned: 1, approved: 9, late: 3, untouched: 2 };
  expect(boardSentences(counts)).toEqual([
    '16 个单位，报了 11 个，还差 5 个。',
    '3 个已经逾期，还没有报。',
    '2 个一格都没有填。',
    '1 个被退回，正在改。',
    '2 个等待审核。',
  ]);
  expect(boardSentences({ ...none, units: 3, approved: 3 })).toEqual(['3 个单位都报了。']);
  expect(boardSentences({ ...none, units: 2, open: 2, extensionsAsked: 1 }).at(-1)).toBe('1 个申请延期，等您答复。');
  expect(boardSentences(none)).toEqual(['这一期还没有单位要填。']);
});

test('the bar has a part for each state that anybody is in, and they are all units', () => {
  const counts = { ...none, units: 10, open: 4, approved: 6 };
  expect(barParts(counts).map(({ key, count }) => [key, count])).toEqual([
    ['approved', 6],
    ['open', 4],
  ]);
});

test('100 percent are all cells', () => {
  expect(filledShare({ ...none, filled: 999, wanted: 1000 })).toBe(99);
  expect(filledShare({ ...none, filled: 1000, wanted: 1000 })).toBe(100);
  expect(filledShare(none)).toBe(100);
});
