import type { Day } from '../../../kernel/index.ts';
import { comparePositions, type Position, positions, type StageEvent } from '../model/index.ts';

/** Where a project stands by what has happened to it. */
export interface Standing {
  readonly position: Position;
  /** The day on which it came there. */
  readonly positionOn: Day;
  /** The days on which it came to its positions, those that it passed over left out. */
  readonly days: Readonly<Partial<Record<Position, Day>>>;
  /** Steps that count and wait for a second person, by their ids. */
  readonly undecided: readonly string[];
  /** Events that count. */
  readonly counting: ReadonlySet<string>;
  readonly withdrawnOn: Day | null;
}

/**
 * What events come to, in the order in which they were written down. A step that was not agreed to does not count, nor one
 * that was taken back. Give the events that were known at an instant (`knownAt`) for how it stood then. A project begins
 * with a step; without one that counts it stands at the first day of its first event, planned.
 */
export function standingOf(events: readonly StageEvent[]): Standing {
  const steps = new Map<Position, StageEvent>();
  const counting = new Set<string>();
  let withdrawnOn: Day | null = null;
  for (const event of events) {
    switch (event.kind) {
      case 'step':
        if (event.decision?.agreed === false) break;
        steps.set(event.position, event);
        counting.add(event.id);
        break;
      case 'back':
        for (const [position, step] of steps)
          if (comparePositions(position, event.position) > 0) {
            steps.delete(position);
            counting.delete(step.id);
          }
        if (!steps.has(event.position)) steps.set(event.position, event);
        counting.add(event.id);
        break;
      case 'withdraw':
      case 'restore':
        withdrawnOn = event.kind === 'withdraw' ? event.on : null;
        counting.add(event.id);
        break;
    }
  }
  const position = positions.findLast((each) => steps.has(each)) ?? 'planned';
  return {
    ...{ position, positionOn: steps.get(position)?.on ?? events[0]?.on ?? '1970-01-01' },
    days: Object.fromEntries([...steps].map(([each, { on }]) => [each, on])),
    undecided: [...steps.values()]
      .filter(({ kind, decision }) => kind === 'step' && decision === null)
      .map(({ id }) => id),
    ...{ counting, withdrawnOn },
  };
}

/** The events as they were known at an instant: what was written down later is not there, what was decided later is open. */
export const knownAt = (events: readonly StageEvent[], instant: string): StageEvent[] =>
  events
    .filter(({ at }) => at <= instant)
    .map((event) => (event.decision !== null && event.decision.at > instant ? { ...event, decision: null } : event));
