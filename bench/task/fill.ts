import { openCopying } from '../../platform/db/testing/copy-rows.ts';
import { type TaskCity, taskCityRegion } from '../../platform/db/testing/task-city.ts';
import { dayAt } from '../../src/kernel/index.ts';
import { projectionOf, stateOf, usualLightRules } from '../../src/task/index.ts';
import { dutyRow, eventRow, sourceColumns, taskColumns } from '../../src/task/store/rows.ts';
import { partyRows } from '../../src/task/store/task.ts';
import { type Life, livedClosed, livedOpen } from './lives.ts';

/** A duty that somebody may report about. */
export interface OpenDuty {
  readonly taskId: string;
  readonly dutyId: string;
  readonly revision: number;
}

const atOnce = 1000;

/**
 * Puts tasks over the units of a city, each made by the same moves that people make, and copied into the tables of the slice: some
 * under way and those of earlier years that are closed. Gives the duties of each unit that are under way.
 */
export async function fillTasks(
  ownerAddress: string,
  city: TaskCity,
  { open, closed }: { readonly open: number; readonly closed: number },
  tell: (line: string) => void,
): Promise<ReadonlyMap<string, readonly OpenDuty[]>> {
  const duties = new Map<string, OpenDuty[]>();
  const regions = new Map(
    city.counties.flatMap(({ regionId, units }) => units.map((unit) => [unit, regionId] as const)),
  );
  const copying = await openCopying(ownerAddress);
  try {
    for (let from = 0; from < open + closed; from += atOnce) {
      tell(`放入任务 ${from} / ${open + closed}……`);
      const lives = Array.from({ length: Math.min(atOnce, open + closed - from) }, (_, at) =>
        from + at < open
          ? livedOpen(city, taskCityRegion, from + at)
          : livedClosed(city, taskCityRegion, from + at - open),
      );
      for (const [table, rows] of Object.entries(rowsOf(lives, regions))) await copying.copy(table, rows);
      for (const { task } of lives) if (stateOf(task) === 'open') note(duties, task);
    }
  } finally {
    await copying.close();
  }
  return duties;
}

function note(duties: Map<string, OpenDuty[]>, task: Life['task']): void {
  for (const { id, unit } of task.duties) {
    const list = duties.get(unit.id ?? '') ?? [];
    duties.set(unit.id ?? '', list);
    list.push({ taskId: task.id, dutyId: id, revision: task.revision });
  }
}

/** The rows of some tasks, tables that others speak of first. */
function rowsOf(lives: readonly Life[], regions: ReadonlyMap<string, string>) {
  const today = dayAt(new Date().toISOString());
  const lit = lives.map((life) => ({ ...life, projection: projectionOf(life.task, [], today, usualLightRules) }));
  return {
    task: lit.map(({ task, events, place, projection }) => {
      const [first, last] = [events[0], events.at(-1)];
      return {
        ...taskColumns(task, projection.task),
        ...sourceColumns(task, '测量市行动方案'),
        ...{ id: task.id, doubts: '[]' },
        ...{ region_id: place.regionId, unit_id: place.unitId, chain_id: place.chainId, created_on: first?.on },
        ...{ created_at: first?.at, created_by: '测量员', created_by_id: 'tp0' },
        ...{ activity_at: last?.at, activity_by: '测量员' },
      };
    }),
    task_party: lit.flatMap(({ task, place }) => partyRows(task, place, regions)),
    task_duty: lit.flatMap(({ task, projection }) =>
      projection.duties.map((each) => dutyRow(task.id, each, regions.get(each.unitId ?? '') ?? null)),
    ),
    task_event: lit.flatMap(({ task, events }) => events.map((event) => eventRow(task.id, event, null))),
  };
}
