import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const programs = join(root, 'node_modules/.bin');

/** What a tool of node_modules says when it finds something; empty when all is well. */
function complaints(tool: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(join(programs, tool), args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}`, NO_COLOR: '1' },
  });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

test('formatting and lint: biome has nothing to say (npm run check -- --fix mends most of it)', () => {
  expect(complaints('biome', 'check', '--error-on-warnings', '--max-diagnostics=50', '.')).toBe('');
});

test('types: tsc has nothing to say', () => {
  // One checker: several look at the same types again, each on a core that other tests need.
  expect(complaints('tsc', '--noEmit', '--checkers', '1')).toBe('');
});
