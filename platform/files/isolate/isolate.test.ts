import { describe, expect, test } from 'vitest';
import { runBounded } from './bounded-process.ts';
import { readIsolated } from './read-isolated.ts';
import { Turnstile } from './turnstile.ts';

const node = (script: string, flags: readonly string[] = []) => ({
  program: process.execPath,
  args: [...flags, '-e', script],
  env: {},
  input: null,
  answerBytes: 1000,
});
const bounds = { cpuSeconds: 20, wallSeconds: 60, dataMegabytes: 950 };

describe.skipIf(process.platform === 'win32')('a bounded process (POSIX systems only)', () => {
  test('is ended when it has used up its processor time', async () => {
    const outcome = await runBounded(node('for (;;);'), { ...bounds, cpuSeconds: 1 });
    expect(outcome).toMatchObject({ outOfTime: true, exitCode: null });
  });

  test('is ended with all its children when the clock runs out', async () => {
    const script =
      "const c = require('child_process').spawn('sleep', ['600']); require('fs').writeSync(3, String(c.pid)); setInterval(() => {}, 1e6)";
    const outcome = await runBounded(node(script), { ...bounds, wallSeconds: 2 });
    expect(outcome.outOfTime).toBe(true);
    const child = Number(outcome.answer.toString());
    expect(child).toBeGreaterThan(0);
    await expect.poll(() => isAlive(child), { timeout: 20_000 }).toBe(false);
  });

  test.skipIf(process.platform !== 'linux')('is refused more memory than it may have (Linux only)', async () => {
    const script = 'const a = []; for (;;) a.push(new Uint8Array(1e7).fill(1));';
    const outcome = await runBounded(node(script), bounds);
    expect(outcome.outOfTime).toBe(false);
    expect(outcome.exitCode === 0).toBe(false);
  });

  test('that answers more than it may is ended', async () => {
    const outcome = await runBounded(node("for (;;) require('fs').writeSync(3, 'x'.repeat(1000))"), bounds);
    expect(outcome.answer.length).toBeLessThanOrEqual(1000);
    expect(outcome.signal).toBe('SIGKILL');
  });

  test('gives its answer and its end', async () => {
    const outcome = await runBounded(node("require('fs').writeSync(3, 'done'); process.exit(3)"), bounds);
    expect(outcome).toMatchObject({ exitCode: 3, outOfTime: false });
    expect(outcome.answer.toString()).toBe('done');
  });
});

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('readers work side by side without mixing their files', async () => {
  const pages = Array.from({ length: 5 }, (_, i) => `<p>第${i}份文件的正文</p>`);
  const read = await Promise.all(pages.map((page) => readIsolated('html', Buffer.from(page))));
  expect(read.map((source) => source.text)).toEqual(pages.map((_, i) => `第${i}份文件的正文\n`));
});

test('a turnstile lets in no more than it has places, and opens again after a failure', async () => {
  const turnstile = new Turnstile(2);
  let inside = 0;
  let most = 0;
  const task = async (fails: boolean): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
    if (fails) throw new Error('failed');
  };
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((i) => turnstile.pass(() => task(i % 3 === 0))));
  expect(most).toBe(2);
  expect(results.filter((r) => r.status === 'rejected')).toHaveLength(2);
});
