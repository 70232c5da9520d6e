import { sm3 } from '../../../platform/digest/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { type Head, origin } from '../domain/chain.ts';
import { notBeyond, type Verdict, verifyChain } from '../domain/verify.ts';
import { chainLines, headBefore, readHead } from '../store.ts';
import type { AuditDeps } from './deps.ts';
import { readMoment } from './moment.ts';
import { recording } from './recording.ts';

export interface VerifyLog {
  /** A day or a moment: only entries from then on are checked. */
  readonly since?: string | undefined;
  /** Number and hash noted elsewhere, by a backup for instance. */
  readonly expect?: Head | undefined;
}

/** Told how many entries are checked, of how many; throws to stop. */
export type Progress = (done: number, of: number) => void;

/**
 * Checks the chain of the database, entry by entry, and that it ends where its head says: gives the first break, if there
 * is one. That it was checked, and with which result, is an entry too. Refuses who may not, and a moment that cannot be
 * read.
 */
export async function verifyLog(
  actor: Actor,
  given: VerifyLog,
  deps: AuditDeps,
  progress: Progress = () => undefined,
): Promise<Verdict> {
  permit(actor, 'audit.export');
  const verdict = await verifyDatabase(given, deps, progress);
  // A log that somebody has been at may take no further entry; what is wrong with it must be told all the same.
  await noteVerdict(actor, verdict, deps).catch((cause: unknown) => {
    if (verdict.ok) throw cause;
  });
  return verdict;
}

function noteVerdict(actor: Actor, verdict: Verdict, deps: AuditDeps): Promise<void> {
  const checked = verdict.ok ? `${verdict.first ?? 0}-${verdict.last?.seq ?? 0}` : String(verdict.seq);
  return recording(deps, actor, async (_db, note) =>
    note({
      action: 'audit.verify',
      record: { kind: 'audit', id: checked, name: '审计日志' },
      changes: [{ field: 'verdict', before: null, after: verdict.ok ? 'sound' : verdict.broken.code }],
    }),
  );
}

/** The same without asking who, and without an entry: after a restore, and for the doctor. */
export async function verifyDatabase(
  { since: from, expect }: VerifyLog,
  { db }: Pick<AuditDeps, 'db'>,
  progress: Progress = () => undefined,
): Promise<Verdict> {
  const since = readMoment(from, 'since', 'start');
  const before = since === undefined ? origin : await headBefore(db, since);
  // Read first: entries that are added while we read lie behind it, and one that is missing before it shows.
  const head = await readHead(db);
  const verdict = await verifyChain(chainLines(db, before.seq), {
    ...{ digest: sm3, after: before, expect: expect === undefined ? [head] : [head, expect] },
    progress: (done) => progress(done, Math.max(0, head.seq - before.seq)),
  });
  // Read last: an entry comes with its head in one transaction, so that none of those read can lie behind it.
  return notBeyond(verdict, await readHead(db));
}
