import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { ApiRefused } from '../../platform/http/client.ts';
import { planApi } from '../../src/plan/contract.ts';
import { type PlanContent, planPack } from '../../src/plan/index.ts';
import { packLibrary, packsFolder } from '../packs.ts';
import type { Asker } from './ask-app.ts';

/** A file of the invented city with the plans that stand in it, in their order. */
interface DemoFile {
  readonly path: string;
  readonly plans: readonly PlanContent[];
}

/** Formats that another program must convert come last: it takes seconds, or is not there. */
const converted: ReadonlySet<string> = new Set(['.doc', '.wps', '.odt', '.rtf']);

/**
 * Fills an empty database with the invented city: imports its documents, names their parents, confirms and publishes
 * them, and the newer file of a plan as its next edition. A document in which the lint finds errors stays a draft, to
 * be tried out. Does nothing when there are plans already; formats that cannot be read here are passed over.
 */
export async function importDemo(apiOf: ApiOf, say: (line: string) => void): Promise<void> {
  const { total } = await apiOf('').call(planApi.listPlans, { query: {} });
  if (total > 0) return;
  const planIds = new Map<string, string>();
  const [first, newer] = demoFiles();
  const apiFor = ({ plans }: DemoFile): Asker => apiOf(plans[0]?.region ?? '');
  for (const file of first) await importFile(apiFor(file), file, planIds, say);
  // From above: a plan may name one of another region as its parent only when that is published.
  for (const file of first.toSorted(byRegion)) await publishAll(apiFor(file), file, planIds);
  for (const file of newer) {
    await importFile(apiFor(file), file, planIds, say);
    await publishAll(apiFor(file), file, planIds);
  }
  say(`演示资料已就绪：临江市的 ${new Set(planIds.values()).size} 份公文。`);
}

/** The API as the office of a region asks it; as the first office of all where the region has none. */
export type ApiOf = (region: string) => Asker;

const byRegion = (a: DemoFile, b: DemoFile): number =>
  (a.plans[0]?.region ?? '').localeCompare(b.plans[0]?.region ?? '', 'en');

/** The files of plans that replace none, and those that do. */
function demoFiles(): [DemoFile[], DemoFile[]] {
  const library = packLibrary();
  const byPath = new Map<string, PlanContent[]>();
  for (const { file, content } of library.of(planPack)) {
    if (!content.invented || content.file === null) continue;
    const path = join(packsFolder, dirname(file), content.file);
    byPath.set(path, [...(byPath.get(path) ?? []), content]);
  }
  const files = [...byPath].map(([path, plans]) => ({ path, plans: plans.toSorted((a, b) => part(a) - part(b)) }));
  const order = ({ path }: DemoFile) => Number(converted.has(extname(path)));
  const sorted = files.sort((a, b) => order(a) - order(b) || (a.path < b.path ? -1 : 1));
  const replaces = ({ plans }: DemoFile) => plans[0]?.replaces != null;
  return [sorted.filter((file) => !replaces(file)), sorted.filter(replaces)];
}

const part = (plan: PlanContent): number => plan.part ?? 1;

async function importFile(
  api: Asker,
  { path, plans }: DemoFile,
  planIds: Map<string, string>,
  say: (line: string) => void,
): Promise<void> {
  const [plan] = plans;
  const form = new FormData();
  const older = plan?.replaces == null ? undefined : planIds.get(plan.replaces);
  if (older !== undefined) form.set('asEditionOf', older);
  const title = plans.length === 1 ? plan?.title : `${plan?.issuer ?? ''}公报`;
  form.set('file', new Blob([new Uint8Array(readFileSync(path))]), `${title}${extname(path)}`);
  try {
    const job = await api.call(planApi.importFile, { form });
    for (const [at, content] of plans.entries()) {
      const planId = job.planIds[at];
      if (planId !== undefined) planIds.set(content.id, planId);
    }
  } catch (cause) {
    if (!(cause instanceof ApiRefused)) throw cause;
    say(`跳过演示公文 ${plan?.title ?? path}：${cause.message}`);
  }
}

async function publishAll(api: Asker, { plans }: DemoFile, planIds: ReadonlyMap<string, string>): Promise<void> {
  for (const plan of plans) {
    const planId = planIds.get(plan.id);
    if (planId !== undefined) await review(api, planId, plan, planIds);
  }
}

/** As a person would: name the parents, look at every item, publish when nothing is wrong. */
async function review(
  api: Asker,
  planId: string,
  plan: PlanContent,
  planIds: ReadonlyMap<string, string>,
): Promise<void> {
  const params = { planId };
  const parents = plan.parents.map(({ pack, title, docNumber }) => {
    const known = pack === null ? undefined : planIds.get(pack);
    return known === undefined ? { title, ...(docNumber !== null && { docNumber }) } : { planId: known };
  });
  const { revision } = await api.call(planApi.readPlan, { params });
  const named = await api.call(planApi.setParents, { params, body: { revision, parents } });
  if (named.counts.errors > 0) return;
  const draft = await api.call(planApi.readDraft, { params });
  const itemIds = draft.items.map((item) => item.id);
  if (itemIds.length === 0 || draft.head.title === null) return;
  const body = { revision: draft.revision, review: 'confirmed', itemIds } as const;
  const reviewed = await api.call(planApi.reviewItems, { params, body });
  await api.call(planApi.publishPlan, { params, body: { revision: reviewed.revision, note: '演示资料' } });
}
