import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { place, readLines, writeLines } from './clipboard.ts';

const lines = (text: string) => readLines(text, 1000).lines;
const one = { top: 0, bottom: 0, left: 0, right: 0 };

describe('what spreadsheets put on the clipboard', () => {
  test('tabs, line breaks of each kind, a break at the end', () => {
    expect(lines('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(lines('1\t2\n3\t4')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(lines('\t\r\n\t5\r\n')).toEqual([
      ['', ''],
      ['', '5'],
    ]);
    expect(lines('1\t')).toEqual([['1', '']]);
    expect(lines('')).toEqual([]);
    expect(lines('\r\n')).toEqual([['']]);
  });

  test('quotes around breaks, tabs and quotes', () => {
    expect(lines('"第一行\r\n第二行"\t2\r\n')).toEqual([['第一行\n第二行', '2']]);
    expect(lines('"a\tb"\t"说""好"""\n')).toEqual([['a\tb', '说"好"']]);
  });

  test('a lone quote swallows nothing', () => {
    expect(lines('"1\t2\n3\t4\n')).toEqual([
      ['"1', '2'],
      ['3', '4'],
    ]);
    expect(lines('5"\t6\n"7"8\t9')).toEqual([
      ['5"', '6'],
      ['"7"8', '9'],
    ]);
  });

  test('lines that nobody asked for are counted, not read', () => {
    expect(readLines('1\n2\n3\n4\n', 2)).toEqual({ lines: [['1'], ['2']], more: 2 });
    expect(readLines('1\n2\n', 2).more).toBe(0);
  });
});

test('what is written is read back, whatever is in the cells', () => {
  const cell = fc
    .oneof(fc.string(), fc.stringMatching(/^["\t\n 0-9a]{0,6}$/u))
    .map((text) => text.replaceAll('\r', ''));
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
  fc.assert(
    fc.property(table, (cells) => {
      expect(lines(writeLines(cells))).toEqual(cells);
    }),
  );
});

describe('where pasted lines go', () => {
  const two = {
    lines: [
      ['1', '2'],
      ['3', '4'],
    ],
    more: 0,
  };

  test('one value fills all that is chosen; a pattern repeats when it fits', () => {
    const block = { top: 1, bottom: 4, left: 0, right: 1 };
    const filled = place({ lines: [['7']], more: 0 }, block, 10, 10);
    expect(filled.block).toEqual(block);
    expect(filled.textAt(3, 1)).toBe('7');
    expect(place(two, block, 10, 10).textAt(2, 1)).toBe('2');
    expect(place(two, { ...block, bottom: 3 }, 10, 10).block).toEqual({ top: 1, bottom: 2, left: 0, right: 1 });
  });

  test('what finds no place is told', () => {
    expect(place(two, { top: 9, bottom: 9, left: 9, right: 9 }, 10, 10)).toMatchObject({
      block: { top: 9, bottom: 9, left: 9, right: 9 },
      ...{ lostRows: 1, lostColumns: 1 },
    });
    expect(place({ lines: two.lines, more: 5 }, one, 2, 2)).toMatchObject({ lostRows: 5, lostColumns: 0 });
    expect(place({ lines: [], more: 0 }, one, 2, 2).block).toEqual({ top: 0, bottom: -1, left: 0, right: -1 });
  });
});
