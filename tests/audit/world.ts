import { steppingClock } from '../../platform/clock/index.ts';
import { asSystem } from '../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { type Actor, systemActor } from '../../src/access/index.ts';
import { type AuditNote, type AuditTables, recording } from '../../src/audit/index.ts';

/** The log on a real database, with a table beside it that transactions change. */
export interface AuditWorld extends TestDatabase<AuditTables> {
  readonly deps: { readonly db: TestDatabase<AuditTables>['db']; readonly clock: ReturnType<typeof steppingClock> };
  /** Adds an entry for each note, in one transaction. */
  readonly record: (...notes: readonly AuditNote[]) => Promise<void>;
}

export async function openAuditWorld(): Promise<AuditWorld> {
  const database = await testDatabase<AuditTables>();
  const deps = { db: database.db, clock: steppingClock('2025-03-01T00:00:00Z') };
  return {
    ...database,
    deps,
    record: (...notes) =>
      asSystem(() =>
        recording(deps, systemActor, async (_db, note) => {
          for (const each of notes) note(each);
        }),
      ),
  };
}

/** A person of the industry bureau, acting for the holder of the post. */
export const deputy: Actor = {
  ...systemActor,
  id: 'zhang',
  name: '张工',
  post: {
    id: 'post-1',
    title: '产业科科长',
    unitId: 'gxj',
    unitName: '临江市工业和信息化局',
    regionId: '369100',
    scopeRegionId: '369100',
    chains: [],
    roleId: 'chain-office',
    roleName: '链办',
    onBehalfOf: { id: 'li', name: '李科长' },
  },
  from: '10.1.2.3',
  sessionId: 'session-secret',
};

export const aNote = (fields: Partial<AuditNote> = {}): AuditNote => ({
  action: 'plan.publish',
  record: { kind: 'plan', id: 'p000000001', name: '临江市丝绸产业链行动方案' },
  place: { regionId: '369100', unitId: 'gxj', chainId: 'silk' },
  basis: { planId: 'p000000001', itemId: 'T3' },
  changes: [{ field: 'status', before: 'draft', after: 'published' }],
  ...fields,
});
