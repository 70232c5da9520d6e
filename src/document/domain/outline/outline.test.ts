import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../tests/examples/document.ts';
import type { OutlineNode } from '../model.ts';

/** One line a heading: its number path and title. */
function outline(...lines: string[]): string[] {
  const flat = (nodes: readonly OutlineNode[]): string[] =>
    nodes.flatMap((n) => [`${n.no} ${n.title}`, ...flat(n.children)]);
  return flat(readDocument(lines.join('\n')).outline);
}
const numbers = (...lines: string[]): string[] => outline(...lines).map((l) => l.split(' ')[0]!);

describe('nesting', () => {
  test('labels of four kinds nest in their usual order', () => {
    expect(
      outline(
        '一、重点任务',
        '（一）培育企业',
        '1.梯度培育',
        '（1）建立培育库',
        '2.跟踪服务',
        '（二）建设园区',
        '二、保障措施',
      ),
    ).toEqual([
      '一 重点任务',
      '一/（一） 培育企业',
      '一/（一）/1 梯度培育',
      '一/（一）/1/（1） 建立培育库',
      '一/（一）/2 跟踪服务',
      '一/（二） 建设园区',
      '二 保障措施',
    ]);
  });

  test('numbering that starts over under each heading', () => {
    expect(numbers('一、重点任务', '1.建园区', '2.引项目', '二、保障措施', '1.强组织', '2.严考核')).toEqual([
      '一',
      '一/1',
      '一/2',
      '二',
      '二/1',
      '二/2',
    ]);
  });

  test('numbering that runs on through the headings', () => {
    expect(numbers('一、强企业', '1.育龙头', '2.扶小微', '二、建园区', '3.拓空间', '4.补配套')).toEqual([
      '一',
      '一/1',
      '一/2',
      '二',
      '二/3',
      '二/4',
    ]);
  });

  test('a number that is left out does not upset the tree', () => {
    expect(numbers('一、强企业', '（一）育龙头', '（三）扶小微', '三、建园区')).toEqual([
      '一',
      '一/（一）',
      '一/（三）',
      '三',
    ]);
  });

  test('digits may stand right under Chinese numerals', () => {
    expect(numbers('一、强企业', '1.育龙头', '（1）建库', '二、建园区', '1.拓空间')).toEqual([
      '一',
      '一/1',
      '一/1/（1）',
      '二',
      '二/1',
    ]);
  });

  test('upside down: （一） under 1. counts as its child', () => {
    expect(numbers('1.强企业', '（一）育龙头', '（二）扶小微', '2.建园区', '（一）拓空间')).toEqual([
      '1',
      '1/（一）',
      '1/（二）',
      '2',
      '2/（一）',
    ]);
  });

  test('chapters hold articles, and articles run on through the chapters', () => {
    expect(
      numbers(
        '临江市产业资金管理办法',
        '第一章总则',
        '第一条为规范管理，制定本办法。',
        '第二章支持标准',
        '第二条对企业给予补助。',
        '（一）按投资额补助。',
      ),
    ).toEqual(['第一章', '第一章/第一条', '第二章', '第二章/第二条', '第二章/第二条/（一）']);
  });

  test('an annex closes everything before it, and its numbering is its own', () => {
    expect(numbers('一、重点任务', '（一）强企业', '附件1', '任务分工', '一、强企业', '附件2', '一、建园区')).toEqual([
      '一',
      '一/（一）',
      '附件1',
      '附件1/一',
      '附件2',
      '附件2/一',
    ]);
  });

  test('a bare word such as 具体措施 takes the place of a number', () => {
    expect(numbers('一、强企业', '工作目标：到2027年企业达到20家。', '具体措施：', '1.育龙头')).toEqual([
      '一',
      '一/工作目标',
      '一/具体措施',
      '一/具体措施/1',
    ]);
  });
});

describe('titles', () => {
  test('a heading that runs into its text keeps the heading sentence', () => {
    expect(outline('1.建设园区。2026年底前建成标准厂房20万平方米。')).toEqual(['1 建设园区']);
  });

  test('units in brackets behind a heading are no part of it', () => {
    expect(outline('1.建设产业园区（责任单位：市工信局、市发改委）')).toEqual(['1 建设产业园区']);
  });

  test('a heading in brackets is taken without them', () => {
    expect(outline('1.【梯度培育】建立优质企业培育库，动态管理。')).toEqual(['1 梯度培育']);
  });

  test('an enumeration inside a paragraph opens no headings', () => {
    expect(outline('一、强企业', '一是育龙头，二是扶小微，三是引项目。')).toEqual(['一 强企业']);
  });
});

describe('places', () => {
  const text = '一、强企业\n（一）育龙头\n实施链主培育工程。\n二、建园区\n拓展空间。';
  const [first, second] = readDocument(text).outline;

  test('a heading reaches from its label to the end of what stands under it', () => {
    expect(text.slice(first!.start, first!.end)).toBe('一、强企业\n（一）育龙头\n实施链主培育工程。');
    expect(text.slice(second!.start, second!.end)).toBe('二、建园区\n拓展空间。');
  });

  test('children lie within their parent, one level deeper', () => {
    const child = first!.children[0]!;
    expect(child.level).toBe(first!.level + 1);
    expect(child.start).toBeGreaterThan(first!.start);
    expect(child.end).toBeLessThanOrEqual(first!.end);
  });
});
