import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The account that the database runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root; then it runs as nobody. Undefined: as ourselves. */
export function databaseAccount(): Account | undefined {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;
}

/**
 * True when the account may walk to the folder: every folder above it lets others through. Without an account the
 * question is only whether we ourselves may.
 */
export function canReach(folder: string, account: Account | undefined): boolean {
  if (account === undefined) return canOpen(folder);
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    const { mode, uid } = statSync(at);
    const bit = uid === account.uid ? 0o100 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function canOpen(folder: string): boolean {
  try {
    accessSync(folder, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
