import { asSystem, type Kysely } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { openSecretKey } from '../../platform/secrets/index.ts';
import type { Actor } from '../../src/access/index.ts';
import { RefusalError } from '../../src/kernel/index.ts';
import { dispatch } from '../../src/notice/commands/dispatch.ts';
import type { NoticeTables } from '../../src/notice/index.ts';
import type { Searcher, WorkDeps } from '../../src/work/commands/deps.ts';
import { type GiveWork, giveWork } from '../../src/work/commands/give-work.ts';
import { readWork } from '../../src/work/commands/read-work.ts';
import type { WorkTables } from '../../src/work/index.ts';
import { type Office, openOffice } from '../office/world.ts';

/** The workbench on a real database. */
export interface WorkWorld extends Office<WorkTables> {
  readonly deps: WorkDeps;
  /** Does something as the holder of a post. */
  readonly by: <T>(postId: string, work: (actor: Actor) => Promise<T>) => Promise<T>;
  /** Gives something as the chain office and gives the first id. */
  readonly give: (fields?: Partial<GiveWork>) => Promise<string>;
  /** What `workId` and `revision` are now, for the next step, as the holder of a post sees it. */
  readonly seen: (workId: string, postId: string) => Promise<{ workId: string; revision: number }>;
  /** Titles of messages that a person has got by now. */
  readonly told: (postId: string) => Promise<string[]>;
}

export async function openWorkWorld(searchers: readonly Searcher[] = []): Promise<WorkWorld> {
  const office = await openOffice<WorkTables>();
  const { db, clock } = office;
  const deps: WorkDeps = { db, clock, newId, searchers };
  const notice = { ...deps, secrets: openSecretKey('5'.repeat(64), '/nowhere'), publicUrl: null, share: () => 0.5 };
  const by: WorkWorld['by'] = async (postId, work) => office.as(await office.actorOf(postId), work);
  return {
    ...office,
    deps,
    by,
    give: async (fields = {}) => {
      const given = { title: '报送一季度进度', to: [{ kind: 'unit', id: 'lz-gxj' }], ...fields } as const;
      return (await by('office', (actor) => giveWork(actor, given, deps)))[0]!;
    },
    seen: (workId, postId) =>
      by(postId, async (actor) => ({ workId, revision: (await readWork(actor, workId, deps)).item.revision })),
    told: async (postId) => {
      await asSystem(() => dispatch({ ...notice, db: db as unknown as Kysely<NoticeTables> }));
      const rows = await office.owner
        .selectFrom('message')
        .select('title')
        .where('person_id', '=', `p-${postId}`)
        .orderBy('at')
        .execute();
      return rows.map(({ title }) => title);
    },
  };
}

export async function refusedWith(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'not refused',
    (cause: unknown) => {
      if (cause instanceof RefusalError) return cause.refusals.map(({ code }) => code).join();
      throw cause;
    },
  );
}
