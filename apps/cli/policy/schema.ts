import { RefusalError } from '../../../src/kernel/index.ts';
import { packSchemas } from '../../pack-schemas.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Writes the JSON Schema of a kind of pack for an editor; `policy` when none is named. */
export async function schemaHere([kind = 'policy', ...more]: readonly string[], terminal: Terminal): Promise<void> {
  if (more.length > 0) throw new RefusalError({ code: 'too-many-words', field: 'policy schema', given: more[0] ?? '' });
  const schemas = packSchemas();
  const found = schemas.find(({ name }) => name === kind);
  if (found === undefined) {
    const limit = schemas.map(({ name }) => name).join('、');
    throw new RefusalError({ code: 'option-value-unknown', field: 'policy schema', given: kind, limit });
  }
  await terminal.write(`${JSON.stringify(found.schema, null, 2)}\n`);
}
