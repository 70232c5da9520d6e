import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Finding, RULES } from '../../src/plan/index.ts';
import { type Examples, lintText } from './documents.ts';

const files = readdirSync(join(import.meta.dirname, 'examples')).map((name) => name.replace(/\.ts$/, ''));

it('every rule has its examples, and every example its rule', () => {
  expect(files.sort()).toEqual(RULES.map((rule) => rule.id).sort());
});

for (const rule of RULES) {
  const { examples } = (await import(`./examples/${rule.id}.ts`)) as { examples: Examples };

  describe(rule.id, () => {
    it('has examples both ways', () => {
      expect(examples.finds.length).toBeGreaterThan(0);
      expect(examples.silent.length).toBeGreaterThan(0);
    });

    it.each(examples.finds)('finds $name', (wanted) => {
      const found = lintText(wanted.text, wanted).filter((f) => f.rule === rule.id);
      expect(found.map((f) => [f.severity, f.message])).toHaveLength(1);
      const [finding] = found as [Finding];
      const at = wanted.text.indexOf(wanted.at);
      expect(at, `“${wanted.at}” is in the text`).toBeGreaterThanOrEqual(0);
      expect(finding.start).toBeLessThan(at + wanted.at.length);
      expect(finding.end).toBeGreaterThan(at);
      expect(finding.severity).toBe(wanted.severity);
      if (wanted.arithmetic !== undefined) expect(finding.arithmetic).toBe(wanted.arithmetic);
      if (wanted.says !== undefined) expect(finding.message).toContain(wanted.says);
    });

    it.each(examples.silent)('is silent on $name', (quiet) => {
      expect(lintText(quiet.text, quiet).filter((f) => f.rule === rule.id)).toEqual([]);
    });
  });
}
