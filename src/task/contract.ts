import type { Static } from 'typebox';
import type * as moves from './contract/moves.ts';
import type * as task from './contract/task.ts';

/**
 * The API of tasks: every request and answer once. Schemas live in `contract/`; here they become the types that the web uses.
 * Figures are whole numbers, the value times 10^decimals of their deliverable.
 */

export * from './contract/fields.ts';
export { dutyMoves, taskMoves } from './contract/task.ts';
export { tasksApi } from './contract/tasks-api.ts';

export type TaskRowJson = Static<typeof task.TaskRowSchema>;
export type DutyRowJson = Static<typeof task.DutyRowSchema>;
export type TaskJson = Static<typeof task.TaskSchema>;
export type DutyJson = Static<typeof task.DutySchema>;
export type DeliverableJson = Static<typeof task.DeliverableSchema>;
export type TaskEventJson = Static<typeof task.EventSchema>;
export type RecurrenceJson = Static<typeof task.RecurrenceSchema>;
export type CreateTaskJson = Static<typeof moves.CreateTask>;
export type SettleTaskJson = Static<typeof moves.SettleTask>;
export type ReportProgressJson = Static<typeof moves.ReportProgress>;
export type SubdivideJson = Static<typeof moves.SubdivideDuty>;
