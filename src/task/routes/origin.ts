import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import type { TaskDeps } from '../commands/deps.ts';
import { decideNames, keepItem, leaveItem, readTaskPlan } from '../commands/from-plan/decide.ts';
import { applyEdition } from '../commands/from-plan/follow.ts';
import { listTaskPlans } from '../commands/from-plan/list-plans.ts';
import { makeTask, makeTasks } from '../commands/from-plan/make.ts';
import {
  changeMeeting,
  listMeetings,
  openMeeting,
  proposeAgenda,
  putAgenda,
  readMeetingOf,
} from '../commands/meeting/agenda.ts';
import { decideItem, endMeeting } from '../commands/meeting/decide.ts';
import { readChief } from '../commands/overview/chief.ts';
import { readInstructionOf } from '../commands/overview/instruct.ts';
import { listOwed, readUnitOverview } from '../commands/overview/unit.ts';
import { fromPlanApi, meetingApi, overviewApi } from '../contract.ts';

const usualPage = 50;

/** Where tasks come from: plans and meetings; and what waits for a unit or a chief. */
export function originRoutes(app: FastifyInstance, deps: TaskDeps): void {
  planRoutes(app, deps);
  meetingRoutes(app, deps);
  serve(app, overviewApi.readUnit, ({ actor, params }) => readUnitOverview(actor, params.unitId, deps));
  serve(app, overviewApi.listOwed, ({ actor, params, query: { page = 1, pageSize = usualPage, ...asked } }) =>
    listOwed(actor, params.unitId, { ...asked, page, pageSize }, deps),
  );
  serve(app, overviewApi.readChief, ({ actor, query }) => readChief(actor, { chainId: query.chainId ?? null }, deps));
  serve(app, overviewApi.readInstruction, ({ actor, body }) => readInstructionOf(actor, body.words, deps));
}

function planRoutes(app: FastifyInstance, deps: TaskDeps): void {
  serve(app, fromPlanApi.listTaskPlans, ({ actor, query: { page = 1, pageSize = usualPage, text } }) =>
    listTaskPlans(actor, { page, pageSize, text: text ?? null }, deps),
  );
  serve(app, fromPlanApi.readTaskPlan, ({ actor, params, query }) =>
    readTaskPlan(actor, params.planId, query.edition, deps),
  );
  serve(app, fromPlanApi.decideNames, ({ actor, params, body }) => decideNames(actor, params.planId, body.names, deps));
  serve(app, fromPlanApi.makeTasks, ({ actor, params, body }) => makeTasks(actor, params.planId, body, deps));
  serve(app, fromPlanApi.makeTask, ({ actor, params, body }) => makeTask(actor, params, body, deps));
  serve(app, fromPlanApi.leaveItem, ({ actor, params, body }) => leaveItem(actor, params, body, deps));
  serve(app, fromPlanApi.applyEdition, ({ actor, params, body }) => applyEdition(actor, params, body, deps));
  serve(app, fromPlanApi.keepItem, ({ actor, params, body }) => keepItem(actor, params, body, deps));
}

function meetingRoutes(app: FastifyInstance, deps: TaskDeps): void {
  serve(app, meetingApi.listMeetings, ({ actor, query: { page = 1, pageSize = usualPage, text } }) =>
    listMeetings(actor, { page, pageSize, text: text ?? null }, deps),
  );
  serve(app, meetingApi.createMeeting, ({ actor, body }) => openMeeting(actor, body, deps));
  serve(app, meetingApi.readMeeting, ({ actor, params }) => readMeetingOf(actor, params.meetingId, deps));
  serve(app, meetingApi.changeMeeting, ({ actor, params, body }) => changeMeeting(actor, params.meetingId, body, deps));
  serve(app, meetingApi.proposeAgenda, ({ actor, params }) => proposeAgenda(actor, params.meetingId, deps));
  serve(app, meetingApi.putAgenda, ({ actor, params, body }) => putAgenda(actor, params.meetingId, body, deps));
  serve(app, meetingApi.decideItem, ({ actor, params, body }) => decideItem(actor, params, body, deps));
  serve(app, meetingApi.endMeeting, ({ actor, params, body }) => endMeeting(actor, params.meetingId, body, deps));
}
