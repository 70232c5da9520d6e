import { type Actor, covers, type Place, placeOfPost } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import {
  assign,
  create,
  type Deliverable,
  type Doubt,
  projectionOf,
  type Task,
  type TaskContent,
  type TaskSource,
  type UnitRef,
} from '../../domain/index.ts';
import { rulesFor } from '../../store/dispatch/rules.ts';
import { addingFacts } from '../../store/facts.ts';
import { chainsKnown, regionsBeyond, unitsKnown } from '../../store/parties.ts';
import { insertTask } from '../../store/task.ts';
import { type Inside, keepsTask, moveInside, stampOf } from './move-task.ts';
import { noteOf } from './note.ts';

/** What a new task needs beside what it says. */
export interface HowMade {
  /** What somebody has to look at before it is sent. */
  readonly doubts?: readonly Doubt[];
  /** Title of the plan, meeting or document; that of the source itself when it is left out. */
  readonly sourceName?: string;
  /** Whose office keeps it; that of the actor's post when it is left out. */
  readonly place?: Place;
  /** Sends it at once. */
  readonly send?: boolean;
}

/**
 * Makes a task inside a transaction that is recorded, and sends it where that is wanted. The permission has been asked for.
 * Refuses what the pure move refuses, units and chains that there are none of, units outside the region that the actor gives
 * work to (`task-unit-far`), and an office that the actor does not reach (`task-other-office`).
 */
export async function createInside(
  inside: Inside,
  actor: Actor,
  content: Omit<TaskContent, 'id'> & { readonly id?: string },
  { doubts = [], sourceName, place: given, send = false }: HowMade = {},
): Promise<Task> {
  const { db, note, deps } = inside;
  const place = placeFor(actor, content.chains, given);
  const named = await withKnownUnits(inside, actor, { ...content, id: content.id ?? deps.newId() });
  await refuseFarCounts(db, named.deliverables, place.regionId);
  await addingFacts(db);
  const made = create(named, stampOf(actor, deps, null));
  if (!made.ok) throw new RefusalError(...made.refusals);
  const { task, event } = made.value;
  if (!keepsTask(actor, { task, place }))
    throw new RefusalError({ code: 'task-other-office', field: task.title, given: actor.post?.unitName ?? null });
  const rules = (await rulesFor(db, place.regionId, event.on)).light;
  const projection = projectionOf(task, [], event.on, rules);
  await insertTask(db, { task, event, projection, place, doubts, sourceName: sourceName ?? nameOf(task.source) });
  note(noteOf(null, task, event, { place }));
  if (!send) return task;
  const which = { taskId: task.id, revision: task.revision };
  return (await moveInside(inside, actor, which, { as: 'office' }, assign)).task;
}

/** The office of the post; of its chains the one that the task is of, so that a chief of one chain keeps what he gives. */
function placeFor(
  actor: Actor,
  chains: readonly string[],
  given: Place | undefined,
): Place & { readonly regionId: string } {
  const own = placeOfPost(actor);
  const within = chains.find((chainId) => covers(actor.reach, { ...own, chainId }));
  const { regionId, unitId, chainId } = given ?? { ...own, chainId: within ?? own.chainId };
  if (regionId === null) throw new RefusalError({ code: 'task-without-office', field: 'regionId' });
  return { regionId, unitId, chainId };
}

export const nameOf = (source: TaskSource): string => {
  switch (source.kind) {
    case 'plan':
      return '行动方案';
    case 'instruction':
      return source.by;
    case 'meeting':
    case 'upper-document':
      return source.title;
  }
};

interface Owed {
  readonly chains: readonly string[];
  readonly duties: readonly { readonly unit: UnitRef }[];
}

/** The same with units called as the register calls them, where only the id was given. Refuses unknown and far ones. */
export async function withKnownUnits<T extends Owed>({ db }: Pick<Inside, 'db'>, actor: Actor, owed: T): Promise<T> {
  const ids = owed.duties.flatMap(({ unit }) => unit.id ?? []);
  const scope = actor.reach.everything ? null : (actor.post?.scopeRegionId ?? '');
  const [units, chains] = [await unitsKnown(db, ids, scope), await chainsKnown(db, owed.chains)];
  const refusals = [
    ...ids.filter((id) => !units.has(id)).map((given) => ({ code: 'unit-unknown', field: 'unitId', given })),
    ...ids.flatMap((id) => {
      const unit = units.get(id);
      return unit?.near === false ? [{ code: 'task-unit-far', field: 'unitId', given: unit.name }] : [];
    }),
    ...owed.chains.filter((id) => !chains.has(id)).map((given) => ({ code: 'chain-unknown', field: 'chains', given })),
  ];
  if (refusals.length > 0) throw new RefusalError(...refusals);
  const named = ({ id, name }: UnitRef): UnitRef => ({ id, name: id === name ? (units.get(id)?.name ?? name) : name });
  return { ...owed, duties: owed.duties.map((duty) => ({ ...duty, unit: named(duty.unit) })) };
}

/** Refuses figures that would count beyond the region of the office, or of a chain that there is none of. */
export async function refuseFarCounts(
  db: Inside['db'],
  deliverables: readonly Deliverable[],
  regionId: string | null,
): Promise<void> {
  const counted = deliverables.flatMap(({ name, counts, events }) =>
    counts === 'events' && events ? [{ name, ...events }] : [],
  );
  const codes = counted.flatMap((each) => each.regionId ?? []);
  const [beyond, chains] = [
    await regionsBeyond(db, codes, regionId),
    await chainsKnown(
      db,
      counted.flatMap(({ chainId }) => chainId ?? []),
    ),
  ];
  const refusals = counted.flatMap((each) => [
    ...(each.regionId !== null && beyond.includes(each.regionId)
      ? [{ code: 'deliverable-events-region', field: each.name, given: each.regionId, limit: regionId }]
      : []),
    ...(each.chainId !== null && !chains.has(each.chainId)
      ? [{ code: 'chain-unknown', field: each.name, given: each.chainId }]
      : []),
  ]);
  if (refusals.length > 0) throw new RefusalError(...refusals);
}
