import { createHash } from 'node:crypto';
import type pg from 'pg';

/** A statement that a connection has been asked this often is worth keeping its plan, as in the PostgreSQL JDBC driver. */
const threshold = 5;
/** Statements kept by one connection: beyond it the rest is planned each time. */
const mostKept = 256;
/** How many rows of how many are wanted decides the plan: a page of a list is planned for its figures. */
const cut = /\b(?:limit|offset) \$\d/iu;
/** Longer texts are made for one occasion. */
const longest = 20_000;

/**
 * Decides, per connection, which statements PostgreSQL keeps ready: planning a small query under row-level security takes
 * longer than answering it. Gives the name under which a text is kept, or undefined while it is not worth it.
 */
export class KeptStatements {
  readonly #asked = new Map<string, number>();
  readonly #kept = new Map<string, string>();

  nameOf(text: string): string | undefined {
    const kept = this.#kept.get(text);
    if (kept !== undefined) return kept;
    if (text.length > longest || this.#kept.size >= mostKept || cut.test(text)) return undefined;
    const times = (this.#asked.get(text) ?? 0) + 1;
    if (times < threshold) {
      if (this.#asked.size >= 4 * mostKept) this.#asked.clear();
      this.#asked.set(text, times);
      return undefined;
    }
    this.#asked.delete(text);
    const name = `jw_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    this.#kept.set(text, name);
    return name;
  }
}

const statements = new WeakMap<pg.PoolClient, KeptStatements>();

/** Asks a connection, with a kept plan where that is worth it. */
export function askKept(client: pg.PoolClient, text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
  const kept = statements.get(client) ?? new KeptStatements();
  statements.set(client, kept);
  // Without values a text may hold several statements, which cannot be kept.
  const name = values.length === 0 ? undefined : kept.nameOf(text);
  return client.query(name === undefined ? { text, values: [...values] } : { name, text, values: [...values] });
}
