/** What people do with tasks, for a program that does it in their stead: the demo. */

export { readStored } from '../store/task.ts';
export { pressDuty } from './dispatch/press.ts';
export { decideNames, readTaskPlan } from './from-plan/decide.ts';
export { listTaskPlans } from './from-plan/list-plans.ts';
export { makeTasks } from './from-plan/make.ts';
export { openMeeting } from './meeting/agenda.ts';
export { decideItem, endMeeting } from './meeting/decide.ts';
export { readInstructionOf } from './overview/instruct.ts';
export { addTask } from './task/add-task.ts';
export { moveTask } from './task/move-task.ts';
