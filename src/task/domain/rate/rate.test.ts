import { describe, expect, test } from 'vitest';
import { content, duty, having, paper, signedByAll, stamp } from '../../../../tests/examples/task.ts';
import type { Task } from '../model/index.ts';
import { closeOut, submit } from '../moves/index.ts';
import { rank } from './rank.ts';
import { permille, ratesOf, type UnitRate } from './rate.ts';

const chief = (day: string) => stamp('审核员', 'office', day);
const task = (id: string, due: string | null, handedIn: string | null, approved: string | null): Task => {
  const made = signedByAll(
    content({ id, duties: [duty('D1', '甲局', { dueOn: due }), duty('D2', '乙局', { role: 'cooperating' })] }),
  );
  const moves = [
    ...(handedIn === null
      ? []
      : [(each: Task) => submit(each, 'D1', '办完了。', [paper], stamp('甲局员', '甲局', handedIn))]),
    ...(approved === null ? [] : [(each: Task) => closeOut(each, 'D1', chief(approved))]),
  ];
  return having(made, ...moves).task;
};
const rates = (tasks: readonly Task[], from = '2025-01-01', to = '2025-06-30') =>
  ratesOf(tasks, from, to).map(({ unit, onTime, late, overdue, won, of }) => [unit.id, onTime, late, overdue, won, of]);

describe('the honest rate', () => {
  const onTime = task('T1', '2025-05-31', '2025-05-20', '2025-06-10');
  const late = task('T2', '2025-04-30', '2025-05-20', '2025-05-21');
  const overdue = task('T3', '2025-06-29', null, null);

  test('what is open and overdue is in the denominator; a lead weighs two', () => {
    expect(rates([onTime, late, overdue])).toEqual([
      ['乙局', 1, 1, 1, 1, 3],
      ['甲局', 1, 1, 1, 2, 6],
    ]);
  });

  test('what is not due, handed in and waiting, or without a deadline does not count', () => {
    const others = [
      task('T4', '2025-06-30', null, null),
      task('T5', '2025-06-01', '2025-05-31', null),
      task('T6', null, null, null),
    ];
    expect(rates(others)).toEqual([]);
    expect(rates([task('T7', '2025-06-01', '2025-06-02', null)])).toEqual([
      ['乙局', 0, 0, 1, 0, 1],
      ['甲局', 0, 0, 1, 0, 2],
    ]);
  });

  test('a close-out counts in the time of the second person’s word', () => {
    expect(rates([onTime], '2025-06-10', '2025-06-10')).toHaveLength(2);
    expect(rates([onTime], '2025-06-11', '2025-06-30')).toEqual([]);
    expect(rates([task('T8', null, '2025-05-01', '2025-05-02')])).toEqual([
      ['乙局', 1, 0, 0, 1, 1],
      ['甲局', 1, 0, 0, 2, 2],
    ]);
  });

  test('weights are said, not built in', () => {
    expect(
      ratesOf([onTime], '2025-01-01', '2025-06-30', { lead: 1, cooperating: 0 }).map(({ won, of }) => [won, of]),
    ).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});

const unit = (id: string, won: number, of: number): UnitRate => ({
  unit: { id, name: id },
  onTime: 0,
  late: 0,
  overdue: 0,
  won,
  of,
});

describe('the ranking', () => {
  test('equal rates share a place and the next is left out; nothing due is no place and no 100 %', () => {
    const ranked = rank([unit('e', 0, 0), unit('d', 1, 2), unit('c', 2, 4), unit('b', 1, 1), unit('a', 0, 5)]);
    expect(ranked.map(({ unit: { id }, place, permille: rate }) => [id, place, rate])).toEqual([
      ['b', 1, 1000],
      ['c', 2, 500],
      ['d', 2, 500],
      ['a', 4, 0],
      ['e', null, null],
    ]);
  });

  test('rates that round to the same are still told apart', () => {
    const ranked = rank([unit('a', 332, 999), unit('b', 333, 1001)]);
    expect(ranked.map(({ unit: { id }, place }) => [id, place])).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
  });

  test('does not depend on the order in which units come', () => {
    const all = [unit('a', 1, 2), unit('b', 2, 4), unit('c', 1, 3), unit('d', 0, 0), unit('e', 3, 3)];
    expect(rank([...all].reverse())).toEqual(rank(all));
    expect(rank([])).toEqual([]);
  });

  test.each([
    [1, 3, 333],
    [2, 3, 667],
    [1, 2000, 1],
    [1, 2001, 0],
    [0, 7, 0],
    [7, 7, 1000],
  ])('%i of %i is %i ‰', (won, of, wanted) => {
    expect(permille({ won, of })).toBe(wanted);
  });
});
