import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../platform/clock/index.ts';
import { openCluster, stopCluster } from '../../platform/db/embedded/cluster.ts';
import { type Kysely, openKysely } from '../../platform/db/index.ts';
import { openTemporaryFolder } from '../../platform/db/testing/index.ts';
import { addressOf } from '../../platform/http/client.ts';
import { enterpriseApi } from '../../src/enterprise/contract.ts';
import type { EnterpriseTables } from '../../src/enterprise/index.ts';
import { endStopped } from '../../src/enterprise/routes.ts';
import { victimOn } from './victim.ts';

/** The server is killed while it saves a list of enterprises. */
const folder = openTemporaryFolder('crash-enterprises');
const victim = victimOn(folder);
let db: Kysely<EnterpriseTables>;
let leave: () => Promise<void>;

beforeAll(() => victim.start());
afterAll(async () => {
  await db?.destroy();
  await leave?.();
  await victim.stop();
  await stopCluster(folder);
  rmSync(folder, { recursive: true, force: true });
});

const rows = 30_000;
const list = (length: number): Blob =>
  new Blob(['企业名称,法定代表人\n', ...Array.from({ length }, (_, at) => `芦洲第${at}纺织厂,王${at}\n`)]);

async function sent(length: number): Promise<string> {
  const form = new FormData();
  form.set('file', list(length), '名单.csv');
  const url = addressOf(victim.address(), enterpriseApi.importEnterprises, undefined, undefined);
  const answer = await fetch(url, { method: 'POST', headers: { 'x-post': 'office' }, body: form });
  return ((await answer.json()) as { id: string }).id;
}
const stored = () => db.selectFrom('enterprise_import').select(['id', 'state', 'failure']).execute();
const left = async () =>
  (
    await sql<{ rows: number }>`select (select count(*) from enterprise) + (select count(*) from enterprise_change)
      + (select count(*) from enterprise_figures) as rows`.execute(db)
  ).rows[0]?.rows;

test('a list that was being saved is not there by halves, is ended, and can be brought in again', async () => {
  const cluster = await openCluster(folder);
  db = openKysely<EnterpriseTables>(cluster.addressOf('postgres'), { connections: 2, owner: true });
  leave = cluster.leaveRunning;
  const id = await sent(rows);
  const isSaving = async () => (await stored()).some(({ state }) => state === 'saving');
  while (!(await isSaving())) await pause(20);
  await victim.strike('server');
  expect([await left(), await stored()]).toEqual([0, [{ id, state: 'saving', failure: null }]]);
  const later = { ...systemClock, now: () => new Date(Date.now() + 120_000).toISOString() };
  // The database notices a moment later that nobody is there any more.
  while ((await endStopped({ db, clock: later })) === 0) await pause(20);
  expect(await stored()).toEqual([{ id, state: 'failed', failure: 'enterprise-import-stopped' }]);
  const again = await sent(500);
  while ((await stored()).some(({ id: one, state }) => one === again && state !== 'saved')) await pause(50);
  expect(await left()).toBe(2 * 500);
}, 120_000);
