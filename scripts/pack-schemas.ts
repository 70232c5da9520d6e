/**
 * Writes packs/schema/*.json, the JSON Schemas for editors, from the kinds of pack. Run after changing a pack's schema:
 *   node scripts/pack-schemas.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packSchemas } from '../apps/pack-schemas.ts';

export const schemaFolder = join(import.meta.dirname, '../packs/schema');

/** Names of files and what is in them. */
export const schemaFiles = (): ReadonlyMap<string, string> =>
  new Map(packSchemas().map(({ name, schema }) => [`${name}.json`, `${JSON.stringify(schema, null, 2)}\n`]));

if (import.meta.main) {
  mkdirSync(schemaFolder, { recursive: true });
  for (const [file, text] of schemaFiles()) writeFileSync(join(schemaFolder, file), text);
}
