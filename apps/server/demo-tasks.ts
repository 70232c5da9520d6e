import { asSystem } from '../../platform/db/index.ts';
import { type Actor, loadActor, wholeReach } from '../../src/access/index.ts';
import { addDays, dayAt, RefusalError, shifted } from '../../src/kernel/index.ts';
import type { PlanDeps } from '../../src/plan/index.ts';
import {
  answerExtension,
  askExtension,
  closeOut,
  type Duty,
  dueNow,
  giveBack,
  handBack,
  loadTaskServer,
  type Moved,
  reachMilestone,
  report,
  type Stamp,
  sign,
  submit,
  type Task,
  type TaskDeps,
} from '../../src/task/index.ts';
import { instruct, meet } from './demo-meetings.ts';
import type { DemoPost } from './first-start.ts';
import { taskDeps } from './task.ts';

type Server = Awaited<ReturnType<typeof loadTaskServer>>;

/** Something that happened to a task on a day of the invented past. */
interface Happened {
  readonly on: string;
  readonly as: 'office' | 'unit';
  readonly by: Actor;
  decide(task: Task, stamp: Stamp): Moved;
}

/** Who acts in the invented past, and when. */
export interface Demo {
  readonly hands: Server['byHand'];
  readonly office: Actor;
  readonly closer: Actor;
  readonly chief: Actor | null;
  /** At ten in the morning of a day. */
  at(day: string): TaskDeps;
  readonly today: string;
}

/** So far back the invented past goes. */
const pastDays = 260;

/**
 * Makes tasks of the invented city's published plans and gives them a past: signed for, reported, extended, handed back,
 * closed out, with a meeting and two instructions. By the same commands as people's, with a clock of its own. Does nothing
 * when there are tasks already; gives how many there are then.
 */
export async function fillDemoTasks(plan: PlanDeps, posts: readonly DemoPost[]): Promise<number> {
  const real = taskDeps(plan);
  const { byHand: hands, keepTasks } = await loadTaskServer();
  const today = dayAt(real.clock.now());
  const actorOf = async (wanted: (post: DemoPost) => boolean): Promise<Actor | null> => {
    const post = posts.find(wanted);
    const caller = post && { personId: post.personId, postId: post.postId, sessionId: null, from: '演示' };
    return caller === undefined ? null : ((await loadActor(plan.db, caller, today)) ?? null);
  };
  return asSystem(async () => {
    const found = await real.db.selectFrom('task').select('id').limit(1).executeTakeFirst();
    if (found !== undefined) return 0;
    const office = await actorOf(({ roleId, regionId }) => roleId === 'chain-office' && regionId === '990100');
    const closer = await actorOf(({ roleId, regionId }) => roleId === 'reviewer' && regionId === '990100');
    const chief = await actorOf(({ roleId, regionId }) => roleId === 'chain-chief' && regionId === '990100');
    if (office === null || closer === null) return 0;
    const at = (day: string): TaskDeps => ({ ...real, clock: { now: () => `${day}T02:00:00.000Z` } });
    const demo: Demo = { hands, office, closer, chief, at, today };
    const ids = await tasksOfPlans(demo);
    for (const [no, id] of ids.entries()) await live(demo, id, no);
    await recur(demo, keepTasks);
    await instruct(demo);
    await meet(demo);
    await toTheEnd(() => keepTasks(real));
    const { n } = await real.db
      .selectFrom('task')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(n);
  });
}

/** What has no doubt in the city's plans becomes tasks, on the first day of the past; the rest stays to be settled. */
async function tasksOfPlans({ hands, office, at, today }: Demo): Promise<string[]> {
  const start = addDays(today, -pastDays);
  const deps = at(start);
  const { plans } = await hands.listTaskPlans(office, { page: 1, pageSize: 50, text: null }, deps);
  const ids: string[] = [];
  const soon = addDays(start, 20);
  for (const { planId, edition, may, title } of plans) {
    // Notices and policies stay as they are, for whoever wants to try.
    if (!may || !/行动方案|实施方案|重点任务|调度机制/u.test(title)) continue;
    const { names } = await hands.readTaskPlan(office, planId, undefined, deps);
    const clear = names.filter(({ collective, suggestions }) => collective && suggestions.length > 0);
    // One is left to be said by whoever tries it out.
    const said = clear.slice(0, Math.max(1, clear.length - 1)).map(({ name, suggestions }) => ({
      name,
      unitIds: suggestions.map(({ id }) => id),
    }));
    if (said.length > 0) await hands.decideNames(office, planId, said, deps);
    // What was due before the past begins would only be late; it stays to be made by whoever tries it out.
    const { items } = await hands.readTaskPlan(office, planId, undefined, deps);
    const itemIds = items
      .filter(({ state, duties }) => state === 'ready' && duties.every(({ dueOn }) => dueOn === null || dueOn > soon))
      .map(({ itemId }) => itemId);
    if (itemIds.length === 0) continue;
    try {
      const { made } = await hands.makeTasks(office, planId, { edition, itemIds, send: true }, deps);
      ids.push(...made.map(({ taskId }) => taskId));
    } catch (cause) {
      // All of its tasks have something to be settled first.
      if (!(cause instanceof RefusalError)) throw cause;
    }
  }
  return ids;
}

/** As often as there is something to do. */
async function toTheEnd(step: () => Promise<number>): Promise<void> {
  while ((await step()) > 0);
}

/** Month by month the times of recurring duties come, and most are done. */
async function recur({ hands, closer, at, today }: Demo, keep: Server['keepTasks']): Promise<void> {
  for (let day = `${addDays(today, -pastDays).slice(0, 7)}-28`; day <= today; day = `${shifted(day.slice(0, 7), 1)}-03`)
    await toTheEnd(() => keep(at(day)));
  const rows = await at(today)
    .db.selectFrom('task')
    .select(['id', 'due_on'])
    .where('occurrence_of', 'is not', null)
    .where('state', '=', 'open')
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  for (const [no, { id, due_on: due }] of rows.entries()) {
    // One in nine of the last weeks was forgotten.
    if (due === null || due >= today || (no % 9 === 4 && due > addDays(today, -45))) continue;
    const stored = await hands.readStored(at(today).db, id);
    const owed = stored?.task.duties.filter(({ own, unit }) => own && unit.id !== null) ?? [];
    const done = addDays(due, no % 7 === 3 ? 4 : -2);
    // Parts of helping units are closed before the lead's.
    const inOrder = owed.toSorted((a, b) => Number(a.role === 'lead') - Number(b.role === 'lead'));
    const past = inOrder.flatMap((duty): Happened[] => [
      { on: addDays(due, -6), as: 'unit', by: handOf(duty), decide: (task, stamp) => sign(task, duty.id, stamp) },
      {
        ...{ on: done, as: 'unit', by: handOf(duty) },
        decide: (task, stamp) => submit(task, duty.id, '本次已办完。', [proof], stamp),
      },
      { on: addDays(done, 1), as: 'office', by: closer, decide: (task, stamp) => closeOut(task, duty.id, stamp) },
    ]);
    await happen(
      hands,
      at,
      id,
      past.filter(({ on }) => on <= today),
    );
  }
}

/** Somebody of a unit who does what the unit owes. */
const handOf = ({ unit }: Duty): Actor => ({
  ...{ id: `demo-${unit.id}`, name: `${unit.name}联络员`, from: '演示', sessionId: null, reach: wholeReach },
  permissions: new Set(['task.read', 'task.report', 'plan.read']),
  post: {
    ...{ id: `demo-${unit.id}`, title: '联络员', unitId: unit.id ?? '', unitName: unit.name, regionId: '' },
    ...{ scopeRegionId: '', chains: [], roleId: null, roleName: null, onBehalfOf: null },
  },
});

const proof = { id: 'demo-proof', kind: 'link' as const, name: 'https://example.org/proof' };

/** The past of one task: what its number has in store for it, as far as its deadline allows. */
async function live(demo: Demo, taskId: string, no: number): Promise<void> {
  const { hands, at, today } = demo;
  const stored = await hands.readStored(at(today).db, taskId);
  if (stored === undefined) return;
  const past = stored.task.duties
    .filter(({ unit, state }) => unit.id !== null && state === 'sent')
    .flatMap((duty) => pastOf(demo, stored.task, duty, no))
    .filter(({ on }) => on <= today)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  await happen(hands, at, taskId, past);
}

/** One after the other; what an earlier fate has made impossible did not happen. */
async function happen(
  hands: Server['byHand'],
  at: Demo['at'],
  taskId: string,
  past: readonly Happened[],
): Promise<void> {
  for (const { on, as, by, decide } of past) {
    try {
      await hands.moveTask(by, { taskId, revision: null }, at(on), { as }, decide);
    } catch (cause) {
      if (!(cause instanceof RefusalError)) throw cause;
    }
  }
}

function pastOf(demo: Demo, task: Task, duty: Duty, no: number): Happened[] {
  const { office, closer, today } = demo;
  const { id: dutyId } = duty;
  const hand = handOf(duty);
  const start = addDays(today, -pastDays);
  const unit = (on: string, decide: Happened['decide']): Happened => ({ on, as: 'unit', by: hand, decide });
  const desk = (on: string, decide: Happened['decide'], by = office): Happened => ({ on, as: 'office', by, decide });
  const told =
    (words: string, share: number, more: { problem?: string; help?: string } = {}) =>
    (each: Task, stamp: Stamp) =>
      report(each, dutyId, { ...toldOf(each, dutyId, words, share), ...more }, stamp);
  const signed = unit(addDays(start, 2 + (no % 4)), (each, stamp) => sign(each, dutyId, stamp));
  if (!duty.own) return no % 5 === 4 ? [] : [signed];
  const due = dueNow(task, duty);
  const reports = [
    unit(addDays(start, 60 + (no % 9)), told('已成立专班，定了时间表，正在推进。', 0.25)),
    unit(addDays(start, 150 + (no % 9)), told('主体工作过半，按计划推进。', 0.6)),
  ];
  const reached = task.milestones
    .filter(({ dueOn }) => dueOn > start && no % 3 !== 2)
    .map(({ id, dueOn }) =>
      unit(addDays(dueOn, -4), (each, stamp) => reachMilestone(each, id, '按期完成，材料已归档。', stamp)),
    );
  const closed = (on: string): Happened[] => [
    unit(on, (each, stamp) => submit(each, dutyId, '任务已完成，佐证材料附后。', [proof], stamp)),
    desk(addDays(on, 4), (each, stamp) => closeOut(each, dutyId, stamp), closer),
  ];
  const begun = [signed, ...reports, ...reached];
  if (due !== null && due <= today) {
    const over = addDays(due, 1) > start ? due : addDays(start, 40);
    switch (no % 6) {
      case 0:
        return [
          ...begun,
          unit(addDays(over, -12), (each, stamp) =>
            askExtension(each, dutyId, addDays(over, 45), '用地手续比预计慢，需要多一个半月。', stamp),
          ),
          desk(addDays(over, -8), (each, stamp) =>
            answerExtension(each, dutyId, addDays(over, 45), '情况属实，同意一次。', stamp),
          ),
          ...closed(addDays(over, 30)),
        ];
      case 1:
        return [
          ...begun,
          unit(
            addDays(today, -20),
            told('设备到货推迟，整体晚了。', 0.7, {
              problem: '进口设备清关慢，影响安装。',
              help: '请市商务局协调海关加快清关。',
            }),
          ),
        ];
      case 2:
        return [...begun, ...closed(addDays(over, 15))];
      default:
        return [...begun, ...closed(addDays(over, -6))];
    }
  }
  switch (no % 7) {
    case 0:
      return [
        signed,
        unit(addDays(today, -9), (each, stamp) =>
          handBack(each, dutyId, '这项职能机构改革后已不在我单位，建议改派。', stamp),
        ),
      ];
    case 1:
      return [
        ...begun,
        unit(addDays(today, -6), (each, stamp) =>
          askExtension(each, dutyId, addDays(due ?? today, 60), '项目环评还在公示，申请延期两个月。', stamp),
        ),
      ];
    case 2:
      return [
        ...begun,
        unit(addDays(today, -12), (each, stamp) => submit(each, dutyId, '提前完成，佐证材料附后。', [proof], stamp)),
        desk(
          addDays(today, -8),
          (each, stamp) => giveBack(each, dutyId, '缺验收单，请补齐再报。', null, stamp),
          closer,
        ),
        unit(addDays(today, -3), (each, stamp) => submit(each, dutyId, '已补验收单。', [proof], stamp)),
      ];
    case 3:
      return [
        ...begun,
        unit(addDays(today, -15), told('企业意愿不强，进度慢。', 0.65, { problem: '中小企业改造意愿不强。' })),
      ];
    case 4:
      return no % 2 === 0 ? [] : [signed];
    default:
      return [...begun, unit(addDays(today, -10), told('按计划推进，没有困难。', 0.75))];
  }
}

/** What a unit tells: words, and its figures at a share of what an even pace wants. */
function toldOf(task: Task, dutyId: string, words: string, share: number) {
  const lead = task.duties.find(({ id }) => id === dutyId)?.role === 'lead';
  const figures = task.deliverables
    .filter((each) => each.counts === 'reported' && (each.dutyId === dutyId || (each.dutyId === null && lead)))
    .map(({ id, target }) => ({ deliverableId: id, value: Math.floor(target * share) }));
  return { words, figures, evidence: [], problem: null, help: null, cycleId: null, late: false };
}
