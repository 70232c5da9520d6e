import type { FastifyInstance } from 'fastify';
import { serve } from '../../../platform/http/serve.ts';
import type { WorkDeps } from '../commands/deps.ts';
import { searchAll } from '../commands/search.ts';
import { readMySetting, setMySetting } from '../commands/settings.ts';
import { listViews, removeView, saveView } from '../commands/views.ts';
import { type SavedViewJson, workApi } from '../contract.ts';
import type { StoredView } from '../store.ts';

/** One's own views and settings, and the search over everything. */
export function ownRoutes(app: FastifyInstance, deps: WorkDeps): void {
  serve(app, workApi.listViews, async ({ actor, params }) => answer(await listViews(actor, params.list, deps)));
  serve(app, workApi.saveView, async ({ actor, params, body }) => {
    const { name, usual = false, view } = body;
    return answer(await saveView(actor, params.list, { name, usual, view }, deps));
  });
  serve(app, workApi.removeView, async ({ actor, params, query }) =>
    answer(await removeView(actor, params.list, query.name, deps)),
  );
  serve(app, workApi.readSetting, async ({ actor, params }) => ({
    value: await readMySetting(actor, params.name, deps),
  }));
  serve(app, workApi.setSetting, async ({ actor, params, body }) => ({
    value: await setMySetting(actor, params.name, body.value, deps),
  }));
  serve(app, workApi.search, async ({ actor, query }) => ({
    groups: await searchAll(actor, query.text, query.limit ?? 6, deps),
  }));
}

/** Views were checked when they were saved. */
const answer = (views: readonly StoredView[]) => ({ views: views as readonly SavedViewJson[] });
