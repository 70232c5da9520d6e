import { describe, expect, it } from 'vitest';
import { RefusalError } from '../../src/kernel/index.ts';
import { readYaml } from './yaml.ts';

/** Code and place of the refusal that reading this text causes. */
function refusalOf(text: string): { code: string; field: string | undefined } {
  try {
    readYaml(text, 'a.yaml');
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const [first] = error.refusals;
    return { code: first?.code ?? '', field: first?.field };
  }
  throw new Error('not refused');
}

describe('readYaml', () => {
  it('gives plain values and keeps dates, codes and versions as they are written', () => {
    const { value } = readYaml('issuedOn: 2025-02-26\ncode: "360100"\nempty:\nlist: [1, 2.5]\n', 'a.yaml');
    expect(value).toEqual({ issuedOn: '2025-02-26', code: '360100', empty: null, list: [1, 2.5] });
  });

  it('knows the line of a value, and of the nearest one above a missing value', () => {
    const { lineOf } = readYaml('a: 1\nlist:\n  - x: 1\n  - x: 2\n    y: 3\n', 'a.yaml');
    expect(lineOf(['list', 1, 'y'])).toBe(5);
    expect(lineOf(['list', 1, 'z'])).toBe(4);
    expect(lineOf(['nowhere'])).toBe(1);
  });

  it.each([
    ['an unclosed list', 'a:\n  - [1, 2\n', 'pack-not-yaml'],
    ['a key given twice', 'a: 1\nb: 2\na: 3\n', 'pack-not-yaml'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'pack-not-yaml'],
    ['a tag of another type', 'a: !!js/function "x"\n', 'pack-not-yaml'],
    ['an anchor', 'a: &x 1\n', 'pack-alias'],
    ['an alias', 'a: &x [1]\nb: *x\n', 'pack-alias'],
    ['a tower of brackets', `a: ${'['.repeat(100_000)}`, 'pack-too-deep'],
    ['a tower of indents', Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'pack-too-deep'],
  ])('refuses %s', (_, text, code) => {
    expect(refusalOf(text).code).toBe(code);
  });

  it('refuses an alias bomb by its first anchor, without unfolding it', () => {
    const levels = Array.from({ length: 9 }, (_, i) =>
      i === 0 ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]' : `a${i}: &a${i} [${`*a${i - 1}, `.repeat(8)}*a${i - 1}]`,
    );
    expect(refusalOf(levels.join('\n'))).toEqual({ code: 'pack-alias', field: 'a.yaml:1' });
  });

  it('names file and line', () => {
    expect(refusalOf('a: 1\nb: 2\na: 3\n').field).toBe('a.yaml:3');
  });
});
