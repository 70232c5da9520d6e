import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface MigrationFile {
  /** Name of the file without its ending: `0001-plans`. */
  readonly name: string;
  readonly text: string;
}

const folder = join(import.meta.dirname, 'migrations');

/** Each file is one migration of plain SQL, named `0001-what.sql`, run in that order and never changed afterwards. */
export function migrationFiles(): MigrationFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: file.slice(0, -'.sql'.length), text: readFileSync(join(folder, file), 'utf8') }));
}
