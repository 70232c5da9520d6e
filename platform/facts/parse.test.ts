import { describe, expect, test } from 'vitest';
import { readCell } from './cell.ts';
import { layoutOf } from './layout.ts';
import { RowParser } from './parse.ts';
import type { FieldSpec } from './spec.ts';

const money: FieldSpec = {
  names: ['revenue', '营业收入'],
  form: { kind: 'number', unit: '万元', decimals: 4, scale: 10_000, low: -5_000_000, high: 1e12, column: 'double' },
};
const year: FieldSpec = {
  names: ['since'],
  form: { kind: 'number', unit: '年', decimals: 0, scale: 1, low: 0, high: 9999, column: 'short' },
};
const flag: FieldSpec = { names: ['listed'], form: { kind: 'flag' } };
const chain: FieldSpec = {
  names: ['chain'],
  form: {
    kind: 'choice',
    column: 'byte',
    options: [
      { id: 'textile', name: '纺织服装' },
      { id: 'food', name: '食品' },
    ],
  },
};
const region: FieldSpec = { names: ['region'], form: { kind: 'words' } };
const specs = [money, year, flag, chain, region];
const heading = ['id', 'region', 'chain', 'note', 'revenue', 'since', 'listed'];

function parserOf(): RowParser {
  const { layout, faults } = layoutOf(heading, specs);
  expect(faults).toEqual([]);
  return new RowParser(layout, specs);
}

/** What rows come to: id, money, year, flag, chain and region of each, and the faults. */
function read(text: string, parser = parserOf()) {
  const bytes = Buffer.from(text);
  const { rows, columns, idFrom, idTo, faults, missed, lines } = parser.parse(bytes, bytes.length);
  const told = Array.from({ length: rows }, (_, row) => [
    bytes.toString('utf8', idFrom[row], idTo[row]),
    ...columns.slice(0, 4).map((column) => column?.[row]),
    parser.wordsOf(4)[columns[4]?.[row] ?? 0],
  ]);
  return { told, faults, missed: [...missed], lines };
}
const faultsOf = (text: string) => read(text).faults.map(({ code, line, column }) => `${code} ${line} ${column}`);

describe('rows', () => {
  test('are read into columns, with their line breaks of either kind, blanks, quotes and words of either language', () => {
    const { told, faults, lines } = read(
      [
        'E1,360100,textile,,1.5,2024,1\n',
        '"E,2",360102,食品,"a ""b""\n c",-12,0,0\r\n',
        '\n',
        'E3, 360100 , 纺织服装 ,,0.0001, 2025 ,是\n',
        'E4,"360100","food",x,"99999999.9999","2025","否"\n',
      ].join(''),
    );
    expect(faults).toEqual([]);
    expect(told).toEqual([
      ['E1', 15_000, 2024, 1, 0, '360100'],
      ['"E,2"', -120_000, 0, 0, 1, '360102'],
      ['E3', 1, 2025, 1, 0, '360100'],
      ['E4', 999_999_999_999, 2025, 0, 1, '360100'],
    ]);
    expect(lines).toBe(6);
  });

  test('an empty cell is missing, not 0, and is told by column', () => {
    const { told, missed } = read('E1,,,,,,\nE2,360100,food,,0,0,0\n');
    expect(told).toEqual([
      ['E1', Number.NaN, -32_768, -128, -128, ''],
      ['E2', 0, 0, 0, 1, '360100'],
    ]);
    expect(missed).toEqual([1, 1, 1, 1, 0]);
    expect(read('E1," ","",," ","",""\n').missed).toEqual([1, 1, 1, 1, 0]);
  });

  test('numbers are whole steps from their digits, however many there are', () => {
    const parser = parserOf();
    const figure = (text: string) => read(`E,r,food,,${text},0,0\n`, parser).told[0]?.[1];
    expect(['0', '-0', '007', '1.10', '1.12340', '1.1234000000000000000', '0.0000', '-0.0001'].map(figure)).toEqual([
      ...[0, 0, 70_000, 11_000, 11_234, 11_234, 0, -1],
    ]);
    for (let at = 0; at < 3000; at++) {
      const stored = (at * 7_919_317 + at ** 3) % 1_000_000_000_000;
      const text = `${Math.floor(stored / 10_000)}.${String(stored % 10_000).padStart(4, '0')}`;
      expect(figure(text), text).toBe(stored);
    }
  });

  test('the short way of reading a cell and the long way agree on whatever is written', () => {
    const parser = parserOf();
    const signs = '00011223456789..--+ eE'.split('');
    let state = 11;
    const dice = (most: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return Math.floor((state / 0x80000000) * most);
    };
    const seen = new Set<string>();
    for (let time = 0; time < 6000; time++) {
      const text = Array.from({ length: 1 + dice(9) }, () => signs[dice(signs.length)]).join('');
      for (const [at, spec] of [money, year, flag].entries()) {
        if (spec.form.kind === 'words') continue;
        const cells = ['0', '0', '0'].map((zero, column) => (column === at ? text : zero));
        const { told, faults } = read(`E,r,food,,${cells.join(',')}\n`, parser);
        const wanted = readCell(text, spec.form);
        if ('code' in wanted) expect([text, faults[0]?.code]).toEqual([text, wanted.code]);
        else if (wanted.value !== null) expect([text, told[0]?.[1 + at]]).toEqual([text, wanted.value]);
        seen.add('code' in wanted ? wanted.code : 'read');
      }
    }
    expect(seen.size).toBeGreaterThan(4);
  });

  test.each([
    ['1e5', 'facts-not-a-number'],
    ['NaN', 'facts-not-a-number'],
    ['Infinity', 'facts-not-a-number'],
    ['1,5', 'facts-row-length'],
    ['"1,500"', 'facts-not-a-number'],
    ['１２', 'facts-not-a-number'],
    ['+5', 'facts-not-a-number'],
    ['.5', 'facts-not-a-number'],
    ['5.', 'facts-not-a-number'],
    ['-', 'facts-not-a-number'],
    ['--5', 'facts-not-a-number'],
    ['1.2.3', 'facts-not-a-number'],
    ['5万元', 'facts-not-a-number'],
    ['=1+1', 'facts-not-a-number'],
    ['0x10', 'facts-not-a-number'],
    ['1.00001', 'facts-decimals'],
    ['0.12345678901234567', 'facts-decimals'],
    ['-500.0001', 'facts-range'],
    ['100000000.0001', 'facts-range'],
    ['99999999999999999999', 'facts-range'],
    ['123456789012345678901234567890', 'facts-not-a-number'],
    ['5" ', 'facts-quote'],
    ['"5"x', 'facts-quote'],
  ])('a figure %s is refused as %s', (text, code) => {
    expect(read(`E,r,food,,${text},0,0\n`).faults.map((fault) => fault.code)).toEqual([code]);
  });

  test('a fault names its line, column, value and what may stand there', () => {
    const { faults } = read('E1,r,food,"two\nlines",1,0,1\n\nE2,r,fod,,1,20255,2\n');
    expect(faults).toEqual([
      { code: 'facts-option', line: 3, column: 'chain', given: 'fod', limit: 'textile（纺织服装）、food（食品）' },
      { code: 'facts-range', line: 3, column: 'since', given: '20255', limit: '0 到 9999年' },
      { code: 'facts-not-a-flag', line: 3, column: 'listed', given: '2', limit: null },
    ]);
    expect(read(`E1,r,food,,${'9'.repeat(200)},0,1\n`).faults[0]?.given).toBe(`${'9'.repeat(60)}…`);
  });

  test('rows of another length, and ids that are not there, are refused; what follows is still read', () => {
    expect(faultsOf('E1,r,food\nE2,r,food,,1,0,1,9\nE3,r,food,,1,0,1,\n,r,food,,1,0,1\n"",r,food,,1,0,1\n')).toEqual([
      'facts-row-length 0 null',
      'facts-row-length 1 null',
      'facts-row-length 2 null',
      'facts-id-empty 3 id',
      'facts-id-empty 4 id',
    ]);
    const { faults } = read('E1,r,food\nE2,r,food,,1,0,1,"a,b",3\n');
    expect(faults.map(({ given, limit }) => [given, limit])).toEqual([
      ['3', '7'],
      ['9', '7'],
    ]);
  });

  test('twenty faults are enough', () => {
    expect(read('E,r,food,,x,0,1\n'.repeat(100)).faults).toHaveLength(20);
  });

  test('a quote that never closes is one fault and ends with the text', () => {
    expect(faultsOf('E1,"r,food,,1,0,1\nE2,r,food,,1,0,1\n')[0]).toBe('facts-quote 0 region');
  });

  test('words keep their numbers from one part of the file to the next; too many are refused', () => {
    const parser = parserOf();
    const words = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => `E,w${from + at},food,,1,0,1\n`).join('');
    expect(read(words(0, 500), parser).told.map((row) => row[5])).toEqual(
      Array.from({ length: 500 }, (_, at) => `w${at}`),
    );
    expect(read(words(300, 700), parser).told[0]?.[5]).toBe('w300');
    expect(read(words(0, 20_500), parser).faults[0]?.code).toBe('facts-words-many');
  });
});

describe('headings', () => {
  const told = (names: readonly string[], known: readonly string[] = []) =>
    layoutOf(names, specs, known).faults.map(({ code, given, limit }) => [code, given, limit]);

  test('columns stand in any order, under any of their names, with blanks around', () => {
    const { layout, faults } = layoutOf([' 营业收入 ', '统一社会信用代码', 'listed'], specs);
    expect(faults).toEqual([]);
    expect(layout).toMatchObject({ columns: 3, fields: [0, -1, 2], absent: [1, 3, 4] });
  });

  test('an id has to be there, and every column once', () => {
    expect(told(['revenue'])).toEqual([['facts-id-missing', null, 'id、编号、统一社会信用代码']]);
    expect(told(['id', 'revenue', '营业收入'])).toEqual([['facts-column-twice', '营业收入', 'revenue']]);
    expect(told(['id', '编号'])).toEqual([['facts-column-twice', '编号', 'id']]);
    expect(told(['id', 'note', 'note'])).toEqual([['facts-column-twice', 'note', 'note']]);
    expect(told(['id', '', ''])).toEqual([]);
  });

  test('a heading that is none is refused, and what is long is not compared', () => {
    expect(told(Array.from({ length: 100_000 }, (_, at) => `c${at}`))).toEqual([
      ['facts-columns-many', '100000', '2000'],
    ]);
    expect(told(['id', 'revenue'.repeat(100_000)])).toEqual([]);
  });

  test('a name that is nearly one that is wanted is taken for a mistake, unless it is known to be another', () => {
    expect(told(['id', 'revenu', '营业收人'])).toEqual([
      ['facts-column-misspelt', 'revenu', 'revenue'],
      ['facts-column-misspelt', '营业收人', '营业收入'],
    ]);
    expect(told(['id', 'Since', 'chains'], ['Since', 'chains'])).toEqual([]);
    expect(told(['id', 'telephone'])).toEqual([]);
  });
});
