import { type Actor, permit } from '../../access/index.ts';
import { type Head, origin } from '../domain/chain.ts';
import { closingLine } from '../domain/file.ts';
import { chainLines, headBefore, lastBefore, readHead } from '../store.ts';
import type { AuditDeps } from './deps.ts';
import { readMoment } from './moment.ts';
import { recording } from './recording.ts';

/** From when to when, as days or moments; both ends count. */
export interface Span {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/**
 * The chain of a span as lines, each an entry in canonical JSON with its hash and the one before, and a closing line:
 * what `verifyFile` checks far from the database. That it was taken is itself an entry, which is not among them. Refuses
 * who may not export, and moments that cannot be read.
 */
export async function exportChain(actor: Actor, span: Span, deps: AuditDeps): Promise<AsyncGenerator<string>> {
  permit(actor, 'audit.export');
  const since = readMoment(span.since, 'since', 'start');
  const until = readMoment(span.until, 'until', 'end');
  const before = since === undefined ? origin : await headBefore(deps.db, since);
  const last = until === undefined ? await readHead(deps.db) : await lastBefore(deps.db, until);
  await recording(deps, actor, async (_db, note) =>
    note({
      action: 'audit.export',
      record: { kind: 'audit', id: `${before.seq + 1}-${last.seq}`, name: '审计日志（可核验）' },
    }),
  );
  return withClosing(deps, before, last);
}

async function* withClosing({ db, clock }: AuditDeps, before: Head, last: Head): AsyncGenerator<string> {
  let count = 0;
  for await (const line of chainLines(db, before.seq, last.seq)) {
    count += 1;
    yield `${line}\n`;
  }
  yield `${closingLine({ count, last: count === 0 ? null : { seq: last.seq, hash: last.hash }, at: clock.now() })}\n`;
}
