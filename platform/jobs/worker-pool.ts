import { Worker } from 'node:worker_threads';
import { type Refusal, RefusalError } from '../../src/kernel/index.ts';

/** What goes to a worker and comes back. */
export interface Request<Task> {
  readonly number: number;
  readonly task: Task;
}
export type Reply =
  | { readonly number: number; readonly ok: true; readonly value: unknown }
  | { readonly number: number; readonly ok: false; readonly refusals: readonly Refusal[] }
  | { readonly number: number; readonly ok: false; readonly fault: string };
/** How far a task has come, in whatever words the worker and who asks it share; the reply still follows. */
export interface Told {
  readonly number: number;
  readonly told: unknown;
}

export interface PoolOptions {
  /** Module that calls `answerTasks`. */
  readonly module: URL;
  readonly workers: number;
  /** Seconds after which a task is given up and its worker ended. */
  readonly seconds: number;
  /** Heap of a worker in megabytes. */
  readonly megabytes: number;
  /** Tasks that may wait; more are refused as `server-busy`. */
  readonly waiting: number;
}

export interface WorkerPool<Task> {
  /**
   * Has the task done by a free worker; `hear` gets what the worker tells on the way. Refuses with what the task
   * refused, or `time-limit`, `memory-limit`, `server-busy`.
   */
  readonly run: (task: Task, hear?: (told: unknown) => void) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

interface Job<Task> {
  readonly task: Task;
  readonly hear: (told: unknown) => void;
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: Error) => void;
}

/**
 * A few threads that do the heavy work beside the event loop. A thread starts when it is first needed, serves one task
 * at a time, and is replaced when a task uses up its time or memory.
 */
export function workerPool<Task>(options: PoolOptions): WorkerPool<Task> {
  const idle: Worker[] = [];
  const busy = new Set<Worker>();
  const queue: Job<Task>[] = [];
  let number = 0;

  const next = (): void => {
    if (queue.length === 0) return;
    const worker = idle.pop() ?? (busy.size < options.workers ? startWorker(options, idle) : undefined);
    if (worker === undefined) return;
    busy.add(worker);
    number += 1;
    const job = queue.shift()!;
    void converse(worker, { number, task: job.task }, options, job.hear).then((outcome) => {
      busy.delete(worker);
      if (outcome.reusable) idle.push(worker);
      else void worker.terminate();
      if (outcome.cause === null) job.resolve(outcome.value);
      else job.reject(outcome.cause);
      next();
    });
  };

  return {
    run: (task, hear = () => undefined) =>
      new Promise((resolve, reject) => {
        if (queue.length >= options.waiting)
          return reject(new RefusalError({ code: 'server-busy', limit: options.waiting }));
        queue.push({ task, hear, resolve, reject });
        next();
      }),
    close: async () => {
      await Promise.all([...idle, ...busy].map((worker) => worker.terminate()));
    },
  };
}

function startWorker({ module, megabytes }: PoolOptions, idle: Worker[]): Worker {
  const worker = new Worker(module, { resourceLimits: { maxOldGenerationSizeMb: megabytes }, execArgv: [] });
  worker.unref();
  // Between two tasks there is nobody to tell; the next task must only not get this one.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
  });
  return worker;
}

interface Outcome {
  readonly cause: Error | null;
  readonly value: unknown;
  readonly reusable: boolean;
}

/** Sends one request and waits for its reply, for the worker's end, or for the time to be up, whichever comes first. */
function converse<Task>(
  worker: Worker,
  request: Request<Task>,
  { seconds, megabytes }: PoolOptions,
  hear: (told: unknown) => void,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const finish = (outcome: Outcome): void => {
      clearTimeout(clock);
      worker.off('error', onError).off('exit', onExit).off('message', onMessage);
      resolve(outcome);
    };
    const fail = (cause: Error): void => finish({ cause, value: null, reusable: false });
    const onError = (cause: Error & { code?: string }): void => {
      const outOfMemory = cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
      fail(outOfMemory ? new RefusalError({ code: 'memory-limit', limit: megabytes }) : cause);
    };
    const onExit = (): void => fail(new Error('worker ended'));
    const onMessage = (reply: Reply | Told): void => {
      if (reply.number !== request.number) return;
      if ('told' in reply) hear(reply.told);
      else finish({ ...outcomeOf(reply), reusable: true });
    };
    const clock = setTimeout(() => fail(new RefusalError({ code: 'time-limit', limit: seconds })), seconds * 1000);
    worker.on('error', onError).on('exit', onExit).on('message', onMessage);
    worker.postMessage(request);
  });
}

function outcomeOf(reply: Reply): Pick<Outcome, 'cause' | 'value'> {
  if (reply.ok) return { cause: null, value: reply.value };
  const cause = 'refusals' in reply ? new RefusalError(...reply.refusals) : new Error(reply.fault);
  return { cause, value: null };
}
