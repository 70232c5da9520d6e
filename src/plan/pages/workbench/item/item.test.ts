import { describe, expect, test } from 'vitest';
import { clause, indicator, table } from '../../../../../tests/examples/plan.ts';
import { checkContent } from '../../../domain/content/check.ts';
import { changedValues } from './changed-values.ts';
import { readWords } from './read-words.ts';
import { withCell, withColumn, withHeading } from './table-values.ts';

describe('what a correction sends', () => {
  test('only the fields that differ; lists are compared by content', () => {
    const before = { name: '产值', value: 10, units: ['市工信局'], scope: null };
    expect(changedValues(before, { name: '产值', value: 12, units: ['市工信局'], scope: null })).toEqual({ value: 12 });
    expect(changedValues(before, { ...before, units: ['市发改委'] })).toEqual({ units: ['市发改委'] });
    expect(changedValues(before, { note: null })).toEqual({});
  });
});

describe('cells of a table', () => {
  const given = table();
  test.each([
    ['1,234.5', 1234.5],
    ['12%', 12],
    ['—', null],
    ['', null],
    ['约10', null],
  ])('%s is kept as %s', (typed, value) => {
    const cell = withCell(given, 0, 0, typed).rows[0]!.cells[0]!;
    expect([cell.text, cell.value]).toEqual([typed, value]);
  });
  test('headings of rows and columns; the table it was made from stays', () => {
    expect(withColumn(given, 0, '目标 · 2025年').columns[0]).toEqual(['目标', '2025年']);
    expect(withHeading(given, 1, 1, '小计').rows[1]!.headings[1]).toBe('小计');
    expect(given).toEqual(table());
  });
});

describe('what the machine reads in selected words', () => {
  test('an indicator with its figure, ready for the form', () => {
    const read = readWords('indicator', '到2027年，规模以上纺织企业达到250家以上');
    expect(read).toMatchObject({ value: 250, unit: '家', op: '>=', year: 2027 });
  });
  test('words without a figure leave the fields to the person, and the check asks for them', () => {
    const read = readWords('indicator', '加强组织领导');
    expect(read).toMatchObject({ name: '', value: null, op: '=' });
    expect(checkContent('indicator', read as never).map(({ field }) => field)).toContain('content.name');
  });
  test('a clause', () => {
    const read = readWords('clause', '对首次上规的企业，由市级财政一次性奖励10万元。');
    expect(read).toMatchObject({ kind: 'fixed', amount: 10 });
  });
  test('the examples of the plan pass the same check', () => {
    expect([...checkContent('indicator', indicator()), ...checkContent('clause', clause())]).toEqual([]);
  });
});
