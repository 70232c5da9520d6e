import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MailBox, NoticeWorld } from './world.ts';
import { installationKey, notice, openMailBox, openNoticeWorld, useMailBox } from './world.ts';

let world: NoticeWorld;
let box: MailBox;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  world = await openNoticeWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  box = await openMailBox();
  await useMailBox(world, box.port);
  await world.owner.deleteFrom('delivery').execute();
});
afterEach(async () => {
  for (const child of running) await killed(child);
  await box.close();
});

const leaseMs = 700;

async function startDispatcher(): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'dispatcher-process.ts'), world.address, installationKey, String(leaseMs)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  running.add(child);
  await once(child.stdout!, 'data');
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await gone;
  }
  running.delete(child);
}

const states = async (): Promise<Record<string, number>> => {
  const rows = await world.owner.selectFrom('delivery').select('state').execute();
  const found: Record<string, number> = {};
  for (const { state } of rows) found[state] = (found[state] ?? 0) + 1;
  return found;
};

/** Waits until something is so; the test's own time limit ends a wait in vain. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(50);
}

test('killed before the end was let go: another sends it, once', async () => {
  const named = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  box.onRecipient = async () => {
    named.resolve();
    await goOn.promise;
    return null;
  };
  await world.tell(notice());
  const child = await startDispatcher();
  await named.promise;
  await killed(child);
  goOn.resolve();
  expect(await states()).toEqual({ sending: 1 });
  expect(box.taken).toEqual([]);
  await startDispatcher();
  await until(async () => (await states()).sent === 1);
  await pause(2 * leaseMs);
  expect(box.taken.map(({ to }) => to)).toEqual(['clerk@linjiang.example']);
});

test('killed after the end was let go: nobody sends it again, and the administrator is told', async () => {
  const there = Promise.withResolvers<void>();
  const answers = Promise.withResolvers<void>();
  box.onMessage = async () => {
    there.resolve();
    await answers.promise;
    return null;
  };
  await world.tell(notice());
  const child = await startDispatcher();
  await there.promise;
  await killed(child);
  answers.resolve();
  await startDispatcher();
  await until(async () => (await states()).uncertain === 1);
  await pause(2 * leaseMs);
  expect(await states()).toEqual({ uncertain: 1 });
  expect(box.taken).toHaveLength(1);
});

test('killed again and again while two work: none is lost and none arrives twice', async () => {
  const count = 40;
  box.onMessage = async () => {
    await pause(20);
    return null;
  };
  const told = Array.from({ length: count }, (_, at) => notice({ title: `第 ${at} 件` }));
  await world.tell(...told);
  const other = await startDispatcher();
  for (let kills = 0; kills < 6; kills += 1) {
    const child = await startDispatcher();
    await pause(30 + 40 * kills);
    await killed(child);
    await world.tell(notice({ title: `后来的 ${kills}` }));
  }
  await until(async () => {
    const { sent = 0, uncertain = 0 } = await states();
    return sent + uncertain === count + 6;
  });
  await killed(other);
  const { sent = 0 } = await states();
  const ids = box.taken.map(({ text }) => /Message-ID: (\S+)/.exec(text)![1]!);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(sent);
  const rows = await world.owner.selectFrom('delivery').select(['id', 'state']).execute();
  for (const { id, state } of rows) if (state === 'sent') expect(ids).toContain(`<${id}@linjiang.example>`);
});
