import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import { addItem } from '../commands/add-item.ts';
import { correctItem } from '../commands/correct-item.ts';
import { deleteItem } from '../commands/delete-item.ts';
import type { PlanDeps } from '../commands/deps.ts';
import { mergeItems } from '../commands/merge-items.ts';
import { reviewItems } from '../commands/review-items.ts';
import { planApi } from '../contract.ts';
import { changedAnswer } from './answers.ts';

/** The items of a draft. */
export function itemRoutes(app: FastifyInstance, deps: PlanDeps): void {
  serve(app, planApi.addItem, async ({ actor, params, body }) =>
    changedAnswer(await addItem(actor, { ...params, ...body }, deps)),
  );
  serve(app, planApi.correctItem, async ({ actor, params, body }) =>
    changedAnswer(await correctItem(actor, { ...params, ...body }, deps)),
  );
  serve(app, planApi.deleteItem, async ({ actor, params, query }) =>
    changedAnswer(await deleteItem(actor, { ...params, ...query }, deps)),
  );
  serve(app, planApi.mergeItems, async ({ actor, params, body }) =>
    changedAnswer(await mergeItems(actor, { ...params, ...body }, deps)),
  );
  serve(app, planApi.reviewItems, async ({ actor, params, body }) =>
    changedAnswer(await reviewItems(actor, { ...params, ...body }, deps)),
  );
}
