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
import { fillDemoChains } from './demo-chains.ts';
import { fillDemoDispatch } from './demo-dispatch.ts';
import { fillDemoForms } from './demo-forms.ts';
import { fillDemoProjects } from './demo-projects.ts';
import { loadDemoTargets } from './demo-targets.ts';
import { fillDemoTasks } from './demo-tasks.ts';
import type { DemoPost, Ready } from './first-start.ts';
import { indicatorDeps, makeDueSheets, seedPast } from './indicator.ts';
import type { Runtime } from './runtime.ts';

/**
 * Fills the demo as its people would: the chain office of each region brings in its documents, and a form is filled in,
 * handed in and looked over. By the same routes, under the same rules, in apps of their own that do not listen. Nothing
 * happens without an office.
 */
export async function importDemoAs(
  runtime: Runtime,
  { posts }: Ready,
  say: (line: string) => void,
  noteFault: NoteFault,
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
    await importDemo((region) => offices.get(region) ?? first, say);
    await fillDemoChains(first, today(indicatorDeps(runtime.plan)));
    const projects = await fillDemoProjects({ posts, askerOf, today: today(indicatorDeps(runtime.plan)) });
    if (projects > 0) say(`演示项目已就绪：${projects} 个。`);
    const targets = await loadDemoTargets([...offices.values()]);
    if (targets > 0) say(`演示目标已就绪：${targets} 个。`);
    const deps = indicatorDeps(runtime.plan);
    const figures = await seedPast(deps);
    if (figures > 0) say(`演示数据已就绪：${figures} 个指标数。`);
    const form = await fillDemoForms({ posts, askerOf, makeSheets: () => makeDueSheets(deps), today: today(deps) });
    if (form !== null) say(`演示填报表已就绪：${form}。`);
    const tasks = await fillDemoTasks(runtime.plan, posts);
    if (tasks > 0) say(`演示任务已就绪：${tasks} 项。`);
    const urged = await fillDemoDispatch({ posts, askerOf, today: today(deps) });
    if (urged > 0) say(`演示催办已就绪：${urged} 份。`);
    // What was dispatched in the past was done on its days.
    const askerOn = async (post: DemoPost, day: string): Promise<Asker> => {
      const clock = { now: () => `${day}T02:00:00.000Z` };
      const app = await appFor({ ...runtime, plan: { ...runtime.plan, clock } }, post, noteFault);
      apps.set(`${post.postId} ${day}`, app);
      return askApp(app);
    };
    const papers = await fillDemoBulletins({ posts, askerOf, askerOn, today: today(deps) });
    if (papers > 0) say(`演示文稿已就绪：${papers} 份。`);
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
