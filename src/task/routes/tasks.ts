import type { FastifyInstance } from 'fastify';
import { exportRequest, listRequest, matching } from '../../../platform/http/list-request.ts';
import { serve } from '../../../platform/http/serve.ts';
import { sendList } from '../../../platform/http/sheet.ts';
import type { TaskDeps } from '../commands/deps.ts';
import { findChiefs, findUnits } from '../commands/task/find.ts';
import {
  countTasks,
  dutiesToExport,
  listDuties,
  listTasks,
  readTaskBoard,
  readTaskCalendar,
  tasksToExport,
} from '../commands/task/lists.ts';
import { readTask } from '../commands/task/read-task.ts';
import { type DutyRowJson, dutyFields, type TaskRowJson, taskFields, tasksApi } from '../contract.ts';
import { dutyCell, taskCell } from './cells.ts';
import { fileRoutes } from './files.ts';
import { moveRoutes } from './moves.ts';

/** Tasks, the duties of units, and every move. */
export function tasksRoutes(app: FastifyInstance, deps: TaskDeps): void {
  serve(app, tasksApi.listTasks, async ({ actor, query }) => {
    const request = listRequest(taskFields, query);
    const { page, pageSize } = request;
    return { ...(await listTasks(actor, query, request, deps)), page, pageSize };
  });
  serve(app, tasksApi.exportTasks, async ({ actor, query, reply }) => {
    const request = exportRequest(taskFields, query);
    const { ids, read } = await tasksToExport(actor, query, request, deps);
    return sendList(reply, {
      ...{ name: '任务台账', format: query.format, fields: taskFields, columns: request.columns, ids, read },
      ...{ idOf: ({ id }: TaskRowJson) => id, cellOf: taskCell },
    });
  });
  serve(app, tasksApi.listDuties, async ({ actor, query }) => {
    const request = listRequest(dutyFields, query);
    const { page, pageSize } = request;
    return { ...(await listDuties(actor, query, request, deps)), page, pageSize };
  });
  serve(app, tasksApi.exportDuties, async ({ actor, query, reply }) => {
    const request = exportRequest(dutyFields, query);
    const { ids, read } = await dutiesToExport(actor, query, request, deps);
    return sendList(reply, {
      ...{ name: '责任清单', format: query.format, fields: dutyFields, columns: request.columns, ids, read },
      ...{ idOf: ({ taskId, dutyId }: DutyRowJson) => `${taskId}.${dutyId}`, cellOf: dutyCell },
    });
  });
  serve(app, tasksApi.countTasks, ({ actor, query }) => countTasks(actor, query, matching(taskFields, query), deps));
  serve(app, tasksApi.taskBoard, ({ actor, query }) => readTaskBoard(actor, query, matching(taskFields, query), deps));
  serve(app, tasksApi.taskCalendar, ({ actor, query }) =>
    readTaskCalendar(actor, query, matching(taskFields, query), deps),
  );
  serve(app, tasksApi.readTask, ({ actor, params }) => readTask(actor, params.taskId, deps));
  serve(app, tasksApi.findUnits, ({ actor, query }) => findUnits(actor, query, deps));
  serve(app, tasksApi.findChiefs, ({ actor, query }) => findChiefs(actor, query.taskId, deps));
  moveRoutes(app, deps);
  fileRoutes(app, deps);
}
