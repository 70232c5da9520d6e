import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { browserViolations } from './architecture/browser.ts';
import { colourViolations } from './architecture/colours.ts';
import { importViolations } from './architecture/imports.ts';
import { layoutViolations } from './architecture/layout.ts';
import { linkViolations } from './architecture/links.ts';
import { purityViolations } from './architecture/purity.ts';
import { unaskedCommands, unservedEndpoints } from './architecture/routes.ts';
import { sizeReport, sizeViolations, USUAL_LINES } from './architecture/size.ts';
import { isTest, placeInSlice, readSources, type Violation } from './architecture/source.ts';
import { sqlViolations } from './architecture/sql.ts';
import { wordViolations } from './architecture/words.ts';

const root = join(import.meta.dirname, '..');
const code = readSources(
  root,
  ['src', 'platform', 'apps', 'scripts', 'eval', 'bench', 'tests', 'vitest.config.ts'],
  ['.ts', '.tsx'],
);
const product = code.filter(({ path }) => !isTest(path) && !path.startsWith('tests/'));
const pages = readSources(root, ['docs', 'README.md', 'README.en.md', 'CONTRIBUTING.md', 'GLOSSARY.md'], ['.md']);

/** One line each, so that a failure reads as a list of things to mend. */
const told = (violations: readonly Violation[]) => violations.map((v) => `${v.path}:${v.line}  ${v.message}`);

test('slices know only the faces of those before them; domain and kernel stand alone', () => {
  expect(told(code.flatMap(importViolations))).toEqual([]);
});

test('pages load nothing of the server', () => {
  expect(told(code.flatMap(browserViolations))).toEqual([]);
});

test('styles name only variables that there are', () => {
  const styles = readSources(root, ['src', 'platform', 'apps'], ['.css', '.tsx', '.ts']);
  expect(told(colourViolations(styles.filter(({ path }) => !path.includes('/dist/'))))).toEqual([]);
});

test('domain and kernel have no clock, no randomness and no IO', () => {
  expect(told(code.flatMap(purityViolations))).toEqual([]);
});

test('SQL stands in store.ts and platform/db only', () => {
  expect(told(code.flatMap(sqlViolations))).toEqual([]);
});

test('no file is longer than 400 lines, and 95 of 100 stay within 250', () => {
  expect(told(code.flatMap(sizeViolations))).toEqual([]);
  const { median, p95 } = sizeReport(product);
  process.stdout.write(`文件长度：${product.length} 个文件，中位数 ${median} 行，95% 在 ${p95} 行以内\n`);
  expect(p95).toBeLessThanOrEqual(USUAL_LINES);
});

test('nothing is left undone, silenced or untyped', () => {
  expect(told(code.flatMap(wordViolations))).toEqual([]);
});

test('every slice uses the same names', () => {
  expect(told(layoutViolations(code.map(({ path }) => path)))).toEqual([]);
});

test('every endpoint of a contract has its route', () => {
  const contracts = code.filter(({ path }) => placeInSlice(path)?.inside === 'contract.ts');
  const violations = contracts.flatMap((contract) => {
    const slice = placeInSlice(contract.path)?.slice;
    const routes = code.filter(({ path }) => new RegExp(`^src/${slice}/routes(?:\\.ts|/)`, 'u').test(path));
    return unservedEndpoints(contract, routes);
  });
  expect(told(violations)).toEqual([]);
});

/** Where nobody is known yet: these ask for a password, a link or a code instead. */
const waysIn: ReadonlySet<string> = new Set([
  'account.readSession',
  'account.login',
  'account.giveSecondFactor',
  'account.readLink',
  'account.redeemLink',
  'account.startSignOn',
  'account.finishSignOn',
  // What the gate itself is made of, and the way out.
  'account.liveSession',
  'account.ownSession',
  'account.touch',
  'account.logOut',
]);

test('what a route calls asks for a permission first', () => {
  const routes = code.filter(({ path }) => /^src\/[^/]+\/routes(?:\.ts|\/)/u.test(path) && !isTest(path));
  const at = new Map(code.map((source) => [source.path, source]));
  expect(told(unaskedCommands(routes, (path) => at.get(path), waysIn))).toEqual([]);
});

test('links between pages and files named in them are not broken', () => {
  expect(told(linkViolations(pages, (path) => existsSync(join(root, path))))).toEqual([]);
});
