import { giveWay } from '../../../../platform/clock/index.ts';
import {
  type ReckonedTask,
  reckonTask,
  type Snapshot,
  type SnapshotFrame,
  snapshotFrom,
  snapshotPieces,
} from '../../domain/index.ts';
import { eventsInTurn, type KnownFacts, readKnownReadings } from '../../store/dispatch/facts.ts';
import type { TaskDb } from '../../store.ts';

/** Some ten milliseconds of work: whoever asks something meanwhile is answered in between. */
const atOnce = 50;

export interface ReckonedSnapshot {
  readonly snapshot: Snapshot;
  readonly text: string;
  /** How many events it was reckoned from. */
  readonly events: number;
}

/**
 * Reckons a snapshot from facts in the database, ten thousand tasks as well, without keeping anybody else waiting: the same text
 * as `snapshotText(snapshotOf(facts))`, byte for byte. The events of a task are let go of when it has been reckoned.
 */
export async function reckonSnapshot(db: TaskDb, known: KnownFacts, frame: SnapshotFrame): Promise<ReckonedSnapshot> {
  const readings = Map.groupBy(await readKnownReadings(db, known), ({ taskId }) => taskId);
  const reckoned: ReckonedTask[] = [];
  let seen = 0;
  for await (const tasks of eventsInTurn(db, known))
    for (const [at, events] of tasks.entries()) {
      seen += events.length;
      const task = reckonTask(events, readings, frame);
      if (task !== null) reckoned.push(task);
      if (at % atOnce === atOnce - 1) await giveWay();
    }
  const snapshot = snapshotFrom(reckoned, frame);
  return { snapshot, text: await written(snapshot), events: seen };
}

async function written(snapshot: Snapshot): Promise<string> {
  const pieces: string[] = [];
  for (const piece of snapshotPieces(snapshot)) {
    pieces.push(piece);
    if (pieces.length % (2 * atOnce) === 0) await giveWay();
  }
  return pieces.join('');
}
