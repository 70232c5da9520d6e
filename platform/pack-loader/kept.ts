import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './hash.ts';

/** What a file of a pack came to. */
export interface KeptPack {
  readonly kind: string;
  readonly hash: string;
  readonly content: unknown;
}

/** Counts up when a file would come to something else for a reason that neither its text nor its schema shows. */
const edition = 1;
/** More than this are thrown away together: they are quickly made again. */
const mostKept = 300;

/**
 * Remembers in a folder what the text of a pack came to when it was held against some schemas, since reading and holding
 * it takes longer than many a run. Nothing depends on it: a folder that cannot be written, and an entry that is not what
 * its hash says, are as good as none.
 */
export class KeptPacks {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A name for a text under these schemas; texts and schemas that differ have different ones. */
  keyOf(text: string, schemas: string): string {
    return createHash('sha256').update(`${edition}\n${schemas.length}\n${schemas}\n${text}`).digest('hex');
  }

  find(key: string): KeptPack | null {
    try {
      const { kind, hash, content } = JSON.parse(readFileSync(this.#pathOf(key), 'utf8'));
      return typeof kind === 'string' && contentHash(content) === hash ? { kind, hash, content } : null;
    } catch {
      return null;
    }
  }

  keep(key: string, pack: KeptPack): void {
    const partial = `${this.#pathOf(key)}.${process.pid}`;
    try {
      mkdirSync(this.#folder, { recursive: true });
      if (readdirSync(this.#folder).length > mostKept) rmSync(this.#folder, { recursive: true });
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(partial, JSON.stringify(pack));
      renameSync(partial, this.#pathOf(key));
    } catch {
      // What was not kept is read again; a piece of it that could be left is thrown away with the rest.
    }
  }

  #pathOf(key: string): string {
    return join(this.#folder, `${key}.json`);
  }
}
