import type { TaskJson } from '../../contract.ts';

/** What every part of the page needs that changes the task. */
export interface TaskProps {
  readonly task: TaskJson;
  onChanged(task: TaskJson): void;
  /** Somebody else was quicker: what stands on the screen is old. */
  onStale(): void;
}
