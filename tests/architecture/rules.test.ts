import { describe, expect, test } from 'vitest';
import { browserViolations } from './browser.ts';
import { colourViolations } from './colours.ts';
import { importViolations } from './imports.ts';
import { layoutViolations } from './layout.ts';
import { linkViolations } from './links.ts';
import { purityViolations } from './purity.ts';
import { endpointNames, unaskedCommands, unservedEndpoints } from './routes.ts';
import { sizeReport, sizeViolations } from './size.ts';
import { importsOf, type Source, type Violation } from './source.ts';
import { sqlViolations } from './sql.ts';
import { wordViolations } from './words.ts';

/** Each rule is shown sources that break it and sources that do not: a rule that never fails would guard nothing. */
const source = (path: string, text: string): Source => ({ path, text });
const lines = (violations: readonly Violation[]) => violations.map((violation) => violation.line);

describe('imports', () => {
  const allowed: [string, string][] = [
    ['src/plan/commands/publish.ts', "import { extractDocuments } from '../../document/index.ts';"],
    ['src/plan/contract/item.ts', "import { SpanSchema } from '../../document/contract.ts';"],
    ['src/plan/domain/diff.ts', "import type { Span } from '../../kernel/index.ts';"],
    ['src/plan/store.ts', "import { sql } from 'kysely'; import { db } from '../../platform/db/index.ts';"],
    ['src/plan/domain/diff.test.ts', "import { expect } from 'vitest';"],
    ['platform/files/index.ts', "import type { SourceText } from '../../src/document/index.ts';"],
    ['platform/files/index.ts', "import { RefusalError } from '../../src/kernel/index.ts';"],
    ['apps/cli/main.ts', "const face = await import('../../src/plan/index.ts');"],
    ['apps/web/router.tsx', "import { pages } from '../../src/plan/pages/index.ts';"],
  ];
  test.each(allowed)('%s may say %s', (path, text) => {
    expect(importViolations(source(path, text))).toEqual([]);
  });

  const refused: [string, string][] = [
    ['src/document/commands/read.ts', "import { lint } from '../../plan/index.ts';"],
    ['src/plan/commands/publish.ts', "import { label } from '../../document/domain/outline/label.ts';"],
    ['src/plan/commands/publish.ts', "export * from '../../document/store.ts';"],
    ['src/plan/commands/publish.ts', "const late = await import('../../document/store.ts');"],
    ['src/plan/domain/diff.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/plan/domain/diff.ts', "import { Type } from 'typebox';"],
    ['src/plan/domain/diff.ts', "import { save } from '../store.ts';"],
    ['src/plan/domain/diff.ts', "import type { Db } from '../../../platform/db/index.ts';"],
    ['src/plan/routes.ts', "import { app } from '../../apps/server/app.ts';"],
    ['src/weather/index.ts', "import { ok } from '../plan/index.ts';"],
    ['src/plan/index.ts', "import { rain } from '../weather/index.ts';"],
    ['src/kernel/money.ts', "import { parse } from 'yaml';"],
    ['platform/files/index.ts', "import { extractDocuments } from '../../src/document/index.ts';"],
    ['platform/files/index.ts', "import { start } from '../../apps/server/main.ts';"],
    ['apps/cli/main.ts', "import { pages } from '../../src/plan/pages/index.ts';"],
    ['apps/cli/main.ts', "import { publish } from '../../src/plan/commands/publish.ts';"],
  ];
  test.each(refused)('%s may not say %s', (path, text) => {
    expect(lines(importViolations(source(path, `\n${text}`)))).toEqual([2]);
  });

  test('re-exports, dynamic imports and types are told apart', () => {
    const text = "export type { A } from './a.ts';\nimport b, { type C } from './b.ts';\nawait import('./d.ts');";
    expect(importsOf(source('src/plan/index.ts', text)).map((i) => [i.target, i.typeOnly, i.line])).toEqual([
      ['src/plan/b.ts', false, 2],
      ['src/plan/a.ts', true, 1],
      ['src/plan/d.ts', false, 3],
    ]);
  });
});

describe('browser', () => {
  test('pages load contract, domain, kernel and platform/web, and types of anything', () => {
    const text = `import { planApi } from '../contract.ts';
import { order } from '../domain/order.ts';
import { ok } from '../../kernel/index.ts';
import { send } from '../../../platform/web/api.ts';
import type { SourceText } from '../../document/index.ts';
import { useState } from 'react';`;
    expect(browserViolations(source('src/plan/pages/list.tsx', text))).toEqual([]);
  });
  test.each([
    ['src/plan/pages/list.tsx', "import { planDeps } from '../index.ts';"],
    ['src/plan/pages/list.tsx', "import { listPlans } from '../store.ts';"],
    ['src/plan/pages/list.tsx', "import { extractDocuments } from '../../document/index.ts';"],
    ['apps/web/main.tsx', "import { join } from 'node:path';"],
    ['apps/web/main.tsx', "import { openDatabase } from '../../platform/db/index.ts';"],
    ['platform/web/api.ts', "import { serve } from '../http/serve.ts';"],
  ])('%s may not load %s', (path, text) => {
    expect(lines(browserViolations(source(path, `\n${text}`)))).toEqual([2]);
    expect(browserViolations(source('src/plan/routes.ts', text))).toEqual([]);
  });
});

describe('purity', () => {
  const impure = [
    'export const now = () => Date.now();',
    'export const today = new Date();',
    'export const dice = Math.random();',
    'export const home = process.env.HOME;',
    "export const page = await fetch('https://example.org');",
    'setTimeout(() => {}, 5);',
    "console.log('done');",
    'export const id = crypto.randomUUID();',
  ];
  test.each(impure)('domain may not say %s', (text) => {
    expect(lines(purityViolations(source('src/plan/domain/diff.ts', `\n${text}`)))).toEqual([2]);
    expect(lines(purityViolations(source('src/kernel/money.ts', text)))).toEqual([1]);
    expect(purityViolations(source('src/plan/commands/publish.ts', text))).toEqual([]);
  });
  test('a given date, a name and a comment are no clock', () => {
    const text =
      "// Date.now()\nexport const d = new Date(given);\nexport const s = 'Math.random';\nrow.process.date = 1;";
    expect(purityViolations(source('src/plan/domain/diff.ts', text))).toEqual([]);
  });
});

describe('SQL', () => {
  const statements = [
    "import { sql } from 'kysely';",
    "import pg from 'pg';",
    "const q = 'select id, title from plan where id = $1';",
    'const q = `UPDATE plan SET title = 1`;',
    "const q = 'insert into plan values (1)';",
    'const q = `\n  create table plan (id text)`;',
  ];
  test.each(statements)('outside a store nothing says %s', (text) => {
    expect(sqlViolations(source('src/plan/commands/publish.ts', text))).toHaveLength(1);
    expect(sqlViolations(source('apps/cli/commands/plan.ts', text))).toHaveLength(1);
    expect(sqlViolations(source('src/plan/store.ts', text))).toEqual([]);
    expect(sqlViolations(source('src/plan/store/drafts.ts', text))).toEqual([]);
    expect(sqlViolations(source('platform/db/migrations/001.ts', text))).toEqual([]);
  });
  test('plain words are not SQL', () => {
    const text = "say('select one of these'); say('update the plan'); say('delete it');";
    expect(sqlViolations(source('apps/cli/main.ts', text))).toEqual([]);
  });
});

describe('size', () => {
  test('400 lines pass, 401 do not', () => {
    expect(sizeViolations(source('src/plan/a.ts', 'x;\n'.repeat(400)))).toEqual([]);
    expect(lines(sizeViolations(source('src/plan/a.ts', 'x;\n'.repeat(401))))).toEqual([401]);
  });
  test('the report gives the middle and the 95th of a hundred', () => {
    const files = Array.from({ length: 100 }, (_, i) => source(`src/a/${i}.ts`, 'x;\n'.repeat(i + 1)));
    expect(sizeReport(files)).toEqual({ median: 51, p95: 96 });
  });
});

describe('words', () => {
  const refused = [
    `// ${'TO'}DO later`,
    `/* ${'FIX'}ME */`,
    'const a: any = 1;',
    'const b = c as any;',
    `// @ts-${'ignore'}\nconst d = 1;`,
    `// ${'biome'}-ignore lint: no`,
    "test.only('a', () => {});",
    "describe.concurrent.only('a', () => {});",
    "vi.mock('../store.ts');",
  ];
  test.each(refused)('nobody says %s', (text) => {
    expect(wordViolations(source('src/plan/a.ts', text))).toHaveLength(1);
  });
  test('the same words inside a string or a name are harmless', () => {
    const text = "const todo = 'any TODO'; list.only('a'); const company = many as unknown; test.skipIf(x)('a', f);";
    expect(wordViolations(source('src/plan/a.ts', text))).toEqual([]);
  });
});

describe('layout', () => {
  test('a slice has a face and only the house names', () => {
    const paths = ['src/plan/index.ts', 'src/plan/store/drafts.ts', 'src/plan/domain/diff.ts', 'src/plan/contract.ts'];
    expect(layoutViolations([...paths, 'src/kernel/span.ts', 'apps/cli/main.ts'])).toEqual([]);
    expect(layoutViolations([...paths, 'src/plan/helpers.ts', 'src/plan/utils/a.ts'])).toHaveLength(2);
    expect(layoutViolations(['src/task/routes.ts']).map((v) => v.path)).toEqual(['src/task/index.ts']);
  });
});

describe('routes', () => {
  const contract = source(
    'src/plan/contract.ts',
    "export const planApi = { list: endpoint({ path: '/plans' }), read: endpoint({ path: '/plans/:id' }) } as const;",
  );
  test('an endpoint that no route serves is found', () => {
    expect(endpointNames(contract)).toEqual(['planApi.list', 'planApi.read']);
    const routes = source('src/plan/routes.ts', 'serve(planApi.list, listPlans);');
    expect(unservedEndpoints(contract, [routes]).map((v) => v.message)).toEqual([
      expect.stringContaining('planApi.read'),
    ]);
    const both = source('src/plan/routes.ts', 'serve(planApi.list, listPlans); serve(planApi.read, readPlan);');
    expect(unservedEndpoints(contract, [both])).toEqual([]);
  });
});

describe('links', () => {
  const exists = (path: string) => ['docs/cli.md', 'README.md', 'src/plan/index.ts'].includes(path);
  test('links and named files must exist', () => {
    const good = '# 用 法\n[命令](cli.md) [首页](../README.md#用-法) [外](https://example.org) `src/plan/index.ts`';
    const home = source('README.md', '# 用 法');
    expect(linkViolations([source('docs/tour.md', good), home], exists)).toEqual([]);
    const bad = '[无](gone.md)\n\n[错](../README.md#没有) 和 `src/plan/gone.ts`\n```\n[不算](x.md)\n```';
    expect(lines(linkViolations([source('docs/tour.md', bad), home], exists))).toEqual([1, 3, 3]);
  });
});

describe('permissions', () => {
  const route = source('src/plan/routes/plans.ts', "import { publish, type Given } from '../commands/publish.ts';");
  const told = (command: string, waysIn: readonly string[] = []) =>
    unaskedCommands([route], () => source('src/plan/commands/publish.ts', command), new Set(waysIn)).length;

  test.each([
    "export function publish(actor: Actor, deps: Deps) { permit(actor, 'plan.publish'); }",
    'export async function publish(actor: Actor) {\n  permitOwn(actor);\n}',
    'export const publish = (text: string) => text;',
    'export const publish = 3;',
  ])('allowed: %s', (command) => {
    expect(told(command)).toBe(0);
  });
  test.each([
    'export function publish(actor: Actor) { load(actor); }',
    "export function publish(actor: Actor) { load(); permit(actor, 'plan.publish'); }",
    'export const publish = (actor: Actor, deps: Deps) => save(actor, deps);',
    'export async function publish(id: string, deps: Deps) { return save(id, deps); }',
  ])('refused: %s', (command) => {
    expect(told(command)).toBe(1);
    expect(told(command, ['plan.publish'])).toBe(0);
  });
  test('a route asks no store', () => {
    const direct = source('src/plan/routes/plans.ts', "import { listPlans } from '../store.ts';");
    expect(unaskedCommands([direct], () => undefined, new Set())).toHaveLength(1);
    const typed = source('src/plan/routes/plans.ts', "import type { PlanRow } from '../store.ts';");
    expect(unaskedCommands([typed], () => undefined, new Set())).toEqual([]);
  });
});

describe('colours', () => {
  const styles = source('src/plan/pages/a.css', ':root {\n  --line: #ddd;\n}\n.a {\n  color: var(--line);\n}');
  test('a variable that is given in a style or by a part of a page may be named', () => {
    const part = source('src/plan/pages/a.tsx', "<p style={{ '--wide': wide, color: 'var(--wide)' }}>");
    expect(colourViolations([styles, part])).toEqual([]);
  });
  test('another is told with its line', () => {
    expect(
      lines(colourViolations([styles, source('src/plan/pages/b.css', '.b {\n  color: var(--lime, red);\n}')])),
    ).toEqual([2]);
  });
});
