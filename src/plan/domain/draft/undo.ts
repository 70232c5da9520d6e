/** What undo needs to know of a step of the history. */
export interface Step {
  readonly revision: number;
  readonly action: string;
  /** The step that an undo or redo was about. */
  readonly target: number | null;
}

/** Steps that change the draft's content and can be taken back; every other action begins a new chapter. */
const undoable: ReadonlySet<string> = new Set([
  'correct-head',
  'add-item',
  'correct-item',
  'delete-item',
  'merge-items',
  'review-items',
  'dismiss-finding',
  'reopen-finding',
]);
/** Steps that leave the draft's content alone: undo reaches over them. */
const transparent: ReadonlySet<string> = new Set(['set-parents', 'discard-draft', 'restore-draft']);

/**
 * Which step undo and redo would take, from the whole history in order; null where there is none. As in an editor: a
 * new change forgets what could have been redone.
 */
export function undoSteps<S extends Step>(history: readonly S[]): { readonly undo: S | null; readonly redo: S | null } {
  const byRevision = new Map(history.map((step) => [step.revision, step]));
  let done: S[] = [];
  let undone: S[] = [];
  for (const step of history) {
    const target = step.target === null ? undefined : byRevision.get(step.target);
    if (step.action === 'undo' && target !== undefined) {
      done.pop();
      undone.push(target);
    } else if (step.action === 'redo' && target !== undefined) {
      undone.pop();
      done.push(target);
    } else if (undoable.has(step.action)) {
      done.push(step);
      undone = [];
    } else if (!transparent.has(step.action)) {
      done = [];
      undone = [];
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
}
