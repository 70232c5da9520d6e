import type { Refusal } from '../../../kernel/index.ts';
import { inOrder, nameOf } from '../change/describe.ts';
import { type Change, type Organisation, same } from '../change/model.ts';
import { checkChanges } from '../check/organisation.ts';
import type { Day } from '../life.ts';

export interface PlannedUndo {
  readonly changes: readonly Change[];
  readonly refusals: readonly Refusal[];
}

/** Most reasons that one refusal lists. */
const most = 20;

/**
 * Takes a batch of changes back. Refuses, naming each, records that somebody has changed since (`undo-changed-since`) and
 * whatever would be wrong without the batch (`undo-needed-since`).
 */
export function planUndo(batch: readonly Change[], now: Organisation, today: Day): PlannedUndo {
  const changed = batch.filter(({ kind, key, after }) => !same(now[kind].get(key) ?? null, after));
  if (changed.length > 0)
    return { changes: [], refusals: changed.slice(0, most).map((change) => named('undo-changed-since', change)) };
  const changes = inOrder(batch.map((change) => ({ ...change, before: change.after, after: change.before }) as Change));
  const faults = checkChanges(now, changes, today);
  const refusals = faults.slice(0, most).map(({ kind, key, refusal }) => {
    const change = changes.find((each) => each.kind === kind && each.key === key);
    return change === undefined ? refusal : named('undo-needed-since', change, refusal.given);
  });
  return { changes, refusals };
}

function named(code: string, { kind, key, before, after }: Change, limit: Refusal['given'] = null): Refusal {
  const record = after ?? before;
  return { code, field: kind, given: record === null ? key : nameOf(kind, record) || key, limit: limit ?? null };
}
