import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readSource, readSourceBuffer } from '../index.ts';
import { refused } from '../testing/refused.ts';
import { decodeText } from './encoding.ts';

const sample =
  '临江市人民政府办公室文件\r\n\r\n一、总体要求\r\n到2025年，全市营业收入达到180亿元，新增规上企业12家（含“专精特新”企业3—5家）。\r\n';

describe('plain text', () => {
  test.each([
    ['utf8', 'utf-8'],
    ['gb18030', 'gb18030'],
    ['gbk', 'gb18030'],
    ['utf-16le', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
  ])('%s without a mark is told by what reads best and kept character by character', (encoding, told) => {
    for (const text of [sample, sample.slice(0, 8), '附件1：目标任务分解表', `# source: x\n${sample}`]) {
      expect(decodeText(iconv.encode(text, encoding))).toEqual({ text, encoding: told });
    }
  });

  test('a byte order mark stays in the text, so that offsets agree with a plain reading of the file', async () => {
    const marked = Buffer.from(`\uFEFF${sample}`, 'utf8');
    const { text } = await readSourceBuffer('通知.txt', marked);
    expect(text).toBe(marked.toString('utf8'));
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const wide = iconv.encode(sample, 'utf-16be', { addBOM: true });
    expect((await readSourceBuffer('通知.txt', wide)).text).toBe(`\uFEFF${sample}`);
  });

  test('any Chinese text survives in every encoding', () => {
    const character = fc.constantFrom(...'临江市产业链条企业发展的和在。，、（）“”《》一二三0123456789%亿元\n');
    fc.assert(
      fc.property(fc.string({ unit: character, minLength: 12, maxLength: 200 }), (text) => {
        for (const encoding of ['utf8', 'gb18030', 'utf-16le']) {
          if (/[一-龥]{2}/.test(text)) expect(decodeText(iconv.encode(text, encoding)).text).toBe(text);
        }
      }),
    );
  });

  test('a character that breaks off at the end does not make the rest unreadable', () => {
    const cut = Buffer.from(sample.repeat(20), 'utf8').subarray(0, -7);
    expect(decodeText(cut).text).toBe(cut.toString('utf8'));
  });

  test('halves of characters become replacement characters of the same length', () => {
    const text = decodeText(Buffer.from(`\uFEFF${sample}\uD800${sample}`, 'utf16le')).text;
    expect(text).toBe(`\uFEFF${sample}\uFFFD${sample}`);
  });

  test.each([
    ['NUL bytes', Buffer.alloc(5000), 'not-text'],
    ['a NUL inside text', Buffer.from('临江市\0人民政府办公室文件通知'), 'not-text'],
    ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255)), 'not-text'],
    [
      'UTF-16 with half a character',
      iconv.encode(`${sample}尾`, 'utf-16le', { addBOM: true }).subarray(0, -1),
      'truncated',
    ],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x34, 0x4e, 0, 0]), 'not-text'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['blanks only', Buffer.from(' \r\n\t　\n'), 'empty'],
    ['a million lines', Buffer.from('一\n'.repeat(1_000_000)), 'too-many-lines'],
    ['a million lines ended by CR', Buffer.from('一\r'.repeat(1_000_000)), 'too-many-lines'],
    ['one line of three million characters', Buffer.from('a'.repeat(3_000_000)), 'too-long'],
  ])('%s: refused', async (_, bytes, code) => {
    expect(await refused(readSourceBuffer('文件.txt', bytes))).toBe(code);
  });

  const corpus = join(import.meta.dirname, '../../../../shared/corpus/docs');
  test.skipIf(!existsSync(corpus))(
    'the text of real documents is exactly the file (needs ../shared/corpus)',
    async () => {
      for (const name of readdirSync(corpus)) {
        const { text, tables } = await readSource(join(corpus, name));
        expect(text).toBe(readFileSync(join(corpus, name), 'utf8'));
        expect(tables).toEqual([]);
      }
    },
  );
});
