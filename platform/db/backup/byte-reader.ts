import { RefusalError } from '../../../src/kernel/index.ts';

/** Reads a stream of bytes by counts. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer[] = [];
  #size = 0;

  constructor(bytes: AsyncIterable<Buffer>) {
    this.#chunks = bytes[Symbol.asyncIterator]();
  }

  /** The next `count` bytes; refuses (`backup-truncated`) when the stream ends before. */
  async exactly(count: number): Promise<Buffer> {
    const found = await this.upTo(count);
    if (found.length < count) throw new RefusalError({ code: 'backup-truncated' });
    return found;
  }

  /** The next `count` bytes, or fewer where the stream ends. */
  async upTo(count: number): Promise<Buffer> {
    while (this.#size < count) {
      const next = await this.#chunks.next();
      if (next.done === true) break;
      this.#held.push(next.value);
      this.#size += next.value.length;
    }
    const all = this.#held.length === 1 ? this.#held[0]! : Buffer.concat(this.#held);
    const taken = all.subarray(0, count);
    this.#held = [all.subarray(taken.length)];
    this.#size = all.length - taken.length;
    return taken;
  }

  /** True when nothing follows. */
  async isAtEnd(): Promise<boolean> {
    const next = await this.upTo(1);
    return next.length === 0;
  }
}
