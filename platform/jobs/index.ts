export { answerTasks } from './answer-tasks.ts';
export { type Rounds, startRounds } from './rounds.ts';
export { type PoolOptions, type WorkerPool, workerPool } from './worker-pool.ts';
