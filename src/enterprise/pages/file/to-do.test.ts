import { expect, test } from 'vitest';
import { enterpriseExample, titleExample } from '../parts/example.ts';
import { toDoOf } from './to-do.ts';

const today = '2026-03-01';

test('a full file has nothing to see to', () => {
  expect(toDoOf(enterpriseExample(), today)).toEqual([]);
});

test('what is missing is named; figures are due by the end of June', () => {
  const bare = enterpriseExample({ code: null, contacts: [], figures: [] });
  expect(toDoOf(bare, today).map(({ key }) => key)).toEqual(['figures', 'code', 'contacts']);
  expect(toDoOf(bare, '2026-06-30')[0]).toMatchObject({ by: '2026-06-30', urgent: false });
  expect(toDoOf(bare, '2026-07-01')[0]).toMatchObject({ by: '2026-06-30', urgent: true });
});

test('titles that end within half a year or have ended are named once, unless they were given again', () => {
  const titles = (...all: Parameters<typeof titleExample>[0][]) =>
    toDoOf(enterpriseExample({ allTitles: all.map((each) => titleExample(each)) }), today).map(({ key }) => key);
  expect(titles({ id: 'a', endsOn: '2026-08-28' })).toEqual(['title:a']);
  expect(titles({ id: 'a', endsOn: '2026-08-29' })).toEqual([]);
  expect(titles({ id: 'a', endsOn: '2026-03-01', holds: false })).toEqual(['ended:a']);
  expect(
    titles({ id: 'a', endsOn: '2025-03-01', holds: false }, { id: 'b', givenOn: '2025-03-02', endsOn: '2028-03-02' }),
  ).toEqual([]);
  expect(titles({ id: 'a', endsOn: null })).toEqual([]);
});

test('whoever is no longer open is asked for nothing', () => {
  expect(toDoOf(enterpriseExample({ state: 'cancelled', code: null }), today)).toEqual([]);
});
