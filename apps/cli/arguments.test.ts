import { describe, expect, test } from 'vitest';
import { editDistance, nearest, RefusalError } from '../../src/kernel/index.ts';
import { readArguments, wholeNumber } from './arguments.ts';
import { command } from './command.ts';

const sample = command({
  usage: 'sample 文件 [选项]',
  about: '',
  words: { min: 1, max: 2, what: '文件' },
  options: {
    json: { type: 'boolean', short: 'j', help: '' },
    part: { type: 'string', value: 'N', help: '' },
    parent: { type: 'string', multiple: true, value: '文件', help: '' },
    format: { type: 'string', choices: ['xlsx', 'md'], help: '' },
  },
  examples: [],
  run: async () => 0,
});

function refused(argv: string[]): unknown[] {
  try {
    readArguments(sample, argv);
  } catch (error) {
    if (error instanceof RefusalError)
      return error.refusals.map((r) => [r.code, r.field ?? null, r.given ?? null, r.limit ?? null]);
    throw error;
  }
  return [];
}

describe('reading arguments', () => {
  test('options stand before, between and after words, with = or a blank', () => {
    const { options, words } = readArguments(sample, [
      '--part=2',
      'a b.txt',
      '-j',
      '--parent',
      'x',
      '--parent',
      'y',
      '--',
      '--odd',
    ]);
    expect(options).toEqual({ part: '2', json: true, parent: ['x', 'y'] });
    expect(words).toEqual(['a b.txt', '--odd']);
  });
  test('an unknown option is refused with the nearest known one', () => {
    expect(refused(['a', '--jsn'])).toEqual([['unknown-option', 'sample', '--jsn', '--json']]);
    expect(refused(['a', '--weather'])).toEqual([['unknown-option', 'sample', '--weather', null]]);
  });
  test('values: missing, swallowed option, not in the list, not wanted', () => {
    expect(refused(['a', '--part'])).toEqual([['option-without-value', '--part', null, 'N']]);
    expect(refused(['a', '--part', '--json'])).toEqual([['option-without-value', '--part', null, 'N']]);
    expect(refused(['a', '--format', 'pdf'])).toEqual([['option-value-unknown', '--format', 'pdf', 'xlsx、md']]);
    expect(refused(['a', '--json=yes'])).toEqual([['option-takes-no-value', '--json', 'yes', null]]);
  });
  test('too few and too many words', () => {
    expect(refused([])).toEqual([['too-few-words', 'sample', 0, '文件']]);
    expect(refused(['a', 'b', 'c'])).toEqual([['too-many-words', 'sample', 'c', 2]]);
  });
  test('several faults are told at once', () => {
    expect(refused(['a', '--jsn', '--format', 'pdf'])).toHaveLength(2);
  });
  test('whole numbers', () => {
    expect(wholeNumber(undefined, '--part', 1)).toBe(null);
    expect(wholeNumber('12', '--part', 1)).toBe(12);
    for (const bad of ['0', '-1', '1.5', 'x', '1e3', '99999999999'])
      expect(() => wholeNumber(bad, '--part', 1)).toThrow(RefusalError);
  });
});

describe('nearest', () => {
  const names = ['extract', 'lint', 'import', 'plan', 'serve', 'eval'];
  test.each([
    ['extarct', 'extract'],
    ['ext', 'extract'],
    ['lnit', 'lint'],
    ['improt', 'import'],
    ['plans', 'plan'],
    ['weather', null],
  ])('%s → %s', (given, expected) => {
    expect(nearest(given, names)).toBe(expected);
  });
  test('swapped neighbours are one mistake', () => {
    expect(editDistance('lnit', 'lint')).toBe(1);
    expect(editDistance('abc', '')).toBe(3);
  });
});
