import { asSystem } from '../../../../platform/db/index.ts';
import { type Actor, permit } from '../../../access/index.ts';
import { dayAt, RefusalError } from '../../../kernel/index.ts';
import type { RecurrenceJson, TaskJson } from '../../contract.ts';
import { doubtWords, handedUp, projectionOf, type Task } from '../../domain/index.ts';
import { rulesFor } from '../../store/dispatch/rules.ts';
import { placeNames } from '../../store/names.ts';
import { readingsOf, readReadings } from '../../store/readings.ts';
import { type PartTask, readParts, readRelated } from '../../store/related.ts';
import { readEvents, readStored } from '../../store/task.ts';
import type { TaskDb } from '../../store.ts';
import type { TaskDeps } from '../deps.ts';
import { cycleJson } from './cycle-json.ts';
import {
  deliverableJson,
  dutyJson,
  eventJson,
  type Judged,
  litRelatedJson,
  milestonesJson,
  relatedJson,
  saidReason,
  sourceJson,
} from './json.ts';
import { askingOf, mayOfTask, mayReach } from './may.ts';

/**
 * All of a task as it stands today: what each unit owes, what happened, what is known of its figures, and what the asker may do
 * now and why not. Refuses (`task-unknown`) what there is none of or what is out of sight.
 */
export async function readTask(actor: Actor, taskId: string, deps: TaskDeps): Promise<TaskJson> {
  permit(actor, 'task.read');
  const { db } = deps;
  const stored = await readStored(db, taskId);
  if (stored === undefined) throw new RefusalError({ code: 'task-unknown', field: 'taskId', given: taskId });
  const { task, place } = stored;
  const now = deps.clock.now();
  const day = dayAt(now);
  const rules = await rulesFor(db, place.regionId, day);
  // Whoever sees a task sees all of it, and what became of it below, also where another unit has a part.
  const { readings, parts, events } = await asSystem(async () => ({
    readings: await readingsOf(db, task),
    parts: await readParts(db, taskId),
    events: await readEvents(db, taskId),
  }));
  const judged: Judged = { readings, day, rules: rules.light };
  const related = await readRelated(db, task);
  const names = await placeNames(db, { regions: [place.regionId], units: [place.unitId], chains: task.chains });
  const asking = askingOf(actor, stored, now, rules.sign);
  const { task: stands } = projectionOf(task, judged.readings, day, rules.light);
  const ups = await handedUpOf(db, task, parts, day);
  const how = (which: string) => related.filter((each) => each.how === which);
  const [parent, recurring] = [how('parent')[0], how('recurring')[0]];
  return {
    ...{ id: task.id, revision: task.revision, title: task.title, words: task.words, state: stands.state },
    source: sourceJson(task.source, stored.sourceName),
    ...{ light: stands.light, reason: saidReason(stands.reason), regionId: place.regionId },
    regionName: names.region(place.regionId),
    keeper: place.unitId === null ? null : { id: place.unitId, name: names.unit(place.unitId) },
    chains: task.chains.map((id) => ({ id, name: names.chain(id) })),
    ...{ firstDueOn: stands.firstDueOn, dueOn: stands.dueOn, createdOn: task.createdOn, createdBy: task.createdBy },
    withdrawn: task.withdrawn,
    duties: task.duties.map((duty) => dutyJson(asking, duty, judged, parts)),
    milestones: milestonesJson(task).map((each) => ({ ...each, may: mayReach(asking, task, each.id) })),
    deliverables: task.deliverables.map((each) => deliverableJson(task, each, judged, ups.get(each.id) ?? null)),
    recurrences: task.recurrences as RecurrenceJson[],
    occurrences: how('occurrence').map((each) => ({ ...litRelatedJson(each), key: each.key ?? '' })),
    dependsOn: how('before').map(relatedJson),
    neededBy: how('after').map(relatedJson),
    parent:
      parent === undefined || task.parent === null
        ? null
        : { taskId: parent.id, dutyId: task.parent.dutyId, title: parent.title },
    occurrenceOf: recurring === undefined ? null : { taskId: recurring.id, title: recurring.title },
    doubts: stored.doubts.map(doubtWords),
    events: events.map((event) => eventJson(task, event)),
    cycle: await cycleJson(db, task, now, actor),
    may: mayOfTask(asking),
  };
}

/** What the parts of each figure that was handed down come to. */
async function handedUpOf(db: TaskDb, task: Task, parts: readonly PartTask[], day: string) {
  const children = parts.map((part) => part.task);
  const shared = task.deliverables.filter(({ id }) =>
    children.some(({ deliverables }) => deliverables.some((each) => each.id === id)),
  );
  if (shared.length === 0) return new Map();
  const readings = await asSystem(() =>
    readReadings(
      db,
      children.map(({ id }) => id),
    ),
  );
  return new Map(shared.map(({ id }) => [id, handedUp(children, id, readings, day)]));
}
