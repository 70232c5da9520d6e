import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { RefusalError } from '../../kernel/index.ts';

/** A file that is written beside its place and put there when it is whole. */
export class OutputFile {
  readonly #path: string;
  readonly #file: number;
  #open = true;

  /** Refuses (`output-not-writable`) a place where nothing can be put. */
  constructor(path: string) {
    this.#path = path;
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw new RefusalError({ code: 'output-not-writable', field: path });
    try {
      this.#file = openSync(this.#partial, 'w');
    } catch {
      throw new RefusalError({ code: 'output-not-writable', field: path });
    }
  }

  /** Two runs may write to one place; the last to end stays. */
  get #partial(): string {
    return `${this.#path}.${process.pid}.partial`;
  }

  /** Refuses when the disk is full. */
  write(bytes: Uint8Array): void {
    try {
      for (let from = 0; from < bytes.length; ) from += writeSync(this.#file, bytes, from);
    } catch {
      throw new RefusalError({ code: 'output-not-writable', field: this.#path });
    }
  }

  finish(): void {
    this.#close();
    renameSync(this.#partial, this.#path);
  }

  discard(): void {
    this.#close();
    rmSync(this.#partial, { force: true });
  }

  #close(): void {
    if (this.#open) closeSync(this.#file);
    this.#open = false;
  }
}
