import { type Actor, permit } from '../../../access/index.ts';
import { dayAt, RefusalError } from '../../../kernel/index.ts';
import type { OwedRowJson, UnitOverviewJson } from '../../contract.ts';
import { permille, ratesOf, reasonWords } from '../../domain/index.ts';
import { readUnit } from '../../store/origin/units.ts';
import { readOwed, readRatedTasks, readUnitCounts, readWaits, type WaitKind } from '../../store/overview/unit.ts';
import type { TaskDeps } from '../deps.ts';

const waitTitles: Readonly<Record<WaitKind, string>> = {
  sign: '待签收',
  report: '本轮调度待报进展',
  letter: '待回复督办函',
  returned: '销号申请被退回',
  dispute: '单位退回，待处理',
  extension: '延期申请，待答复',
  close: '销号申请，待审定',
  help: '单位求助，待回应',
};
const waitKinds = Object.keys(waitTitles) as WaitKind[];

async function known(unitId: string, { db }: TaskDeps) {
  const unit = await readUnit(db, unitId);
  if (unit === undefined) throw new RefusalError({ code: 'unit-unknown', field: 'unitId', given: unitId });
  return unit;
}

/**
 * A unit at a glance, as far as the actor sees its tasks: what it owes by light, what waits for it, and its on-time rate of
 * the year so far. Refuses a unit that there is none of.
 */
export async function readUnitOverview(actor: Actor, unitId: string, deps: TaskDeps): Promise<UnitOverviewJson> {
  permit(actor, 'task.read');
  const unit = await known(unitId, deps);
  const today = dayAt(deps.clock.now());
  const since = `${today.slice(0, 4)}-01-01`;
  const [counts, waits, rated] = [
    await readUnitCounts(deps.db, unitId),
    await readWaits(deps.db, unitId),
    await readRatedTasks(deps.db, unitId, since, today),
  ];
  const rate = ratesOf(rated, since, today).find((each) => each.unit.id === unitId);
  return {
    unit: { id: unit.id, name: unit.name },
    regionName: unit.regionName,
    ...{ lights: [...counts.lights], open: counts.open, closed: counts.closed, theirs: counts.theirs },
    rate: {
      ...{ since, onTime: rate?.onTime ?? 0, late: rate?.late ?? 0, overdue: rate?.overdue ?? 0 },
      permille: rate === undefined ? null : permille(rate),
    },
    waits: waitKinds.flatMap((kind) => {
      const rows = waits.filter((each) => each.kind === kind);
      const [first] = rows;
      if (first === undefined) return [];
      return [
        {
          ...{ kind, title: waitTitles[kind], count: first.total },
          rows: rows.map(({ taskId, title, words, dueOn }) => ({ taskId, title, words, dueOn })),
        },
      ];
    }),
  };
}

/** What a unit owes, or what others owe it, by deadline. */
export async function listOwed(
  actor: Actor,
  unitId: string,
  asked: {
    readonly side: 'owes' | 'theirs';
    readonly state?: 'open' | 'closed' | undefined;
    readonly page: number;
    readonly pageSize: number;
  },
  deps: TaskDeps,
): Promise<{ rows: OwedRowJson[]; total: number; page: number; pageSize: number }> {
  permit(actor, 'task.read');
  await known(unitId, deps);
  const { side, state = 'open', page, pageSize } = asked;
  const found = await readOwed(deps.db, unitId, { side, state, limit: pageSize, offset: (page - 1) * pageSize });
  const rows = found.rows.map(
    ({ unitId: id, unitName, leadName, reason, ...row }): OwedRowJson => ({
      ...row,
      unit: { id, name: unitName },
      lead: row.role === 'lead' ? null : leadName,
      reason: reasonWords(reason, reason.decimals, reason.figureUnit),
    }),
  );
  return { rows, total: found.total, page, pageSize };
}
