import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from '../../apps/cli/run.ts';
import { memoryTerminal } from '../../apps/cli/terminal/memory.ts';

/** Packs are named by id, by folder, by file, alone or in a folder of many: each way means the same policies. */
const packs = join(import.meta.dirname, '../../packs');
let root: string;
const before = process.cwd();
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jingwei-places-'));
  for (const folder of ['yichun-deed-tax-2023', 'yichun-disabled-care-2023'])
    cpSync(join(packs, folder), join(root, folder), { recursive: true });
});
afterEach(() => {
  process.chdir(before);
  rmSync(root, { recursive: true, force: true });
});

async function checked(...words: string[]): Promise<string[]> {
  const terminal = memoryTerminal();
  const code = await runCli(['policy', 'check', ...words, '--on', '2024-12-31', '--json'], terminal);
  expect(terminal.notes()).toBe('');
  expect(code).toBe(0);
  return (JSON.parse(terminal.out()) as { id: string }[]).map(({ id }) => id);
}

test('a pack of the program by its folder or file, with what it names in other folders', async () => {
  expect(await checked(join(packs, 'yichun-leader-2023'))).toEqual(['yichun-leader-2023']);
  expect(await checked(join(packs, 'yichun-leader-2023/policy.yaml'), join(packs, 'base/facts.yaml'))).toEqual([
    'yichun-leader-2023',
  ]);
  const files = readdirSync(packs).filter((folder) => readdirSync(join(packs, folder)).includes('policy.yaml'));
  expect(await checked(...files.map((folder) => join(packs, folder, 'policy.yaml')))).toEqual(files);
  expect(await checked('--packs', packs, 'hunan-textile-2023')).toEqual(['hunan-textile-2023']);
});

test('packs from elsewhere: a folder of them, one of them, one of them by a name that is a folder here', async () => {
  const both = ['yichun-deed-tax-2023', 'yichun-disabled-care-2023'];
  expect(await checked('--packs', root)).toEqual(both);
  expect(await checked(join(root, 'yichun-deed-tax-2023'))).toEqual(['yichun-deed-tax-2023']);
  process.chdir(root);
  expect(await checked('yichun-deed-tax-2023')).toEqual(['yichun-deed-tax-2023']);
  expect(await checked('--packs', root, 'yichun-deed-tax-2023')).toEqual(['yichun-deed-tax-2023']);
  expect(await checked('--packs', '.', 'yichun-deed-tax-2023', 'yichun-deed-tax-2023/policy.yaml')).toEqual([
    'yichun-deed-tax-2023',
  ]);
});

test('one from elsewhere beside one of the program', async () => {
  const terminal = memoryTerminal();
  // Two editions of one id cannot be read together; that is said, and not one of them taken.
  const words = ['policy', 'check', join(root, 'yichun-deed-tax-2023'), join(packs, 'hunan-textile-2023')];
  expect(await runCli(words, terminal)).toBe(2);
  expect(terminal.notes()).toContain('前面已经用过');
});
