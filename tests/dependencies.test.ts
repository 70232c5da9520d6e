import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest: Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies' | 'allowScripts',
  Record<string, unknown>
> = JSON.parse(read('package.json'));
const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

test('every direct dependency has an exact version', () => {
  expect(Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(String(version)))).toEqual(
    [],
  );
});

test('docs/dependencies.md says of each why it is here, and of none that is not', () => {
  const rows = read('docs/dependencies.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const told = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
  );
  expect(told.sort()).toEqual(Object.keys(direct).sort());
});

test('every package of this platform that has an install script was looked at', () => {
  const lock: { packages: Record<string, { hasInstallScript?: boolean; os?: string[]; cpu?: string[] }> } = JSON.parse(
    read('package-lock.json'),
  );
  const scripted = Object.entries(lock.packages)
    .filter(([, { hasInstallScript, os, cpu }]) => {
      const served = (os ?? ['linux']).some((each) => each === 'linux' || each === 'darwin');
      return hasInstallScript && served && (cpu ?? ['x64']).some((each) => each === 'x64' || each === 'arm64');
    })
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
    .filter((name) => name !== '');
  expect(scripted.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
});
