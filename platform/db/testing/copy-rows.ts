import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Takes rows into tables as their owner, as fast as the database takes them; each row of a table names the same columns. */
export interface Copying {
  readonly copy: (table: string, rows: readonly object[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** For measuring: JSON stands in a row as its text, an array of texts as an array. */
export async function openCopying(ownerAddress: string): Promise<Copying> {
  const client = new pg.Client({ connectionString: ownerAddress });
  await client.connect();
  return {
    copy: async (table, rows) => {
      const [first] = rows;
      if (first === undefined) return;
      const columns = Object.keys(first);
      const into = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin with (format csv)`));
      await pipeline(Readable.from(linesOf(rows, columns)), into);
    },
    close: () => client.end(),
  };
}

function* linesOf(rows: readonly object[], columns: readonly string[]): Generator<string> {
  for (const row of rows)
    yield `${columns.map((column) => field((row as Record<string, unknown>)[column])).join(',')}\n`;
}

function field(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = Array.isArray(value)
    ? `{${value.map((each) => `"${escaped(String(each))}"`).join(',')}}`
    : String(value);
  return `"${text.replaceAll('"', '""')}"`;
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
