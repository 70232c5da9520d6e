export { answerTasks } from './answer-tasks.ts';
export { type PoolOptions, type WorkerPool, workerPool } from './worker-pool.ts';
