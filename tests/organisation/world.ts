import { packLibrary } from '../../apps/packs.ts';
import { steppingClock } from '../../platform/clock/index.ts';
import { asAsking, asSystem } from '../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing/index.ts';
import { readWorkbook } from '../../platform/files/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { writeForm, writeMarked } from '../../platform/workbook/index.ts';
import { type Actor, loadActor, systemActor } from '../../src/access/index.ts';
import { RefusalError } from '../../src/kernel/index.ts';
import { seedDemoOrganisation } from '../../src/organisation/commands/seed-demo.ts';
import type { ImportDeps } from '../../src/organisation/index.ts';
import { registersOf } from '../../src/organisation/index.ts';
import type { OrganisationTables } from '../../src/organisation/store.ts';

/** The commands of the organisation on a real database with the demo organisation in it. */
export interface OrganisationWorld {
  readonly deps: ImportDeps;
  readonly database: TestDatabase<OrganisationTables>;
  /** Does some work as the holder of a post, with its permissions and behind row-level security. */
  readonly as: <T>(postId: string, work: (actor: Actor) => Promise<T>) => Promise<T>;
  /** The last entries of the log, the newest first: action, record, fields. */
  readonly log: (count?: number) => Promise<string[]>;
  readonly close: () => Promise<void>;
}

/** A stand in time of the example: all its days are before or after this. */
const start = '2026-03-01T01:00:00Z';
const library = packLibrary();
const registers = registersOf(library);

export async function openOrganisationWorld(): Promise<OrganisationWorld> {
  const database = await testDatabase<OrganisationTables>();
  const deps: ImportDeps = {
    db: database.db,
    clock: steppingClock(start),
    newId,
    registers: () => registers,
    workbooks: { read: readWorkbook, write: writeForm, mark: writeMarked },
  };
  await asSystem(() => seedDemoOrganisation(systemActor, library, deps));
  return {
    deps,
    database,
    as: async (postId, work) => {
      const row = await database.owner
        .selectFrom('post')
        .select('person_id')
        .where('id', '=', postId)
        .executeTakeFirstOrThrow();
      const caller = { personId: row.person_id, postId, sessionId: null, from: '127.0.0.1' };
      const actor = await asSystem(() => loadActor(database.db, caller, start.slice(0, 10)));
      if (actor === undefined) throw new Error(`nobody holds ${postId}`);
      return asAsking({ postId, personId: actor.id }, () => work(actor));
    },
    log: async (count = 1) => {
      const rows = await database.owner
        .selectFrom('audit_entry')
        .selectAll()
        .orderBy('seq', 'desc')
        .limit(count)
        .execute();
      return rows.map(({ action, record_name, changes, reason }) =>
        [
          action,
          record_name,
          ...changes.map(({ field, before, after }) => `${field}: ${before} → ${after}`),
          ...(reason === null ? [] : [reason]),
        ].join(' | '),
      );
    },
    close: () => database.close(),
  };
}

/** The codes that a piece of work is refused with; fails the test when it is not refused. */
export async function refusalsOf(work: Promise<unknown>): Promise<string[]> {
  const cause = await work.then(
    () => new Error('not refused'),
    (error: unknown) => error,
  );
  if (cause instanceof RefusalError) return cause.refusals.map(({ code }) => code);
  throw cause;
}
