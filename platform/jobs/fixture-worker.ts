import { setTimeout as pause } from 'node:timers/promises';
import { RefusalError } from '../../src/kernel/index.ts';
import { answerTasks } from './answer-tasks.ts';

/** A worker for the tests of the pool: does what the task is called. */
answerTasks(async (task: string, tell): Promise<unknown> => {
  if (task === 'refuse') throw new RefusalError({ code: 'empty', field: 'x' });
  if (task === 'fault') throw new Error('broken');
  if (task === 'end') process.exit(3);
  if (task === 'hog') return Array.from({ length: 1e9 }, (_, at) => ({ at, more: [at] }));
  if (task === 'endless') for (;;) if (performance.now() < 0) return null;
  if (task === 'steps') for (const step of [1, 2, 3]) tell(step);
  await pause(1);
  return `${task} done`;
});
