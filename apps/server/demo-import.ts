import type { FastifyInstance } from 'fastify';
import { asSystem } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { gateFor } from '../../platform/http/gate.ts';
import { loadActor } from '../../src/access/index.ts';
import { today } from '../../src/indicator/index.ts';
import { buildApp } from './app.ts';
import { type Asker, askApp } from './ask-app.ts';
import { importDemo } from './demo.ts';
import { fillDemoBulletins } from './demo-bulletins.ts';
import { fillDemoChains, placeDemoEnterprises } from './demo-chains.ts';
import { fillDemoDiagnosis } from './demo-diagnosis.ts';
import { fillDemoDispatch } from './demo-dispatch.ts';
import { fillDemoEnterprises } from './demo-enterprises.ts';
import { fillDemoForms } from './demo-forms.ts';
import { fillDemoProjects } from './demo-projects.ts';
import { fillDemoSelection } from './demo-selection.ts';
import { loadDemoTargets } from './demo-targets.ts';
import { fillDemoTasks } from './demo-tasks.ts';
import type { DemoPost, Ready } from './first-start.ts';
import { indicatorDeps, makeDueSheets, seedPast } from './indicator.ts';
import type { Runtime } from './runtime.ts';

/**
 * Fills the demo as its people would: the chain office of each region brings in its documents, and a form is filled in,
 * handed in and looked over. By the same routes, under the same rules, in apps of their own that do not listen. Nothing
 * happens without an office. Stage by stage, each of which does nothing where it has been done: a server that is to stop ends
 * after the stage in hand, and the next start goes on from there.
 */
export async function importDemoAs(
  runtime: Runtime,
  { posts }: Ready,
  say: (line: string) => void,
  noteFault: NoteFault,
  isStopping: () => boolean = () => false,
): Promise<void> {
  const apps = new Map<string, FastifyInstance>();
  const askerOf = async (post: DemoPost): Promise<Asker> => {
    const app = apps.get(post.postId) ?? (await appFor(runtime, post, noteFault));
    apps.set(post.postId, app);
    return askApp(app);
  };
  try {
    const offices = new Map<string, Asker>();
    for (const post of posts)
      if (post.roleId === 'chain-office' && !offices.has(post.regionId))
        offices.set(post.regionId, await askerOf(post));
    const [first] = offices.values();
    if (first === undefined) return;
    const deps = indicatorDeps(runtime.plan);
    const of = { posts, askerOf, today: today(deps) };
    // What was dispatched in the past was done on its days.
    const askerOn = async (post: DemoPost, day: string): Promise<Asker> => {
      const clock = { now: () => `${day}T02:00:00.000Z` };
      const app = await appFor({ ...runtime, plan: { ...runtime.plan, clock } }, post, noteFault);
      apps.set(`${post.postId} ${day}`, app);
      return askApp(app);
    };
    const counted = (count: number, what: string, unit: string): void => {
      if (count > 0) say(`演示${what}已就绪：${count} ${unit}。`);
    };
    const stages: readonly (() => Promise<void>)[] = [
      () => importDemo((region) => offices.get(region) ?? first, say),
      async () => void (await fillDemoChains(first, of.today)),
      async () => counted(await fillDemoProjects(of), '项目', '个'),
      async () => counted(await fillDemoEnterprises(of), '企业', '家'),
      async () => void (await placeDemoEnterprises(first)),
      async () => counted(await fillDemoDiagnosis({ ...of, askerOn }), '数字化诊断', '份'),
      async () => counted(await fillDemoSelection({ ...of, askerOn }), '遴选', '批'),
      async () => counted(await loadDemoTargets([...offices.values()]), '目标', '个'),
      async () => counted(await seedPast(deps), '数据', '个指标数'),
      async () => {
        const form = await fillDemoForms({ ...of, makeSheets: () => makeDueSheets(deps) });
        if (form !== null) say(`演示填报表已就绪：${form}。`);
      },
      async () => counted(await fillDemoTasks(runtime.plan, posts), '任务', '项'),
      async () => counted(await fillDemoDispatch(of), '催办', '份'),
      async () => counted(await fillDemoBulletins({ ...of, askerOn }), '文稿', '份'),
    ];
    for (const stage of stages) if (!isStopping()) await stage();
  } finally {
    for (const app of apps.values()) await app.close();
  }
}

async function appFor({ plan, secrets }: Runtime, post: DemoPost, noteFault: NoteFault): Promise<FastifyInstance> {
  const { personId, postId } = post;
  const caller = { personId, postId, sessionId: null, from: '演示' };
  const actor = await asSystem(() => loadActor(plan.db, caller, plan.clock.now().slice(0, 10)));
  if (actor === undefined) throw new Error(`the demo has no post ${postId}`);
  return buildApp({ plan, secrets, gate: gateFor(actor), webFolder: null, onlyThisMachine: true, noteFault });
}
