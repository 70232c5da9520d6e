import { describe, expect, test } from 'vitest';
import { findFurniture } from './furniture.ts';
import { splitLines } from './lines.ts';

/** Lines that are taken for page numbers and running headers. */
function furniture(text: string): string[] {
  const lines = splitLines(text);
  return [...findFurniture(lines)].sort((a, b) => a - b).map((i) => lines[i]!.text);
}

const above = '全市围绕面料印染成衣三个环节补短板锻长板，推动产业';
const below = '链上下游协同发展，到2027年规上企业达到250家。';

describe('findFurniture', () => {
  test.each(['12', '- 12 -', '—12—', '第12页', '第 12 页 共 40 页', '12/40', '· 12 ·'])(
    'a page number %s in the middle of a sentence',
    (number) => {
      expect(furniture(`${above}\n${number}\n${below}`)).toHaveLength(1);
    },
  );

  test('a running header beside a page number in the middle of a sentence', () => {
    expect(furniture(`${above}\n- 12 -\n临江市人民政府公报\n${below}`)).toEqual(['- 12 -', '临江市人民政府公报']);
  });

  test('a header that returns on every page, each time inside a sentence', () => {
    const page = `${above}\n临江市人民政府公报\n${below}\n`;
    expect(furniture(page.repeat(3))).toEqual(Array(3).fill('临江市人民政府公报'));
  });

  test('a header whose page number grows is the same header', () => {
    const pages = [1, 2, 3].map((n) => `${above}\n公报第${n}期\n${below}`).join('\n');
    expect(furniture(pages)).toEqual(['公报第1期', '公报第2期', '公报第3期']);
  });

  test('a number that the wrapped sentence needs is no page number', () => {
    expect(
      furniture(
        '到2027年，全市面料、印染、成衣规模以上工业企业达到\n250\n家，新增国家级专精特新“小巨人”企业不少于10家。',
      ),
    ).toEqual([]);
  });

  test('numbers printed one to a line are cells of a table', () => {
    expect(furniture('县区\n东湖区\n12\n西山县\n9\n合计\n21')).toEqual([]);
  });

  test('headings stay, even when every part of a plan has the same ones', () => {
    const part = `${below}\n一、工作目标\n${below}\n二、责任分工\n`;
    expect(furniture(part.repeat(4))).toEqual([]);
  });

  test('titles of annexed plans stay, though they are alike', () => {
    const part = `${below}\n临江市现代纺织产业链行动方案\n${below}\n`;
    expect(furniture(part.repeat(3))).toEqual([]);
  });

  test('the date under a notice and its document number stay', () => {
    expect(furniture(`${below}\n临江市人民政府\n2025年3月12日\n临府发〔2025〕8号\n${above}`)).toEqual([]);
  });
});
