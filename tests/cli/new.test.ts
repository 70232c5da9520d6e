import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../apps/cli/run.ts';
import { memoryTerminal } from '../../apps/cli/terminal/memory.ts';
import { packLibrary } from '../../apps/packs.ts';
import { planPack } from '../../src/plan/index.ts';

/** What `new` writes must pass every check as it is, so it is tried in a copy of the repository. */
const root = join(import.meta.dirname, '../..');
const programs = join(root, 'node_modules/.bin');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'jingwei-new-'));
  for (const part of ['src', 'platform', 'tests/architecture', 'tsconfig.json', 'biome.json', 'package.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'vitest.config.ts'), 'export default {};\n');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

async function make(...words: string[]): Promise<{ code: number; files: string[]; notes: string }> {
  const terminal = memoryTerminal();
  const code = await runCli(['new', ...words, '--root', copy], terminal);
  return { code, files: terminal.out().trim().split('\n'), notes: terminal.notes() };
}

const run = (program: string, ...args: string[]): SpawnSyncReturns<string> =>
  spawnSync(join(programs, program), args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}`, NO_COLOR: '1' },
  });

test('a new slice and a new command pass formatting, types, house rules and their own tests', async () => {
  const slice = await make('slice', 'field-visit', '走访');
  expect(slice).toMatchObject({ code: 0 });
  const command = await make('command', 'field-visit', 'close-visit', '办结走访');
  expect(command).toMatchObject({ code: 0 });
  expect(readFileSync(join(copy, 'tests/architecture/imports.ts'), 'utf8')).toMatch(
    /SLICES = \[[^\]]*,\s*'field-visit',?\s*\]/,
  );

  const files = [...slice.files, ...command.files];
  expect(files).toContain('src/field-visit/commands/close-visit.ts');
  const known = ['tests/architecture/imports.ts', 'platform/messages/index.ts', 'src/access/domain/permissions.ts'];
  const touched = [...files, ...known];
  const biome = run('biome', 'check', '--vcs-enabled=false', ...touched);
  expect(biome.status, biome.stdout + biome.stderr).toBe(0);
  const tests = run('vitest', 'run', 'src/field-visit');
  expect(tests.status, tests.stdout + tests.stderr).toBe(0);
  writeFileSync(
    join(copy, 'tsconfig.json'),
    readFileSync(join(copy, 'tsconfig.json'), 'utf8').replace(
      /"include": \[[^\]]*\]/,
      '"include": ["src/field-visit", "platform/messages"]',
    ),
  );
  const types = run('tsc', '--noEmit', '--checkers', '1');
  expect(types.status, types.stdout + types.stderr).toBe(0);
});

test('a new policy is a content pack that the loader accepts', async () => {
  cpSync(join(root, 'packs/base'), join(copy, 'packs/base'), { recursive: true });
  const document = join(
    root,
    'packs/linjiang-tasks-2025',
    readdirSync(join(root, 'packs/linjiang-tasks-2025')).find((name) => name.startsWith('document.')) ?? '',
  );
  const made = await make('policy', 'linjiang-new', '--from', document, '--region', '990100');
  expect(made).toMatchObject({ code: 0, files: ['packs/linjiang-new/plan.yaml'] });
  const library = packLibrary(join(copy, 'packs'));
  const [pack] = library.of(planPack);
  expect(pack?.content).toMatchObject({ id: 'linjiang-new', region: '990100' });
  expect(pack?.content.tasks.length).toBeGreaterThan(5);
  rmSync(join(copy, 'packs'), { recursive: true });
});

test('what exists is not touched, and wrong names are refused', async () => {
  const before = readFileSync(join(copy, 'src/plan/index.ts'), 'utf8');
  expect(await make('slice', 'plan', '方案')).toMatchObject({ code: 2, notes: expect.stringContaining('已经存在') });
  expect(readFileSync(join(copy, 'src/plan/index.ts'), 'utf8')).toBe(before);
  expect(await make('slice', 'Plan B', '方案')).toMatchObject({ code: 2, notes: expect.stringContaining('短横') });
  expect(await make('command', 'weather', 'rain')).toMatchObject({ code: 2, notes: expect.stringContaining('切片') });
  expect(await make('policy', 'linjiang-silk')).toMatchObject({ code: 2, notes: expect.stringContaining('--from') });
  expect(existsSync(join(copy, 'packs'))).toBe(false);
});
