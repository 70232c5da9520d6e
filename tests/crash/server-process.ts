import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { buildApp } from '../../apps/server/app.ts';
import { indicatorDeps, makeDueSheets, seedIndicators, startTotals } from '../../apps/server/indicator.ts';
import { officeDeps } from '../../apps/server/office.ts';
import { openRuntime } from '../../apps/server/runtime.ts';
import { asSystem, openKysely } from '../../platform/db/index.ts';
import type { Gate } from '../../platform/http/gate.ts';
import { loadActor } from '../../src/access/index.ts';
import { dispatch } from '../../src/notice/commands/dispatch.ts';
import { fillOffice } from '../office/world.ts';

/**
 * The server in a process of its own, to be killed: data folder in its arguments. It has everything of the real one but
 * the login: whoever asks names his post in a header.
 */
const [, , dataDir = ''] = process.argv;
const leaseMs = 1500;

const runtime = await openRuntime({ dataDir, exclusive: true });
const owner = openKysely(runtime.ownerAddress, { connections: 1, owner: true });
const { rows } = await sql`select from region limit 1`.execute(owner);
if (rows.length === 0) await fillOffice(owner);
await owner.destroy();

const { db } = runtime.plan;
const figures = indicatorDeps(runtime.plan);
await seedIndicators(figures);
const gate: Gate = {
  admit: async (request) => {
    const postId = String(request.headers['x-post'] ?? '');
    const caller = { personId: `p-${postId}`, postId, sessionId: null, from: request.ip };
    return (await loadActor(db, caller, new Date().toISOString().slice(0, 10))) ?? null;
  },
  refused: async () => undefined,
};
const noteFault = () => undefined;
const app = await buildApp({
  ...{ plan: runtime.plan, secrets: runtime.secrets, gate, webFolder: null, onlyThisMachine: true, noteFault },
});
await app.listen({ host: '127.0.0.1', port: 0 });

let stopping = false;
process.once('SIGTERM', () => {
  stopping = true;
});
process.stdout.write(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}\n`);

const totals = await startTotals(figures, noteFault);
const { notice } = await officeDeps(runtime.plan, runtime.secrets);
while (!stopping) {
  // The database is killed too: the next round finds it again.
  const done = await asSystem(() => dispatch(notice, leaseMs)).catch(() => 0);
  // Sheets are made as their form is opened, not some seconds later.
  await makeDueSheets(figures).catch(() => undefined);
  if (done === 0) await pause(100);
}
await totals.stop();
await app.close();
await runtime.close();
