import type { Actor } from '../../access/index.ts';
import { type AuditAction, changesOf, recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { enqueue, type NewNotice } from '../../notice/index.ts';
import { doerOf, possible, type WorkAction, type WorkItem } from '../domain/index.ts';
import { insertStep, updateItem, type WorkDb } from '../store.ts';
import type { WorkDeps } from './deps.ts';
import { loadItem } from './read-work.ts';

/** What a verb decided about an item. */
export interface WorkChange {
  /** The item as it will be; its revision is taken care of. */
  readonly item: WorkItem;
  readonly note: string | null;
  /** Whom to tell, of the item as it is afterwards. */
  readonly tell: (item: WorkItem) => readonly NewNotice[];
}

export interface Seen {
  readonly workId: string;
  readonly revision: number;
}

/**
 * The one way an item is changed by hand: load what concerns the actor, at the revision he saw, see whether his post may
 * do this now, decide, and save it with its step, its messages and its entry in the log, or nothing.
 */
export async function changeWork(
  actor: Actor,
  { workId, revision }: Seen,
  action: WorkAction,
  decide: (item: WorkItem, now: string, db: WorkDb) => WorkChange | Promise<WorkChange>,
  deps: WorkDeps,
): Promise<void> {
  await recording(deps, actor, async (db, note) => {
    const before = await loadItem(db, actor, workId, 'locked');
    if (before.revision !== revision)
      throw new RefusalError({ code: 'work-changed', field: 'revision', given: revision, limit: before.revision });
    if (!possible(actor, before).includes(action))
      throw new RefusalError({ code: 'work-not-possible', field: 'workId', given: before.state });
    const now = deps.clock.now();
    const change = await decide(before, now, db);
    const after = { ...change.item, revision: revision + 1 };
    await insertStep(db, workId, { step: action, by: doerOf(actor), at: now, note: change.note });
    await enqueue(db, deps, ...change.tell(after));
    // Last: after it the item may be out of the actor's sight.
    await updateItem(db, after);
    note({
      action: `work.${action}` satisfies AuditAction,
      record: { kind: 'work', id: workId, name: before.title },
      place: before.place,
      changes: changesOf(flat(before), flat(after), ['state', 'assignee', 'claimedBy', 'dueOn', 'outcome']),
      ...(change.note !== null && { reason: change.note }),
    });
  });
}

const flat = ({ state, assignee, claimedBy, dueOn, outcome }: WorkItem) => ({
  ...{ state, assignee: assignee.name, claimedBy: claimedBy?.name ?? null, dueOn, outcome },
});
