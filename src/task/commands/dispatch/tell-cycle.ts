import { insideAsSystem } from '../../../../platform/db/index.ts';
import type { Actor } from '../../../access/index.ts';
import { enqueue } from '../../../notice/index.ts';
import { closeWork, closeWorks, type NewWork, openWork, openWorks, type WorkOrigin } from '../../../work/index.ts';
import { type Cycle, cycleName, dayWords } from '../../domain/index.ts';
import type { StoredCycle } from '../../store/dispatch/cycles.ts';
import { markAsked, type Owing, readAsked, unitsOwing } from '../../store/dispatch/roll.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';

/** Units that are asked in one transaction; the next round asks the others. */
const mostAsked = 500;

type Told = Pick<StoredCycle, 'cycle' | 'place'>;

/** Where the page of a cycle is, and where a unit finds what it has to report. */
const linkOf = ({ id }: Pick<Cycle, 'id'>): string => `/dispatch/${id}`;
const reportLink = '/tasks?waits=report&scope=mine';

const originOf = ({ id }: Pick<Cycle, 'id'>): WorkOrigin => ({ slice: 'task', kind: 'task-cycle', id });
const reportOrigin = ({ id }: Pick<Cycle, 'id'>, unitId: string): WorkOrigin => ({
  ...{ slice: 'task', kind: 'task-cycle-report', id: `${id}.${unitId}` },
});

/**
 * Puts reporting on the workbench of the units that owe a report of a cycle and were not asked yet, and takes it off that of
 * those that owe none any more. Inside the transaction of the cycle's step, some at a time. Gives how many there were.
 */
export async function askOwing(db: TaskDb, deps: TaskDeps, actor: Actor, told: Told): Promise<number> {
  return insideAsSystem(db, async () => {
    const [owing, asked] = [await unitsOwing(db, told.cycle.id), await readAsked(db, told.cycle.id)];
    const owes = new Set(owing.map(({ unitId }) => unitId));
    const ask = owing.filter(({ unitId }) => asked.get(unitId) !== 'waits').slice(0, mostAsked);
    const done = [...asked].filter(([unitId, state]) => state === 'waits' && !owes.has(unitId)).map(([id]) => id);
    await openWorks(
      db,
      deps,
      actor,
      ask.map((unit) => reportingOf(told, unit)),
    );
    const reported = done.map((unitId) => reportOrigin(told.cycle, unitId));
    await closeWorks(db, deps, actor, reported, { outcome: '已报送' });
    const ids = ask.map(({ unitId }) => unitId);
    await markAsked(db, told.cycle.id, ids, null);
    await markAsked(db, told.cycle.id, done, deps.clock.now());
    return ask.length + done.length;
  });
}

const reportingOf = ({ cycle, place }: Told, unit: Owing): NewWork => ({
  ...{ kind: 'report', title: `${cycleName(cycle)}：报任务进展`, link: reportLink, place, dueOn: cycle.dueOn },
  detail: `有 ${unit.missing} 项要报。请在${dayWords(cycle.dueOn)}以前逐项报数、写明进展，需要帮助的一并写上。`,
  origin: reportOrigin(cycle, unit.unitId),
  assignee: { kind: 'unit', id: unit.unitId, name: unit.unitName },
});

/** A word to units that have not reported; `no` is the number of the reminder, so that it is told once. */
export const tellReminded = (
  db: TaskDb,
  deps: TaskDeps,
  actor: Actor,
  { cycle }: Told,
  { no, words, units }: { readonly no: number; readonly words: string; readonly units: readonly Owing[] },
): Promise<void> =>
  enqueue(
    db,
    deps,
    ...units.map(({ unitId, missing }) => ({
      key: `cycle:${cycle.id}:remind:${no}:${unitId}`,
      ...{ kind: 'due' as const, importance: 'high' as const, title: `请尽快报${cycleName(cycle)}的进展` },
      text: `${dayWords(cycle.dueOn)}截止，还有 ${missing} 项没有报。${words}`,
      ...{ link: reportLink, origin: originOf(cycle), to: [{ to: 'unit' as const, id: unitId }], except: actor.id },
    })),
  );

/** What is usually said when somebody is reminded. */
export const usualReminder = '请按时报数、写明进展。';

/** Reporting is over: who dispatches looks through it and freezes it. */
export const askToFreeze = (db: TaskDb, deps: TaskDeps, actor: Actor, { cycle, place }: Told): Promise<void> =>
  openWork(db, deps, actor, {
    ...{ kind: 'handle', title: `核对并冻结${cycleName(cycle)}`, link: linkOf(cycle), origin: originOf(cycle), place },
    detail: '填报已经截止。请核对迟报和没有报的，然后冻结；冻结以后的灯、数和名次不再改变。',
    assignee: { kind: 'holders', id: 'task.dispatch', name: '调度任务的岗位' },
  });

/** A cycle is frozen: nothing of it is asked for any more. */
export async function endAsking(db: TaskDb, deps: TaskDeps, actor: Actor, { cycle }: Told): Promise<void> {
  await insideAsSystem(db, async () => {
    await closeWork(db, deps, actor, { origin: originOf(cycle), outcome: '已冻结' });
    const asked = await readAsked(db, cycle.id);
    const waiting = [...asked].filter(([, state]) => state === 'waits').map(([unitId]) => unitId);
    const origins = waiting.map((unitId) => reportOrigin(cycle, unitId));
    await closeWorks(db, deps, actor, origins, { outcome: '本轮已冻结，没有报', state: 'withdrawn' });
    await markAsked(db, cycle.id, waiting, deps.clock.now());
  });
}
