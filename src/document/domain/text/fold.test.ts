import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldChar } from './fold.ts';

describe('fold', () => {
  test.each([
    ['２０２５年达到１２．５％', '2025年达到12.5%'],
    ['ＡＩ＋ｍｅｓ', 'AI+mes'],
    ['2—3家', '2-3家'],
    ['2–3家', '2-3家'],
    ['2－3家', '2-3家'],
    ['2~3家', '2~3家'],
    ['2～3家', '2~3家'],
    ['(一)培育企业', '（一）培育企业'],
    ['临府发[2025]8号', '临府发〔2025〕8号'],
    ['临府发【2025】8号', '临府发〔2025〕8号'],
    ['临府发〖2025〗8号', '临府发〔2025〕8号'],
    ['二○二五年', '二〇二五年'],
    ['增长≧8%', '增长≥8%'],
    ['做强;做优!', '做强；做优！'],
  ])('writes %s as %s', (written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  test('a comma or colon between digits belongs to the number, elsewhere it is punctuation', () => {
    expect(fold('产值1,600亿元,增长8%')).toBe('产值1,600亿元，增长8%');
    expect(fold('按1:1配套:市级承担')).toBe('按1:1配套：市级承担');
  });

  test('radicals that PDF printers put in become the ordinary characters', () => {
    expect(fold('⼯业⽤⽔')).toBe('工业用水');
  });

  test('leaves ordinary words and signs as they are', () => {
    const plain = '临江市“小巨人”企业，《三年行动》（试行）。';
    expect(fold(plain)).toBe(plain);
  });

  test('never changes the length, so that places hold', () => {
    const anything = fc.array(fc.nat(0xffff), { maxLength: 80 }).map((codes) => String.fromCharCode(...codes));
    fc.assert(fc.property(anything, (s) => fold(s).length === s.length));
  });

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'１2３，,:：（(［[—－～~○零临江％.') }), (s) => {
        expect(fold(fold(s))).toBe(fold(s));
      }),
    );
  });
});

describe('foldChar', () => {
  test('a character that only looks like a digit inside a word stays', () => {
    expect(foldChar('①')).toBe('①');
    expect(foldChar('一')).toBe('一');
  });
});
