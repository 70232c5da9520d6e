import { describe, expect, test } from 'vitest';
import { type Block, type OfficialDocument, writeDocx } from '../index.ts';
import { bulletin } from '../testing/bulletin.ts';
import { disordersOf } from '../testing/order.ts';
import { makeTemplate } from '../testing/template.ts';

const paper = (...blocks: Block[]): OfficialDocument => ({ title: '情况通报', blocks });

/** Everything that a paper may hold, each also where it is empty or alone. */
const whole: readonly (readonly [string, OfficialDocument])[] = [
  ['a bulletin with all its parts', bulletin(3)],
  ['a letter', { ...bulletin(1), head: { kind: 'letter', mark: '临江市链办' } }],
  ['nothing but a title', paper()],
  ['an empty table', paper({ kind: 'table', columns: [{ title: '单位' }], rows: [] })],
  [
    'a table across',
    paper(
      { kind: 'paragraph', text: '文' },
      {
        kind: 'table',
        caption: '台账',
        landscape: true,
        columns: [{ title: '单位' }, { title: '数' }],
        rows: [['甲', '1']],
      },
      { kind: 'paragraph', text: '尾' },
    ),
  ],
  [
    'plan against done with gaps',
    paper({
      ...{ kind: 'chart', type: 'line', caption: '园区', unit: '个', decimals: 0, categories: ['1月', '2月', '3月'] },
      series: [
        { name: '按进度应到', planned: true, values: [1, 2, 3] },
        { name: '完成', values: [null, 2, null] },
      ],
    }),
  ],
  [
    'bars without a value',
    paper({ kind: 'chart', type: 'bar', caption: '率', unit: '%', bars: [{ label: '甲', value: null }] }),
  ],
];

describe('the parts of a Word file are as their schema wants them', () => {
  test.each(whole)('%s', async (_what, document) => {
    expect(await disordersOf(await writeDocx(document))).toEqual([]);
  });

  test('and the check sees what is not', async () => {
    const wrong = (body: string) => disordersOf(makeTemplate(body));
    expect(await wrong('<w:p><w:r><w:t>文</w:t></w:r><w:pPr/></w:p>')).toContainEqual(expect.stringContaining('pPr'));
    expect(await wrong('<w:p><w:pPr><w:jc w:val="left"/><w:ind/></w:pPr></w:p>')).toContainEqual(
      expect.stringContaining('ind in pPr behind jc'),
    );
    expect(await wrong('<w:tbl><w:tblPr/><w:tr><w:tc/></w:tr></w:tbl>')).toEqual(
      expect.arrayContaining([expect.stringContaining('tbl without tblGrid'), expect.stringContaining('tc without p')]),
    );
  });
});
