import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import type { TaskDeps } from '../commands/deps.ts';
import { pressDuty } from '../commands/dispatch/press.ts';
import { addTask } from '../commands/task/add-task.ts';
import { assignTasks } from '../commands/task/assign-many.ts';
import {
  addUnit,
  answerExtensionOf,
  assignTask,
  closeDuty,
  dependOn,
  giveBackDuty,
  insistDuty,
  reassignDuty,
  reopenDuty,
  withdrawTask,
} from '../commands/task/office-moves.ts';
import { readTask } from '../commands/task/read-task.ts';
import { settleTask } from '../commands/task/settle-task.ts';
import { subdivideDuty } from '../commands/task/subdivide.ts';
import {
  answerLetterOf,
  askForExtension,
  handBackDuty,
  reachMilestoneOf,
  reportDuty,
  signDuty,
  submitDuty,
  takeBackDuty,
} from '../commands/task/unit-moves.ts';
import { tasksApi } from '../contract.ts';

/** Everything that can be done with a task; each answers with the task as it stands afterwards. */
export function moveRoutes(app: FastifyInstance, deps: TaskDeps): void {
  serve(app, tasksApi.createTask, ({ actor, body }) => addTask(actor, body, deps));
  serve(app, tasksApi.assignTasks, ({ actor, body }) => assignTasks(actor, body.taskIds, deps));
  serve(app, tasksApi.settleTask, ({ actor, params, body }) => settleTask(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.assignTask, ({ actor, params, body }) => assignTask(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.addUnit, ({ actor, params, body }) => addUnit(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.dependOn, ({ actor, params, body }) => dependOn(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.withdrawTask, ({ actor, params, body }) => withdrawTask(actor, { ...params, ...body }, deps));
  officeRoutes(app, deps);
  unitRoutes(app, deps);
}

function officeRoutes(app: FastifyInstance, deps: TaskDeps): void {
  serve(app, tasksApi.insistDuty, ({ actor, params, body }) => insistDuty(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.reassignDuty, ({ actor, params, body }) => reassignDuty(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.answerExtension, ({ actor, params, body }) =>
    answerExtensionOf(actor, { ...params, ...body }, deps),
  );
  serve(app, tasksApi.urgeDuty, async ({ actor, params, body }) => {
    await pressDuty(actor, { step: 'urge', ...params, ...body }, deps);
    return readTask(actor, params.taskId, deps);
  });
  serve(app, tasksApi.superviseDuty, async ({ actor, params, body }) => {
    await pressDuty(actor, { step: 'supervise', ...params, ...body }, deps);
    return readTask(actor, params.taskId, deps);
  });
  serve(app, tasksApi.escalateDuty, async ({ actor, params, body }) => {
    await pressDuty(actor, { step: 'escalate', ...params, ...body }, deps);
    return readTask(actor, params.taskId, deps);
  });
  serve(app, tasksApi.giveBackDuty, ({ actor, params, body }) => giveBackDuty(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.closeDuty, ({ actor, params, body }) => closeDuty(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.reopenDuty, ({ actor, params, body }) => reopenDuty(actor, { ...params, ...body }, deps));
}

function unitRoutes(app: FastifyInstance, deps: TaskDeps): void {
  serve(app, tasksApi.signDuty, ({ actor, params, body }) => signDuty(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.handBackDuty, ({ actor, params, body }) => handBackDuty(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.reportDuty, ({ actor, params, body }) => reportDuty(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.reachMilestone, ({ actor, params, body }) =>
    reachMilestoneOf(actor, { ...params, ...body }, deps),
  );
  serve(app, tasksApi.askExtension, ({ actor, params, body }) => askForExtension(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.submitDuty, ({ actor, params, body }) => submitDuty(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.takeBackDuty, ({ actor, params, body }) => takeBackDuty(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.answerLetter, ({ actor, params, body }) => answerLetterOf(actor, { ...params, ...body }, deps));
  serve(app, tasksApi.subdivideDuty, ({ actor, params, body }) => subdivideDuty(actor, { ...params, ...body }, deps));
}
