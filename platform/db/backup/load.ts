import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { RefusalError } from '../../../src/kernel/index.ts';
import type { TableShape } from './catalog.ts';
import { copyIn } from './copy.ts';
import type { Piece } from './read-archive.ts';

/** Writes the pieces of tables, which come one table after another, into those tables. */
export class Loader {
  readonly #client: pg.Client;
  readonly #tables: ReadonlyMap<string, TableShape>;
  #table = '';
  #stream: ReturnType<typeof copyFrom> | null = null;
  #done: Promise<void> = Promise.resolve();

  constructor(client: pg.Client, tables: readonly TableShape[]) {
    this.#client = client;
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  async take({ table, text }: Piece): Promise<void> {
    if (table !== this.#table || this.#stream === null) await this.#begin(table);
    if (this.#stream?.write(text) === false) await Promise.race([once(this.#stream, 'drain'), this.#done]);
  }

  /** Ends the table that is being written; throws what the database has against its rows. */
  async end(): Promise<void> {
    this.#stream?.end();
    this.#stream = null;
    await this.#done;
  }

  async #begin(name: string): Promise<void> {
    await this.end();
    const table = this.#tables.get(name);
    if (table === undefined) throw new RefusalError({ code: 'backup-tables-differ', given: name });
    this.#table = name;
    this.#stream = this.#client.query(copyFrom(copyIn(table)));
    this.#done = finished(this.#stream);
    // Looked at by whoever writes next or ends.
    this.#done.catch(() => undefined);
  }
}
