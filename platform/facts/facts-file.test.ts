import { describe, expect, test } from 'vitest';
import { RefusalError } from '../../src/kernel/index.ts';
import { BrokenChunk, chunkBytes, FactsFile } from './facts-file.ts';
import { RowParser } from './parse.ts';
import { memorySource } from './source.ts';
import type { FieldSpec } from './spec.ts';

const specs: readonly FieldSpec[] = [
  {
    names: ['revenue', '营业收入'],
    form: { kind: 'number', unit: '万元', decimals: 4, scale: 10_000, low: 0, high: 1e12, column: 'double' },
  },
];

interface Told {
  readonly ids: readonly string[];
  readonly figures: readonly number[];
}

/** Everything that a file says, or the codes and places of what is wrong with it. */
function read(content: string | Uint8Array): Told | string[] {
  const ids: string[] = [];
  const figures: number[] = [];
  try {
    const file = new FactsFile(memorySource('企业.csv', Buffer.from(content)), specs);
    const parser = new RowParser(file.layout, specs);
    const buffer = Buffer.alloc(chunkBytes);
    for (;;) {
      const length = nextOf(file, buffer);
      if (length === 0) return { ids, figures };
      const { rows, idFrom, idTo, columns, lines, faults } = parser.parse(buffer, length);
      file.advance(lines, faults);
      for (let row = 0; row < rows; row++) {
        ids.push(buffer.toString('utf8', idFrom[row], idTo[row]));
        figures.push(columns[0]?.[row] ?? Number.NaN);
      }
    }
  } catch (cause) {
    if (cause instanceof RefusalError) return cause.refusals.map(({ code, field }) => `${code} ${field}`);
    throw cause;
  }
}

function nextOf(file: FactsFile, buffer: Uint8Array): number {
  try {
    return file.next(buffer);
  } catch (cause) {
    if (cause instanceof BrokenChunk) file.advance(0, [cause.fault]);
    throw cause;
  }
}

/** 企业甲 in the coding of old Chinese programs. */
const gbk = Buffer.from([0xc6, 0xf3, 0xd2, 0xb5, 0xbc, 0xd7]);

describe('a file of facts', () => {
  test('with and without mark, last line break, CR LF, rows at all', () => {
    const one = { ids: ['E1'], figures: [15_000] };
    for (const text of [
      'id,revenue\nE1,1.5\n',
      'id,revenue\r\nE1,1.5',
      '\uFEFFid,营业收入\nE1,1.5\n\n\n',
      '"id","revenue"\n\nE1,"1.5"',
    ])
      expect(read(text), JSON.stringify(text)).toEqual(one);
    for (const text of ['id,revenue', 'id,revenue\n', 'id,revenue\r\n\r\n'])
      expect(read(text), JSON.stringify(text)).toEqual({ ids: [], figures: [] });
  });

  test.each([
    ['', ['facts-empty 企业.csv:1']],
    ['\uFEFF', ['facts-empty 企业.csv:1']],
    ['\n\nid,revenue\n', ['facts-empty 企业.csv:1']],
    [',,\n', ['facts-empty 企业.csv:1']],
    ['revenue\n5\n', ['facts-id-missing 企业.csv:1']],
    ['id,revenue\nE1,5\nE2,x\n', ['facts-not-a-number 企业.csv:3 revenue']],
    ['id,"rev\nenue",revenue\nE1,,5\nE2,,x\n', ['facts-not-a-number 企业.csv:4 revenue']],
    ['id,revenue\r\nE1,5\r\n\r\nE2,x', ['facts-not-a-number 企业.csv:4 revenue']],
    ['id,revenue\n"E1,5\nE2,5\n', ['facts-quote 企业.csv:2 id', 'facts-row-length 企业.csv:4']],
  ])('%j is refused with its place', (text, told) => {
    expect(read(text)).toEqual(told);
  });

  test('in another coding it is refused with the first line of it', () => {
    expect(read(Buffer.concat([gbk, Buffer.from(',revenue\n')]))).toEqual(['facts-not-utf8 企业.csv:1']);
    expect(read(Buffer.concat([Buffer.from('id,revenue\nE1,5\n'), gbk, Buffer.from(',5\n')]))).toEqual([
      'facts-not-utf8 企业.csv:3',
    ]);
    expect(read(Buffer.from('id,revenue\nE1,5\n', 'utf16le'))).toEqual(['facts-id-missing 企业.csv:1']);
  });

  test('of many parts it says the same as of one, and tells a late fault by its line', () => {
    const count = Math.ceil((2.5 * chunkBytes) / 40);
    const line = (at: number) =>
      `"E${String(at).padStart(8, '0')} ""甲"", 乙",${at}.${String(at % 10_000).padStart(4, '0')}`;
    const lines = Array.from({ length: count }, (_, at) => line(at));
    const text = `id,revenue\n${lines.join('\n')}`;
    expect(text.length).toBeGreaterThan(2 * chunkBytes);
    const told = read(text) as Told;
    expect(told.ids).toHaveLength(count);
    expect(told.ids.every((id, at) => id === line(at).slice(0, id.length))).toBe(true);
    expect(told.figures.every((figure, at) => figure === at * 10_000 + (at % 10_000))).toBe(true);
    expect(read(`${text}\nlast,-1\n`)).toEqual([`facts-range 企业.csv:${count + 2} revenue`]);
    expect(read(Buffer.concat([Buffer.from(`${text}\n`), gbk, Buffer.from(',1\n')]))).toEqual([
      `facts-not-utf8 企业.csv:${count + 2}`,
    ]);
  });

  test('with a row that never ends it is refused, not read into memory for ever', () => {
    const endless = `id,revenue\nE1,"${'x'.repeat(2 * chunkBytes)}`;
    expect(read(endless)).toEqual(['facts-row-long 企业.csv:2']);
    expect(read(`id,revenue\n${'x'.repeat(2 * chunkBytes)}`)).toEqual(['facts-row-long 企业.csv:2']);
  });
});
