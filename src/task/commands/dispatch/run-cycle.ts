import { insideAsSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { type AuditAction, recording, type TakeNote } from '../../../audit/index.ts';
import { type Day, dayAt, RefusalError, type Result } from '../../../kernel/index.ts';
import { type Cycle, closeCycle, openCycle, periodWords, planCycle, remind, type Stamp } from '../../domain/index.ts';
import { insertReminder, lockCycle, type StoredCycle, saveCycle } from '../../store/dispatch/cycles.ts';
import { unitsOwing } from '../../store/dispatch/roll.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';
import { personOf } from '../task/move-task.ts';
import { loadOwnCycle, recordOf } from './load-cycle.ts';
import { askOwing, askToFreeze, tellReminded, usualReminder } from './tell-cycle.ts';

/** A cycle as whoever moves it has seen it. */
export interface WhichCycle {
  readonly cycleId: string;
  readonly revision: number;
}

/** What a step needs and gives. */
export interface Inside {
  readonly db: TaskDb;
  readonly note: TakeNote;
}

/** Now, by an actor. */
export const stampNow = (actor: Actor, { clock }: Pick<TaskDeps, 'clock'>): Stamp => ({
  by: personOf(actor),
  at: clock.now(),
});

/** The value, or the refusals thrown. */
export function decided<T>(result: Result<T>): T {
  if (!result.ok) throw new RefusalError(...result.refusals);
  return result.value;
}

/** Takes one step with a cycle of one's own office. Refuses what went on meanwhile (`record-changed`). */
async function step(
  actor: Actor,
  { cycleId, revision }: WhichCycle,
  deps: TaskDeps,
  work: (stored: StoredCycle, inside: Inside) => Promise<void>,
): Promise<void> {
  await loadOwnCycle(deps.db, actor, cycleId);
  await recording(deps, actor, async (db, note) => {
    const stored = await lockCycle(db, cycleId);
    if (stored === undefined) throw new RefusalError({ code: 'cycle-unknown', field: 'cycleId', given: cycleId });
    if (stored.cycle.revision !== revision)
      throw new RefusalError({
        ...{ code: 'record-changed', field: 'revision', given: revision, limit: stored.cycle.revision },
      });
    await work(stored, { db, note });
  });
}

/** Keeps what a step made of a cycle, and notes it. */
export async function keepStep(
  { db, note }: Inside,
  before: StoredCycle,
  cycle: Cycle,
  action: AuditAction,
): Promise<void> {
  await saveCycle(db, { cycle });
  note({
    ...{ action, ...recordOf({ ...before, cycle }) },
    changes: (['state', 'opensOn', 'dueOn'] as const)
      .filter((field) => before.cycle[field] !== cycle[field])
      .map((field) => ({ field, before: before.cycle[field], after: cycle[field] })),
  });
}

/** Begins reporting and asks the units for it. Refuses before its first day. */
export async function openByHand(actor: Actor, which: WhichCycle, deps: TaskDeps): Promise<void> {
  permit(actor, 'task.dispatch');
  await step(actor, which, deps, (stored, inside) => openInside(inside, deps, actor, stored));
}

export async function openInside(inside: Inside, deps: TaskDeps, actor: Actor, stored: StoredCycle): Promise<void> {
  const cycle = decided(openCycle(stored.cycle, stampNow(actor, deps)));
  await keepStep(inside, stored, cycle, 'dispatch.open-cycle');
  await askOwing(inside.db, deps, actor, { ...stored, cycle });
}

/** Ends reporting; what comes now is late. Refuses before its last day has passed. */
export async function closeByHand(actor: Actor, which: WhichCycle, deps: TaskDeps): Promise<void> {
  permit(actor, 'task.dispatch');
  await step(actor, which, deps, (stored, inside) => closeInside(inside, deps, actor, stored));
}

export async function closeInside(inside: Inside, deps: TaskDeps, actor: Actor, stored: StoredCycle): Promise<void> {
  const cycle = decided(closeCycle(stored.cycle, stampNow(actor, deps)));
  await keepStep(inside, stored, cycle, 'dispatch.close-cycle');
  await askToFreeze(inside.db, deps, actor, { ...stored, cycle });
}

/** Sets other days for a cycle that has not begun. Refuses days that there are not, and a cycle that has begun. */
export async function changeDays(
  actor: Actor,
  { opensOn, dueOn, ...which }: WhichCycle & { readonly opensOn: Day; readonly dueOn: Day },
  deps: TaskDeps,
): Promise<void> {
  permit(actor, 'task.dispatch');
  await step(actor, which, deps, async (stored, inside) => {
    const { cycle } = stored;
    if (cycle.state !== 'planned')
      throw new RefusalError({ code: 'cycle-begun', field: periodWords(cycle.period), given: cycle.opensOn });
    const planned = decided(planCycle({ ...cycle, opensOn, dueOn }));
    await keepStep(inside, stored, { ...planned, revision: cycle.revision + 1 }, 'dispatch.change-cycle');
  });
}

/**
 * Reminds those that have not reported, all or some of them; those that have in the meantime are left alone. Refuses when
 * nobody is left.
 */
export async function remindByHand(
  actor: Actor,
  {
    unitIds,
    words,
    ...which
  }: WhichCycle & { readonly unitIds: readonly string[] | null; readonly words: string | null },
  deps: TaskDeps,
): Promise<void> {
  permit(actor, 'task.dispatch');
  await step(actor, which, deps, async (stored, inside) => {
    await remindInside(inside, deps, actor, stored, { unitIds, words: words?.trim() || usualReminder, byRound: false });
  });
}

/** False when the round has reminded on this day already, or (of the round) nobody is left. */
export async function remindInside(
  { db, note }: Inside,
  deps: TaskDeps,
  actor: Actor,
  stored: StoredCycle,
  {
    unitIds,
    words,
    byRound,
  }: { readonly unitIds: readonly string[] | null; readonly words: string; readonly byRound: boolean },
): Promise<boolean> {
  const owing = (await insideAsSystem(db, () => unitsOwing(db, stored.cycle.id))).filter(
    ({ unitId }) => unitIds === null || unitIds.includes(unitId),
  );
  if (byRound && owing.length === 0) return false;
  const ids = owing.map(({ unitId }) => unitId);
  const stamp = stampNow(actor, deps);
  const cycle = decided(remind(stored.cycle, ids, words, stamp));
  const reminder = { on: dayAt(stamp.at), byRound, by: stamp.by, unitIds: ids, words };
  const no = await insertReminder(db, stored, reminder);
  if (no === null) return false;
  await saveCycle(db, { cycle });
  await askOwing(db, deps, actor, { ...stored, cycle });
  await tellReminded(db, deps, actor, { ...stored, cycle }, { no, words, units: owing });
  note({
    ...{ action: 'dispatch.remind', ...recordOf(stored), reason: words },
    changes: [{ field: 'units', before: null, after: ids.length }],
  });
  return true;
}
