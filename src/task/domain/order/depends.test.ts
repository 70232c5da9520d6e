import { describe, expect, test } from 'vitest';
import { content, duty, having, office, paper, signedByAll, stamp } from '../../../../tests/examples/task.ts';
import { closeOut, submit, withdraw } from '../moves/index.ts';
import { circles, dueTooLate, waitsFor } from './depends.ts';

const link = (id: string, ...dependsOn: string[]) => ({ id, dependsOn });

describe('what depends on itself', () => {
  test.each([
    [[link('a', 'b'), link('b', 'c'), link('c')], []],
    [[link('a', 'b', 'c'), link('b', 'd'), link('c', 'd'), link('d')], []],
    [[link('a', 'a')], ['a → a']],
    [[link('a', 'b'), link('b', 'a')], ['a → b → a']],
    [[link('x', 'a'), link('a', 'b'), link('b', 'c'), link('c', 'a')], ['a → b → c → a']],
    [
      [link('a', 'b'), link('b', 'a'), link('c', 'd'), link('d', 'c')],
      ['a → b → a', 'c → d → c'],
    ],
    [[link('a', 'nowhere')], []],
    [[], []],
  ])('%j: %j', (links, wanted) => {
    expect(circles(links).map(({ given }) => given)).toEqual(wanted);
  });

  test('a chain of ten thousand is followed to its end', () => {
    const long = Array.from({ length: 10_000 }, (_, at) => link(`t${at}`, `t${at + 1}`));
    expect(circles(long)).toEqual([]);
    expect(circles([...long, link('t10000', 't0')])).toHaveLength(1);
  });
});

describe('what has to be done first', () => {
  const made = (id: string, due: string, ...dependsOn: string[]) =>
    signedByAll(content({ id, dependsOn, duties: [duty('D1', '甲局', { dueOn: due })] }));
  const first = made('T1', '2025-06-30');
  const second = made('T2', '2025-05-31', 'T1', 'T9').task;
  const all = (task = first.task) => new Map([task, second].map((each) => [each.id, each]));

  test('is waited for until it is closed or withdrawn', () => {
    expect(waitsFor(second, all()).map(({ id }) => id)).toEqual(['T1']);
    const closed = having(
      first,
      (task) => submit(task, 'D1', '办完了。', [paper], stamp('甲局员', '甲局', '2025-05-01')),
      (task) => closeOut(task, 'D1', office('2025-05-02')),
    );
    expect(waitsFor(second, all(closed.task))).toEqual([]);
    expect(
      waitsFor(second, all(having(first, (task) => withdraw(task, '不办了。', office('2025-05-01'))).task)),
    ).toEqual([]);
  });

  test('cannot be due after what waits for it', () => {
    expect(dueTooLate(second, all()).map(({ id }) => id)).toEqual(['T1']);
    expect(dueTooLate(made('T2', '2025-06-30', 'T1').task, all())).toEqual([]);
  });
});
