import { afterAll, expect, test } from 'vitest';
import { RefusalError } from '../../src/kernel/index.ts';
import { workerPool } from './index.ts';

const limits = { module: new URL('./fixture-worker.ts', import.meta.url), workers: 2, megabytes: 64, waiting: 4 };
/** Patient, so that a busy machine does not turn another outcome into a time limit. */
const pool = workerPool<string>({ ...limits, seconds: 50 });
const hasty = workerPool<string>({ ...limits, seconds: 1 });
afterAll(() => Promise.all([pool.close(), hasty.close()]));

const codesOf = async (work: Promise<unknown>): Promise<string> => {
  const cause = await work.catch((error: unknown) => error);
  return cause instanceof RefusalError ? cause.refusals.map((one) => one.code).join() : `not refused: ${cause}`;
};

test('tasks are done, also more of them than there are workers', async () => {
  expect(await Promise.all(['a', 'b', 'c', 'd'].map((task) => pool.run(task)))).toEqual([
    'a done',
    'b done',
    'c done',
    'd done',
  ]);
});

test('a refusal comes back as one, a fault as an error', async () => {
  expect(await codesOf(pool.run('refuse'))).toBe('empty');
  await expect(pool.run('fault')).rejects.toThrow('broken');
});

test('a worker that uses up its time or memory, or ends, is replaced', async () => {
  expect(await codesOf(hasty.run('endless'))).toBe('time-limit');
  expect(await codesOf(pool.run('hog'))).toBe('memory-limit');
  await expect(pool.run('end')).rejects.toThrow('worker ended');
  expect(await Promise.all(['a', 'b', 'c'].map((task) => pool.run(task)))).toEqual(['a done', 'b done', 'c done']);
});

test('more waiting tasks than allowed are refused, the others done', async () => {
  const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((task) => pool.run(task)));
  expect(outcomes.map((one) => one.status)).toEqual([...Array(6).fill('fulfilled'), 'rejected']);
});

test('what a worker tells on the way comes to who asked, in order and before the end', async () => {
  const told: unknown[] = [];
  const others: unknown[] = [];
  await Promise.all([pool.run('steps', (each) => told.push(each)), pool.run('a', (each) => others.push(each))]);
  expect(told).toEqual([1, 2, 3]);
  expect(others).toEqual([]);
});
