import { countedWords, readingWords } from '../../../domain/index.ts';
import { placeNames } from '../../../store/names.ts';
import { readingsOf, type SourcedReading } from '../../../store/readings.ts';
import type { StoredTask } from '../../../store/task.ts';
import type { TaskDb } from '../../../store.ts';
import type { TaskDeps } from '../../deps.ts';
import { asCounted } from './units.ts';

/**
 * What figures of a task that fill themselves come to by a day: each counts its own time, the last one what there is by its last
 * day. Inside a transaction and as the system; a figure whose time has not begun is left out.
 */
export async function eventFigures(
  db: TaskDb,
  deps: Pick<TaskDeps, 'countEvents'>,
  { task, place }: StoredTask,
  day: string,
): Promise<Omit<SourcedReading, 'at'>[]> {
  const due = task.deliverables.flatMap(({ events, ...each }) =>
    each.counts === 'events' && events !== undefined && events !== null && day >= each.from
      ? [{ ...each, events }]
      : [],
  );
  if (due.length === 0) return [];
  const known = await readingsOf(db, task);
  const figures: Omit<SourcedReading, 'at'>[] = [];
  for (const deliverable of due) {
    const { id, events, mode, from, by, unit } = deliverable;
    const on = day < by ? day : by;
    const span = { from: mode === 'level' ? null : from, to: on };
    const regionId = events.regionId ?? place.regionId;
    const counted = await deps.countEvents(db, { events, regionId, ...span });
    const value = asCounted({ ...counted, unit: counted.unit ?? unit }, deliverable);
    if (value === null) continue;
    const before = known.findLast(({ deliverableId }) => deliverableId === id)?.value ?? null;
    const source = readingWords(countedWords(events, await namesOf(db, events)), { value, before }, deliverable);
    figures.push({ deliverableId: id, on, value, source, link: counted.link });
  }
  return figures;
}

/** What the places of a condition are called; those that are not said are left out. */
export async function namesOf(
  db: TaskDb,
  { regionId, chainId }: { readonly regionId: string | null; readonly chainId: string | null },
): Promise<{ region: string | null; chain: string | null }> {
  if (regionId === null && chainId === null) return { region: null, chain: null };
  const [regions, chains] = [regionId === null ? [] : [regionId], chainId === null ? [] : [chainId]];
  const names = await placeNames(db, { regions, units: [], chains });
  return {
    region: regionId === null ? null : names.region(regionId),
    chain: chainId === null ? null : names.chain(chainId),
  };
}
