import { loadIndicatorServer } from '../../../../indicator/index.ts';
import { dayAt } from '../../../../kernel/index.ts';
import { type Deliverable, periodWords, projectionOf, type Reading } from '../../../domain/index.ts';
import { rulesFor } from '../../../store/dispatch/rules.ts';
import { markCounted, takeCounted } from '../../../store/due.ts';
import { addingFacts } from '../../../store/facts.ts';
import { insertReadings, readingsOf, type SourcedReading } from '../../../store/readings.ts';
import { lockStored, type StoredTask, saveLights } from '../../../store/task.ts';
import type { TaskDb } from '../../../store.ts';
import type { TaskDeps } from '../../deps.ts';
import { eventFigures } from './events.ts';
import { asCounted } from './units.ts';

/** Tasks of one transaction, and how long figures are believed before they are looked at again. */
const atOnce = 25;
const restMs = 10 * 60_000;

/**
 * Looks what indicators and what other parts of the platform count come to for some tasks whose figures count by them, and keeps
 * what is new, with the instant at which it became known; as the system. Gives how many tasks were looked at.
 */
export const countElsewhere = (deps: TaskDeps): Promise<number> =>
  deps.db.transaction().execute(async (db) => {
    const now = deps.clock.now();
    const before = new Date(Date.parse(now) - restMs).toISOString();
    const counted = await takeCounted(db, before, atOnce);
    for (const stored of counted) {
      const day = dayAt(now);
      const figures = [...(await figuresFor(db, stored, day)), ...(await eventFigures(db, deps, stored, day))];
      await keepNew(db, deps, stored, figures);
    }
    await markCounted(
      db,
      counted.map(({ task }) => task.id),
      now,
    );
    return counted.length;
  });

export type NewReading = Omit<SourcedReading, 'at'>;

async function figuresFor(db: TaskDb, { task, place }: StoredTask, day: string): Promise<NewReading[]> {
  const { figuresToDate } = await loadIndicatorServer();
  const asked = task.deliverables.flatMap((each) =>
    each.counts === 'indicator' && each.indicatorId !== null ? [{ ...each, indicatorId: each.indicatorId }] : [],
  );
  if (asked.length === 0) return [];
  const chainId = task.chains.length === 1 ? (task.chains[0] ?? '') : '';
  const found = await figuresToDate(
    db as never,
    asked.map(({ indicatorId, from, by, mode }) => ({
      ...{ indicatorId, regionId: place.regionId, chainId, from, by, mode },
    })),
    day,
  );
  return asked.flatMap((deliverable, at): NewReading[] => {
    const figure = found[at] ?? null;
    const value = figure === null ? null : asCounted(figure, deliverable);
    if (figure === null || value === null || figure.on < deliverable.from) return [];
    const link = `/indicators?indicator=${encodeURIComponent(deliverable.indicatorId)}`;
    const source = `指标“${figure.name}”，到${periodWords(figure.on.slice(0, 7))}`;
    return [{ deliverableId: deliverable.id, on: figure.on, value, source, link }];
  });
}

/** Keeps figures from elsewhere that are not known yet, and sets the light by them. The task has to be locked. */
async function keepNew(
  db: TaskDb,
  deps: TaskDeps,
  stored: StoredTask,
  figures: readonly NewReading[],
): Promise<number> {
  const { task, place } = stored;
  const known = await readingsOf(db, task);
  const news = figures.filter((figure) => isNew(task.deliverables, known, figure));
  if (news.length === 0) return 0;
  await addingFacts(db);
  const at = deps.clock.now();
  const added = news.map((figure) => ({ ...figure, at }));
  await insertReadings(db, task.id, added);
  const day = dayAt(at);
  const rules = (await rulesFor(db, place.regionId, day)).light;
  await saveLights(db, stored, null, projectionOf(task, [...known, ...added], day, rules));
  return news.length;
}

function isNew(deliverables: readonly Deliverable[], known: readonly Reading[], figure: NewReading): boolean {
  const of = deliverables.find(({ id }) => id === figure.deliverableId);
  const last = known.findLast(({ deliverableId }) => deliverableId === figure.deliverableId);
  if (of === undefined || of.counts === 'reported') return false;
  // What is counted is looked at every day: only another figure is news, a lower one too.
  return last?.value !== figure.value || (of.counts === 'indicator' && last.on !== figure.on);
}

/**
 * Keeps figures that another slice has counted for a task (`counts: 'events'`), inside its transaction and as the system; gives
 * how many are new. What the task does not count so is left out.
 */
export async function keepCounted(
  db: TaskDb,
  deps: TaskDeps,
  taskId: string,
  figures: readonly NewReading[],
): Promise<number> {
  const stored = await lockStored(db, taskId);
  return stored === undefined ? 0 : keepNew(db, deps, stored, figures);
}
