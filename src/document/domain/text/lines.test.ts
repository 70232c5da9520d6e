import { describe, expect, test } from 'vitest';
import { splitLines, withoutMark, wrapWidths } from './lines.ts';

describe('splitLines', () => {
  test('line ends of every kind cut; blank lines vanish', () => {
    const lines = splitLines('甲\r\n乙\r丙\f丁\u2028戊\n\n \u3000\n己');
    expect(lines.map((l) => l.text)).toEqual(['甲', '乙', '丙', '丁', '戊', '己']);
  });

  test('places lead into the source, without the blanks around the line', () => {
    const text = '\ufeff\u3000\u3000临江市 \n 二、目标';
    const [first, second] = splitLines(text);
    expect(text.slice(first!.start, first!.end)).toBe('临江市');
    expect(text.slice(second!.start, second!.end)).toBe('二、目标');
    expect(second!.indent).toBe(1);
  });

  test('the text of a line is folded, its inner blanks are kept', () => {
    expect(splitLines('共 ２０ 家(含)')[0]!.text).toBe('共 20 家（含）');
  });

  test('width counts Chinese characters as one, ASCII as half, blanks as nothing', () => {
    expect(splitLines('临江2025年 \u3000A')[0]!.width).toBe(5.5);
  });

  test('counts the tabs inside', () => {
    expect(splitLines('\t县区\t2025年\t2027年')[0]!.tabs).toBe(2);
  });

  test('a text of blanks has no lines', () => {
    expect(splitLines(' \n\u3000\n\t')).toEqual([]);
  });
});

describe('wrapWidths', () => {
  const paragraph = '全市围绕面料印染成衣三个环节补短板锻长板推动产业链上下游协同发展'.repeat(6);
  const wrapped = (width: number): string => paragraph.match(new RegExp(`.{1,${width}}`, 'g'))!.join('\n');

  test.each([16, 18, 22, 28])('finds that the text is wrapped at %d characters', (width) => {
    const widths = wrapWidths(splitLines(wrapped(width)));
    expect(new Set(widths)).toEqual(new Set([width]));
  });

  test('lines that are whole paragraphs have no width of wrapping', () => {
    const text = [paragraph.slice(0, 80), paragraph.slice(0, 130), paragraph.slice(0, 64), paragraph].join('\n');
    expect([...wrapWidths(splitLines(text))].every((w) => w === Number.POSITIVE_INFINITY)).toBe(true);
  });

  test('each part of a gazette has its own width', () => {
    const long = (w: number): string => wrapped(w).repeat(8);
    const lines = splitLines(`${long(16)}\n${long(30)}`);
    const widths = wrapWidths(lines);
    expect(widths[0]).toBe(16);
    expect(widths.at(-1)).toBe(30);
  });

  test('a few short lines are not taken for wrapped text', () => {
    const lines = splitLines('二、重点任务\n（一）做强企业\n（二）做优园区\n（三）做响品牌\n（四）做活市场');
    expect([...wrapWidths(lines)].every((w) => w === Number.POSITIVE_INFINITY)).toBe(true);
  });
});

describe('withoutMark', () => {
  test('takes the marks of a Markdown heading off and keeps the place of its words', () => {
    const text = '前文\n## 一、发展目标\n#号';
    const lines = splitLines(text).map(withoutMark);
    expect(lines.map((l) => l.text)).toEqual(['前文', '一、发展目标', '#号']);
    expect(text.slice(lines[1]!.start, lines[1]!.end)).toBe('一、发展目标');
    expect(lines[1]!.width).toBe(6);
  });
});
