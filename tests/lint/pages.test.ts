import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/plan/index.ts';

const folder = join(import.meta.dirname, '../../docs/lint');
const pages = readdirSync(folder).filter((name) => name !== 'README.md');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('the pages of the rules', () => {
  it('are one for each rule', () => {
    expect(pages.sort()).toEqual(RULES.map((rule) => `${rule.id}.md`).sort());
  });

  it.each(RULES.map((rule) => [rule.id, rule.title] as const))('%s says what, why, how and when not', (id, title) => {
    const page = read(`${id}.md`);
    expect(page.split('\n')[0]).toBe(`# ${title}`);
    expect([...page.matchAll(/^## (.+)$/gm)].map((m) => m[1])).toEqual([
      '查什么',
      '为什么',
      '例子',
      '怎么改',
      '什么时候不报',
    ]);
    expect(page).toContain(`\`${id}\``);
  });

  it('are listed in the order of the rules', () => {
    const listed = [...read('README.md').matchAll(/\]\(([a-z-]+)\.md\)/g)].map((m) => m[1]);
    expect(listed).toEqual(RULES.map((rule) => rule.id));
  });

  it('name ids once', () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
  });
});
