import type { TaskCity } from '../../platform/db/testing/task-city.ts';
import {
  assign,
  closeOut,
  create,
  type DutyContent,
  type Moved,
  report,
  type Stamp,
  sign,
  submit,
  type Task,
  type TaskContent,
  type TaskEvent,
} from '../../src/task/index.ts';

type Places = Pick<TaskCity, 'counties' | 'chains'>;

/** A task with what happened to it, and the office that keeps it. */
export interface Life {
  readonly task: Task;
  readonly events: readonly TaskEvent[];
  readonly place: { readonly regionId: string; readonly unitId: string; readonly chainId: string | null };
}

export const pick = <T>(some: readonly T[], at: number): T =>
  some[((at % some.length) + some.length) % some.length] as T;
const dayMs = 86_400_000;
const dayFrom = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

/** The `n`th task under way: a lead, up to four that help, signed for by all and reported six times. */
export function livedOpen(city: Places, office: string, n: number): Life {
  const { content, place } = contentOf(city, office, n, `t${String(n).padStart(6, '0')}`, dayFrom((n % 400) - 60));
  const told = telling(content, 360);
  for (const { id, unit } of content.duties) told.move((task) => sign(task, id, told.stamp(unit.id, 2, 0)));
  for (let month = 1; month <= 6; month += 1)
    for (const [at, { id, unit }] of content.duties.entries()) {
      const figures = at === 0 ? [{ deliverableId: 'F1', value: month * (5 + (n % 12)) }] : [];
      const help = n % 50 === 0 && month === 6 ? '请协调用地。' : null;
      const words = '本月按计划推进，完成了阶段工作，下月继续。';
      const said = { cycleId: null, late: false, words, figures, evidence: [], problem: null, help };
      told.move((task) => report(task, id, said, told.stamp(unit.id, month * 55, at)));
    }
  return { ...told.life(), place };
}

/** The `n`th task of earlier years: reported once, handed in with a paper and closed by a second person. */
export function livedClosed(city: Places, office: string, n: number): Life {
  const { content, place } = contentOf(city, office, n, `c${String(n).padStart(6, '0')}`, dayFrom(-400 - (n % 700)));
  const told = telling(content, 1500);
  const paper = { id: 'bench-paper', name: '验收.pdf', kind: 'document' as const };
  for (const { id, unit, part } of content.duties.toReversed()) {
    told.move((task) => sign(task, id, told.stamp(unit.id, 2, 0)));
    if (part === null && id !== 'D1') continue;
    told.move((task) => submit(task, id, '已经完成，请销号。', [paper], told.stamp(unit.id, 300, 0)));
    told.move((task) => closeOut(task, id, told.stamp(null, 310, 0)));
  }
  return { ...told.life(), place };
}

function contentOf({ counties, chains: all }: Places, office: string, n: number, id: string, due: string) {
  const county = pick(counties, n);
  const units = Array.from({ length: 2 + (n % 4) }, (_, at) =>
    at === 0 ? pick(county.units, Math.floor(n / 20)) : pick(pick(counties, n + at * 7).units, n * 3 + at),
  );
  const chains = [pick(all, n)];
  const isCity = n % 2 === 0;
  const place = {
    ...{ regionId: isCity ? office : county.regionId, unitId: isCity ? 'tu-city' : pick(county.units, 0) },
    chainId: chains[0] ?? null,
  };
  const content: TaskContent = {
    ...{ id, title: `第${n}项：${pick(['建设专业园区', '引进链主企业', '开展对接活动', '培育专精特新'], n)}` },
    ...{ words: '按方案推进，按月报告进展，年底交账。'.repeat(3), regionCode: place.regionId, chains },
    source: { kind: 'plan', planId: 'bench', edition: 1, itemId: `i${id}`, place: `二/（${n % 9}）/${n}` },
    duties: units.map(
      (unit, at): DutyContent => ({
        ...{ id: `D${at + 1}`, unit: { id: unit, name: unit }, role: at === 0 ? 'lead' : 'cooperating' },
        ...{ inherited: false, part: at % 2 === 1 ? '承担一部分' : null, dueOn: at === 0 ? due : null },
      }),
    ),
    milestones: [{ id: 'M1', name: '中期', dueOn: dayFrom(n % 90), dutyId: null }],
    deliverables: [
      {
        ...{ id: 'F1', name: '完成数', unit: '个', decimals: 0, target: 100, comparator: '>=', mode: 'cumulative' },
        ...{ from: '2020-01-01', by: due, counts: 'reported', indicatorId: null, dutyId: null },
      },
    ],
    ...{ dependsOn: [], recurrences: [], parent: null, occurrence: null },
  };
  return { content, place };
}

/** A task made so many days ago and sent the day after; each move is one that the product allows. */
function telling(content: TaskContent, ago: number) {
  const began = Date.now() - ago * dayMs;
  const stamp = (unitId: string | null, days: number, minute: number): Stamp => ({
    by: { id: unitId ?? 'tp0', name: unitId ?? '测量员', unitId },
    at: new Date(began + days * dayMs + minute * 60_000).toISOString(),
  });
  const events: TaskEvent[] = [];
  const taken = (moved: Moved): Task => {
    if (!moved.ok) throw new Error(JSON.stringify(moved.refusals));
    events.push(moved.value.event);
    return moved.value.task;
  };
  let task = taken(create(content, stamp(null, 0, 0)));
  const move = (made: (now: Task) => Moved): void => {
    task = taken(made(task));
  };
  move((now) => assign(now, stamp(null, 1, 0)));
  return { move, stamp, life: () => ({ task, events }) };
}
