import { describe, expect, test } from 'vitest';
import type { Composed } from '../compose/index.ts';
import type { Piece } from '../document/index.ts';
import { applyEdit, contentOf, type EditedContent } from '../edit/index.ts';
import type { Figure } from '../figure/index.ts';
import { compareWithComposed } from './compare.ts';
import { numberFaults } from './numbers.ts';
import { compareWords } from './words.ts';

const figure = (id: string, value: number, decimals = 0, unit = '项'): Figure => ({
  ...{ id, name: id, value, decimals, unit, from: { how: 'value', at: id } },
});
const figures = [figure('red', 12), figure('rate', 857, 1, '%'), figure('days', 5)];
const known = new Map(figures.map((each) => [each.id, each]));
const red: Piece = { figure: 'red', text: '12' };
const rate: Piece = { figure: 'rate', text: '85.7%' };
const composed: Composed = {
  ...{ title: '通报', addressee: null, figures },
  blocks: [
    { id: 'a', kind: 'paragraph', text: ['红灯', red, '项。'] },
    { id: 'b', kind: 'paragraph', text: ['率', rate, '，截至', { taken: '2025年9月25日' }, '。'] },
    { id: 't', kind: 'table', caption: '排名', columns: [], rows: [] },
    { id: 'c', kind: 'heading', level: 1, text: '问题' },
  ],
};
const as = (change: (blocks: EditedContent['blocks']) => EditedContent['blocks']): EditedContent => {
  const content = contentOf(composed);
  return { ...content, blocks: change(content.blocks) };
};
const compared = (...contents: readonly EditedContent[]) =>
  compareWithComposed(
    composed,
    contents.map((content, at) => ({ by: `第${at + 1}人`, at: `2025-10-0${at + 1}T00:00:00.000Z`, content })),
  );

describe('words', () => {
  test.each([
    ['一样', '一样', '=一样'],
    ['', '新', '+新'],
    ['旧', '', '-旧'],
    ['红灯12项', '红灯13项', '=红灯|-12|+13|=项'],
    ['甲局、乙局', '甲局、丙局、乙局', '=甲局、|+丙局、|=乙局'],
  ])('%s → %s', (before, after, wanted) => {
    const sign = { same: '=', gone: '-', new: '+' } as const;
    expect(
      compareWords(before, after)
        .map(({ change, text }) => `${sign[change]}${text}`)
        .join('|'),
    ).toBe(wanted);
  });

  test('what went and what stayed is the text before, what came and what stayed the text after', () => {
    const texts = ['甲乙丙丁', '丙甲乙', '12项，34.5%', '12.5项34%', '', '甲'.repeat(400), '乙'.repeat(300)];
    for (const before of texts)
      for (const after of texts) {
        const all = compareWords(before, after);
        const of = (...changes: readonly string[]) =>
          all
            .filter(({ change }) => changes.includes(change))
            .map(({ text }) => text)
            .join('');
        expect(of('same', 'gone')).toBe(before);
        expect(of('same', 'new')).toBe(after);
      }
  });
});

describe('numbers', () => {
  const before: readonly Piece[] = ['红灯', red, '项，率', rate, '，到2025年。'];
  test.each<[string, readonly Piece[], object[]]>([
    ['moved about', [rate, '，到2025年，红灯', red], []],
    [
      'another number in its place',
      ['红灯13项，率', rate],
      [{ kind: 'differs', figure: 'red', frozen: '12', typed: '13' }],
    ],
    ['the same, but typed', ['红灯12项，率', rate], [{ kind: 'unbound', figure: 'red', typed: '12' }]],
    [
      'full-width digits are digits',
      ['红灯１３项，率', rate],
      [{ kind: 'differs', figure: 'red', frozen: '12', typed: '13' }],
    ],
    [
      'a percentage is not a count',
      ['红灯', red, '项，率85.7'],
      [{ kind: 'differs', figure: 'rate', frozen: '85.7%', typed: '85.7' }],
    ],
    [
      'trailing zeros say nothing',
      ['红灯', red, '项，率85.70%'],
      [{ kind: 'unbound', figure: 'rate', typed: '85.70%' }],
    ],
    ['taken out', ['红灯', red, '项'], [{ kind: 'gone', figure: 'rate', frozen: '85.7%' }]],
    ['one more', [...before, '另有7件'], [{ kind: 'typed', typed: '7' }]],
    ['a figure that was frozen elsewhere', [...before, { figure: 'days', text: '5' }], []],
  ])('%s', (_name, after, wanted) => {
    expect(numberFaults(before, after, known)).toEqual(wanted);
  });
});

describe('a document', () => {
  test('as it was composed is the same all through', () => {
    const { changed, faults, blocks } = compared(contentOf(composed));
    expect([changed, faults, blocks.map(({ change, by }) => [change, by])]).toEqual([
      0,
      0,
      composed.blocks.map(() => ['same', null]),
    ]);
  });

  test('says what was changed, put in, taken out and moved, and by whom first', () => {
    const first = as((blocks) =>
      blocks.map((block) => (block.id === 'a' ? { id: 'a', kind: 'paragraph', text: ['红灯13项。'] } : block)),
    );
    const second: EditedContent = {
      ...first,
      blocks: [
        ...first.blocks.filter(({ id }) => id !== 'b' && id !== 'a'),
        ...first.blocks.filter(({ id }) => id === 'a'),
        { id: 'own', kind: 'paragraph', text: ['请抓紧。'] },
      ],
    };
    const { blocks, faults } = compared(contentOf(composed), first, second);
    expect(blocks.map(({ id, change, by }) => [id, change, by])).toEqual([
      ['b', 'gone', '第3人'],
      ['t', 'same', null],
      ['c', 'same', null],
      ['a', 'changed', '第2人'],
      ['own', 'new', '第3人'],
    ]);
    expect(faults).toBe(1);
  });
});

describe('an edit', () => {
  const codes = (content: EditedContent): string[] => {
    const applied = applyEdit(composed, content);
    return applied.ok ? [] : applied.refusals.map(({ code }) => code);
  };

  test('what comes back unchanged is what was composed', () => {
    const applied = applyEdit(composed, contentOf(composed));
    expect(applied.ok && applied.value).toEqual(composed.blocks);
  });

  test('a figure reads as it was frozen, whatever text comes with it', () => {
    const applied = applyEdit(
      composed,
      as((blocks) =>
        blocks.map((b) => (b.id === 'a' ? { id: 'a', kind: 'paragraph', text: [{ figure: 'red', text: '99' }] } : b)),
      ),
    );
    expect(applied.ok && applied.value[0]).toEqual({ id: 'a', kind: 'paragraph', text: [red] });
  });

  test.each<[string, EditedContent, string[]]>([
    ['a table is gone', as((blocks) => blocks.filter(({ id }) => id !== 't')), ['bulletin-table-missing']],
    ['a table stands twice', as((blocks) => [...blocks, { id: 't', kind: 'kept' }]), ['bulletin-block-twice']],
    ['a table that never was', as((blocks) => [...blocks, { id: 'x', kind: 'kept' }]), ['bulletin-block-unknown']],
    [
      'a table became a text',
      as((blocks) => blocks.map((b) => (b.id === 't' ? { id: 't', kind: 'paragraph', text: ['表'] } : b))),
      ['bulletin-block-unknown'],
    ],
    [
      'an empty paragraph',
      as((blocks) => [...blocks, { id: 'n', kind: 'paragraph', text: [' '] }]),
      ['bulletin-text-empty'],
    ],
    [
      'an unknown figure',
      as((blocks) => [...blocks, { id: 'n', kind: 'paragraph', text: [{ figure: 'x', text: '1' }] }]),
      ['bulletin-figure-unknown'],
    ],
    ['no title', { ...contentOf(composed), title: ' ' }, ['bulletin-title-empty']],
  ])('%s', (_name, content, wanted) => {
    expect(codes(content)).toEqual(wanted);
  });
});
