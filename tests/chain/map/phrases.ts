import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What enterprises of a node say of themselves. */
export interface Trade {
  /** '': of no node. */
  readonly node: string;
  /** How its enterprises are called after the place and the firm. */
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly products: readonly string[];
  readonly scope: readonly string[];
}

const read: { readonly trades: readonly Trade[]; readonly strangers: readonly Trade[] } = parse(
  readFileSync(join(import.meta.dirname, 'phrases.yaml'), 'utf8'),
);

export const { trades, strangers } = read;
