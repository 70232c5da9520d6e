import type { Actor } from '../../src/access/index.ts';
import type { AuditDeps } from '../../src/audit/index.ts';
import type { Terminal } from './terminal/terminal.ts';

/**
 * Opens the log of the data folder (or of DATABASE_URL), does some work on it as the operator of this machine, and
 * closes it again. Whoever can open the data may look at its log too; that he did stands in it.
 */
export async function withAudit<T>(
  terminal: Terminal,
  work: (deps: AuditDeps, actor: Actor) => Promise<T>,
): Promise<T> {
  terminal.progress('正在打开数据……');
  const [{ openRuntime }, { asSystem }, { localOperator }] = await Promise.all([
    import('../server/runtime.ts'),
    import('../../platform/db/index.ts'),
    import('../../src/access/index.ts'),
  ]);
  const runtime = await openRuntime({ exclusive: false });
  const actor: Actor = { ...localOperator, permissions: new Set(['audit.read', 'audit.export']) };
  try {
    terminal.progress('');
    const { db, clock } = runtime.plan;
    return await asSystem(() => work({ db: db.withTables(), clock }, actor));
  } finally {
    await runtime.close();
  }
}
