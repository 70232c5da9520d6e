import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { areas, knownCodes } from '../platform/messages/index.ts';
import { isNode, isTest, nodesOf, readSources } from '../tests/architecture/source.ts';
import { errorsFile, errorsText } from './errors.ts';

const sources = readSources(join(import.meta.dirname, '..'), ['src', 'platform', 'apps'], ['.ts', '.tsx']).filter(
  ({ path }) => !isTest(path) && !path.startsWith('platform/messages/'),
);

describe('refusal codes', () => {
  test('docs/errors.md is what scripts/errors.ts writes', () => {
    expect(readFileSync(errorsFile, 'utf8')).toBe(errorsText());
  });

  test('a code stands in one area only, in kebab case, and its sentence ends like one', () => {
    expect(new Set(knownCodes).size).toBe(Object.values(areas).flatMap((area) => Object.keys(area)).length);
    for (const [code, sentence] of Object.values(areas).flatMap((area) => Object.entries(area))) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
      const said = sentence({ code, field: '甲', given: 7, limit: 5 });
      expect(said, code).toMatch(/。$/);
      expect(said, code).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test('every code that is thrown has a sentence', () => {
    const thrown = sources.flatMap((source) => nodesOf(source).flatMap(thrownCodes));
    expect(thrown.length).toBeGreaterThan(10);
    expect([...new Set(thrown)].filter((code) => !knownCodes.includes(code))).toEqual([]);
  });

  test('every code that has a sentence stands somewhere in the code', () => {
    const text = sources.map((source) => source.text).join('\n');
    expect(knownCodes.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });
});

/** Codes written literally into `new RefusalError({ code: … })`, `refuse({ code: … })` and `refuseFile('…')`. */
function thrownCodes(node: ReturnType<typeof nodesOf>[number]): string[] {
  const callee = isNode(node.callee) ? String(node.callee.name ?? '') : '';
  if (!['RefusalError', 'refuse', 'refuseFile'].includes(callee) || !Array.isArray(node.arguments)) return [];
  if (callee === 'refuseFile') {
    const [code] = node.arguments.filter(isNode);
    return code?.type === 'Literal' ? [String(code.value)] : [];
  }
  return node.arguments.filter(isNode).flatMap((argument) => {
    const properties = Array.isArray(argument.properties) ? argument.properties.filter(isNode) : [];
    return properties
      .filter((property) => isNode(property.key) && property.key.name === 'code' && isNode(property.value))
      .map((property) => (property.value as { value?: unknown }).value)
      .filter((code) => typeof code === 'string');
  });
}
