import { asSystem } from '../../../../platform/db/index.ts';
import type { ListedRows } from '../../../../platform/http/list-rows.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { type LineRowJson, lineFields, type RankRowJson, rankFields, type SnapshotJson } from '../../contract.ts';
import {
  cycleName,
  type DutyLine,
  lightsAgainst,
  rankedAgainst,
  reasonWords,
  type Snapshot,
  type SnapshotHead,
  type TaskLine,
} from '../../domain/index.ts';
import { frozenBefore, type StoredCycle } from '../../store/dispatch/cycles.ts';
import { readHeads, readSnapshot, type StoredSnapshot } from '../../store/dispatch/snapshots.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';
import { loadCycle, reachesRegion } from './load-cycle.ts';
import { overallRate, percent } from './read-cycles.ts';

interface Frozen {
  readonly stored: StoredCycle;
  readonly head: SnapshotHead;
  readonly before: { readonly stored: StoredCycle; readonly head: SnapshotHead } | null;
}

/** What a cycle froze and the one before it. Refuses one that is not frozen, and one of another region. */
async function loadFrozen(db: TaskDb, actor: Actor, cycleId: string): Promise<Frozen> {
  const stored = await loadReached(db, actor, cycleId);
  const last = await frozenBefore(db, stored);
  const heads = await asSystem(() => readHeads(db, [cycleId, ...(last === undefined ? [] : [last.cycle.id])]));
  const head = heads.get(cycleId);
  if (head === undefined) throw notFrozen(stored);
  const then = last === undefined ? undefined : heads.get(last.cycle.id);
  return { stored, head, before: last === undefined || then === undefined ? null : { stored: last, head: then } };
}

const notFrozen = ({ cycle }: StoredCycle) =>
  new RefusalError({ code: 'cycle-not-frozen', field: cycleName(cycle), given: cycle.state });

async function loadReached(db: TaskDb, actor: Actor, cycleId: string): Promise<StoredCycle> {
  const stored = await loadCycle(db, actor, cycleId);
  if (!reachesRegion(actor, stored.place.regionId))
    throw new RefusalError({ code: 'cycle-far', field: cycleName(stored.cycle), given: actor.post?.unitName ?? null });
  return stored;
}

/** The whole of what a cycle froze, in figures, and what changed against the one before. */
export async function showSnapshot(actor: Actor, cycleId: string, { db }: TaskDeps): Promise<SnapshotJson> {
  permit(actor, 'task.read');
  const { stored, head, before } = await loadFrozen(db, actor, cycleId);
  const { frozen } = stored.cycle;
  return {
    ...{ cycleId, judgedOn: head.judgedOn, knownAt: head.knownAt, digest: frozen?.digest ?? '' },
    ...{ tasks: head.tasks, duties: head.duties, units: head.ranking.length, unreported: head.unreported.length },
    ...{ counts: { ...head.counts }, rate: overallRate(head.ranking) },
    ...{ rules: { ...head.rules }, weights: { ...head.weights } },
    before:
      before === null
        ? null
        : {
            ...{ id: before.stored.cycle.id, name: cycleName(before.stored.cycle) },
            ...{ counts: lightsAgainst(head.counts, before.head.counts), rate: overallRate(before.head.ranking) },
          },
  };
}

/** The units by their on-time rate, each with its place of the time before. */
export async function rankingList(actor: Actor, cycleId: string, { db }: TaskDeps): Promise<ListedRows<RankRowJson>> {
  permit(actor, 'task.read');
  const { head, before } = await loadFrozen(db, actor, cycleId);
  const unreported = Map.groupBy(head.unreported, ({ unitId }) => unitId);
  const rows = rankedAgainst(head.ranking, before?.head.ranking ?? []).map((each): RankRowJson => {
    const { unit, place, onTime, late, overdue, won, of, placeBefore } = each;
    return {
      ...{ id: unit.id ?? unit.name, unit: { id: unit.id, name: unit.name }, place, onTime, late, overdue, won, of },
      ...{ rate: percent(each.permille), placeBefore, rateBefore: percent(each.permilleBefore) },
      unreported: unreported.get(unit.id)?.length ?? 0,
    };
  });
  return {
    fields: rankFields,
    rows,
    fieldOf: (row, key) => (key === 'unit' ? row.unit.name : key in rankFields ? row[key as 'place'] : null),
    searched: ({ unit }) => unit.name,
  };
}

/** Parsed lines of the cycles that were asked for last: what is frozen does not change. */
const kept = new Map<string, readonly LineRowJson[]>();
const mostKept = 4;

/** Every duty that is owed, as it was frozen; of one unit when it is given. */
export async function lineList(
  actor: Actor,
  { cycleId, unitId }: { readonly cycleId: string; readonly unitId?: string | undefined },
  { db }: TaskDeps,
): Promise<ListedRows<LineRowJson>> {
  permit(actor, 'task.read');
  const stored = await loadReached(db, actor, cycleId);
  const { frozen } = stored.cycle;
  if (frozen === null) throw notFrozen(stored);
  const key = `${cycleId} ${frozen.digest}`;
  const known = kept.get(key) ?? linesOf(await load(db, stored));
  kept.delete(key);
  kept.set(key, known);
  for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(old);
  return {
    fields: lineFields,
    rows: unitId === undefined ? known : known.filter(({ unit }) => unit.id === unitId),
    fieldOf: (row, field) =>
      field === 'unit' ? row.unit.name : field in lineFields ? row[field as 'title' | 'dueOn'] : null,
    searched: ({ title, unit }) => `${title} ${unit.name}`,
  };
}

async function load(db: TaskDb, stored: StoredCycle): Promise<StoredSnapshot> {
  const found = await asSystem(() => readSnapshot(db, stored.cycle.id));
  if (found === undefined) throw notFrozen(stored);
  return found;
}

function linesOf({ text }: StoredSnapshot): LineRowJson[] {
  const { tasks } = JSON.parse(text) as Snapshot;
  return tasks.flatMap((task) =>
    task.duties.filter(({ reason }) => reason.code !== 'not-owed').map((duty) => lineOf(task, duty)),
  );
}

function lineOf(task: TaskLine, duty: DutyLine): LineRowJson {
  const { id, unit, role, light, reason, state, due, firstDue, report, reportWanted } = duty;
  const behind = reason.code === 'behind-pace' ? reason.pace.deliverableId : null;
  const figure = task.figures.find((each) => each.id === behind);
  return {
    ...{ id: `${task.id}.${id}`, taskId: task.id, dutyId: id, title: task.title, role, light, state },
    unit: { id: unit.id, name: unit.name },
    reason: reasonWords(reason, figure?.decimals ?? 0, figure?.unit ?? ''),
    ...{ dueOn: due, firstDueOn: firstDue, words: report?.words ?? null, reportedOn: report?.on ?? null },
    report: report === null ? (reportWanted ? 'missing' : 'not-asked') : report.late ? 'late' : 'told',
  };
}

/** The text as it was frozen, with a name for the file. */
export async function snapshotFile(
  actor: Actor,
  cycleId: string,
  { db }: TaskDeps,
): Promise<{ readonly name: string; readonly text: string }> {
  permit(actor, 'task.read');
  const stored = await loadReached(db, actor, cycleId);
  return { name: `${cycleName(stored.cycle)}-冻结全文.json`, text: (await load(db, stored)).text };
}
