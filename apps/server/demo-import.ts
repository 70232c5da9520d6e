import type { FastifyInstance } from 'fastify';
import { asSystem } from '../../platform/db/index.ts';
import type { NoteFault } from '../../platform/http/errors.ts';
import { gateFor } from '../../platform/http/gate.ts';
import { loadActor } from '../../src/access/index.ts';
import { buildApp } from './app.ts';
import { type Asker, askApp } from './ask-app.ts';
import { importDemo } from './demo.ts';
import type { DemoOffice, Ready } from './first-start.ts';
import { indicatorDeps, seedPast } from './indicator.ts';
import type { Runtime } from './runtime.ts';

/**
 * Brings in the demo's documents as the chain office of each region would: by the same routes, under the same rules, in
 * apps of their own that do not listen. Nothing happens without an office.
 */
export async function importDemoAs(
  runtime: Runtime,
  { offices }: Ready,
  say: (line: string) => void,
  noteFault: NoteFault,
): Promise<void> {
  const apps: FastifyInstance[] = [];
  const askers = new Map<string, Asker>();
  try {
    for (const office of offices) {
      const app = await appFor(runtime, office, noteFault);
      apps.push(app);
      if (!askers.has(office.regionId)) askers.set(office.regionId, askApp(app));
    }
    const [first] = askers.values();
    if (first === undefined) return;
    await importDemo((region) => askers.get(region) ?? first, say);
    const figures = await seedPast(indicatorDeps(runtime.plan));
    if (figures > 0) say(`演示数据已就绪：${figures} 个指标数。`);
  } finally {
    for (const app of apps) await app.close();
  }
}

async function appFor({ plan, secrets }: Runtime, office: DemoOffice, noteFault: NoteFault): Promise<FastifyInstance> {
  const { personId, postId } = office;
  const caller = { personId, postId, sessionId: null, from: '演示' };
  const actor = await asSystem(() => loadActor(plan.db, caller, plan.clock.now().slice(0, 10)));
  if (actor === undefined) throw new Error(`the demo has no office ${postId}`);
  return buildApp({ plan, secrets, gate: gateFor(actor), webFolder: null, onlyThisMachine: true, noteFault });
}
