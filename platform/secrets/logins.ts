import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Passwords of the demo's people, by login: kept in the data folder, readable by its owner only. */
export interface Logins {
  readonly read: () => Readonly<Record<string, string>>;
  /** Makes those that are missing and gives all. */
  readonly keep: (logins: readonly string[], make: () => string) => Readonly<Record<string, string>>;
}

export function openLogins(dataDir: string): Logins {
  const file = join(dataDir, 'demo-logins.json');
  const read = (): Record<string, string> => {
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      return {};
    }
  };
  return {
    read,
    keep: (logins, make) => {
      const kept = read();
      for (const login of logins) kept[login] ??= make();
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
      renameSync(`${file}.${process.pid}`, file);
      return kept;
    },
  };
}
