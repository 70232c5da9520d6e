import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stopCluster } from '../../platform/db/embedded/cluster.ts';
import { placesOf } from '../../platform/db/embedded/places.ts';
import { runningPostmaster } from '../../platform/db/embedded/postmaster.ts';
import { openTemporaryFolder } from '../../platform/db/testing/index.ts';
import { call } from '../../platform/http/client.ts';
import { planApi } from '../../src/plan/contract.ts';
import { peopledFolder } from '../journeys/peopled.ts';
import { signIn } from './sign-in.ts';

const root = join(import.meta.dirname, '..', '..');
const temporary = openTemporaryFolder('restart');
const folder = join(temporary, 'data');
const processes: ChildProcess[] = [];
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  await stopCluster(folder);
  rmSync(temporary, { recursive: true, force: true });
});

/** A server in a process of its own on a free port; gives it with its address. */
async function start(
  dataDir = folder,
  demo: boolean | 'people' = 'people',
): Promise<{ child: ChildProcess; address: string }> {
  const main = join(root, 'apps', 'server', 'main.ts');
  const script = `const { serveUntilStopped } = await import(${JSON.stringify(main)});
    process.exitCode = await serveUntilStopped(${JSON.stringify({ port: 0, dataDir, demo })});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  let said = '';
  for await (const chunk of child.stdout!) {
    said += String(chunk);
    const address = /http:\S+/.exec(said)?.[0];
    if (address !== undefined) return { child, address };
  }
  throw new Error(`no address: ${said}`);
}

async function importOne(address: string, headers: Record<string, string>): Promise<string> {
  const form = new FormData();
  const bytes = readFileSync(join(root, 'packs', 'linjiang-tasks-2025', 'document.txt'));
  form.set('file', new Blob([new Uint8Array(bytes)]), '方案.txt');
  return (await call(address, planApi.importFile, { form, headers })).planIds[0]!;
}

test('what was answered is there after a kill; a stop in order stops the database too', async () => {
  await peopledFolder(folder);
  const first = await start();
  const headers = { ...(await signIn(first.address, folder)) };
  const planId = await importOne(first.address, headers);
  const item = (await call(first.address, planApi.readDraft, { params: { planId }, headers })).items[0]!;
  const params = { planId, itemId: item.id };
  await call(first.address, planApi.correctItem, { params, headers, body: { revision: 1, review: 'confirmed' } });
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');

  const second = await start();
  // The session outlives the server too.
  const draft = await call(second.address, planApi.readDraft, { params: { planId }, headers });
  expect(draft.revision).toBe(2);
  expect(draft.items.find(({ id }) => id === item.id)?.review).toBe('confirmed');
  second.child.kill('SIGTERM');
  expect((await once(second.child, 'exit'))[0]).toBe(0);
  expect(runningPostmaster(placesOf(folder).cluster)).toBeNull();
});

test('two signals in the middle of the demo: the documents in hand are finished, then the server stops', async () => {
  const dataDir = join(temporary, 'demo-stop');
  await peopledFolder(dataDir);
  try {
    const first = await start(dataDir, true);
    const headers = { ...(await signIn(first.address, dataDir)) };
    const count = async () => (await call(first.address, planApi.listPlans, { query: {}, headers })).total;
    await expect.poll(count, { timeout: 60_000 }).toBeGreaterThan(0);
    // npm passes Ctrl+C on to a process that the terminal has told already.
    first.child.kill('SIGINT');
    first.child.kill('SIGINT');
    expect(await once(first.child, 'exit')).toEqual([0, null]);
    expect(runningPostmaster(placesOf(dataDir).cluster)).toBeNull();
    const second = await start(dataDir);
    // The second edition of the textile plan comes last of all.
    const { plans } = await call(second.address, planApi.listPlans, {
      query: { pageSize: 50 },
      headers: { ...(await signIn(second.address, dataDir)) },
    });
    expect(plans.find(({ title }) => title?.includes('2026年修订'))?.status).toBe('published');
    second.child.kill('SIGTERM');
    await once(second.child, 'exit');
  } finally {
    await stopCluster(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 180_000);
