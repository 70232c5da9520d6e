import { openKysely } from '../../platform/db/index.ts';
import { say } from '../../platform/messages/index.ts';
import { type AuditTables, verifyDatabase } from '../../src/audit/index.ts';

/** Checks the whole audit chain of a database as its owner: what is wrong, as a sentence; null when nothing is. */
export const checkChain = (ownerAddress: string): Promise<string | null> => verdictOf(ownerAddress, undefined);

/** The same for the entries of the last two days alone, so that it takes no time. */
export const checkRecentChain = (ownerAddress: string): Promise<string | null> =>
  verdictOf(ownerAddress, new Date(Date.now() - 2 * 24 * 60 * 60 * 1000).toISOString());

async function verdictOf(ownerAddress: string, since: string | undefined): Promise<string | null> {
  const db = openKysely<AuditTables>(ownerAddress, { connections: 1, owner: true });
  try {
    const verdict = await verifyDatabase({ since }, { db });
    return verdict.ok ? null : say(verdict.broken);
  } finally {
    await db.destroy();
  }
}
