import { putRows, type TaskCity, taskCityRegion } from '../../platform/db/testing/task-city.ts';
import { dayAt } from '../../src/kernel/index.ts';
import {
  assign,
  create,
  type DutyContent,
  type Moved,
  projectionOf,
  report,
  type Stamp,
  sign,
  type Task,
  type TaskContent,
  type TaskEvent,
  usualLightRules,
} from '../../src/task/index.ts';
import { dutyRow, eventRow, sourceColumns, taskColumns } from '../../src/task/store/rows.ts';
import { partyRows } from '../../src/task/store/task.ts';

/** A duty that somebody may report about. */
export interface OpenDuty {
  readonly taskId: string;
  readonly dutyId: string;
  readonly revision: number;
}

const pick = <T>(some: readonly T[], at: number): T => some[((at % some.length) + some.length) % some.length] as T;
const dayMs = 86_400_000;
const atOnce = 250;

/**
 * Puts so many open tasks over the units of a city, each made by the same moves that people make: a lead, up to four that help,
 * signed for and reported six times. Gives the duties of each unit.
 */
export async function fillTasks(
  ownerAddress: string,
  city: TaskCity,
  count: number,
  tell: (line: string) => void,
): Promise<ReadonlyMap<string, readonly OpenDuty[]>> {
  const duties = new Map<string, OpenDuty[]>();
  for (let from = 0; from < count; from += atOnce) {
    tell(`放入任务 ${from} / ${count}……`);
    const rows = {
      task: [] as object[],
      task_party: [] as object[],
      task_duty: [] as object[],
      task_event: [] as object[],
    };
    for (let n = from; n < Math.min(count, from + atOnce); n += 1) {
      const { task, events, place, regions } = lived(city, n);
      const today = dayAt(new Date().toISOString());
      const projection = projectionOf(task, [], today, usualLightRules);
      const [first, last] = [events[0], events.at(-1)];
      rows.task.push(
        plain({
          ...{
            ...taskColumns(task, projection.task),
            ...sourceColumns(task, '测量市行动方案'),
            id: task.id,
            doubts: '[]',
          },
          ...{ region_id: place.regionId, unit_id: place.unitId, chain_id: place.chainId, created_on: first?.on },
          ...{
            created_at: first?.at,
            created_by: '测量员',
            created_by_id: 'tp0',
            activity_at: last?.at,
            activity_by: '测量员',
          },
        }),
      );
      rows.task_party.push(...partyRows(task, place, regions));
      rows.task_duty.push(
        ...projection.duties.map((each) => plain(dutyRow(task.id, each, regions.get(each.unitId ?? '') ?? null))),
      );
      rows.task_event.push(...events.map((event) => plain(eventRow(task.id, event, null))));
      for (const { id, unit } of task.duties) {
        const list = duties.get(unit.id ?? '') ?? [];
        duties.set(unit.id ?? '', list);
        list.push({ taskId: task.id, dutyId: id, revision: task.revision });
      }
    }
    for (const [table, some] of Object.entries(rows)) await putRows(ownerAddress, table, some);
  }
  return duties;
}

/** Columns of JSON are texts for the driver, and values here. */
const json = new Set(['content', 'light_reason', 'body', 'doubts']);
const plain = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, json.has(key) ? JSON.parse(value) : value]));

function lived(city: TaskCity, n: number) {
  const county = pick(city.counties, n);
  const regions = new Map(
    city.counties.flatMap(({ regionId, units }) => units.map((unit) => [unit, regionId] as const)),
  );
  const units = Array.from({ length: 2 + (n % 4) }, (_, at) =>
    at === 0 ? pick(county.units, Math.floor(n / 20)) : pick(pick(city.counties, n + at * 7).units, n * 3 + at),
  );
  const due = new Date(Date.now() + ((n % 400) - 60) * dayMs).toISOString().slice(0, 10);
  const chains = [pick(city.chains, n)];
  const isCity = n % 2 === 0;
  const place = {
    ...{ regionId: isCity ? taskCityRegion : county.regionId, unitId: isCity ? 'tu-city' : pick(county.units, 0) },
    chainId: chains[0] ?? null,
  };
  const content: TaskContent = {
    ...{
      id: `t${String(n).padStart(6, '0')}`,
      title: `第${n}项：${pick(['建设专业园区', '引进链主企业', '开展对接活动', '培育专精特新'], n)}`,
    },
    ...{ words: '按方案推进，按月报告进展，年底交账。'.repeat(3), regionCode: place.regionId, chains },
    source: { kind: 'plan', planId: 'bench', edition: 1, itemId: `i${n}`, place: `二/（${n % 9}）/${n}` },
    duties: units.map(
      (unit, at): DutyContent => ({
        ...{
          id: `D${at + 1}`,
          unit: { id: unit, name: unit },
          role: at === 0 ? 'lead' : 'cooperating',
          inherited: false,
        },
        ...{ part: at % 2 === 1 ? '承担一部分' : null, dueOn: at === 0 ? due : null },
      }),
    ),
    milestones: [
      {
        id: 'M1',
        name: '中期',
        dueOn: new Date(Date.now() + (n % 90) * dayMs).toISOString().slice(0, 10),
        dutyId: null,
      },
    ],
    deliverables: [
      {
        ...{ id: 'F1', name: '完成数', unit: '个', decimals: 0, target: 100, comparator: '>=', mode: 'cumulative' },
        ...{
          from: '2025-01-01',
          by: due < '2025-02-01' ? '2025-02-01' : due,
          counts: 'reported',
          indicatorId: null,
          dutyId: null,
        },
      },
    ],
    ...{ dependsOn: [], recurrences: [], parent: null, occurrence: null },
  };
  return { ...history(content, n), place, regions };
}

/** Made a year ago, sent, signed for by everybody, and reported every other month. */
function history(content: TaskContent, n: number): { readonly task: Task; readonly events: readonly TaskEvent[] } {
  const began = Date.now() - 360 * dayMs;
  const stamp = (unitId: string | null, days: number, minute: number): Stamp => ({
    by: { id: unitId ?? 'tp0', name: unitId ?? '测量员', unitId },
    at: new Date(began + days * dayMs + minute * 60_000).toISOString(),
  });
  const made = create(content, stamp(null, 0, 0));
  if (!made.ok) throw new Error(JSON.stringify(made.refusals));
  let { task } = made.value;
  const events: TaskEvent[] = [made.value.event];
  const move = (moved: Moved): void => {
    if (!moved.ok) throw new Error(JSON.stringify(moved.refusals));
    task = moved.value.task;
    events.push(moved.value.event);
  };
  move(assign(task, stamp(null, 1, 0)));
  for (const { id, unit } of content.duties) move(sign(task, id, stamp(unit.id, 2, 0)));
  for (let month = 1; month <= 6; month += 1)
    for (const [at, { id, unit }] of content.duties.entries()) {
      const figures = at === 0 ? [{ deliverableId: 'F1', value: month * (5 + (n % 12)) }] : [];
      const told = { cycleId: null, late: false, words: '本月按计划推进，完成了阶段工作，下月继续。', figures };
      const rest = { evidence: [], problem: null, help: n % 50 === 0 && month === 6 ? '请协调用地。' : null };
      move(report(task, id, { ...told, ...rest }, stamp(unit.id, month * 55, at)));
    }
  return { task, events };
}
