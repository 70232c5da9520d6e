import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printed, readDocument } from '../../../../tests/examples/document.ts';
import type { DocumentExtraction } from '../model.ts';
import { fold } from './fold.ts';

const heads = ['临江市现代纺织产业提质升级三年行动方案（2025—2027年）', '一、发展目标'];
const bodies = [
  '全市围绕面料、印染、成衣三个环节补短板，到2027年规模以上纺织企业达到250家以上，营业收入10亿元以上企业4家，关键工序数控化率达到70%以上。2025年新增省级专精特新企业12家，2026年新增15家，面料自给率达到60%左右。',
  '加快建设临江高新区面料产业园，2026年建成标准厂房20.5万平方米，实施亿元以上技改项目30个，完成技改投资150亿元，印染用水重复利用率不低于50%，每年举办对接活动2—3场。',
];

/** What was read of the figures, without their places. */
const figures = (d: DocumentExtraction) =>
  d.indicators.map((i) => [i.name, i.op, i.value, i.value2, i.unit, i.year, i.mode]);
/** The words an item points at, as they read without blanks and wide forms. */
const pointed = (text: string, d: DocumentExtraction): string[] =>
  d.indicators.map((i) => fold(text.slice(i.start, i.end).replace(/\s/g, '')));

const plain = [...heads, ...bodies].join('\n');
const expected = readDocument(plain);

/** Full-width digits here, a blank before a digit there: as converters leave them. */
const disturbed = (text: string, wide: readonly boolean[], blank: readonly boolean[]): string => {
  let n = 0;
  return text.replace(/\d/g, (d) => {
    const k = n++;
    const form = wide[k % wide.length] ? String.fromCharCode(d.charCodeAt(0) + 0xfee0) : d;
    return `${blank[k % blank.length] ? ' ' : ''}${form}`;
  });
};
const flags = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });
const page = fc.record({
  width: fc.integer({ min: 16, max: 22 }),
  gap: fc.constantFrom('\n', '\n\n', '\r\n', ' \n'),
  wide: flags,
  blank: flags,
});

describe('however the page broke the paragraph', () => {
  test('the paragraph holds figures of several kinds to compare', () => {
    expect(new Set(expected.indicators.map((i) => i.mode)).size).toBeGreaterThanOrEqual(3);
    expect(expected.indicators.length).toBeGreaterThanOrEqual(10);
  });

  test('the same figures are read, and each points at its own words', () => {
    fc.assert(
      fc.property(page, ({ width, gap, wide, blank }) => {
        const body = bodies.map((b) => printed(disturbed(b, wide, blank), width, gap)).join(gap);
        const text = [...heads, body].join('\n');
        const read = readDocument(text);
        expect(figures(read)).toEqual(figures(expected));
        expect(pointed(text, read)).toEqual(pointed(plain, expected));
      }),
      { numRuns: 60 },
    );
  });

  test('a page number between any two lines changes nothing', () => {
    const lines = printed(bodies[0]!, 20).split('\n');
    for (let k = 2; k < lines.length - 1; k++) {
      const broken = [...lines.slice(0, k), `- ${k} -`, ...lines.slice(k)];
      const text = [...heads, ...broken, printed(bodies[1]!, 20)].join('\n');
      const read = readDocument(text);
      expect(figures(read)).toEqual(figures(expected));
      // The stretch of a figure that the page cut holds the page number too: that is where it stands in the file.
      expect(pointed(text, read).map((w) => w.replace(`-${k}-`, ''))).toEqual(pointed(plain, expected));
    }
  });
});
