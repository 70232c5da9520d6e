import { RefusalError } from '../../../kernel/index.ts';

/** What a thread tells while it works, and what it is told: whole numbers in memory that both see. */
const [DONE, ALL, ROWS, STOP] = [0, 1, 2, 3] as const;

export const progressMemory = (): SharedArrayBuffer => new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT);

export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly rows: number;
}

export function progressIn(memory: SharedArrayBuffer): Progress {
  const numbers = new Int32Array(memory);
  return { done: Atomics.load(numbers, DONE), of: Atomics.load(numbers, ALL), rows: Atomics.load(numbers, ROWS) };
}

/** Nobody waits any more: the thread ends at the next look. */
export function stop(memory: SharedArrayBuffer): void {
  Atomics.store(new Int32Array(memory), STOP, 1);
}

/** Notes how far the work is. Refuses (`trial-stopped`) to go on when nobody waits. */
export class ProgressNote {
  readonly #numbers: Int32Array;
  #rows = 0;

  constructor(memory: SharedArrayBuffer) {
    this.#numbers = new Int32Array(memory);
  }

  all(of: number): void {
    Atomics.store(this.#numbers, ALL, of);
  }

  /** So much of all is done. */
  done(done: number): void {
    Atomics.store(this.#numbers, DONE, done);
  }

  row(): void {
    this.#rows += 1;
    // Looking at shared memory for each row would cost more than most rows.
    if (this.#rows % 512 !== 0) return;
    Atomics.store(this.#numbers, ROWS, this.#rows);
    if (Atomics.load(this.#numbers, STOP) !== 0) throw new RefusalError({ code: 'trial-stopped' });
  }
}
