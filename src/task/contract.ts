import type { Static } from 'typebox';
import type * as dispatch from './contract/dispatch.ts';
import type * as settings from './contract/dispatch-settings.ts';
import type * as fromPlan from './contract/from-plan.ts';
import type * as meeting from './contract/meeting.ts';
import type * as moves from './contract/moves.ts';
import type * as overview from './contract/overview.ts';
import type * as task from './contract/task.ts';

/**
 * The API of tasks: every request and answer once. Schemas live in `contract/`; here they become the types that the web uses.
 * Figures are whole numbers, the value times 10^decimals of their deliverable.
 */

export { dispatchApi } from './contract/dispatch-api.ts';
export * from './contract/dispatch-fields.ts';
export * from './contract/fields.ts';
export { fromPlanApi } from './contract/from-plan.ts';
export { meetingApi } from './contract/meeting.ts';
export { overviewApi } from './contract/overview.ts';
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

export type TaskPlanListJson = Static<typeof fromPlan.TaskPlanListSchema>;
export type PlanTasksJson = Static<typeof fromPlan.PlanTasksSchema>;
export type PlannedItemJson = Static<typeof fromPlan.PlannedItemSchema>;
export type MadeTasksJson = Static<typeof fromPlan.MadeSchema>;
export type MakeTaskJson = Static<typeof fromPlan.MakeTask>;
export type MeetingRowJson = Static<typeof meeting.MeetingRowSchema>;
export type MeetingJson = Static<typeof meeting.MeetingSchema>;
export type MeetingItemJson = MeetingJson['items'][number];
export type ProposedJson = Static<typeof meeting.ProposedSchema>;
export type MeetingHeadJson = Static<typeof meeting.MeetingHead>;
export type DecisionJson = Static<typeof meeting.DecideItem>['decision'];
export type UnitOverviewJson = Static<typeof overview.UnitOverviewSchema>;
export type OwedRowJson = Static<typeof overview.OwedRowSchema>;
export type ChiefJson = Static<typeof overview.ChiefSchema>;
export type NeedJson = Static<typeof overview.NeedSchema>;
export type InstructedJson = Static<typeof overview.InstructedSchema>;

export type CycleRowJson = Static<typeof dispatch.CycleRowSchema>;
export type CycleJson = Static<typeof dispatch.CycleSchema>;
export type RollRowJson = Static<typeof dispatch.RollRowSchema>;
export type RankRowJson = Static<typeof dispatch.RankRowSchema>;
export type LineRowJson = Static<typeof dispatch.LineRowSchema>;
export type SnapshotJson = Static<typeof dispatch.SnapshotSchema>;
export type VerifiedJson = Static<typeof dispatch.VerifiedSchema>;
export type ProposedCycleJson = Static<typeof dispatch.ProposedCycleSchema>;
export type ProposalRowJson = Static<typeof dispatch.ProposalRowSchema>;
export type LetterRowJson = Static<typeof dispatch.LetterRowSchema>;
export type PressedJson = Static<typeof dispatch.PressedSchema>;
export type DispatchSettingsJson = Static<typeof settings.SettingsSchema>;
export type RuleJson = Static<typeof settings.RuleSchema>;
