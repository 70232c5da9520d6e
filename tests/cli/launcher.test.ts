import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/**
 * The launcher in a checkout of its own, with a stand-in for npm that makes what `npm ci` would make and counts its
 * calls. The real installation is what every clean run of CI does first.
 */
const root = join(import.meta.dirname, '../..');
let work: string;
let checkout: string;

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'jingwei launcher '));
  checkout = join(work, '检 出');
  for (const folder of ['scripts', 'apps/cli', '../few']) mkdirSync(join(checkout, folder), { recursive: true });
  for (const file of ['jingwei', 'scripts/install.sh']) {
    copyFileSync(join(root, file), join(checkout, file));
    chmodSync(join(checkout, file), 0o755);
  }
  writeFileSync(join(checkout, 'package-lock.json'), '{}');
  writeFileSync(join(checkout, 'apps/cli/main.ts'), 'console.log(JSON.stringify(process.argv.slice(2)));');
  stand(
    'npm',
    `[ "$1" = ci ] || { echo "$NPM_IGNORES"; exit 0; }
echo call >> '${work}/calls'
[ -z "$NPM_SLOW" ] || sleep 1
[ -z "$NPM_FAILS" ] || { echo 'npm error ECONNREFUSED' >&2; exit 1; }
mkdir -p node_modules/.bin
[ "$NPM_IGNORES" = true ] || { ln -sf '${process.execPath}' node_modules/.bin/node; sh scripts/install.sh --stamp; }`,
  );
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

/** Puts a program into the folder that stands first on PATH. */
function stand(name: string, body: string): void {
  mkdirSync(join(work, 'bin'), { recursive: true });
  writeFileSync(join(work, 'bin', name), `#!/bin/sh\n${body}\n`);
  chmodSync(join(work, 'bin', name), 0o755);
}
const environment = (extra: Record<string, string>) => ({
  ...process.env,
  PATH: `${work}/bin:${process.env.PATH}`,
  ...extra,
});
const launch = (
  args: string[],
  extra: Record<string, string> = {},
  program = join(checkout, 'jingwei'),
): SpawnSyncReturns<string> => spawnSync(program, args, { encoding: 'utf8', cwd: work, env: environment(extra) });
const calls = (): number =>
  existsSync(join(work, 'calls')) ? readFileSync(join(work, 'calls'), 'utf8').trim().split('\n').length : 0;

describe('launcher', () => {
  test('installs on the first run only, and hands the words over unchanged', () => {
    const first = launch(['extract', '方 案.txt', '--json', '']);
    expect(JSON.parse(first.stdout)).toEqual(['extract', '方 案.txt', '--json', '']);
    expect(first.stderr).toContain('正在安装');
    const second = launch([]);
    expect([second.stdout, second.stderr, second.status, calls()]).toEqual(['[]\n', '', 0, 1]);
  });

  test('installs again when the lock file has changed', () => {
    launch([]);
    writeFileSync(join(checkout, 'package-lock.json'), '{ "changed": true }');
    launch([]);
    expect(calls()).toBe(2);
  });

  test('finds its checkout through symbolic links, relative ones too', () => {
    symlinkSync(join(checkout, 'jingwei'), join(work, 'one'));
    symlinkSync('one', join(work, 'two'));
    expect(launch(['x'], {}, join(work, 'two')).stdout).toBe('["x"]\n');
  });

  test('two first runs at once install once', async () => {
    const run = () =>
      new Promise<{ code: number | null; out: string }>((resolve) => {
        const child = spawn(join(checkout, 'jingwei'), ['x'], {
          env: environment({ NPM_SLOW: '1' }),
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        let out = '';
        child.stdout.on('data', (chunk) => {
          out += chunk;
        });
        child.on('close', (code) => resolve({ code, out }));
      });
    expect(await Promise.all([run(), run()])).toEqual(Array(2).fill({ code: 0, out: '["x"]\n' }));
    expect(calls()).toBe(1);
  });

  test('takes over the lock of an installation that died', () => {
    const dead = spawnSync('true').pid;
    mkdirSync(join(checkout, '.installing'));
    writeFileSync(join(checkout, '.installing/pid'), `${dead}\n`);
    expect(launch(['x']).stdout).toBe('["x"]\n');
    expect(existsSync(join(checkout, '.installing'))).toBe(false);
  });

  test('says what is wrong when npm fails, and leaves no lock', () => {
    const { status, stderr } = launch([], { NPM_FAILS: '1' });
    expect(status).toBe(2);
    expect(stderr).toContain('npm error ECONNREFUSED');
    expect(stderr).toContain('软件源');
    expect(existsSync(join(checkout, '.installing'))).toBe(false);
  });

  test('says how to allow install scripts when npm ignores them', () => {
    const { status, stderr } = launch([], { NPM_IGNORES: 'true' });
    expect(status).toBe(2);
    expect(stderr).toContain('ignore-scripts');
  });

  test('refuses a Node that is too old, and a machine without npm', () => {
    stand('node', 'echo 18');
    expect(launch([])).toMatchObject({ status: 2, stderr: expect.stringContaining('太旧') });
    rmSync(join(work, 'bin/node'));
    for (const tool of ['sh', 'dirname', 'readlink', 'cksum', 'uname', 'cat']) {
      const [path] = spawnSync('which', [tool], { encoding: 'utf8' }).stdout.split('\n');
      symlinkSync(path ?? '', join(work, 'few', tool));
    }
    const bare = spawnSync(join(checkout, 'jingwei'), [], { encoding: 'utf8', env: { PATH: join(work, 'few') } });
    expect(bare).toMatchObject({ status: 2, stderr: expect.stringContaining('找不到 npm') });
  });
});
