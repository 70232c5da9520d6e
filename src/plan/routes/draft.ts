import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import type { Actor } from '../../access/index.ts';
import { correctHead } from '../commands/correct-head.ts';
import type { PlanDeps } from '../commands/deps.ts';
import { discardDraft, restoreDraft } from '../commands/discard-draft.ts';
import { publishPlan } from '../commands/publish-plan.ts';
import { readDraft, readPlanDetail } from '../commands/read-plan.ts';
import { setFinding } from '../commands/set-finding.ts';
import { startDraft } from '../commands/start-draft.ts';
import { redoChange, undoChange } from '../commands/undo-change.ts';
import { planApi } from '../contract.ts';
import { changedAnswer, detailAnswer, draftAnswer } from './answers.ts';

/** The draft as a whole: read, begin, correct its head, undo, publish, throw away and bring back. */
export function draftRoutes(app: FastifyInstance, deps: PlanDeps): void {
  const detail = async (actor: Actor, planId: string) => detailAnswer(await readPlanDetail(actor, planId, deps));

  serve(app, planApi.readDraft, async ({ actor, params }) => draftAnswer(await readDraft(actor, params.planId, deps)));
  serve(app, planApi.startDraft, async ({ actor, params, body }) => {
    await startDraft(actor, { ...params, ...body }, deps);
    return detail(actor, params.planId);
  });
  serve(app, planApi.correctHead, async ({ actor, params, body }) =>
    changedAnswer(await correctHead(actor, { ...params, ...body }, deps)),
  );
  serve(app, planApi.setFinding, async ({ actor, params, body }) =>
    changedAnswer(await setFinding(actor, { ...params, ...body }, deps)),
  );
  serve(app, planApi.undo, async ({ actor, params, body }) =>
    changedAnswer(await undoChange(actor, { ...params, ...body }, deps)),
  );
  serve(app, planApi.redo, async ({ actor, params, body }) =>
    changedAnswer(await redoChange(actor, { ...params, ...body }, deps)),
  );
  serve(app, planApi.discardDraft, async ({ actor, params, query }) => {
    await discardDraft(actor, { ...params, ...query }, deps);
    return detail(actor, params.planId);
  });
  serve(app, planApi.restoreDraft, async ({ actor, params, body }) => {
    await restoreDraft(actor, { ...params, ...body }, deps);
    return detail(actor, params.planId);
  });
  serve(app, planApi.publishPlan, async ({ actor, params, body }) => {
    await publishPlan(actor, { ...params, ...body }, deps);
    return detail(actor, params.planId);
  });
}
