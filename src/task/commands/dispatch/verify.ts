import { asSystem } from '../../../../platform/db/index.ts';
import { sm3 } from '../../../../platform/digest/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import { canonicalText, cycleName, type Snapshot } from '../../domain/index.ts';
import { readCycle } from '../../store/dispatch/cycles.ts';
import { frozenCycles, readSnapshot } from '../../store/dispatch/snapshots.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';
import { loadCycle, reachesRegion } from './load-cycle.ts';
import { reckonSnapshot } from './reckon.ts';

/** What came of reckoning a frozen cycle again. */
export interface Verified {
  readonly cycleId: string;
  readonly name: string;
  readonly regionId: string;
  /** The text is the same byte for byte, and so is its digest, that of the cycle and what lists show of it. */
  readonly holds: boolean;
  readonly bytes: number;
  readonly tasks: number;
  readonly events: number;
  readonly digest: string;
  readonly again: string;
  /** Where it is not the same: tasks by their title, or parts of the whole. */
  readonly differs: readonly string[];
}

/** Reckons a frozen cycle again from the facts and compares. Refuses one that is not frozen, and what the actor does not reach. */
export async function verifyCycle(actor: Actor, cycleId: string, deps: TaskDeps): Promise<Verified> {
  permit(actor, 'task.read');
  const stored = await loadCycle(deps.db, actor, cycleId);
  if (!reachesRegion(actor, stored.place.regionId))
    throw new RefusalError({ code: 'cycle-far', field: cycleName(stored.cycle), given: actor.post?.unitName ?? null });
  return asSystem(() => verifyOne(deps.db, cycleId));
}

/** The same for every frozen cycle, one after another, each told when it is done; as the system. */
export async function verifyCycles(db: TaskDb, tell: (verified: Verified) => void): Promise<number> {
  const ids = await frozenCycles(db);
  for (const id of ids) tell(await verifyOne(db, id));
  return ids.length;
}

async function verifyOne(db: TaskDb, cycleId: string): Promise<Verified> {
  const [stored, kept] = [await readCycle(db, cycleId), await readSnapshot(db, cycleId)];
  if (stored === undefined) throw new RefusalError({ code: 'cycle-unknown', field: 'cycleId', given: cycleId });
  const { cycle, place } = stored;
  if (kept === undefined || cycle.frozen === null)
    throw new RefusalError({ code: 'cycle-not-frozen', field: cycleName(cycle) });
  const before = parsed(kept.text);
  const head = { cycleId, name: cycleName(cycle), regionId: place.regionId, bytes: Buffer.byteLength(kept.text) };
  const digest = sm3(kept.text);
  if (before === null)
    return { ...head, holds: false, tasks: 0, events: 0, digest: kept.digest, again: digest, differs: ['全文'] };
  const { since, rules: light, weights } = before;
  // Names of chains are those of then.
  const { chain: _now, ...rest } = cycle;
  const { chain, apart } = before.cycle;
  const then = { ...rest, ...(chain !== undefined && { chain }), ...(apart !== undefined && { apart }) };
  const frame = { cycle: then, knownAt: kept.knownAt, since, rules: light, weights };
  const { snapshot: now, text, events } = await reckonSnapshot(db, kept.known, frame);
  const differs = [
    ...(text === kept.text ? [] : differences(before, now)),
    ...(digest === kept.digest && digest === cycle.frozen.digest ? [] : ['摘要']),
    ...(kept.knownAt === cycle.frozen.at ? [] : ['冻结的时间']),
    ...(canonicalText(kept.head.ranking) === canonicalText(before.ranking) ? [] : ['名次表']),
  ];
  return {
    ...{ ...head, holds: differs.length === 0, differs, digest: kept.digest, again: sm3(text) },
    ...{ tasks: before.tasks.length, events },
  };
}

function parsed(text: string): Snapshot | null {
  try {
    return JSON.parse(text) as Snapshot;
  } catch {
    return null;
  }
}

const mostNamed = 10;

/** What is not the same, by name; never empty for texts that differ. */
function differences(before: Snapshot, now: Snapshot): string[] {
  const then = new Map(before.tasks.map((task) => [task.id, canonicalText(task)]));
  const changed = now.tasks.filter((task) => then.get(task.id) !== canonicalText(task)).map(({ title }) => title);
  const there = new Set(now.tasks.map(({ id }) => id));
  const gone = before.tasks.filter(({ id }) => !there.has(id)).map(({ title }) => title);
  const tasks = [...changed, ...gone];
  if (tasks.length === 0) return ['名次或合计'];
  const rest = tasks.length - mostNamed;
  return [...tasks.slice(0, mostNamed), ...(rest > 0 ? [`还有 ${rest} 项`] : [])];
}
