import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { openTemporaryFolder } from '../testing/folder.ts';

const folder = openTemporaryFolder('throw-away');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process that works on a server of its own, in a folder that we can look into. */
function working(work: string) {
  const module = new URL('./throw-away.ts', import.meta.url).href;
  const program = `import { onThrowAwayServer } from ${JSON.stringify(module)}; await onThrowAwayServer(${work});`;
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

const own = () => readdirSync(folder).filter((name) => name.startsWith('jingwei-reckoning-'));

test.each(['async () => {}', "async () => { throw new Error('no') }"])('nothing is left after %s', async (work) => {
  const child = working(work);
  await once(child, 'exit');
  expect(own()).toEqual([]);
});

test('nothing is left of a process that is told to end in the middle', async () => {
  const child = working('(address) => { console.log(address); return new Promise((r) => setTimeout(r, 60_000)) }');
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toMatch(/^postgres:\/\//u);
  expect(own()).toHaveLength(1);
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(130);
  expect(own()).toEqual([]);
  const { port } = new URL(String(said).trim());
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});
