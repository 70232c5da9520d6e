import { asSystem } from '../../../../platform/db/index.ts';
import { sm3 } from '../../../../platform/digest/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { recording, type TakeNote } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { countsSince, cycleName, freezeCycle, headOf } from '../../domain/index.ts';
import { lockCycle, markFreezing, readCycle, type StoredCycle } from '../../store/dispatch/cycles.ts';
import { knownFacts } from '../../store/dispatch/facts.ts';
import { factsHeld } from '../../store/dispatch/hold-facts.ts';
import { rulesFor } from '../../store/dispatch/rules.ts';
import { insertSnapshot } from '../../store/dispatch/snapshots.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';
import { personOf } from '../task/move-task.ts';
import { chainsApart } from './chains-apart.ts';
import { isFreezing } from './cycle-for.ts';
import { loadOwnCycle } from './load-cycle.ts';
import { reckonSnapshot } from './reckon.ts';
import { decided, keepStep, type WhichCycle } from './run-cycle.ts';
import { endAsking } from './tell-cycle.ts';

/**
 * Freezes a closed cycle: its lights, figures, rates and places become a text that nobody changes any more, with its SM3 digest.
 * All facts are those of one instant: reports that were told that they count are in it, and reports that come while it is
 * reckoned count for the next. Refuses what is not closed, what is frozen, and what somebody else is freezing.
 */
export async function freeze(actor: Actor, which: WhichCycle, deps: TaskDeps): Promise<void> {
  permit(actor, 'task.dispatch');
  const stored = await loadOwnCycle(deps.db, actor, which.cycleId);
  await beginFreezing(deps, stored, which.revision);
  try {
    await freezeNow(actor, stored, deps);
  } catch (cause) {
    await asSystem(() => markFreezing(deps.db, stored.cycle.id, null));
    throw cause;
  }
}

/** Marks the cycle, so that no report counts for it from now on. */
async function beginFreezing(deps: TaskDeps, stored: StoredCycle, revision: number): Promise<void> {
  await asSystem(() =>
    deps.db.transaction().execute(async (db) => {
      const now = await lockCycle(db, stored.cycle.id);
      if (now === undefined)
        throw new RefusalError({ code: 'cycle-unknown', field: 'cycleId', given: stored.cycle.id });
      const { cycle, freezingAt } = now;
      const at = deps.clock.now();
      // Asked before anything is reckoned; decided once more when it is kept.
      decided(freezeCycle(cycle, '', { by: { id: '', name: '', unitId: null }, at }));
      if (cycle.revision !== revision)
        throw new RefusalError({ code: 'record-changed', field: 'revision', given: revision, limit: cycle.revision });
      if (isFreezing(freezingAt, at)) throw new RefusalError({ code: 'cycle-freezing', field: cycleName(cycle) });
      await markFreezing(db, cycle.id, at);
    }),
  );
}

async function freezeNow(actor: Actor, { cycle: { id } }: StoredCycle, deps: TaskDeps): Promise<void> {
  await asSystem(async () => {
    const reckoned = await factsHeld(deps.db, deps.clock, (db, at) => reckon(db, id, at));
    const { text, head, known, at } = reckoned;
    const digest = sm3(text);
    await recording(deps, actor, async (db, note) => {
      const before = await lockCycle(db, id);
      if (before === undefined) throw new Error(`the cycle ${id} is gone`);
      const cycle = decided(freezeCycle(before.cycle, digest, { by: personOf(actor), at }));
      const withDigest: TakeNote = (each) =>
        note({ ...each, changes: [...(each.changes ?? []), { field: 'digest', before: null, after: digest }] });
      await keepStep({ db, note: withDigest }, before, cycle, 'dispatch.freeze');
      await markFreezing(db, id, null);
      await insertSnapshot(db, { cycleId: id, text, digest, known, head, knownAt: at, place: before.place });
      await endAsking(db, deps, actor, { ...before, cycle });
    });
  });
}

async function reckon(db: TaskDb, id: string, at: string) {
  const stored = await readCycle(db, id);
  if (stored === undefined) throw new Error(`the cycle ${id} is gone`);
  const { cycle, place } = stored;
  const rules = await rulesFor(db, place.regionId, cycle.dueOn);
  const known = await knownFacts(db, id, { day: cycle.dueOn, at });
  const apart = await chainsApart(db, id);
  const frame = {
    cycle: { ...cycle, apart },
    knownAt: at,
    since: countsSince(cycle.period),
    rules: rules.light,
    weights: rules.weights,
  };
  const { snapshot, text } = await reckonSnapshot(db, known, frame);
  return { at, known, text, head: headOf(snapshot) };
}
