import { expect, test } from 'vitest';
import { allMatching, countOf, isTicked, nothingTicked, selectionBody, tickedOn, withPage } from './selection.ts';

const page1 = ['a', 'b'];
const page2 = ['c', 'd'];

test('ticks of several pages add up', () => {
  const one = withPage(nothingTicked, page1, new Set(['a', 'b']));
  const two = withPage(one, page2, new Set(['d']));
  expect(countOf(two, 100)).toBe(3);
  expect([...tickedOn(two, page2)]).toEqual(['d']);
  expect(countOf(withPage(two, page1, new Set()), 100)).toBe(1);
  expect(selectionBody(two, { text: '纺织', sort: 'title' })).toEqual({ ids: ['a', 'b', 'd'] });
});

test('all that match, whatever page is on the screen, but those unticked', () => {
  const but = withPage(allMatching, page2, new Set(['c']));
  expect(countOf(but, 12_345)).toBe(12_344);
  expect([isTicked(but, 'c'), isTicked(but, 'd'), isTicked(but, 'never seen')]).toEqual([true, false, true]);
  expect(withPage(but, page2, new Set(page2))).toEqual(allMatching);
  expect(selectionBody(but, { text: '纺织', filter: '{}', sort: 'title' })).toEqual({
    matching: { text: '纺织', filter: '{}' },
    except: ['d'],
  });
});
