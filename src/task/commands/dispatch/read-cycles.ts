import { asSystem } from '../../../../platform/db/index.ts';
import type { ListedRows } from '../../../../platform/http/list-rows.ts';
import { say } from '../../../../platform/messages/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import type { Result } from '../../../kernel/index.ts';
import { type CycleJson, type CycleRowJson, cycleFields, type RollRowJson, rollFields } from '../../contract.ts';
import {
  closeCycle,
  cycleName,
  freezeCycle,
  openCycle,
  permille,
  planCycle,
  remind,
  type SnapshotHead,
} from '../../domain/index.ts';
import { cycleRegions, readCycles, readReminders, type StoredCycle } from '../../store/dispatch/cycles.ts';
import { regionNames } from '../../store/dispatch/places.ts';
import { type RollUnit, readMissing, readRoll } from '../../store/dispatch/roll.ts';
import { readHeads } from '../../store/dispatch/snapshots.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';
import { chainsApart } from './chains-apart.ts';
import { isFreezing } from './cycle-for.ts';
import { loadCycle, reachesRegion, seesCyclesOf } from './load-cycle.ts';
import { stampNow } from './run-cycle.ts';

/** Every cycle that concerns the actor; those that are under way first, then the newest. */
export async function cycleList(actor: Actor, { db }: TaskDeps): Promise<ListedRows<CycleRowJson>> {
  permit(actor, 'task.read');
  const found = (await readCycles(db, null)).filter(({ place }) => seesCyclesOf(actor, place.regionId));
  const names = await regionNames(
    db,
    found.map(({ place }) => place.regionId),
  );
  const heads = await readHeads(
    db,
    found.filter(({ cycle }) => cycle.state === 'frozen').map(({ cycle }) => cycle.id),
  );
  const rows: CycleRowJson[] = [];
  for (const stored of found) rows.push(await rowOf(db, actor, stored, names, heads.get(stored.cycle.id)));
  const rank = { open: 0, closed: 1, planned: 2, frozen: 3 } as const;
  return {
    fields: cycleFields,
    rows: rows.sort((a, b) => rank[a.state] - rank[b.state]),
    fieldOf: (row, key) => {
      switch (key) {
        case 'region':
          return row.region.name;
        case 'asked':
        case 'reported':
          return row.progress?.[key] ?? null;
        case 'red':
          return row.counts?.red ?? null;
        case 'name':
        case 'kind':
        case 'state':
        case 'opensOn':
        case 'dueOn':
        case 'rate':
          return row[key];
        default:
          return null;
      }
    },
    searched: ({ name, region }) => `${name} ${region.name}`,
  };
}

async function rowOf(
  db: TaskDb,
  actor: Actor,
  { cycle, place }: StoredCycle,
  names: ReadonlyMap<string, string>,
  head: SnapshotHead | undefined,
): Promise<CycleRowJson> {
  const { id, revision, kind, period, state, opensOn, dueOn } = cycle;
  const isRunning = state === 'open' || state === 'closed';
  return {
    ...{ id, revision, name: cycleName(cycle), kind, period, state, opensOn, dueOn },
    chain: cycle.chain ?? null,
    region: { id: place.regionId, name: names.get(place.regionId) ?? place.regionId },
    progress: isRunning ? progressOf(await rollOf(db, actor, { cycle, place })) : null,
    counts: head === undefined ? null : { ...head.counts },
    rate: head === undefined ? null : overallRate(head.ranking),
  };
}

/** The rate over all units, in percent with one decimal. */
export function overallRate(ranking: SnapshotHead['ranking']): number | null {
  const sum = (of: 'won' | 'of') => ranking.reduce((total, each) => total + each[of], 0);
  return percent(permille({ won: sum('won'), of: sum('of') }));
}

export const percent = (tenths: number | null): number | null => (tenths === null ? null : tenths / 10);

/** The roll as far as the actor reads it: whole where he reaches the region, else of his own units. */
const rollOf = async (
  db: TaskDb,
  actor: Actor,
  { cycle, place }: Pick<StoredCycle, 'cycle' | 'place'>,
): Promise<RollRowJson[]> => {
  const units = reachesRegion(actor, place.regionId) ? null : [...actor.reach.units];
  return (await asSystem(() => readRoll(db, cycle.id, units))).map(unitRow);
};

function unitRow({ unitId, unitName, asked, reported, late }: RollUnit): RollRowJson {
  const missing = asked - reported;
  return {
    ...{ id: unitId ?? unitName, unit: { id: unitId, name: unitName }, asked, reported, late, missing },
    ...{ state: missing > 0 ? 'missing' : late > 0 ? 'late' : 'done', remindedOn: null, waiting: [] },
  };
}

const mostWaiting = 20;

/** Rows of a page with what has not come; the page itself has been found for the actor. */
export async function withWaiting(
  actor: Actor,
  { rows, cycleId }: { readonly rows: readonly RollRowJson[]; readonly cycleId: string },
  { db }: TaskDeps,
): Promise<RollRowJson[]> {
  permit(actor, 'task.read');
  const units = rows.flatMap(({ unit, missing }) => (missing > 0 ? (unit.id ?? []) : []));
  if (units.length === 0) return [...rows];
  const missing = Map.groupBy(await asSystem(() => readMissing(db, cycleId, units)), ({ unitId }) => unitId);
  return rows.map((row) => {
    const waiting = (missing.get(row.unit.id) ?? []).slice(0, mostWaiting);
    return { ...row, waiting: waiting.map(({ taskId, dutyId, title, dueOn }) => ({ taskId, dutyId, title, dueOn })) };
  });
}

function progressOf(units: readonly RollRowJson[]): NonNullable<CycleRowJson['progress']> {
  const sum = (of: 'asked' | 'reported' | 'late') => units.reduce((total, each) => total + each[of], 0);
  const unitsMissing = units.filter(({ missing }) => missing > 0).length;
  return { asked: sum('asked'), reported: sum('reported'), late: sum('late'), units: units.length, unitsMissing };
}

/** Who has reported and who has not, by unit; those who have not first. */
export async function rollList(actor: Actor, cycleId: string, deps: TaskDeps): Promise<ListedRows<RollRowJson>> {
  permit(actor, 'task.read');
  const stored = await loadCycle(deps.db, actor, cycleId);
  const reminded = new Map<string, string>();
  for (const { on, unitIds } of await readReminders(deps.db, cycleId))
    for (const unitId of unitIds) if (!reminded.has(unitId)) reminded.set(unitId, on);
  const units = await rollOf(deps.db, actor, stored);
  const rank = { missing: 0, late: 1, done: 2 } as const;
  return {
    fields: rollFields,
    rows: units
      .map((row) => ({ ...row, remindedOn: reminded.get(row.unit.id ?? '') ?? null }))
      .sort((a, b) => rank[a.state] - rank[b.state]),
    fieldOf: (row, key) => (key === 'unit' ? row.unit.name : key in rollFields ? (row[key as 'asked'] ?? null) : null),
    searched: ({ unit }) => unit.name,
  };
}

/** A cycle with what the actor may do with it now. */
export async function showCycle(actor: Actor, cycleId: string, deps: TaskDeps): Promise<CycleJson> {
  permit(actor, 'task.read');
  const { db } = deps;
  const stored = await loadCycle(db, actor, cycleId);
  const { cycle, place, freezingAt } = stored;
  const names = await regionNames(db, [place.regionId]);
  const heads = await readHeads(db, cycle.state === 'frozen' ? [cycleId] : []);
  const row = await rowOf(db, actor, stored, names, heads.get(cycleId));
  const stepOf = (step: StoredCycle['cycle']['opened']) => (step === null ? null : { by: step.by, on: step.on });
  return {
    ...row,
    ...{ opened: stepOf(cycle.opened), closed: stepOf(cycle.closed), frozen: cycle.frozen },
    freezing: cycle.state === 'closed' && isFreezing(freezingAt, deps.clock.now()),
    regions: (await cycleRegions(db, cycleId)).length,
    apart: [...(await chainsApart(db, cycleId))],
    reminders: (await readReminders(db, cycleId)).map(({ no, on, by, byRound, unitIds, words }) => ({
      ...{ no, on, by, byRound, units: unitIds.length, words },
    })),
    may: mayOf(actor, stored, row, deps),
  };
}

function mayOf(actor: Actor, { cycle, place }: StoredCycle, row: CycleRowJson, deps: TaskDeps): CycleJson['may'] {
  const stamp = stampNow(actor, deps);
  const answer = (move: () => Result<unknown>): CycleJson['may']['open'] => {
    if (!actor.permissions.has('task.dispatch')) return { may: false, why: '您的岗位没有「下达和调度任务」的权限。' };
    if (!reachesRegion(actor, place.regionId))
      return { may: false, why: say({ code: 'cycle-far', field: row.name, given: actor.post?.unitName ?? null }) };
    const result = move();
    return result.ok ? { may: true, why: null } : { may: false, why: result.refusals.map(say).join('') };
  };
  const missing = (row.progress?.unitsMissing ?? 0) > 0 ? ['-'] : [];
  return {
    days: answer(() =>
      cycle.state === 'planned'
        ? planCycle(cycle)
        : { ok: false, refusals: [{ code: 'cycle-begun', field: row.name, given: cycle.opensOn }] },
    ),
    open: answer(() => openCycle(cycle, stamp)),
    remind: answer(() => remind(cycle, missing, '-', stamp)),
    close: answer(() => closeCycle(cycle, stamp)),
    freeze: answer(() => freezeCycle(cycle, '', stamp)),
  };
}
